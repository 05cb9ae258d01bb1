// misconception: a signal for each dish says as much as one at the end
// fails: no signal before the last dish is taken
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make();
        go(() -> {
            for (int i = 0; i < n; i++) {
                counter.send("hot " + orders.receive());
                go(() -> done.send(SIGNAL));
            }
        });
        return done;
    }
}

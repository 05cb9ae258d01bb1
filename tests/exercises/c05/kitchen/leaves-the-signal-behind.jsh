// misconception: a signal may lie in the channel until somebody looks
// fails: signals when the last dish is taken
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make(1);
        go(() -> {
            for (int i = 0; i < n; i++) {
                counter.send("hot " + orders.receive());
            }
            done.send(SIGNAL);
        });
        return done;
    }
}

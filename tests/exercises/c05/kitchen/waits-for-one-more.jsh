// misconception: a goroutine that nobody needs any more goes away by itself
// fails: leaves no goroutine behind
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make();
        go(() -> {
            for (int i = 0; i < n; i++) {
                counter.send("hot " + orders.receive());
            }
            done.send(SIGNAL);
            while (true) {
                counter.send("hot " + orders.receive());
            }
        });
        return done;
    }
}

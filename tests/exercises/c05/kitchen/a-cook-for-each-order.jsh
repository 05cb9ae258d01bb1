// misconception: more goroutines are always better; a new one for each order does no harm
// fails: one order at a time
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make();
        Chan<Signal> served = Chan.make();
        for (int i = 0; i < n; i++) {
            go(() -> {
                counter.send("hot " + orders.receive());
                served.send(SIGNAL);
            });
        }
        go(() -> {
            for (int i = 0; i < n; i++) {
                served.receive();
            }
            done.send(SIGNAL);
        });
        return done;
    }
}

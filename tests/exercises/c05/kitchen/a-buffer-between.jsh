// misconception: a buffer only makes things faster and changes nothing else
// fails: one order at a time
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make();
        Chan<String> pan = Chan.make(n);
        go(() -> {
            for (int i = 0; i < n; i++) {
                pan.send(orders.receive());
            }
        });
        go(() -> {
            for (int i = 0; i < n; i++) {
                counter.send("hot " + pan.receive());
            }
            done.send(SIGNAL);
        });
        return done;
    }
}

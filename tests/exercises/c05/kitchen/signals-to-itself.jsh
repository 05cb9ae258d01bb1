// misconception: a send puts the signal into the channel, where it stays until somebody looks
// fails: open returns at once
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        Chan<Signal> done = Chan.make();
        go(() -> {
            for (int i = 0; i < n; i++) {
                counter.send("hot " + orders.receive());
            }
        });
        done.send(SIGNAL);
        return done;
    }
}

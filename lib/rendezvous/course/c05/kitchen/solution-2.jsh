// The cook is a method of its own; a second goroutine waits for its end and passes that on.
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make();
        Goroutine cook = go("cook", () -> cook(n, orders, counter));
        go("porter", () -> {
            cook.await();
            done.send(SIGNAL);
        });
        return done;
    }

    private void cook(int n, Chan<String> orders, Chan<String> counter)
            throws InterruptedException {
        for (int left = n; left > 0; left--) {
            counter.send("hot " + orders.receive());
        }
    }
}

// misconception: to wait is to look at a flag again and again
// fails: open returns at once
class MyKitchen implements Kitchen {
    private volatile boolean cooked;

    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        Chan<Signal> done = Chan.make();
        go(() -> {
            for (int i = 0; i < n; i++) {
                counter.send("hot " + orders.receive());
            }
            cooked = true;
        });
        while (!cooked) {
            Thread.sleep(1);
        }
        go(() -> done.send(SIGNAL));
        return done;
    }
}

// hostile: holds a monitor for ever that it needs again
// says: `open` has not returned: it waits for a lock
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        Object lock = new Object();
        Chan<Signal> held = Chan.make();
        go(() -> {
            synchronized (lock) {
                held.send(SIGNAL);
                held.send(SIGNAL);
            }
        });
        held.receive();
        synchronized (lock) {
            return held;
        }
    }
}

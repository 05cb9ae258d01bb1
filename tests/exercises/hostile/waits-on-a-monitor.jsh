// hostile: waits for a notification that never comes
// says: `open` has not returned: it waits for a signal
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        synchronized (this) {
            while (n > 0) {
                wait();
            }
        }
        return Chan.make();
    }
}

// hostile: locks a lock that it holds
// says: `open` has not returned: it waits for a lock
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        Mutex lock = new Mutex();
        lock.lock();
        lock.lock();
        return Chan.make();
    }
}

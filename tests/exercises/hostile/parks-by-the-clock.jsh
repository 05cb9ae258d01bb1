// hostile: waits by the real clock
// says: by means of the JDK, where no check can follow it
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        java.util.concurrent.locks.LockSupport.parkNanos(5_000_000_000L);
        return Chan.make();
    }
}

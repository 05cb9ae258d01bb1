// What is deferred runs when a panic passes: so the lock is free for the next.
//
// Output:
// recovered: the drawer is stuck
// free again: true
import rendezvous.sync.*;

final Mutex mutex = new Mutex();

void opens() throws InterruptedException {
    mutex.lock();
    try {
        throw new IllegalStateException("the drawer is stuck");
    } finally {
        mutex.unlock();
    }
}

void main() throws InterruptedException {
    try {
        opens();
    } catch (IllegalStateException e) {
        IO.println("recovered: " + e.getMessage());
    }
    IO.println("free again: " + mutex.tryLock());
}

// The readers' side of the mutex is a lock of its own kind, which many can have at once.
//
// Output:
// another reader: true
// a writer: false
// a writer: true
import rendezvous.sync.*;

void main() throws InterruptedException {
    RWMutex mutex = new RWMutex();
    Locker side = mutex.rLocker();
    side.lock();
    side.lock();
    IO.println("another reader: " + mutex.tryRLock());
    mutex.rUnlock();
    side.unlock();
    IO.println("a writer: " + mutex.tryLock());
    side.unlock();
    IO.println("a writer: " + mutex.tryLock());
}

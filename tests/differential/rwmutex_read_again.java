// Who reads must not ask to read again: if a writer came in between, each waits for the other.
//
// Output:
// a writer waits
// Stderr: fatal error: all goroutines are asleep - deadlock!
import static rendezvous.chan.Go.*;

import rendezvous.sync.*;

void main() throws InterruptedException {
    RWMutex mutex = new RWMutex();
    mutex.rLock();
    go(() -> {
        mutex.lock();
        mutex.unlock();
    });
    while (mutex.tryRLock()) {
        mutex.rUnlock();
        Thread.yield();
    }
    IO.println("a writer waits");
    mutex.rLock();
    IO.println("never");
}

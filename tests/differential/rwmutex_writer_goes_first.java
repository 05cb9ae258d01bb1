// A writer that waits keeps new readers out, so that it gets its turn.
//
// Output:
// a writer waits: no more readers
// the first reader leaves
// the writer writes
// the next reader reads what it wrote: 1
import static rendezvous.chan.Go.*;

import rendezvous.sync.*;

int value = 0;

void main() throws InterruptedException {
    RWMutex mutex = new RWMutex();
    mutex.rLock();
    go(() -> {
        mutex.lock();
        IO.println("the writer writes");
        value++;
        mutex.unlock();
    });
    while (mutex.tryRLock()) { // until the writer waits
        mutex.rUnlock();
        sleep(Duration.ofMillis(1));
    }
    IO.println("a writer waits: no more readers");
    IO.println("the first reader leaves");
    mutex.rUnlock();
    mutex.rLock();
    IO.println("the next reader reads what it wrote: " + value);
}

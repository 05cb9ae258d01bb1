// A mutex belongs to nobody: one goroutine locks it, and another unlocks it.
//
// Output:
// locked by main
// unlocked by another
// locked by main again
import static rendezvous.chan.Go.*;

import rendezvous.sync.*;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    mutex.lock();
    IO.println("locked by main");
    go(() -> {
        IO.println("unlocked by another");
        mutex.unlock();
    });
    mutex.lock();
    IO.println("locked by main again");
}

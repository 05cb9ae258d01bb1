// A signal is for the one that has waited longest.
//
// Output:
// 0
// 1
// 2
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;
import rendezvous.sync.*;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    Chan<Boolean> here = Chan.make();
    Chan<Integer> woken = Chan.make();
    for (int i = 0; i < 3; i++) {
        int n = i;
        go(() -> {
            mutex.lock();
            here.send(true);
            cond.await();
            mutex.unlock();
            woken.send(n);
        });
        here.receive();
        mutex.lock(); // it waits, or it would still have the lock
        mutex.unlock();
    }
    for (int i = 0; i < 3; i++) {
        cond.signal();
        IO.println(woken.receive());
    }
}

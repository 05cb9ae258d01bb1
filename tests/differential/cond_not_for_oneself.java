// Who signals and then waits does not take its own signal.
//
// Output:
// the other is woken
// main is woken
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;
import rendezvous.sync.*;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    Chan<Boolean> here = Chan.make();
    go(() -> {
        mutex.lock();
        here.send(true);
        cond.await();
        IO.println("the other is woken");
        cond.signal();
        mutex.unlock();
    });
    here.receive();
    mutex.lock();
    cond.signal();
    cond.await();
    IO.println("main is woken");
    mutex.unlock();
}

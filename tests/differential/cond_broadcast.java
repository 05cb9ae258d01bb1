// A broadcast is for all who wait then, and for nobody who comes later.
//
// Output:
// 3 woken
// the latecomer waits
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;
import rendezvous.sync.*;

final Mutex mutex = new Mutex();
final Cond cond = new Cond(mutex);
final Chan<Boolean> here = Chan.make();
final Chan<Boolean> woken = Chan.make(4);

void waits() throws InterruptedException {
    mutex.lock();
    here.send(true);
    cond.await();
    mutex.unlock();
    woken.send(true);
}

void main() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
        go(this::waits);
        here.receive();
    }
    mutex.lock();
    cond.broadcast();
    mutex.unlock();
    for (int i = 0; i < 3; i++) {
        woken.receive();
    }
    IO.println("3 woken");
    go(this::waits);
    here.receive();
    mutex.lock();
    mutex.unlock();
    select(
            onReceive(woken, v -> IO.println("the latecomer was woken")),
            otherwise(() -> IO.println("the latecomer waits")));
}

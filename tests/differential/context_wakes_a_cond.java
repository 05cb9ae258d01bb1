// A function for the end of a context wakes those who wait for a condition, which knows of no context.
//
// Output:
// gives up: context canceled
import static rendezvous.chan.Go.*;

import rendezvous.context.*;
import rendezvous.sync.*;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    Cond ready = new Cond(mutex);
    CancelContext ctx = Context.withCancel(Context.background());
    Context.afterFunc(ctx, () -> {
        mutex.lock();
        try {
            ready.broadcast();
        } finally {
            mutex.unlock();
        }
    });
    mutex.lock();
    try {
        go(() -> {
            mutex.lock(); // it is free when main waits
            mutex.unlock();
            ctx.cancel();
        });
        while (ctx.err() == null) {
            ready.await();
        }
        IO.println("gives up: " + ctx.err().getMessage());
    } finally {
        mutex.unlock();
    }
}

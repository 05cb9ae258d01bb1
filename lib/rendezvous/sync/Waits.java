package rendezvous.sync;

import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/** What is done alike wherever waiters queue up under a guard. */
final class Waits {
    private Waits() {}

    /** Ends all waits, for the calling goroutine; returns those to wake when the guard, which is held, is given back. */
    static @Nullable Waiter settleAll(WaitQueue queue, Object subject, @Nullable Object outcome) {
        Waiter all = queue.drain();
        Goroutine me = World.watched();
        for (Waiter waiter = all; waiter != null; waiter = waiter.next()) {
            waiter.unblocked(subject, me);
            waiter.settle(outcome);
        }
        return all;
    }

    /** Returns how many are queued. */
    static int size(Spinlock guard, WaitQueue queue) {
        guard.lock();
        int now = queue.size();
        guard.unlock();
        return now;
    }
}

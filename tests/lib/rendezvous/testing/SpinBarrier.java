package rendezvous.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets threads start something as nearly at the same time as can be, again and again.
 *
 * <p>A thread spins for a moment, so that those that run on processors of their own leave together, and parks then. It
 * does not yield: a virtual thread that yields in a loop can keep others from ever starting.
 */
public final class SpinBarrier {
    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 2_000 : 0;

    private final int parties;
    private final AtomicInteger arrived = new AtomicInteger();
    private final Queue<Thread> parked = new ConcurrentLinkedQueue<>();

    /** Creates a barrier for that many threads. */
    public SpinBarrier(int parties) {
        this.parties = parties;
    }

    /** Returns when all have arrived; an interrupt ends the wait, so that a failed test ends. */
    public void await() throws InterruptedException {
        int mine = arrived.getAndIncrement();
        int all = (mine / parties + 1) * parties;
        if (mine + 1 == all) {
            for (Thread thread = parked.poll(); thread != null; thread = parked.poll()) {
                LockSupport.unpark(thread);
            }
            return;
        }
        for (int i = 0; i < SPINS && arrived.get() < all; i++) {
            Thread.onSpinWait();
        }
        while (arrived.get() < all) {
            parked.add(Thread.currentThread()); // each time: the last one of the round before may have taken it out
            if (arrived.get() < all) {
                LockSupport.park(this);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted at the barrier");
            }
        }
    }
}

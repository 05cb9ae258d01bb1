package rendezvous.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets threads start something as nearly at the same time as can be, again and again. */
public final class SpinBarrier {
    private final int parties;
    private final AtomicInteger arrived = new AtomicInteger();

    /** Creates a barrier for that many threads. */
    public SpinBarrier(int parties) {
        this.parties = parties;
    }

    /** Returns when all have arrived; gives up by an interrupt, so that a failed test ends. */
    @SuppressWarnings("ThreadPriorityCheck") // gives the others a processor; decides nothing
    public void await() throws InterruptedException {
        int mine = arrived.getAndIncrement();
        int all = (mine / parties + 1) * parties;
        int spins = 0;
        while (arrived.get() < all) {
            if (++spins > 100) {
                Thread.yield();
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted at the barrier");
                }
            }
        }
    }
}

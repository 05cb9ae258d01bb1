package rendezvous.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A lock for a few instructions that never block: one compare-and-set to take it, one store to give it back.
 *
 * <p>It guards the queues of channels and locks. Nothing that can block or call a user's code runs under it, so a
 * holder gives it back within nanoseconds unless the operating system takes its processor away. A waiter spins only
 * where another processor can be running the holder, and yields otherwise. It is neither fair nor reentrant.
 *
 * <p>A virtual thread that holds it must not block, not even for another lock: it would be taken off its carrier, and
 * virtual threads that yield in a loop for this lock can keep it from ever getting on one again.
 *
 * <p>What runs under it may find no memory or no stack; then {@link #unlockAfterFailure} gives the lock back.
 *
 * {@snippet :
 * import rendezvous.runtime.Spinlock;
 *
 * Spinlock lock = new Spinlock();
 * int[] count = {0};
 * List<Goroutine> adders = new ArrayList<>();
 * for (int i = 0; i < 2; i++) {
 *     adders.add(go(() -> {
 *         for (int k = 0; k < 1000; k++) {
 *             lock.lock();
 *             count[0]++;
 *             lock.unlock();
 *         }
 *     }));
 * }
 * for (Goroutine adder : adders) {
 *     adder.await();
 * }
 * println(count[0]);   // Output: 2000
 * }
 *
 * <p><b>Memory consistency effects:</b> what happened before {@link #unlock()} happens before what follows the next
 * {@link #lock()}.
 */
public final class Spinlock {
    private static final int PATIENCE = 64; // looks: time for a dozen operations of who holds it
    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 64 : 0;
    private static final int STAMINA = 1 << 20; // looks: some 40 ms, in which the operating system lets everybody run
    private static final VarHandle HELD;

    static {
        try {
            HELD = MethodHandles.lookup().findVarHandle(Spinlock.class, "held", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through HELD
    private volatile boolean held;

    /** Takes the lock; returns once it is the caller's. */
    public void lock() {
        if (!HELD.compareAndSet(this, false, true)) {
            contend(0);
        }
    }

    /**
     * Takes the lock as {@link #lock} does; but where it is contended, who has it gets the time to take it a few times
     * more. For operations that go on and on: what they share then stays in one processor's cache for a while, which
     * makes each several times as cheap as if the processors took turns.
     */
    public void lockPatiently() {
        if (!HELD.compareAndSet(this, false, true)) {
            contend(PATIENCE);
        }
    }

    /**
     * Takes the lock if it is free, or gets free while a holder that runs on another processor finishes; never yields,
     * so a virtual thread may call it while it holds another.
     *
     * @return whether the lock is now the caller's
     */
    public boolean tryLock() {
        for (int spins = SPINS; !HELD.compareAndSet(this, false, true); spins--) {
            if (spins <= 0) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    @SuppressWarnings("ThreadPriorityCheck") // the yield is for progress, not for order: correct without it
    private void contend(int pauses) {
        int spins = SPINS;
        do {
            Spin.pause(pauses);
            while (held) {
                if (spins > 0) {
                    spins--;
                    Thread.onSpinWait();
                } else if (World.current().isReal()) {
                    Thread.yield();
                } else {
                    spins = STAMINA; // somebody outside of the world has it, and a yield would be a step inside
                }
            }
        } while (!HELD.compareAndSet(this, false, true));
    }

    /** Gives the lock back; the caller must hold it. */
    public void unlock() {
        HELD.setRelease(this, false);
    }

    /**
     * Gives the lock back when what ran under it threw; it would be held for ever else. Needs next to no stack, so that
     * it nearly always succeeds also where the stack was used up.
     */
    public void unlockAfterFailure() {
        held = false;
    }
}

package rendezvous.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.PanicException;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * A counter of what is under way, and a place to wait until it is zero: Go's {@code sync.WaitGroup}.
 *
 * {@snippet :
 * var group = new WaitGroup();
 * int[] squares = new int[4];
 * for (int i = 0; i < 4; i++) {
 *     int n = i;
 *     group.go(() -> squares[n] = n * n);
 * }
 * group.await();
 * println(Arrays.toString(squares));   // Output: [0, 1, 4, 9]
 * }
 *
 * <p>{@link #go} counts, starts and counts down again. Where that does not fit, call {@link #add} <em>before</em> the
 * goroutine is started, never in it: else {@link #await()} can come first, find zero, and return.
 *
 * {@snippet :
 * var group = new WaitGroup();
 * group.add(2);
 * go(group::done);
 * go(group::done);
 * group.await();
 * println(group);   // Output: WaitGroup (counter 0)
 * }
 *
 * <p>It can be used again once all who waited have returned.
 *
 * <p><b>A panic is not lost.</b> What code given to {@link #go} throws is a panic of its goroutine, see
 * {@link Goroutine}, and is not counted down: its work is not done. From then on every {@link #await()}, also one that
 * waits already, throws a {@link PanicException}, without waiting for the other goroutines. An exception of what is
 * started otherwise is not known here; count down in a {@code finally} block, or nobody is ever let go.
 *
 * <p><b>Memory consistency effects:</b> what happened before a {@link #done()} happens before what follows the
 * {@link #await()} that it lets go; the same holds of the end of code given to {@link #go}.
 *
 * <p><b>Differs from Go:</b> there, a panic ends the program. {@link #await()} ends with an exception when its thread is
 * interrupted; {@link #go} returns the goroutine.
 *
 * <p>Safe for use by many threads, virtual or platform.
 */
public final class WaitGroup {
    private static final long WAITED_FOR = 1; // beside the counter, which begins at the next bit
    private static final VarHandle STATE;
    private static final VarHandle PANICKED;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(WaitGroup.class, "state", long.class);
            PANICKED = MethodHandles.lookup().findVarHandle(WaitGroup.class, "panicked", Goroutine.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Spinlock guard = new Spinlock();
    private final WaitQueue queue = new WaitQueue();

    private volatile long state; // never only WAITED_FOR
    private volatile @Nullable Goroutine panicked; // the first

    /** Creates a group with counter zero. */
    public WaitGroup() {}

    /**
     * Adds to the counter; if it comes to zero, all who wait go on. Never waits.
     *
     * @param delta how much; may be negative
     * @throws IllegalStateException if the counter would be negative, or more than {@link Integer#MAX_VALUE}; it is left
     *     as it is
     */
    public void add(int delta) {
        World.point(delta < 0 ? "counts down" : "adds to", this);
        if (delta < 0) {
            World.releases(this);
        }
        count(delta);
        World.passed();
    }

    private void count(int delta) {
        while (true) {
            long now = state;
            long counter = (now >> 1) + delta;
            if (counter < 0) {
                throw new IllegalStateException("negative WaitGroup counter: got add(" + delta + ") at counter "
                        + (now >> 1) + ", want one done() for each add(1) or go(…)");
            }
            if (counter > Integer.MAX_VALUE) {
                throw new IllegalStateException("WaitGroup counter too large: got add(" + delta + ") at counter "
                        + (now >> 1) + ", want at most " + Integer.MAX_VALUE);
            }
            boolean last = counter == 0 && (now & WAITED_FOR) != 0;
            if (last ? release(now) : STATE.compareAndSet(this, now, counter << 1 | (now & WAITED_FOR))) {
                return;
            }
        }
    }

    /**
     * Counts one down: {@code add(-1)}.
     *
     * @throws IllegalStateException if the counter is zero; it is left so
     */
    public void done() {
        add(-1);
    }

    /** Comes to zero and lets all go who wait; false if the state is another by now, and then nothing was done. */
    private boolean release(long expected) {
        Waiter all = null;
        boolean zero;
        guard.lock();
        try {
            zero = STATE.compareAndSet(this, expected, 0);
            if (zero) {
                all = Waits.settleAll(queue, this, null);
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        Waiter.wakeAll(all);
        return zero;
    }

    /**
     * Counts one more, runs the code in a new goroutine, and counts down when the code has returned. Code that was started
     * so may call this again.
     *
     * @param body what it runs; what this throws is a panic, see {@link WaitGroup}
     * @return the goroutine
     */
    public Goroutine go(Body body) {
        Objects.requireNonNull(body, "code for a WaitGroup: got null, want what it runs");
        add(1);
        try {
            return Goroutine.start(null, World.current(), () -> run(body));
        } catch (Throwable t) {
            done(); // it never ran
            throw t;
        }
    }

    private void run(Body body) throws Exception {
        try {
            body.run();
            done();
        } catch (Throwable t) {
            panic(Objects.requireNonNull(Goroutine.current()));
            throw t;
        }
    }

    private void panic(Goroutine goroutine) {
        Waiter all;
        guard.lock();
        try {
            PANICKED.compareAndSet(this, null, goroutine);
            STATE.getAndBitwiseAnd(this, ~WAITED_FOR);
            all = Waits.settleAll(queue, this, null);
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        Waiter.wakeAll(all);
    }

    /**
     * Waits until the counter is zero; returns at once if it is. Any number of goroutines may wait.
     *
     * <p>A wait that was over before its thread was interrupted returns normally, with the interrupt flag set.
     *
     * @throws PanicException if code given to {@link #go} threw; the cause is what it threw
     * @throws InterruptedException if the thread is interrupted before the counter is zero
     * @throws IllegalStateException if the group was used again before this could return. That is found out only by luck:
     *     let all who wait return before the next {@link #add}, or take a new group
     */
    public void await() throws InterruptedException {
        World.point("waits for", this);
        if (panicked != null || state != 0) {
            awaitZero();
        }
        World.acquires(this);
    }

    private void awaitZero() throws InterruptedException {
        boolean waited = panicked == null && awaitRelease();
        Goroutine culprit = panicked;
        if (culprit != null) {
            culprit.await(); // throws; not before the panic was told, which must come first
        }
        long now = state;
        if (waited && now != 0) {
            throw new IllegalStateException("WaitGroup is reused before a former await() has returned: got counter "
                    + (now >> 1) + ", want all who wait to return before the next add");
        }
    }

    /** Waits for zero or a panic; false if there was no need to. */
    private boolean awaitRelease() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + Wait.GROUP.phrase() + ": " + this);
        }
        Waiter waiter = new Waiter(null);
        guard.lock();
        try {
            if (!queueUp(waiter)) {
                guard.unlock();
                return false;
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (!waiter.await(this) && waiter.giveUp(guard, this)) {
            throw waiter.interrupted("interrupted: it " + Wait.GROUP.phrase() + ": " + this);
        }
        return true;
    }

    /** Queues the waiter up; false if there is nothing to wait for. The guard is held. */
    private boolean queueUp(Waiter waiter) {
        long now;
        do {
            now = state;
            if (now == 0 || panicked != null) {
                return false;
            }
        } while (!STATE.compareAndSet(this, now, now | WAITED_FOR));
        queue.add(waiter, Wait.GROUP, this);
        return true;
    }

    /** Returns how many wait. */
    int waiting() {
        return Waits.size(guard, queue);
    }

    /** Returns the counter, and how many wait, for people. */
    @Override
    public String toString() {
        int waiting = waiting();
        return "WaitGroup (counter " + (state >> 1) + (waiting == 0 ? ")" : ", " + waiting + " waiting)");
    }
}

package rendezvous.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Spin;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * A lock that one holds at a time: Go's {@code sync.Mutex}.
 *
 * {@snippet :
 * var mutex = new Mutex();
 * var workers = new WaitGroup();
 * int[] count = {0};
 * for (int i = 0; i < 10; i++) {
 *     workers.go(() -> {
 *         mutex.lock();
 *         try {
 *             count[0]++;
 *         } finally {
 *             mutex.unlock();
 *         }
 *     });
 * }
 * workers.await();
 * println(count[0]);          // Output: 10
 * println(mutex.tryLock());   // Output: true
 * println(mutex.tryLock());   // Output: false
 * }
 *
 * <p>It is <em>not reentrant</em>: who locks it twice waits for itself. It has <em>no owner</em>: one goroutine may lock
 * it and another unlock it. Both are Go's meaning, and not that of {@code synchronized} and {@code ReentrantLock}.
 *
 * <p>It is fair in the long run. Normally a lock that gets free is for whoever comes first, which is often the one that
 * just had it and still runs; that is fastest. A waiter that has tried for more than a millisecond is preferred to
 * those who come later.
 *
 * <p><b>Memory consistency effects:</b> what happened before an {@link #unlock()} happens before what follows the next
 * {@link #lock()}, or {@link #tryLock()} that returns true.
 *
 * <p><b>Differs from Go:</b> a wait in {@link #lock()} ends with an exception when its thread is interrupted. Unlocking
 * what is not locked ends the program there; here it throws, and the mutex can be used as before.
 *
 * <p>Safe for use by many threads, virtual or platform.
 *
 * <h2>How it works</h2>
 *
 * One word holds the state; who finds it zero needs one compare-and-set to lock, and one to unlock. Waiters queue under
 * a lock for a few instructions. The fairness is that of Go ({@code internal/sync/mutex.go}): an unlock wakes the first
 * waiter, who must try again beside those who just came; if it fails, it waits at the front, and if by then it is
 * starving, the next unlock hands the lock over to it without ever unlocking. New here is that who comes later does not
 * even try when the one that was woken has not been let run for as long: a virtual thread is not taken off its carrier
 * by force, so with one carrier a loop of lock and unlock would keep it away for ever.
 */
public final class Mutex implements Locker {
    private static final int LOCKED = 1;
    private static final int WAITERS = 2; // somebody is queued
    private static final int WOKEN = 4; // a waiter was woken and tries to lock: no need to wake another
    private static final int STARVING = 8; // an unlock hands over to the first waiter; only together with LOCKED
    private static final long PATIENCE = 1_000_000; // nanoseconds
    private static final int LOOKS = 4; // before it queues up, if another processor may run the holder
    private static final int TRIAL = 64; // where looking was no use, one in so many tries again
    private static final int PAUSE = 100; // between them, in which the holder can lock a few times more
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Mutex.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final @Nullable Object shown; // whose part this is; null if it is a mutex of its own
    private final Spinlock guard = new Spinlock();
    private final WaitQueue queue = new WaitQueue();

    private @Nullable Waiter front; // before all in the queue: it was woken and came too late
    private volatile long wokenAt; // meaningful while WOKEN
    private int looks = LOOKS; // learned; racy, since a guess
    private int passed; // not exact, since it is counted under no lock
    private volatile int
            state; // all bits but LOCKED and WOKEN change only under the guard, or by their only beneficiary

    /** Creates a mutex that is not locked. */
    public Mutex() {
        this(null);
    }

    /** Creates a mutex as part of something that waiters are said to wait for in its place. */
    Mutex(@Nullable Object shown) {
        this.shown = shown;
    }

    /**
     * Locks it: waits until it is not locked by another.
     *
     * <p>A lock that could be had before its thread was interrupted returns normally, with the interrupt flag set.
     *
     * @throws InterruptedException if the thread is interrupted before that; it is not locked then
     */
    @Override
    public void lock() throws InterruptedException {
        World.point("locks", this);
        acquire();
        World.locks(this, Wait.LOCK);
    }

    /** Does what {@link #lock()} promises, for something that this is a part of. */
    void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + Wait.LOCK.phrase() + ": " + shown());
        }
        if (!STATE.compareAndSet(this, 0, LOCKED)) {
            contend();
        }
    }

    /**
     * Locks it if that needs no waiting.
     *
     * @return true if it was not locked, and is now
     */
    public boolean tryLock() {
        World.point("tries to lock", this);
        if (!tryAcquire()) {
            return false;
        }
        World.locks(this, Wait.LOCK);
        return true;
    }

    boolean tryAcquire() {
        int now = state;
        while ((now & LOCKED) == 0) {
            if (STATE.compareAndSet(this, now, now | LOCKED)) {
                return true;
            }
            now = state;
        }
        return false;
    }

    private void contend() throws InterruptedException {
        World world = World.current();
        boolean woken = false; // WOKEN is this thread's
        long since = 0;
        int left = Spin.isFor(world) ? looks() : 0;
        boolean looked = left > 0;
        while (true) {
            int now = state;
            if (left > 0 && (now & (LOCKED | STARVING)) == LOCKED) {
                left--;
                Spin.pause(PAUSE);
                continue;
            }
            if ((now & LOCKED) == 0 && (woken || mayPass(now, world))) {
                if (STATE.compareAndSet(this, now, (woken ? now & ~WOKEN : now) | LOCKED)) {
                    if (looked) {
                        looks = LOOKS;
                    }
                    return;
                }
                continue;
            }
            if (looked) {
                looks = Math.max(0, looks - 1);
                looked = false;
            }
            long time = world.nanoTime();
            if (!woken) {
                since = time;
            }
            Waiter waiter = queueUp(woken, time - since > PATIENCE);
            if (waiter == null) {
                continue;
            }
            if (await(waiter) == Turn.HOLDS) {
                if (world.nanoTime() - since <= PATIENCE) {
                    STATE.getAndBitwiseAnd(this, ~STARVING); // those behind are not older
                }
                return;
            }
            woken = true;
        }
    }

    /** Returns how often to look before queueing up: less and less while that is no use, but for a trial now and then. */
    private int looks() {
        int now = looks;
        return now > 0 || ThreadLocalRandom.current().nextInt(TRIAL) != 0 ? now : 1;
    }

    /** Returns whether one that comes now may lock before the waiter that was woken, if there is one. */
    private boolean mayPass(int now, World world) {
        return (now & WOKEN) == 0
                || (++passed & 15) != 0 // asking for the time costs more than the rest
                || world.nanoTime() - wokenAt <= PATIENCE;
    }

    /**
     * Queues the calling thread up, at the front if it was woken before. Returns null if it should try again instead:
     * who is queued must be sure of an unlock to come, by one that holds it or will.
     */
    private @Nullable Waiter queueUp(boolean woken, boolean starving) {
        Waiter waiter = newWaiter(woken);
        guard.lock();
        try {
            int now;
            int next;
            do {
                now = state;
                if ((now & LOCKED) == 0 && (woken || (now & WOKEN) == 0)) {
                    guard.unlock();
                    return null;
                }
                next = (woken ? now & ~WOKEN : now) | WAITERS | (starving ? STARVING : 0);
            } while (!STATE.compareAndSet(this, now, next));
            if (woken) {
                waiter.blocks(Wait.LOCK, shown());
                front = waiter;
            } else {
                queue.add(waiter, Wait.LOCK, shown());
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        return waiter;
    }

    /** Makes a waiter; a woken thread that finds no memory for it lets another try. */
    private Waiter newWaiter(boolean woken) {
        try {
            return new Waiter(null);
        } catch (Throwable t) {
            if (woken) {
                STATE.getAndBitwiseAnd(this, ~WOKEN);
                if (tryAcquire()) {
                    release();
                }
            }
            throw t;
        }
    }

    /** Waits for the waiter's turn; returns which. */
    private @Nullable Object await(Waiter waiter) throws InterruptedException {
        if (!waiter.await(shown()) && giveUp(waiter)) {
            throw waiter.interrupted("interrupted: it " + Wait.LOCK.phrase() + ": " + shown());
        }
        return waiter.item();
    }

    @SuppressWarnings("ReferenceEquality") // this very waiter
    private boolean giveUp(Waiter waiter) {
        guard.lock();
        try {
            boolean gaveUp = waiter.giveUp(shown());
            if (front == waiter) {
                front = null; // it leaves the front either way: one that was served was taken out
            }
            guard.unlock();
            return gaveUp;
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
    }

    /**
     * Unlocks it, whoever locked it. Never waits.
     *
     * @throws IllegalMonitorStateException if it is not locked
     */
    @Override
    public void unlock() {
        World.point("unlocks", this);
        World.unlocks(this, Wait.LOCK, this);
        release();
        World.passed();
    }

    void release() {
        if (!STATE.compareAndSet(this, LOCKED, 0)) {
            unlockContended();
        }
    }

    private void unlockContended() {
        int now = state;
        while ((now & LOCKED) != 0 && !mustServe(now)) {
            if (STATE.compareAndSet(this, now, now & ~LOCKED)) {
                return;
            }
            now = state;
        }
        guard.lock();
        boolean locked;
        Waiter served = null;
        try {
            int waiting = queued();
            do {
                now = state;
                locked = (now & LOCKED) != 0;
            } while (locked && !STATE.compareAndSet(this, now, afterUnlock(now, waiting)));
            if (locked && waiting > 0 && mustServe(now)) {
                served = serve((now & STARVING) == 0 ? Turn.MAY_TRY : Turn.HOLDS);
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (!locked) {
            throw new IllegalMonitorStateException(
                    "unlock of unlocked mutex: got unlock() of " + shown() + ", want one lock() before each unlock()");
        }
        if (served != null) {
            served.wake();
        }
    }

    /** Returns whether an unlock in this state has to take care of a waiter. */
    private static boolean mustServe(int now) {
        return (now & WAITERS) != 0 && (now & WOKEN) == 0;
    }

    /** Returns the state after an unlock that finds so many waiting. The guard is held. */
    private int afterUnlock(int now, int waiting) {
        if (!mustServe(now) || waiting == 0) {
            return now & ~(waiting == 0 ? LOCKED | WAITERS | STARVING : LOCKED);
        }
        int next = now;
        if ((now & STARVING) == 0) {
            wokenAt = World.current().nanoTime(); // before WOKEN shows
            next = (now & ~LOCKED) | WOKEN;
        }
        return waiting == 1 ? next & ~(WAITERS | STARVING) : next;
    }

    /** Ends the first waiter's wait. The guard is held. */
    private Waiter serve(Turn turn) {
        Waiter first = front;
        if (first == null) {
            first = Objects.requireNonNull(queue.poll());
        }
        front = null;
        first.unblocked(shown(), World.watched());
        first.settle(turn);
        return first;
    }

    /** Returns how many are queued. The guard is held. */
    private int queued() {
        return queue.size() + (front == null ? 0 : 1);
    }

    /** Returns how many wait. */
    int waiting() {
        guard.lock();
        int now = queued();
        guard.unlock();
        return now;
    }

    private Object shown() {
        return shown == null ? this : shown;
    }

    /** Returns whether it is locked, and how many wait, for people. */
    @Override
    public String toString() {
        int waiting = waiting();
        return "mutex (" + ((state & LOCKED) == 0 ? "unlocked" : "locked")
                + (waiting == 0 ? ")" : ", " + waiting + " waiting)");
    }

    /** What a waiter has come to. */
    private enum Turn {
        /** It holds the lock. */
        HOLDS,
        /** It may try to lock, beside others. */
        MAY_TRY
    }
}

package rendezvous.sync;

import java.util.Objects;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * A place to wait for a change of something that a lock guards: Go's {@code sync.Cond}.
 *
 * {@snippet :
 * var mutex = new Mutex();
 * var filled = new Cond(mutex);
 * var basket = new ArrayDeque<String>();
 * Goroutine eater = go(() -> {
 *     mutex.lock();
 *     try {
 *         while (basket.isEmpty()) {
 *             filled.await();
 *         }
 *         println("eats the " + basket.remove());   // Output: eats the pear
 *     } finally {
 *         mutex.unlock();
 *     }
 * });
 * mutex.lock();
 * try {
 *     basket.add("pear");
 *     filled.signal();
 * } finally {
 *     mutex.unlock();
 * }
 * eater.await();
 * }
 *
 * <p>{@link #await()} returns for a {@link #signal()} or {@link #broadcast()} and for nothing else. It must stand in a
 * loop even so: between the signal and the moment when the waiter has its lock again, another can have come and changed
 * what it waited for. Often a channel is simpler.
 *
 * <p><b>Memory consistency effects:</b> what happened before a signal or broadcast happens before what follows the return
 * of the {@code await} that it ended.
 *
 * <p><b>Differs from Go:</b> a wait in {@link #await()} ends with an exception when its thread is interrupted. From
 * {@link java.util.concurrent.locks.Condition} it differs in that nobody is woken for nothing, that waiters are served
 * first come, first served, and that a signal needs no lock.
 *
 * <p>Safe for use by many threads, virtual or platform.
 */
public final class Cond {
    private final Locker locker;
    private final Spinlock guard = new Spinlock();
    private final WaitQueue queue = new WaitQueue();

    /**
     * Creates a condition.
     *
     * @param locker what guards the thing that waiters wait for: a {@link Mutex}, an {@link RWMutex} or its readers' side
     */
    public Cond(Locker locker) {
        this.locker = Objects.requireNonNull(locker, "lock of a Cond: got null, want the lock that waiters hold");
    }

    /**
     * Unlocks the lock, waits for a signal, and locks it again before it returns, or throws. The calling goroutine must
     * hold the lock. No signal can get lost in between: whoever signals after the lock was unlocked finds this waiter.
     *
     * <p>A signal counts once. If it came before the interrupt, this returns normally, with the interrupt flag set; if
     * the interrupt came before it, it goes to the next waiter. Locking again cannot be interrupted; an interrupt that
     * comes meanwhile sets the flag, unless this throws anyway.
     *
     * <p>In one case it throws without the lock: if all are asleep, and one that sleeps keeps the lock. See
     * {@link rendezvous.runtime.DeadlockError}.
     *
     * @throws InterruptedException if the thread is interrupted before a signal; the lock is held then, too
     * @throws IllegalMonitorStateException if the lock is not locked; nothing was waited for
     */
    public void await() throws InterruptedException {
        World.point("waits for a signal", this);
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + Wait.COND.phrase());
        }
        Waiter waiter = new Waiter(null);
        queueUp(waiter); // first: from the moment of the unlock a signal must find it
        try {
            locker.unlock();
        } catch (Throwable t) {
            leave(waiter);
            throw t;
        }
        boolean signalled = true;
        try {
            signalled = waiter.await(this) || !waiter.giveUp(guard, this);
        } finally {
            if (waiter.isHopeless() && !signalled) {
                relockAmongSleepers();
            } else {
                relock(signalled);
            }
        }
        if (!signalled) {
            throw waiter.interrupted("interrupted: it " + Wait.COND.phrase());
        }
        World.acquires(this);
    }

    private void queueUp(Waiter waiter) {
        guard.lock();
        try {
            queue.add(waiter, Wait.COND, this);
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
    }

    /** Takes out a waiter that will not wait; a signal that it got meanwhile goes to the next. */
    private void leave(Waiter waiter) {
        Object outcome;
        guard.lock();
        try {
            outcome = waiter.item();
            if (outcome == null) {
                waiter.giveUp(this);
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (outcome == Outcome.SIGNALLED) {
            signal();
        }
    }

    /** Locks the lock whatever interrupts come, and keeps one for the caller if the caller is not told by an exception. */
    private void relock(boolean keep) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    locker.lock();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true; // the lock comes first
                }
            }
        } finally {
            if (interrupted && keep) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Locks the lock unless one of those who are all asleep holds it: to wait for that would be to wait for ever. */
    private void relockAmongSleepers() {
        switch (locker) {
            case Mutex mutex -> {
                var _ = mutex.tryLock();
            }
            case RWMutex mutex -> {
                var _ = mutex.tryLock();
            }
            case ReadLocker(RWMutex mutex) -> {
                var _ = mutex.tryRLock();
            }
            default -> relock(false); // it cannot be asked
        }
    }

    /**
     * Ends the wait of the one that has waited longest; does nothing if nobody waits. Never waits. The caller may hold the
     * lock or not. Who comes to wait later cannot take the signal.
     */
    public void signal() {
        World.point("signals", this);
        World.releases(this);
        Waiter first;
        guard.lock();
        try {
            first = queue.poll();
            if (first != null) {
                first.unblocked(this, World.watched());
                first.settle(Outcome.SIGNALLED);
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (first != null) {
            first.wake();
        }
        World.passed();
    }

    /**
     * Ends the wait of all that wait now, and of nobody that comes later. Never waits. The caller may hold the lock or
     * not.
     */
    public void broadcast() {
        World.point("broadcasts", this);
        World.releases(this);
        Waiter all;
        guard.lock();
        try {
            all = Waits.settleAll(queue, this, Outcome.BROADCAST);
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        Waiter.wakeAll(all);
        World.passed();
    }

    /** Returns how many wait. */
    int waiting() {
        return Waits.size(guard, queue);
    }

    /** Returns how many wait, for people. */
    @Override
    public String toString() {
        return "condition (" + waiting() + " waiting)";
    }

    /** How a wait ends. */
    private enum Outcome {
        /** By a signal, which another can take in its place. */
        SIGNALLED,
        /** By a broadcast, which all had who waited then. */
        BROADCAST
    }
}

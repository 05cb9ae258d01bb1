package rendezvous.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * A lock that many readers share or one writer has: Go's {@code sync.RWMutex}.
 *
 * {@snippet :
 * var mutex = new RWMutex();
 * mutex.rLock();
 * println(mutex.tryRLock());   // Output: true
 * println(mutex.tryLock());    // Output: false
 * mutex.rUnlock();
 * mutex.rUnlock();
 * mutex.lock();
 * println(mutex.tryRLock());   // Output: false
 * mutex.unlock();
 * }
 *
 * <p>A writer that waits stops new readers, so that readers who come and go cannot keep it out; when it is done, the
 * readers that waited meanwhile all go before the next writer. So a goroutine that reads must not ask to read again: if
 * a writer came in between, both wait for ever. A reader cannot become a writer, nor a writer a reader, without
 * unlocking first. As with {@link Mutex}, nobody owns it: any goroutine may unlock it.
 *
 * <p>It pays where reading takes long and writing is rare. For a few instructions a {@link Mutex} is the faster lock.
 *
 * <p><b>Memory consistency effects:</b> what happened before an {@link #unlock()} happens before what follows the next
 * {@link #lock()} and {@link #rLock()}; what happened before an {@link #rUnlock()} happens before what follows the next
 * {@link #lock()}. The same holds of {@link #tryLock()} and {@link #tryRLock()} that return true.
 *
 * <p><b>Differs from Go:</b> a wait in {@link #lock()} or {@link #rLock()} ends with an exception when its thread is
 * interrupted. Unlocking what is not locked ends the program there; here it throws, and the mutex can be used as before.
 *
 * <p>Safe for use by many threads, virtual or platform.
 *
 * <h2>How it works</h2>
 *
 * The design is that of Go ({@code rwmutex.go}): writers line up at a {@link Mutex}; the one that has it announces itself
 * in the word that counts the readers, and waits for those that are there. Readers who come from then on queue up. A
 * reader needs one compare-and-set to lock and one to unlock, a writer two.
 */
public final class RWMutex implements Locker {
    private static final int WANTED = 1; // by a writer that waits for readers to leave, or has it
    private static final int HELD = 2; // by a writer
    private static final int QUEUED = 4; // readers wait
    private static final int READER = 8; // one of the readers that have it
    private static final int MAX = Integer.MAX_VALUE - READER;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(RWMutex.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Mutex writers = new Mutex(this);
    private final Spinlock guard = new Spinlock();
    private final WaitQueue readers = new WaitQueue();

    private @Nullable Waiter writer; // waits for the readers to leave
    private volatile int state; // while it is wanted, it has no more readers than before

    /** Creates one that is not locked. */
    public RWMutex() {}

    /**
     * Locks it for writing: waits until no other has it, to read or to write.
     *
     * <p>A lock that could be had before its thread was interrupted returns normally, with the interrupt flag set.
     *
     * @throws InterruptedException if the thread is interrupted before that; it is not locked then, and readers that
     *     waited for this writer go on
     */
    @Override
    public void lock() throws InterruptedException {
        World.point("locks", this);
        writers.acquire();
        if (!STATE.compareAndSet(this, 0, WANTED | HELD)) {
            try {
                awaitReaders();
            } catch (Throwable t) {
                writers.release();
                throw t;
            }
        }
        acquired();
    }

    /** A writer comes after the writers and after the readers before it; a reader comes only after the writers. */
    private void acquired() {
        World.locks(this, Wait.LOCK);
        World.acquires(writers);
    }

    /** Waits until the readers that are there have left; none can come. The calling thread has the writers' mutex. */
    private void awaitReaders() throws InterruptedException {
        Waiter waiter = new Waiter(null);
        guard.lock();
        try {
            waiter.blocks(Wait.LOCK, this);
            boolean free;
            int now;
            do {
                now = state;
                free = now < READER;
            } while (!STATE.compareAndSet(this, now, now | (free ? WANTED | HELD : WANTED)));
            if (free) {
                waiter.unblocked(this, null);
            } else {
                writer = waiter;
            }
            guard.unlock();
            if (free) {
                return;
            }
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (!waiter.await(this) && withdraw(waiter)) {
            throw waiter.interrupted("interrupted: it " + Wait.LOCK.phrase() + ": " + this);
        }
    }

    /** Lets the readers go on that wait for a writer that gave up; false if the writer has it already. */
    private boolean withdraw(Waiter waiter) {
        Waiter admitted = null;
        boolean gaveUp;
        guard.lock();
        try {
            gaveUp = waiter.giveUp(this);
            if (gaveUp) {
                writer = null;
                admitted = admit();
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        Waiter.wakeAll(admitted);
        return gaveUp;
    }

    /**
     * Locks it for writing if that needs no waiting.
     *
     * @return true if nobody had it, and the caller has it now
     */
    public boolean tryLock() {
        World.point("tries to lock", this);
        if (!writers.tryAcquire()) {
            return false;
        }
        if (STATE.compareAndSet(this, 0, WANTED | HELD)) {
            acquired();
            return true;
        }
        writers.release();
        return false;
    }

    /**
     * Unlocks it after writing, whoever locked it. Never waits.
     *
     * @throws IllegalMonitorStateException if no writer has it
     */
    @Override
    public void unlock() {
        World.point("unlocks", this);
        World.unlocks(this, Wait.LOCK, this);
        if (!STATE.compareAndSet(this, WANTED | HELD, 0)) {
            unlockContended();
        }
        writers.release();
        World.passed();
    }

    private void unlockContended() {
        Waiter admitted = null;
        boolean held;
        guard.lock();
        try {
            held = (state & HELD) != 0;
            if (held) {
                admitted = admit();
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (!held) {
            throw new IllegalMonitorStateException(
                    "unlock of unlocked RWMutex: got unlock() of " + this + ", want one lock() before each unlock()");
        }
        Waiter.wakeAll(admitted);
    }

    /** Gives the lock to all readers that wait; no writer wants it now. Returns them. The guard is held. */
    private @Nullable Waiter admit() {
        int more = readers.size() * READER;
        int now;
        do {
            now = state;
        } while (!STATE.compareAndSet(this, now, (now & ~(WANTED | HELD | QUEUED)) + more));
        return Waits.settleAll(readers, this, null);
    }

    /**
     * Locks it for reading: waits until no writer has it or waits for it.
     *
     * <p>A lock that could be had before its thread was interrupted returns normally, with the interrupt flag set.
     *
     * @throws InterruptedException if the thread is interrupted before that; it is not locked then
     * @throws IllegalStateException if more than 268 million readers have it: one forgets to unlock
     */
    public void rLock() throws InterruptedException {
        World.point("locks to read", this);
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + Wait.READ_LOCK.phrase() + ": " + this);
        }
        if (!tryRead()) {
            awaitWriter();
        }
        World.locks(this, Wait.READ_LOCK);
    }

    private void awaitWriter() throws InterruptedException {
        Waiter waiter = new Waiter(null);
        guard.lock();
        try {
            if (!queueUp(waiter)) {
                guard.unlock();
                return;
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (!waiter.await(this) && waiter.giveUp(guard, this)) {
            throw waiter.interrupted("interrupted: it " + Wait.READ_LOCK.phrase() + ": " + this);
        }
    }

    /** Queues the waiter up; false if no writer is there any more, and then the caller has the lock. The guard is held. */
    private boolean queueUp(Waiter waiter) {
        do {
            if (tryRead()) {
                return false;
            }
        } while (!mark());
        readers.add(waiter, Wait.READ_LOCK, this);
        return true;
    }

    /** Notes that readers wait; false if that is no longer so. */
    private boolean mark() {
        int now = state;
        return (now & WANTED) != 0 && STATE.compareAndSet(this, now, now | QUEUED);
    }

    /**
     * Locks it for reading if that needs no waiting.
     *
     * @return true if no writer had it or waited for it, and the caller reads now
     * @throws IllegalStateException if more than 268 million readers have it: one forgets to unlock
     */
    public boolean tryRLock() {
        World.point("tries to lock to read", this);
        if (!tryRead()) {
            return false;
        }
        World.locks(this, Wait.READ_LOCK);
        return true;
    }

    private boolean tryRead() {
        int now = state;
        while ((now & WANTED) == 0) {
            if (now > MAX) {
                throw new IllegalStateException(
                        "too many readers: got rLock() of " + this + ", want one rUnlock() after each rLock()");
            }
            if (STATE.compareAndSet(this, now, now + READER)) {
                return true;
            }
            now = state;
        }
        return false;
    }

    /**
     * Unlocks it after reading, for one reader, whoever locked it. Never waits.
     *
     * @throws IllegalMonitorStateException if no reader has it
     */
    public void rUnlock() {
        World.point("unlocks after reading", this);
        World.unlocks(this, Wait.READ_LOCK, writers);
        int now;
        do {
            now = state;
            if (now < READER) {
                throw new IllegalMonitorStateException("rUnlock of unlocked RWMutex: got rUnlock() of " + this
                        + ", want one rLock() before each rUnlock()");
            }
        } while (!STATE.compareAndSet(this, now, now - READER));
        if ((now & WANTED) != 0 && now - READER < READER) {
            lastLeft();
        }
        World.passed();
    }

    /** Gives the lock to the writer that waits for the readers to leave, if it still does. */
    private void lastLeft() {
        Waiter served = null;
        guard.lock();
        try {
            if (writer != null && state < READER) {
                served = writer;
                writer = null;
                STATE.getAndBitwiseOr(this, HELD);
                served.unblocked(this, World.watched());
                served.settle(null);
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (served != null) {
            served.wake();
        }
    }

    /**
     * Returns the reader's side as a {@link Locker}, for a {@link Cond} of readers: its {@code lock} is {@link #rLock()},
     * its {@code unlock} is {@link #rUnlock()}.
     */
    public Locker rLocker() {
        return new ReadLocker(this);
    }

    /** Returns how many readers wait. */
    int waitingReaders() {
        return Waits.size(guard, readers);
    }

    /** Returns how many writers wait. */
    int waitingWriters() {
        guard.lock();
        int now = writer == null ? 0 : 1;
        guard.unlock();
        return now + writers.waiting();
    }

    /** Returns who has it and how many wait, for people. */
    @Override
    public String toString() {
        int now = state;
        int waiting = waitingReaders() + waitingWriters();
        return "RWMutex (" + ((now & HELD) != 0 ? "locked" : now < READER ? "unlocked" : "readers: " + now / READER)
                + (waiting == 0 ? ")" : ", " + waiting + " waiting)");
    }
}

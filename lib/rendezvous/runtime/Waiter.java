package rendezvous.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread that waits for one operation: what it brought or gets, and how it is woken.
 *
 * <p>Whoever ends the wait takes it out of its {@link WaitQueue} and {@linkplain #settle settles} it, both under the
 * lock that guards the queue, and {@linkplain #wake wakes} it after that lock is given back. All fields but the state
 * are guarded by that lock until then, and by the state's happens-before afterwards.
 *
 * A gate that is shut until it is opened shows who does what:
 *
 * {@snippet :
 * import rendezvous.runtime.*;
 *
 * final class Gate {
 *     private final Spinlock lock = new Spinlock();
 *     private final WaitQueue waiting = new WaitQueue();
 *     private boolean open;
 *
 *     void pass() throws InterruptedException {
 *         Waiter waiter = new Waiter(null);
 *         lock.lock();
 *         boolean through = open;
 *         if (!through) {
 *             waiting.add(waiter);
 *         }
 *         lock.unlock();
 *         if (!through && !waiter.await(this)) {
 *             lock.lock();
 *             boolean gaveUp = waiter.giveUp(this);
 *             lock.unlock();
 *             if (gaveUp) {
 *                 throw new InterruptedException("interrupted at the gate");
 *             }
 *         }
 *     }
 *
 *     void open() {
 *         lock.lock();
 *         open = true;
 *         Waiter chain = waiting.drain();
 *         for (Waiter waiter = chain; waiter != null; waiter = waiter.next()) {
 *             waiter.settle(null);
 *         }
 *         lock.unlock();
 *         Waiter.wakeAll(chain);
 *     }
 * }
 *
 * Gate gate = new Gate();
 * Goroutine guest = go(() -> {
 *     gate.pass();
 *     println("passed");
 * });
 * gate.open();
 * guest.await();   // Output: passed
 * }
 */
public final class Waiter {
    private static final int WAITING = 0;
    private static final int PARKED = 1; // parked or about to: needs an unpark
    private static final int SETTLED = 2;
    private static final VarHandle STATE;
    private static final VarHandle WINNER;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Waiter.class, "state", int.class);
            WINNER = MethodHandles.lookup().findVarHandle(Waiter.class, "winner", Waiter.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Thread thread;
    private final World world;
    private final @Nullable Goroutine watched;
    private final @Nullable Waiter whole; // of a branch: the wait that it is a part of

    @Nullable
    Waiter previous;

    @Nullable
    Waiter next;

    @Nullable
    WaitQueue queue;

    private @Nullable Object item;
    private @Nullable Wait kind; // this and what follows is for reports
    private @Nullable Object subject;
    private boolean timed;
    private boolean measured; // whether it waits since then, or was then first seen to
    private long since; // 0 if nobody has looked
    private @Nullable DeadlockError deadlock;
    private boolean parked; // when it was settled
    private volatile @Nullable Waiter winner; // of a wait with branches: the one that was claimed; itself if it gave up
    private volatile int state = WAITING;

    /**
     * Creates a waiter for the calling thread.
     *
     * @param item what it brings, such as the value to send; null if it comes to get
     */
    public Waiter(@Nullable Object item) {
        this.item = item;
        this.thread = Thread.currentThread();
        this.world = World.current();
        this.watched = World.watched();
        this.whole = null;
    }

    private Waiter(Waiter whole, @Nullable Object item) {
        this.item = item;
        this.thread = whole.thread;
        this.world = whole.world;
        this.watched = whole.watched;
        this.whole = whole;
    }

    /**
     * Creates a branch of this wait, to be queued in its place: whoever first {@linkplain WaitQueue#poll takes} one of
     * them out of its queue ends the whole wait, and nobody can take another any more.
     *
     * @param item what the waiter brings to this branch
     */
    public Waiter branch(@Nullable Object item) {
        return new Waiter(this, item);
    }

    /** Takes it for the caller, who will settle it; false if another branch of the same wait was taken before. */
    boolean claim() {
        return whole == null || WINNER.compareAndSet(whole, null, this);
    }

    /** Of a wait with branches that is settled: the branch that was. */
    public @Nullable Waiter winner() {
        return winner;
    }

    /**
     * Of a wait with branches: gives up. No branch can be taken any more; those still queued must be
     * {@linkplain #leave taken out}.
     *
     * @param interrupted whether an interrupt, whose flag was cleared, is why
     * @param subject what was waited for
     * @return false if a branch was taken meanwhile: then that counts, it is settled when this returns, and the
     *     interrupt flag is set again
     */
    public boolean abandon(boolean interrupted, @Nullable Object subject) {
        if (!WINNER.compareAndSet(this, null, this)) {
            boolean again = interrupted && deadlock == null;
            while (state != SETTLED) { // whoever took it holds a lock for a few instructions more
                again |= Thread.interrupted();
                if (STATE.compareAndSet(this, WAITING, PARKED) || state == PARKED) {
                    world.park(this);
                }
            }
            if (again) {
                thread.interrupt();
            }
            return false;
        }
        unblocked(subject, null);
        return true;
    }

    /** Returns whether it is in a queue. Without the lock that guards the queue, true may be out of date. */
    public boolean isQueued() {
        return queue != null;
    }

    /** Leaves its queue if it is still there. Call it under the lock that guards the queue. */
    public void leave() {
        if (queue != null) {
            queue.remove(this);
        }
    }

    /** Returns what the waiter brought, or, once settled, what it got. */
    public @Nullable Object item() {
        return item;
    }

    /** Returns the goroutine that waits, if its world is watched. */
    public @Nullable Goroutine watched() {
        return watched;
    }

    /** Notes that the wait begins, and tells the probe of the waiter's world. */
    public void blocks(Wait wait, @Nullable Object subject) {
        this.kind = wait;
        if (watched != null) {
            world.tell(Event.Kind.BLOCK, watched, subject, wait, null);
        }
    }

    /** Tells the probe of the waiter's world what was done for it, and that its wait is over. */
    public void did(Event.Kind kind, Object subject, @Nullable Object value, @Nullable Goroutine peer) {
        if (watched != null) {
            world.tell(kind, watched, subject, value, peer);
            unblocked(subject, peer);
        }
    }

    /** Tells the probe of the waiter's world that its wait is over. */
    public void unblocked(@Nullable Object subject, @Nullable Goroutine peer) {
        if (watched != null) {
            world.tell(Event.Kind.UNBLOCK, watched, subject, null, peer);
        }
    }

    /** Ends the wait: the waiter has its outcome. Call it once, under the lock that guards the queue. */
    public void settle(@Nullable Object outcome) {
        this.item = outcome;
        Waiter waiting = whole == null ? this : whole;
        waiting.parked = (int) STATE.getAndSet(waiting, SETTLED) == PARKED;
    }

    /** Returns the one after this in a queue, or in a chain taken out of one; null if this is the last. */
    public @Nullable Waiter next() {
        return next;
    }

    /** Puts this, which is in no queue, before a chain; null is the empty chain. */
    public void chain(@Nullable Waiter rest) {
        next = rest;
    }

    /** Lets the threads of a chain of settled waiters go on, in order; null is the empty chain. */
    public static void wakeAll(@Nullable Waiter chain) {
        Waiter waiter = chain;
        while (waiter != null) {
            Waiter rest = waiter.next;
            waiter.next = null; // a woken waiter must not keep the others from being collected
            waiter.wake();
            waiter = rest;
        }
    }

    /** Lets the waiter's thread go on. Call it after {@link #settle}, when the lock is given back. */
    public void wake() {
        if (whole == null ? parked : whole.parked) {
            world.unpark(thread);
        }
    }

    /**
     * Looks on for a moment, a few microseconds at most, whether somebody ends the wait at once; {@link #await} follows.
     * For waits that another goroutine usually ends before a thread could be parked and woken, if both run.
     */
    public void linger() {
        int left = Spin.isFor(world) ? Spin.ALL.budget() : 0;
        if (left == 0) {
            return;
        }
        while (state != SETTLED) {
            if (--left < 0) {
                Spin.ALL.lost();
                return;
            }
            Thread.onSpinWait();
        }
        Spin.ALL.paid();
    }

    /**
     * Waits until settled, or interrupted. The caller, which is the waiter's own thread, must hold no lock.
     *
     * <p>A thread that is no goroutine stops waiting, too, when it is certain that nobody will ever settle this: see
     * {@link DeadlockError}.
     *
     * @param subject what is waited for
     * @return true if settled; false if interrupted first, with the flag cleared, or in a deadlock: then the caller must
     *     look, under the lock, whether the waiter is still queued, since it may have been settled meanwhile, and throw
     *     what {@link #interrupted} gives if it was not
     */
    public boolean await(Object subject) {
        boolean looks = DeadlockCheck.isFor(thread, world);
        noteStart(subject, looks);
        DeadlockCheck check = looks ? new DeadlockCheck(this) : null;
        while (state != SETTLED) {
            if (Thread.interrupted()) {
                World.passed(); // it may yet be settled before it gives up
                return false;
            }
            if (STATE.compareAndSet(this, WAITING, PARKED) || state == PARKED) {
                if (check == null) {
                    world.park(this);
                } else if (check.parkAndLook()) {
                    deadlock = check.error();
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Waits until settled, interrupted, or a moment has come. The caller, which is the waiter's own thread, must hold no
     * lock. Unless it is settled the caller must look, under the lock, whether the waiter is still queued.
     *
     * @param subject what is waited for
     * @param deadline until when, on the clock of the waiter's world
     */
    public Woken awaitUntil(Object subject, long deadline) {
        timed = true;
        noteStart(subject, false);
        Alarm alarm = null; // several times as cheap as the JDK's timed park of a virtual thread
        try {
            while (state != SETTLED) {
                if (Thread.interrupted()) {
                    World.passed(); // as in await
                    return Woken.INTERRUPTED;
                }
                long left = deadline - world.nanoTime();
                if (left <= 0) {
                    World.passed();
                    return Woken.TIMED_OUT;
                }
                if (alarm == null) {
                    alarm = world.unparkIn(thread, left);
                    continue; // time has passed since, and the alarm was set by what was left before
                }
                if (STATE.compareAndSet(this, WAITING, PARKED) || state == PARKED) {
                    world.park(this);
                }
            }
            return Woken.SETTLED;
        } finally {
            if (alarm != null) {
                alarm.cancel();
            }
        }
    }

    /** Returns whether {@link #await} ended since nobody is left who could have settled this, and not by an interrupt. */
    public boolean isHopeless() {
        return deadlock != null;
    }

    /**
     * Returns what to throw when the waiter gave up a wait that {@link #await} or {@link #awaitUntil} ended.
     *
     * @param message what was interrupted
     * @throws DeadlockError if it was not interrupted: nobody is left who could wake it
     */
    public InterruptedException interrupted(String message) {
        if (deadlock != null) {
            throw deadlock;
        }
        return new InterruptedException(message);
    }

    private void noteStart(Object subject, boolean looks) {
        this.subject = subject;
        if (looks || StartSite.isRecording()) {
            since = System.nanoTime();
            measured = true;
        }
    }

    /** Returns the waiter that the thread is parked for now; null if it is parked for none. */
    static @Nullable Waiter of(Thread thread) {
        // The blocker is where the thread itself says so: who parks need not tell anybody else.
        return LockSupport.getBlocker(thread) instanceof Waiter waiter && waiter.isParked() ? waiter : null;
    }

    /** Returns whether it is parked, or about to park, and nobody has settled it. */
    boolean isParked() {
        return state == PARKED;
    }

    /** Returns whether time ends the wait if nobody does, or whoever drives its world may. */
    boolean endsByItself() {
        return timed || !world.isReal();
    }

    /** Returns what is waited for; null if that was not said. */
    @Nullable
    Wait kind() {
        return kind;
    }

    /** Returns what is waited on, such as a channel; null if nothing. */
    @Nullable
    Object subject() {
        return subject;
    }

    /** Notes that the wait is seen by the deadlock check, one thread at a time. */
    void seen(long now) {
        if (since == 0) {
            since = now;
        }
    }

    /** Returns since when it waits, as far as is known: by {@link System#nanoTime}; 0 if nothing is. */
    long since() {
        return since;
    }

    /** Returns whether it waits just since then, or perhaps longer. */
    boolean isMeasured() {
        return measured;
    }

    /** How a wait with a deadline ended. */
    public enum Woken {
        /** Somebody ended it. */
        SETTLED,
        /** The thread was interrupted first; the flag is cleared. */
        INTERRUPTED,
        /** The moment came first. */
        TIMED_OUT
    }

    /**
     * Gives up: leaves its queue if it is still there. Call it under the lock that guards the queue, after
     * {@link #await} returned false.
     *
     * @param subject what was waited for
     * @return true if the waiter gave up and its wait came to nothing; false if it was settled meanwhile, and then the
     *     outcome counts and the thread's interrupt flag is set again
     */
    public boolean giveUp(@Nullable Object subject) {
        if (state == SETTLED) {
            if (deadlock == null) {
                thread.interrupt();
            }
            return false;
        }
        leave();
        unblocked(subject, null);
        return true;
    }

    /**
     * Gives up as {@link #giveUp(Object)} does, under a lock that the caller does not hold.
     *
     * @param guard the lock that guards the queue
     */
    public boolean giveUp(Spinlock guard, @Nullable Object subject) {
        guard.lock();
        try {
            boolean gaveUp = giveUp(subject);
            guard.unlock();
            return gaveUp;
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
    }
}

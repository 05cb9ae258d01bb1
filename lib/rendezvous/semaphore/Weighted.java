package rendezvous.semaphore;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.context.Context;
import rendezvous.context.ContextException;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * A semaphore: so much of something may be held at a time, by few who hold much or many who hold little. Go's
 * {@code semaphore.Weighted}.
 *
 * {@snippet :
 * Weighted memory = new Weighted(10);         // megabytes, say
 * memory.acquire(7);
 * println(memory.tryAcquire(4));              // Output: false
 * println(memory.tryAcquire(3));              // Output: true
 * memory.release(7);
 * println(memory);                            // Output: semaphore (3 of 10 held)
 * }
 *
 * <p>Whoever waits may stop waiting when a context is done:
 *
 * {@snippet :
 * Weighted seats = new Weighted(1);
 * seats.acquire(1);
 * try (CancelContext ctx = Context.withTimeout(Context.background(), ofMillis(10))) {
 *     seats.acquire(ctx, 1);
 * } catch (DeadlineExceededException e) {
 *     println("no seat: " + e.getMessage());  // Output: no seat: context deadline exceeded
 * }
 * }
 *
 * <p>It is strictly first come, first served. One that wants much and waits keeps those who want little and come later
 * waiting, even if there is room for them; so nobody waits for ever because others are served before. Nothing is owned:
 * what one goroutine acquired another may release.
 *
 * <p><b>Memory consistency effects:</b> what happened before a {@code release} happens before what follows an
 * {@code acquire}, or a {@code tryAcquire} that returns true, that got what it gave back.
 *
 * <p><b>Differs from Go:</b> there, {@code Acquire} always takes a context; here, {@link #acquire(long)} needs none.
 * Waiting ends with an exception when its thread is interrupted. A release of more than is held leaves the semaphore as it
 * was; there it is broken from then on.
 *
 * <p>Safe for use by many threads, virtual or platform.
 */
public final class Weighted {
    private final long size;
    private final Spinlock guard = new Spinlock(); // guards what follows
    private final WaitQueue queue = new WaitQueue();
    private long held;

    /**
     * Creates a semaphore of which nothing is held.
     *
     * @param size how much can be held at a time; zero if nothing
     * @throws IllegalArgumentException if it is negative
     */
    public Weighted(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("negative size of a semaphore: got " + size + ", want 0 or more");
        }
        this.size = size;
    }

    /**
     * Acquires that much: waits until nobody who came before waits, and there is room.
     *
     * @param n how much; may be zero
     * @throws InterruptedException if the thread is interrupted before that; nothing is acquired then
     * @throws IllegalArgumentException if it is negative, or more than there will ever be
     */
    public void acquire(long n) throws InterruptedException {
        checkWeight(n);
        if (n > size) {
            throw new IllegalArgumentException("acquire of more than a semaphore has: got acquire(" + n + ") of " + this
                    + ", want at most " + size + "; it would wait for ever");
        }
        World.point("acquires from", this);
        checkInterrupt();
        Request request = new Request(n);
        Waiter waiter = enter(request);
        if (waiter != null) {
            await(waiter, request);
        }
        World.locks(this, n);
    }

    /**
     * Acquires that much: waits until nobody who came before waits, and there is room, or until the context is done. If it
     * is done nothing is acquired, even if there is room.
     *
     * <p>Who wants more than there will ever be waits until the context is done, and holds up nobody.
     *
     * @param ctx ends the wait
     * @param n how much; may be zero
     * @throws ContextException if the context is done before this returns; nothing is acquired then
     * @throws InterruptedException if the thread is interrupted before that; nothing is acquired then
     * @throws IllegalArgumentException if it is negative
     */
    public void acquire(Context ctx, long n) throws ContextException, InterruptedException {
        Objects.requireNonNull(
                ctx, "acquire: context: got null, want one that ends the wait; without one use acquire(n)");
        checkWeight(n);
        World.point("acquires from", this);
        check(ctx);
        checkInterrupt();
        Request request = new Request(n);
        Waiter waiter = enter(request);
        if (waiter != null) {
            await(ctx, waiter, request);
        }
        World.locks(this, n);
    }

    private void await(Context ctx, Waiter waiter, Request request) throws ContextException, InterruptedException {
        Context.Stop stop;
        try {
            stop = Context.afterFunc(ctx, () -> cancel(waiter, request));
        } catch (Throwable t) {
            withdraw(waiter, request);
            throw t;
        }
        try {
            await(waiter, request);
        } finally {
            stop.stop();
        }
        if (waiter.item() == Outcome.CANCELLED) {
            throw Objects.requireNonNull(ctx.err(), "err() of a context that is done: got null, want why it is done");
        }
        ContextException late = ctx.err();
        if (late != null) {
            release(request.weight); // who finds the context done has nothing
            throw late;
        }
    }

    /**
     * Acquires that much if it needs no waiting: if nobody waits, and there is room.
     *
     * @param n how much; may be zero
     * @return whether it was acquired
     * @throws IllegalArgumentException if it is negative
     */
    public boolean tryAcquire(long n) {
        checkWeight(n);
        World.point("tries to acquire from", this);
        boolean taken;
        guard.lock();
        try {
            taken = take(n);
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (taken) {
            World.locks(this, n);
        }
        return taken;
    }

    /**
     * Gives that much back, and lets those go on, in their order, for whom there is room now. Never waits.
     *
     * @param n how much; may be zero
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException if less is held; nothing is given back then
     */
    public void release(long n) {
        checkWeight(n);
        World.point("releases to", this);
        World.unlocks(this, n, this);
        Waiter served = null;
        long before;
        guard.lockPatiently();
        try {
            before = held;
            if (n <= before) {
                held -= n;
                served = serve();
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (n > before) {
            throw new IllegalStateException("semaphore released more than held: got release(" + n + ") with " + before
                    + " held, want one release for each acquire");
        }
        Waiter.wakeAll(served);
        World.passed();
    }

    /** Takes what is wanted if nobody waits and there is room. The guard is held. */
    private boolean take(long n) {
        boolean room = n <= size - held && queue.isEmpty();
        if (room) {
            held += n;
        }
        return room;
    }

    /** Takes what is wanted, else queues up; returns who waits, null if there is no need to. */
    private @Nullable Waiter enter(Request request) {
        Waiter waiter = new Waiter(request);
        guard.lockPatiently();
        try {
            boolean taken = take(request.weight);
            if (!taken) {
                if (request.weight <= size) {
                    queue.add(waiter, Wait.SEMAPHORE, this);
                } else {
                    waiter.blocks(Wait.SEMAPHORE, this); // only its context can end it
                }
            }
            guard.unlock();
            return taken ? null : waiter;
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
    }

    /** Serves those at the head for whom there is room; returns them, to be woken. The guard is held. */
    private @Nullable Waiter serve() {
        Waiter served = null;
        Waiter last = null;
        Goroutine me = World.watched();
        for (Waiter first = queue.first(); first != null; first = queue.first()) {
            Request request = (Request) Objects.requireNonNull(first.item());
            if (request.weight > size - held) {
                break; // whoever comes later must not pass
            }
            first.leave();
            held += request.weight;
            request.over = true;
            first.unblocked(this, me);
            first.settle(Outcome.ACQUIRED);
            if (last == null) {
                served = first;
            } else {
                last.chain(first);
            }
            last = first;
        }
        return served;
    }

    /** Waits until the request is over; throws if the thread was interrupted before, and the request has come to nothing. */
    private void await(Waiter waiter, Request request) throws InterruptedException {
        waiter.linger();
        if (!waiter.await(this) && giveUp(waiter, request)) {
            throw waiter.interrupted("interrupted: it " + Wait.SEMAPHORE.phrase() + ": " + this);
        }
    }

    private boolean giveUp(Waiter waiter, Request request) {
        Waiter served = null;
        boolean gaveUp;
        guard.lock();
        try {
            gaveUp = waiter.giveUp(this);
            if (gaveUp) {
                request.over = true;
                served = serve(); // it may have been what others waited behind
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        Waiter.wakeAll(served);
        return gaveUp;
    }

    /** Ends a request whose context is done, if nothing else has. */
    private void cancel(Waiter waiter, Request request) {
        Waiter served = null;
        boolean mine;
        guard.lock();
        try {
            mine = !request.over;
            if (mine) {
                request.over = true;
                waiter.leave();
                waiter.unblocked(this, null);
                waiter.settle(Outcome.CANCELLED);
                served = serve();
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (mine) {
            waiter.wake();
        }
        Waiter.wakeAll(served);
    }

    /** Takes back a request that nobody will wait for, and what it got. */
    private void withdraw(Waiter waiter, Request request) {
        cancel(waiter, request);
        if (waiter.item() == Outcome.ACQUIRED) {
            release(request.weight);
        }
    }

    private static void check(Context ctx) throws ContextException {
        ContextException done = ctx.err();
        if (done != null) {
            throw done;
        }
    }

    private void checkInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + Wait.SEMAPHORE.phrase() + ": " + this);
        }
    }

    private static void checkWeight(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("negative weight for a semaphore: got " + n + ", want 0 or more");
        }
    }

    /** Returns how many wait for their turn; those who want more than there will ever be are not among them. */
    int waiting() {
        guard.lock();
        int now = queue.size();
        guard.unlock();
        return now;
    }

    /** Returns how much is held and how many wait, for people. */
    @Override
    public String toString() {
        guard.lock();
        long now = held;
        int waiting = queue.size();
        guard.unlock();
        return "semaphore (" + now + " of " + size + " held" + (waiting == 0 ? ")" : ", " + waiting + " waiting)");
    }

    /** What somebody who waits wants. */
    private static final class Request {
        final long weight;
        boolean over; // guarded: it was served, cancelled or given up

        Request(long weight) {
            this.weight = weight;
        }
    }

    /** How a wait ends. */
    private enum Outcome {
        ACQUIRED,
        CANCELLED
    }
}

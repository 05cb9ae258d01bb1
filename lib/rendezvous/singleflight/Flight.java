package rendezvous.singleflight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.SendChan;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;
import rendezvous.singleflight.SingleFlight.Result;

/**
 * One call that is shared.
 *
 * @param <V> what it gives
 * @param <X> what it may throw
 */
final class Flight<V extends @Nullable Object, X extends Exception> {
    private final Object key;
    private final boolean byChannel; // who makes the call gets the result on one of the channels
    private final Spinlock guard = new Spinlock(); // guards what follows
    private final WaitQueue queue = new WaitQueue();
    private final List<SendChan<Result<V, X>>> channels = new ArrayList<>(1);
    private @Nullable Result<V, X> result; // null until it has ended

    private volatile @Nullable Thread thread; // that makes the call

    /**
     * Creates one that has not begun.
     *
     * @param key for what
     * @param results where to send the result for whom it is made; null if that calls by itself
     */
    Flight(Object key, @Nullable SendChan<Result<V, X>> results) {
        this.key = key;
        this.byChannel = results != null;
        if (results != null) {
            channels.add(results);
        }
    }

    /** Notes that the calling thread makes the call. */
    void begins() {
        thread = Thread.currentThread();
    }

    /** Waits for the result; null if it had ended before. */
    @SuppressWarnings("ReferenceEquality") // threads are compared so
    @Nullable
    Result<V, X> join() throws InterruptedException {
        if (thread == Thread.currentThread()) {
            throw new IllegalStateException("recursive call of a SingleFlight: got a call for " + key
                    + " by the call for the same key, which would wait for itself; want none");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + Wait.ONCE.phrase() + ": " + this);
        }
        Waiter waiter = new Waiter(null);
        guard.lock();
        try {
            if (result != null) {
                guard.unlock();
                return null;
            }
            queue.add(waiter, Wait.ONCE, this);
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        if (!waiter.await(this) && waiter.giveUp(guard, this)) {
            throw waiter.interrupted("interrupted: it " + Wait.ONCE.phrase() + ": " + this);
        }
        World.acquires(this);
        return result; // written before the waiter was settled
    }

    /** Arranges that the result is sent; false if it had ended before. */
    boolean send(SendChan<Result<V, X>> results) {
        guard.lock();
        try {
            boolean flies = result == null;
            if (flies) {
                channels.add(results);
            }
            guard.unlock();
            return flies;
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
    }

    /** Ends it: all who share it get the result. */
    void end(@Nullable V value, @Nullable Throwable error) {
        Result<V, X> alone = new Result<>(value, error, false);
        Result<V, X> shared = new Result<>(value, error, true);
        Goroutine me = World.watched();
        Waiter all;
        Result<V, X> told;
        World.releases(this);
        guard.lock();
        try {
            int callers = queue.size() + channels.size() + (byChannel ? 0 : 1);
            told = callers > 1 ? shared : alone;
            result = told;
            all = queue.drain();
            for (Waiter waiter = all; waiter != null; waiter = waiter.next()) {
                waiter.unblocked(this, me);
                waiter.settle(null);
            }
            guard.unlock();
        } catch (Throwable t) {
            guard.unlockAfterFailure();
            throw t;
        }
        Waiter.wakeAll(all);
        for (SendChan<Result<V, X>> channel : channels) {
            channel.trySend(told); // there is room for the one that it gets
        }
    }

    /** Returns how many wait. */
    int waiting() {
        guard.lock();
        int now = queue.size();
        guard.unlock();
        return now;
    }

    @Override
    public String toString() {
        return "call for " + key;
    }
}

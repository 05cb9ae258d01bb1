package rendezvous.chan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Homed;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * What a channel consists of, and what can be done with it without waiting. All methods want the {@link #lock} held,
 * unless they say otherwise.
 */
abstract sealed class ChanState implements Homed permits Chan {
    /** Stands for a value where there is none because the channel is closed. */
    static final Closed CLOSED = Closed.CLOSED;

    /** The type of {@link #CLOSED}. */
    enum Closed {
        CLOSED
    }

    /** What came of a send that does not wait. */
    enum Offer {
        TAKEN,
        REFUSED,
        CLOSED
    }

    private static final AtomicLong RANKS = new AtomicLong();
    private static final VarHandle LENGTH;
    private static final VarHandle IS_CLOSED;

    static {
        try {
            LENGTH = MethodHandles.lookup().findVarHandle(ChanState.class, "length", int.class);
            IS_CLOSED = MethodHandles.lookup().findVarHandle(ChanState.class, "closed", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final Spinlock lock;
    final int capacity;
    final @Nullable ChannelClockwork clockwork; // of a timer's channel: sends in place of senders
    private final @Nullable World home;

    private final WaitQueue senders = new WaitQueue();
    private final WaitQueue receivers = new WaitQueue();
    private @Nullable WaitQueue closers; // made by the first; few channels have any

    private @Nullable Object[] ring; // grows up to the capacity
    private int head;
    private int length;
    private boolean closed;
    private @Nullable Waiter served; // a chain, to be woken when the lock is given back
    private @Nullable Waiter lastServed; // its end

    private volatile long rank; // 0 until asked for

    ChanState(int capacity, @Nullable ChannelClockwork clockwork, @Nullable World home) {
        this.lock = clockwork == null ? new Spinlock() : clockwork.lock;
        this.clockwork = clockwork;
        this.capacity = capacity;
        this.home = home;
        this.ring = new Object[Math.min(capacity, 16)];
    }

    @Override
    public final @Nullable World home() {
        return home;
    }

    /** Sends, if that needs no waiting. */
    final Offer offer(Object value) {
        if (closed) {
            return Offer.CLOSED;
        }
        Waiter receiver = receivers.poll();
        if (receiver != null) {
            Goroutine me = tell(Event.Kind.SEND, value, receiver.watched());
            receiver.did(Event.Kind.RECEIVE, this, value, me);
            receiver.settle(value);
            serve(receiver);
            return Offer.TAKEN;
        }
        if (length < capacity) {
            if (length == ring.length) {
                grow(); // first of all: it may find no memory
            }
            tell(Event.Kind.SEND, value, null);
            append(value);
            return Offer.TAKEN;
        }
        return Offer.REFUSED;
    }

    /** Receives if that needs no waiting: returns the value, {@link #CLOSED}, or null if it would have to wait. */
    final @Nullable Object poll() {
        if (length > 0) {
            Object item = Objects.requireNonNull(ring[head]);
            ring[head] = null;
            head = head + 1 == ring.length ? 0 : head + 1;
            length--;
            Goroutine me = tell(Event.Kind.RECEIVE, item, null);
            Waiter sender = senders.poll();
            if (sender != null) {
                Object next = Objects.requireNonNull(sender.item());
                sender.did(Event.Kind.SEND, this, next, me);
                append(next);
                sender.settle(null);
                serve(sender);
            } else if (closed && length == 0) {
                end(me);
            }
            return item;
        }
        Waiter sender = senders.poll();
        if (sender != null) {
            Object item = Objects.requireNonNull(sender.item());
            Goroutine me = World.watched();
            sender.did(Event.Kind.SEND, this, item, me);
            tell(Event.Kind.RECEIVE, item, sender.watched());
            sender.settle(null);
            serve(sender);
            return item;
        }
        if (closed) {
            tell(Event.Kind.RECEIVE, null, null);
            return CLOSED;
        }
        if (clockwork != null) {
            Object time = clockwork.poll();
            if (time != null) {
                tell(Event.Kind.RECEIVE, time, null);
            }
            return time;
        }
        return null;
    }

    /** Whether it is closed and drained. */
    final boolean ended() {
        return closed && length == 0;
    }

    /** Closes it; returns false if it was closed before. */
    final boolean shut() {
        if (closed) {
            return false;
        }
        closed = true;
        Goroutine me = tell(Event.Kind.CLOSE, null, null);
        for (Waiter waiter = receivers.poll(); waiter != null; waiter = receivers.poll()) {
            waiter.did(Event.Kind.RECEIVE, this, null, me);
            waiter.settle(CLOSED);
            serve(waiter);
        }
        for (Waiter waiter = senders.poll(); waiter != null; waiter = senders.poll()) {
            waiter.unblocked(this, me);
            waiter.settle(CLOSED);
            serve(waiter);
        }
        if (length == 0) {
            end(me);
        }
        return true;
    }

    /** Lets those go on who waited for it to be closed and drained. */
    private void end(@Nullable Goroutine by) {
        if (closers == null) {
            return;
        }
        for (Waiter waiter = closers.poll(); waiter != null; waiter = closers.poll()) {
            waiter.unblocked(this, by);
            waiter.settle(CLOSED);
            serve(waiter);
        }
    }

    private void serve(Waiter waiter) {
        if (served == null) {
            served = waiter;
        } else {
            Objects.requireNonNull(lastServed).chain(waiter);
        }
        lastServed = waiter;
    }

    /** Returns the queue of those who wait for an operation. */
    final WaitQueue queue(Wait wait) {
        return switch (wait) {
            case SEND -> senders;
            case RECEIVE -> receivers;
            default -> closers();
        };
    }

    private WaitQueue closers() {
        WaitQueue queue = closers;
        if (queue == null) {
            queue = new WaitQueue();
            closers = queue;
        }
        return queue;
    }

    /** Gives the lock back, and lets those go on who were served under it. */
    final void release() {
        Waiter woken = unlock();
        if (woken != null) {
            Waiter.wakeAll(woken);
        }
    }

    /** Takes the lock for one operation of many that are alike. Where there is a buffer, they go better in batches. */
    final void lock() {
        if (capacity > 1) {
            lock.lockPatiently();
        } else {
            lock.lock();
        }
    }

    /** Gives the lock back; returns those who were served under it, to be woken. */
    final @Nullable Waiter unlock() {
        Waiter woken = served;
        if (woken != null) {
            served = null;
            lastServed = null;
        }
        lock.unlock();
        return woken;
    }

    /**
     * Whether an operation may be possible without waiting. Needs no lock; if it says no, there was a moment since the
     * call at which the operation was not possible: one read says whether there is a value, room or a partner, and that
     * the channel is not closed afterwards means that it was not closed then.
     */
    final boolean looksReady(Wait wait) {
        boolean met = switch (wait) {
            case SEND -> capacity > 0 ? (int) LENGTH.getAcquire(this) < capacity : !receivers.isEmpty();
            case RECEIVE -> capacity > 0 ? (int) LENGTH.getAcquire(this) > 0 : !senders.isEmpty();
            default -> false;
        };
        return met || clockwork != null || (boolean) IS_CLOSED.getAcquire(this);
    }

    /** Its place in the order in which several channels are locked. Needs no lock. */
    final long rank() {
        if (rank == 0) {
            assignRank();
        }
        return rank;
    }

    private void assignRank() {
        long mine = RANKS.incrementAndGet();
        lock.lock();
        if (rank == 0) {
            rank = mine;
        }
        lock.unlock();
    }

    /** How many values are in the buffer. */
    final int length() {
        return length;
    }

    final boolean isClosed() {
        return closed;
    }

    /** How many wait for an operation. */
    final int waiting(Wait wait) {
        return queue(wait).size();
    }

    private void append(Object value) {
        int tail = head + length;
        ring[tail < ring.length ? tail : tail - ring.length] = value;
        length++;
    }

    private void grow() {
        int size = (int) Math.min(capacity, 2L * ring.length);
        @Nullable Object[] larger = new Object[size];
        int untilEnd = ring.length - head;
        System.arraycopy(ring, head, larger, 0, untilEnd);
        System.arraycopy(ring, 0, larger, untilEnd, head);
        ring = larger;
        head = 0;
    }

    private @Nullable Goroutine tell(Event.Kind kind, @Nullable Object value, @Nullable Goroutine peer) {
        Goroutine me = World.watched();
        if (me != null) {
            me.world().tell(kind, me, this, value, peer);
        }
        return me;
    }
}

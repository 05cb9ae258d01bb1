package rendezvous.chan;

import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.ChannelClosedException.Operation;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * A channel, as Go has it: goroutines send values into it and receive them from it, in order, each value once.
 *
 * <p>An <em>unbuffered</em> channel is a meeting point: a send and a receive wait for each other and complete together.
 * A <em>buffered</em> one holds up to its capacity, so a send waits only when it is full and a receive only when it is
 * empty.
 *
 * <p>{@code ==} compares identity, as in Go. Null is not a value. Safe for use by many threads, virtual or platform.
 *
 * <h2>How it works</h2>
 *
 * A lock for a few instructions guards a ring of values and two queues of waiters; the design is that of Go's runtime
 * (its {@code chan.go}). Whoever finds a waiter on the other side hands over directly, so nobody can come between and
 * waiters are served first come, first served. Whoever finds none, and neither value nor room, queues up and parks.
 *
 * @param <T> what it carries
 */
public final class Chan<T> implements SendChan<T>, ReceiveChan<T> {
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8; // the longest array that HotSpot makes
    private static final Chan<?> NEVER = new Chan<>("Chan.never()", 0);

    private final @Nullable String name;
    private final int capacity;
    private final Spinlock lock;
    private final WaitQueue senders = new WaitQueue();
    private final WaitQueue receivers = new WaitQueue();

    private final @Nullable ChannelClockwork clockwork; // of a timer's channel, and nobody else sends there

    private @Nullable Object[] ring; // grows up to the capacity
    private int head;
    private int length;
    private boolean closed;
    private @Nullable Waiter served; // under this lock, to be woken when it is given back

    private Chan(String label, ChannelClockwork clockwork) {
        this.name = label;
        this.capacity = 0;
        this.ring = new Object[0];
        this.clockwork = clockwork;
        this.lock = clockwork.lock;
    }

    /** Makes the channel of a timer or ticker. */
    static Chan<Instant> driven(String label, ChannelClockwork clockwork) {
        return new Chan<>(label, clockwork);
    }

    private Chan(@Nullable String name, int capacity) {
        if (capacity < 0 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "makechan: size out of range: got capacity " + capacity + ", want 0 to " + MAX_CAPACITY);
        }
        this.name = name;
        this.capacity = capacity;
        this.ring = new Object[Math.min(capacity, 16)];
        this.clockwork = null;
        this.lock = new Spinlock();
    }

    /** Makes an unbuffered channel: Go's {@code make(chan T)}. */
    public static <T> Chan<T> make() {
        return new Chan<>(null, 0);
    }

    /**
     * Makes a channel: Go's {@code make(chan T, capacity)}.
     *
     * @param capacity how many values its buffer holds; 0 makes it unbuffered
     * @throws IllegalArgumentException if the capacity is negative or larger than an array can be
     */
    public static <T> Chan<T> make(int capacity) {
        return new Chan<>(null, capacity);
    }

    /** Makes an unbuffered channel with a name, which messages and pictures show. */
    public static <T> Chan<T> named(String name) {
        return new Chan<>(name, 0);
    }

    /**
     * Makes a channel with a name, which messages and pictures show.
     *
     * @throws IllegalArgumentException if the capacity is negative or larger than an array can be
     */
    public static <T> Chan<T> named(String name, int capacity) {
        return new Chan<>(name, capacity);
    }

    /**
     * Returns the channel that is never ready: what a nil channel is in Go. Sending to it and receiving from it wait until
     * the thread is interrupted; its capacity and length are 0; it cannot be closed.
     */
    @SuppressWarnings("unchecked") // carries nothing
    public static <T> Chan<T> never() {
        return (Chan<T>) NEVER;
    }

    @Override
    public void send(T value) throws InterruptedException {
        checkValue(value);
        checkInterrupt(Wait.SEND);
        if (this == NEVER) {
            waitForever();
        }
        Offer offer;
        Waiter waiter;
        Waiter woken;
        lock.lock();
        try {
            offer = offer(value);
            waiter = offer == Offer.REFUSED ? queueUp(senders, Wait.SEND, value) : null;
            woken = release();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        wake(woken);
        if (offer == Offer.CLOSED || (waiter != null && await(waiter, Wait.SEND) == Closed.CLOSED)) {
            throw closedForSend();
        }
    }

    @Override
    public boolean trySend(T value) {
        checkValue(value);
        if (this == NEVER) {
            return false;
        }
        Offer offer;
        Waiter woken;
        lock.lock();
        try {
            offer = offer(value);
            woken = release();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        wake(woken);
        if (offer == Offer.CLOSED) {
            throw closedForSend();
        }
        return offer == Offer.TAKEN;
    }

    /** Sends without waiting, if that is possible. The lock is held. */
    private Offer offer(T value) {
        if (clockwork != null) {
            throw new IllegalStateException("send on the " + name);
        }
        if (closed) {
            return Offer.CLOSED;
        }
        Waiter receiver = receivers.poll();
        if (receiver != null) {
            Goroutine me = tell(Event.Kind.SEND, value, receiver.watched());
            receiver.did(Event.Kind.RECEIVE, this, value, me);
            receiver.settle(value);
            served = receiver;
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

    @Override
    public T receive() throws InterruptedException {
        Object item = take();
        if (item == Closed.CLOSED) {
            throw new ChannelClosedException(
                    Operation.RECEIVE,
                    "receive from closed channel: " + this
                            + " has no values left; use receiveOk() or a for loop where a channel may be closed");
        }
        return cast(item);
    }

    @Override
    public Received<T> receiveOk() throws InterruptedException {
        return received(take());
    }

    @Override
    public Optional<Received<T>> tryReceive() {
        if (this == NEVER) {
            return Optional.empty();
        }
        Object item;
        Waiter woken;
        lock.lock();
        try {
            item = poll();
            woken = release();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        wake(woken);
        return item == null ? Optional.empty() : Optional.of(received(item));
    }

    /** Receives; returns {@link Closed#CLOSED} if the channel is closed and drained. */
    private Object take() throws InterruptedException {
        checkInterrupt(Wait.RECEIVE);
        if (this == NEVER) {
            waitForever();
        }
        Object item;
        Waiter waiter;
        Waiter woken;
        lock.lock();
        try {
            item = poll();
            waiter = item == null ? queueUp(receivers, Wait.RECEIVE, null) : null;
            woken = release();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        wake(woken);
        if (waiter != null && clockwork != null) {
            clockwork.adjust();
        }
        return waiter == null ? Objects.requireNonNull(item) : await(waiter, Wait.RECEIVE);
    }

    /** Receives without waiting, if that is possible; else returns null. The lock is held. */
    private @Nullable Object poll() {
        if (clockwork != null) {
            Object tick = clockwork.poll();
            if (tick != null) {
                tell(Event.Kind.RECEIVE, tick, null);
            }
            return tick;
        }
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
                served = sender;
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
            served = sender;
            return item;
        }
        if (closed) {
            tell(Event.Kind.RECEIVE, null, null);
            return Closed.CLOSED;
        }
        return null;
    }

    /** Makes the calling thread wait, from now on. The lock is held. */
    private Waiter queueUp(WaitQueue queue, Wait wait, @Nullable T value) {
        Waiter waiter = new Waiter(value);
        waiter.blocks(wait, this);
        queue.add(waiter); // last of all: whoever is in the queue will wait
        return waiter;
    }

    /** Gives the lock back; returns the waiter that was served under it and must be woken now. */
    private @Nullable Waiter release() {
        Waiter woken = served;
        if (woken != null) {
            served = null;
        }
        lock.unlock();
        return woken;
    }

    private static void wake(@Nullable Waiter woken) {
        if (woken != null) {
            woken.wake();
        }
    }

    @Override
    public void close() {
        if (this == NEVER) {
            throw new IllegalStateException("close of nil channel: Chan.never() cannot be closed");
        }
        if (clockwork != null) {
            throw new IllegalStateException("close of the " + name);
        }
        boolean twice;
        Waiter waitingReceivers = null;
        Waiter waitingSenders = null;
        lock.lock();
        try {
            twice = closed;
            if (!twice) {
                closed = true;
                Goroutine me = tell(Event.Kind.CLOSE, null, null);
                waitingReceivers = receivers.drain();
                for (Waiter waiter = waitingReceivers; waiter != null; waiter = waiter.next()) {
                    waiter.did(Event.Kind.RECEIVE, this, null, me);
                    waiter.settle(Closed.CLOSED);
                }
                waitingSenders = senders.drain();
                for (Waiter waiter = waitingSenders; waiter != null; waiter = waiter.next()) {
                    waiter.unblocked(this, me);
                    waiter.settle(Closed.CLOSED);
                }
            }
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (twice) {
            throw new ChannelClosedException(
                    Operation.CLOSE,
                    "close of closed channel: " + this + " may be closed once, by the side that sends");
        }
        Waiter.wakeAll(waitingReceivers);
        Waiter.wakeAll(waitingSenders);
    }

    boolean hasReceivers() {
        return receivers.size() > 0;
    }

    boolean give(T value) {
        Waiter receiver = receivers.poll();
        if (receiver == null) {
            return false;
        }
        receiver.did(Event.Kind.RECEIVE, this, value, null);
        receiver.settle(value);
        served = receiver;
        return true;
    }

    void releaseAndWake() {
        wake(release());
    }

    @Override
    public int len() {
        lock.lock();
        int now = length;
        lock.unlock();
        return now;
    }

    @Override
    public int cap() {
        return capacity;
    }

    /** Returns how many senders wait. */
    int waitingSenders() {
        lock.lock();
        int now = senders.size();
        lock.unlock();
        return now;
    }

    /** Returns how many receivers wait. */
    int waitingReceivers() {
        lock.lock();
        int now = receivers.size();
        lock.unlock();
        return now;
    }

    @Override
    public Iterator<T> iterator() {
        return new Values();
    }

    /** Waits for the outcome; returns it, or {@link Closed#CLOSED}, or for a send that went well this channel. */
    private Object await(Waiter waiter, Wait wait) throws InterruptedException {
        if (!waiter.await(this)) {
            lock.lock();
            boolean gaveUp = waiter.giveUp(this);
            lock.unlock();
            if (clockwork != null) {
                clockwork.adjust();
            }
            if (gaveUp) {
                throw new InterruptedException("interrupted: it " + wait.phrase() + " on " + this);
            }
        }
        Object outcome = waiter.item();
        return outcome == null ? this : outcome;
    }

    private void waitForever() throws InterruptedException {
        Waiter waiter = new Waiter(null);
        waiter.blocks(Wait.NEVER, this);
        waiter.await(this);
        waiter.giveUp(this);
        throw new InterruptedException("interrupted: it " + Wait.NEVER.phrase());
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

    private void checkValue(@Nullable T value) {
        if (value == null) {
            throw new NullPointerException("send of null on " + this
                    + ": a channel carries values; for an event without content use Signal.SIGNAL");
        }
    }

    private void checkInterrupt(Wait wait) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + wait.phrase() + " on " + this);
        }
    }

    private ChannelClosedException closedForSend() {
        return new ChannelClosedException(
                Operation.SEND,
                "send on closed channel: " + this + " takes no more values; let only the side that sends close it");
    }

    private Received<T> received(Object item) {
        return item == Closed.CLOSED ? Received.closed() : new Received<>(cast(item), true);
    }

    @SuppressWarnings("unchecked") // only a T is ever sent
    private T cast(Object item) {
        return (T) item;
    }

    /** Returns its name, and how full it is or that it is unbuffered or closed, for people. */
    @Override
    public String toString() {
        if (this == NEVER) {
            return "Chan.never()";
        }
        String label = name == null ? "channel" : "`" + name + "`";
        lock.lock();
        int buffered = length;
        boolean over = closed;
        lock.unlock();
        String size = capacity == 0 ? "unbuffered" : buffered + " of " + capacity + " buffered";
        return label + " (" + size + (over ? ", closed)" : ")");
    }

    /** The name given when it was made, empty if none. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** What came of a send that does not wait. */
    private enum Offer {
        TAKEN,
        REFUSED,
        CLOSED
    }

    /** Stands for a value where there is none because the channel is closed. */
    private enum Closed {
        CLOSED
    }

    /** Receives one value at a time, until closed. */
    private final class Values implements Iterator<T> {
        private @Nullable Object next;

        @Override
        public boolean hasNext() {
            if (next == null) {
                try {
                    next = take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIterationException(e);
                }
            }
            return next != Closed.CLOSED;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no next value: " + Chan.this + " has none left");
            }
            T value = cast(Objects.requireNonNull(next));
            next = null;
            return value;
        }
    }
}

package rendezvous.chan;

import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.ChannelClosedException.Operation;
import rendezvous.runtime.Wait;
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
 * {@snippet :
 * Chan<Integer> squares = Chan.make();
 * go(() -> {
 *     for (int i = 1; i <= 3; i++) {
 *         squares.send(i * i);       // waits until it is received
 *     }
 *     squares.close();
 * });
 * for (int square : squares) {
 *     println(square);
 * }
 * // Output: 1
 * // Output: 4
 * // Output: 9
 * }
 *
 * {@snippet :
 * Chan<String> letters = Chan.named("letters", 2);
 * letters.send("a");
 * letters.send("b");                 // does not wait: there is room
 * println(letters);                  // Output: `letters` (2 of 2 buffered)
 * println(letters.trySend("c"));     // Output: false
 * println(letters.receive());        // Output: a
 * }
 *
 * <p><b>Differs from Go:</b> Java has no zero values, so a channel that was not made is null and not a nil channel:
 * {@link #never()} is that. The operations differ as {@link SendChan} and {@link ReceiveChan} say.
 *
 * <h2>How it works</h2>
 *
 * A lock for a few instructions guards a ring of values and two queues of waiters; the design is that of Go's runtime
 * (its {@code chan.go}). Whoever finds a waiter on the other side hands over directly, so nobody can come between and
 * waiters are served first come, first served. Whoever finds none, and neither value nor room, queues up and parks.
 *
 * @param <T> what it carries
 */
public final class Chan<T> extends ChanState implements SendChan<T>, ReceiveChan<T> {
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8; // the longest array that HotSpot makes
    private static final Chan<?> NEVER = new Chan<>("Chan.never()", 0, null);

    private final @Nullable String name;

    private Chan(@Nullable String name, int capacity) {
        this(name, capacity, World.home());
    }

    private Chan(@Nullable String name, int capacity, @Nullable World home) {
        super(checkCapacity(capacity), null, home);
        this.name = name;
    }

    private Chan(ChannelClockwork clockwork) {
        super(0, clockwork, World.home());
        this.name = null;
    }

    /** Makes the channel of a timer or ticker, which only that sends to, and nobody closes. */
    static Chan<Instant> driven(ChannelClockwork clockwork) {
        return new Chan<>(clockwork);
    }

    private static int checkCapacity(int capacity) {
        if (capacity < 0 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "makechan: size out of range: got capacity " + capacity + ", want 0 to " + MAX_CAPACITY);
        }
        return capacity;
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

    /**
     * Makes an unbuffered channel that is closed already, for a done channel of what is done from the start. It may be used
     * from every {@link World}, as nothing can change it any more.
     *
     * {@snippet :
     * println(Chan.closed("done").receiveOk().ok());   // Output: false
     * }
     *
     * @param name for messages and pictures
     */
    public static <T> Chan<T> closed(String name) {
        Chan<T> made = new Chan<>(name, 0, null);
        made.lock.lock();
        made.shut();
        made.lock.unlock();
        return made;
    }

    @Override
    public void send(T value) throws InterruptedException {
        checkValue(value);
        checkNotDriven("send on");
        World.point("sends on", this);
        checkInterrupt(Wait.SEND);
        if (this == NEVER) {
            waitForever();
        }
        Offer offer;
        Waiter waiter;
        lock();
        try {
            offer = offer(value);
            waiter = offer == Offer.REFUSED ? newWaiter(Wait.SEND, value) : null;
            release();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (offer == Offer.CLOSED || (waiter != null && await(waiter, Wait.SEND) == CLOSED)) {
            throw closedForSend();
        }
        if (waiter == null) {
            World.passed();
        }
    }

    @Override
    public boolean trySend(T value) {
        checkValue(value);
        checkNotDriven("send on");
        World.point("tries to send on", this);
        if (this == NEVER || !looksReady(Wait.SEND)) {
            return false;
        }
        Offer offer;
        lock();
        try {
            offer = offer(value);
            release();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (offer == Offer.CLOSED) {
            throw closedForSend();
        }
        World.passed();
        return offer == Offer.TAKEN;
    }

    @Override
    public T receive() throws InterruptedException {
        Object item = take();
        if (item == CLOSED) {
            throw closedForReceive();
        }
        return cast(item);
    }

    @Override
    public Received<T> receiveOk() throws InterruptedException {
        return received(take());
    }

    @Override
    public Optional<Received<T>> tryReceive() {
        World.point("tries to receive from", this);
        if (this == NEVER || !looksReady(Wait.RECEIVE)) {
            return Optional.empty();
        }
        Object item;
        lock();
        try {
            item = poll();
            release();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        return item == null ? Optional.empty() : Optional.of(received(item));
    }

    /** Receives; returns {@link #CLOSED} if the channel is closed and drained. */
    private Object take() throws InterruptedException {
        World.point("receives from", this);
        checkInterrupt(Wait.RECEIVE);
        if (this == NEVER) {
            waitForever();
        }
        Object item;
        Waiter waiter;
        lock();
        try {
            item = poll();
            waiter = item == null ? newWaiter(Wait.RECEIVE, null) : null;
            release();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        return waiter == null ? Objects.requireNonNull(item) : await(waiter, Wait.RECEIVE);
    }

    @Override
    public void await() throws InterruptedException {
        World.point("waits for the close of", this);
        checkInterrupt(Wait.CLOSE);
        if (this == NEVER) {
            waitForever();
        }
        Waiter waiter;
        lock.lock();
        try {
            waiter = ended() ? null : newWaiter(Wait.CLOSE, null);
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (waiter != null) {
            await(waiter, Wait.CLOSE);
        }
        World.acquires(this);
    }

    /** Makes the calling thread wait, from now on. The lock is held. */
    private Waiter newWaiter(Wait wait, @Nullable T value) {
        Waiter waiter = new Waiter(value);
        queue(wait).add(waiter, wait, this);
        return waiter;
    }

    @Override
    public void close() {
        if (this == NEVER) {
            throw new IllegalStateException("close of nil channel: Chan.never() cannot be closed");
        }
        checkNotDriven("close of");
        World.point("closes", this);
        boolean twice;
        lock.lock();
        try {
            twice = !shut();
            release();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (twice) {
            throw new ChannelClosedException(
                    Operation.CLOSE,
                    "close of closed channel: " + this + " may be closed once, by the side that sends");
        }
        World.passed();
    }

    @Override
    public int len() {
        World.point("asks for the length of", this);
        lock.lock();
        int now = length();
        lock.unlock();
        return now;
    }

    @Override
    public int cap() {
        return capacity;
    }

    /** Returns how many senders wait. */
    int waitingSenders() {
        return waiters(Wait.SEND);
    }

    /** Returns how many receivers wait. */
    int waitingReceivers() {
        return waiters(Wait.RECEIVE);
    }

    /** Returns how many wait for the close. */
    int waitingForClose() {
        return waiters(Wait.CLOSE);
    }

    private int waiters(Wait wait) {
        lock.lock();
        int now = waiting(wait);
        lock.unlock();
        return now;
    }

    /** Whether it is the channel that is never ready. */
    boolean isNever() {
        return this == NEVER;
    }

    @Override
    public Iterator<T> iterator() {
        return new Values();
    }

    /** Waits for the outcome; returns it, or {@link #CLOSED}, or for a send that went well this channel. */
    private Object await(Waiter waiter, Wait wait) throws InterruptedException {
        if (clockwork != null) {
            clockwork.attend(waiter);
        } else if (capacity <= 1 && wait != Wait.CLOSE) {
            waiter.linger(); // with a larger buffer the other side does more at once while this one is parked
        }
        if (!waiter.await(this)) {
            boolean gaveUp = waiter.giveUp(lock, this);
            if (clockwork != null) {
                clockwork.adjust();
            }
            if (gaveUp) {
                throw waiter.interrupted("interrupted: it " + wait.phrase() + " on " + this);
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
        throw waiter.interrupted("interrupted: it " + Wait.NEVER.phrase());
    }

    private void checkValue(@Nullable T value) {
        if (value == null) {
            throw nullValue();
        }
    }

    /** Refuses an operation that the type of a timer's channel hides. */
    void checkNotDriven(String operation) {
        if (clockwork != null) {
            throw new IllegalStateException(
                    operation + " the " + label()
                            + ": only the clock sends there, and it is never closed; make a channel of your own for other values");
        }
    }

    NullPointerException nullValue() {
        return new NullPointerException("send of null on " + this
                + ": a channel carries values; for an event without content use Signal.SIGNAL");
    }

    private void checkInterrupt(Wait wait) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + wait.phrase() + " on " + this);
        }
    }

    ChannelClosedException closedForSend() {
        return new ChannelClosedException(
                Operation.SEND,
                "send on closed channel: " + this + " takes no more values; let only the side that sends close it");
    }

    ChannelClosedException closedForReceive() {
        return new ChannelClosedException(
                Operation.RECEIVE,
                "receive from closed channel: " + this
                        + " has no values left; use receiveOk() or a for loop where a channel may be closed");
    }

    private Received<T> received(Object item) {
        return item == CLOSED ? Received.closed() : new Received<>(cast(item), true);
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
        lock.lock();
        int buffered = length();
        boolean over = isClosed();
        lock.unlock();
        String size = capacity == 0 ? "unbuffered" : buffered + " of " + capacity + " buffered";
        return label() + " (" + size + (over ? ", closed)" : ")");
    }

    /** Returns its name, or that it has none, for messages. */
    String label() {
        if (clockwork != null) {
            return clockwork.label();
        }
        return name == null ? "channel" : "`" + name + "`";
    }

    /** The name given when it was made, empty if none. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
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
            return next != CLOSED;
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

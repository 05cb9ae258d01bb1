package rendezvous.chan;

import java.util.Iterator;
import java.util.Optional;

/**
 * The receiving side of a channel: Go's {@code <-chan T}. Take or return it where the other side only receives.
 *
 * <p>A loop {@code for (T value : channel)} receives until the channel is closed and drained. Leaving it early neither
 * closes nor drains the channel. Several loops may share a channel; each value goes to one of them.
 *
 * {@snippet :
 * Chan<Integer> numbers = Chan.make(2);
 * numbers.send(1);
 * numbers.close();
 * ReceiveChan<Integer> in = numbers;   // who gets this can receive
 * println(in.receiveOk());             // Output: Received[value=1, ok=true]
 * println(in.receiveOk());             // Output: Received[value=null, ok=false]
 * println(in.receive());               // Throws: ChannelClosedException: receive from closed channel
 * }
 *
 * <p><b>Differs from Go:</b> there, nothing turns a receive-only channel back into a channel; here a cast does, so the
 * type is a promise between programmers that the compiler checks, not a wall.
 *
 * @param <T> what the channel carries
 */
public sealed interface ReceiveChan<T> extends Iterable<T> permits Chan {
    /**
     * Receives a value: waits until one comes.
     *
     * <p>Waiting receivers are served in the order in which they came. A receive that could be completed before its
     * thread was interrupted returns normally, with the interrupt flag set.
     *
     * <p><b>Memory consistency effects:</b> what the sender did before it sent happens before what follows the receive.
     *
     * <p><b>Differs from Go:</b> on a closed, drained channel Go yields the zero value; Java has none, so this throws.
     *
     * @throws ChannelClosedException if the channel is closed and drained, or gets so while this waits
     * @throws InterruptedException if the thread is interrupted before a value is received; none is taken
     */
    T receive() throws InterruptedException;

    /**
     * Receives a value, or learns that none will come: Go's {@code v, ok := <-ch}. Waits until it knows.
     *
     * @throws InterruptedException if the thread is interrupted before that; no value is taken
     */
    Received<T> receiveOk() throws InterruptedException;

    /**
     * Receives if that needs no waiting: Go's {@code select} with one receive and a {@code default}.
     *
     * @return empty if it would have to wait; otherwise what {@link #receiveOk()} would return
     */
    Optional<Received<T>> tryReceive();

    /**
     * Waits until the channel is closed and drained; takes no value. It is for channels that are only ever closed, such
     * as one that says that something is done.
     *
     * <p><b>Memory consistency effects:</b> the close happens before the return.
     *
     * <p><b>Differs from Go:</b> there, {@code <-done} also returns when somebody sends a value.
     *
     * @throws InterruptedException if the thread is interrupted before that
     */
    void await() throws InterruptedException;

    /**
     * Returns an iterator that receives. Its {@code hasNext} waits for a value or the close.
     *
     * <p>The iterator is for one thread. When that is interrupted while it waits, the iterator throws
     * {@link InterruptedIterationException} and the interrupt flag is set.
     */
    @Override
    Iterator<T> iterator();

    /** Returns how many values are in the buffer now. */
    int len();

    /** Returns how many values the buffer can hold; 0 for an unbuffered channel. */
    int cap();
}

package rendezvous.chan;

/**
 * The sending side of a channel: Go's {@code chan<- T}. Take it as a parameter where a method only sends.
 *
 * {@snippet :
 * Chan<Integer> numbers = Chan.make(1);
 * SendChan<Integer> out = numbers;   // who gets this can send and close
 * out.send(1);
 * println(out.trySend(2));           // Output: false
 * out.close();
 * out.send(3);                       // Throws: ChannelClosedException: send on closed channel
 * }
 *
 * <p><b>Differs from Go:</b> there, nothing turns a send-only channel back into a channel; here a cast does, so the
 * type is a promise between programmers that the compiler checks, not a wall.
 *
 * @param <T> what the channel carries
 */
public sealed interface SendChan<T> permits Chan {
    /**
     * Sends the value: waits until a receiver takes it, or until it has room in the buffer.
     *
     * <p>Waiting senders are served in the order in which they came. A send that could be completed before its thread
     * was interrupted returns normally, with the interrupt flag set.
     *
     * <p><b>Memory consistency effects:</b> what the sender did before the send happens before what the receiver of this
     * value does after it. On an unbuffered channel, what the receiver did before it received also happens before what
     * the sender does after the send; with capacity C, the same holds of the k-th receive and the (k+C)-th send.
     *
     * @param value what to send
     * @throws ChannelClosedException if the channel is closed, or gets closed while this waits; the value is not sent
     * @throws InterruptedException if the thread is interrupted before the value is sent; it is not sent
     * @throws NullPointerException if the value is null; to send a bare event, use {@link Signal#SIGNAL}
     */
    void send(T value) throws InterruptedException;

    /**
     * Sends the value if that needs no waiting: Go's {@code select} with one send and a {@code default}.
     *
     * @param value what to send
     * @return true if sent; false if no receiver waits and the buffer has no room
     * @throws ChannelClosedException if the channel is closed
     * @throws NullPointerException if the value is null
     */
    boolean trySend(T value);

    /**
     * Closes the channel: no more values will be sent. Never waits.
     *
     * <p>What is in the buffer can still be received; after that, receivers learn that the channel is closed. Senders that
     * wait now throw {@link ChannelClosedException}, and their values are lost. The side that sends should close; a
     * channel need not be closed unless somebody must learn that no more is coming.
     *
     * <p><b>Memory consistency effects:</b> the close happens before a receive that learns of it.
     *
     * @throws ChannelClosedException if the channel is closed already
     * @throws IllegalStateException if it is {@link Chan#never()}
     */
    void close();

    /** Returns how many values are in the buffer now; waiting senders do not count. */
    int len();

    /** Returns how many values the buffer can hold; 0 for an unbuffered channel. */
    int cap();
}

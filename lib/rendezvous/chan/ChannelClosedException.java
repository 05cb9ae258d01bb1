package rendezvous.chan;

/**
 * Thrown by an operation that a closed channel does not allow.
 *
 * <p>In Go a send on a closed channel and a close of a closed channel panic; a receive from a closed, drained channel
 * yields the zero value. Java has no zero values, so {@link ReceiveChan#receive()} throws this too; use
 * {@link ReceiveChan#receiveOk()} or iterate where a channel may be closed.
 */
public final class ChannelClosedException extends IllegalStateException {
    /** What was tried. */
    public enum Operation {
        /** A send. */
        SEND,
        /** A receive of a value from a channel that has none left. */
        RECEIVE,
        /** A second close. */
        CLOSE
    }

    private final Operation operation;

    ChannelClosedException(Operation operation, String message) {
        super(message);
        this.operation = operation;
    }

    /** Returns what was tried. */
    public Operation operation() {
        return operation;
    }
}

package rendezvous.chan;

/**
 * Thrown by a loop over a channel whose thread is interrupted while it waits for the next value. The thread's interrupt
 * flag is set. An iterator cannot declare {@link InterruptedException}; this stands for it.
 */
public final class InterruptedIterationException extends RuntimeException {
    InterruptedIterationException(InterruptedException cause) {
        super(cause.getMessage(), cause);
    }
}

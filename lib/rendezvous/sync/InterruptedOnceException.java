package rendezvous.sync;

/**
 * Thrown by what {@link Once#value} and {@link Once#func} return if the calling thread is interrupted while it waits for
 * another's call. The thread's interrupt flag is set. A supplier cannot declare {@link InterruptedException}; this stands
 * for it.
 */
public final class InterruptedOnceException extends RuntimeException {
    InterruptedOnceException(InterruptedException cause) {
        super(cause.getMessage(), cause);
    }
}

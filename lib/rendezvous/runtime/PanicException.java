package rendezvous.runtime;

/** Thrown where a goroutine's end is awaited and its code threw; the {@linkplain #getCause() cause} is what it threw. */
public final class PanicException extends RuntimeException {
    private final transient Goroutine goroutine;

    PanicException(Goroutine goroutine, Throwable cause) {
        super(goroutine.name() + " panicked: " + cause, cause);
        this.goroutine = goroutine;
    }

    /** Returns the goroutine that panicked. */
    public Goroutine goroutine() {
        return goroutine;
    }
}

package rendezvous.context;

import org.jspecify.annotations.Nullable;

/** The context's deadline passed: what {@code context.DeadlineExceeded} is in Go. */
public final class DeadlineExceededException extends ContextException {
    /** Creates one without a cause, for contexts of your own. */
    public DeadlineExceededException() {
        this(null);
    }

    /**
     * Creates one, for contexts of your own.
     *
     * @param cause why; null if nobody said
     */
    public DeadlineExceededException(@Nullable Throwable cause) {
        super("context deadline exceeded", cause);
    }

    /** Returns true. */
    @Override
    public boolean timeout() {
        return true;
    }
}

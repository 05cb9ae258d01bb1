package rendezvous.context;

import org.jspecify.annotations.Nullable;

/** Somebody cancelled the context: what {@code context.Canceled} is in Go. */
public final class CancelledException extends ContextException {
    /** Creates one without a cause, for contexts of your own. */
    public CancelledException() {
        this(null);
    }

    /**
     * Creates one, for contexts of your own.
     *
     * @param cause why; null if nobody said
     */
    public CancelledException(@Nullable Throwable cause) {
        super("context canceled", cause);
    }

    /** Returns false. */
    @Override
    public boolean timeout() {
        return false;
    }
}

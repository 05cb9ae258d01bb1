package rendezvous.context;

import org.jspecify.annotations.Nullable;

/**
 * How a context came to its end; shared by all that came to it together.
 *
 * @param late whether its time ran out; else it was cancelled
 * @param cause why, if that was said
 */
record Outcome(boolean late, @Nullable Throwable cause) {
    static final Outcome CANCELLED = new Outcome(false, null);
    static final Outcome LATE = new Outcome(true, null);

    /** Returns the end of a context of somebody else's that is done. */
    static Outcome of(Context foreign) {
        ContextException err = foreign.err();
        if (err == null) {
            throw new IllegalStateException("err() of " + foreign.getClass().getName()
                    + ": got null, want why it is done, since its done() is closed");
        }
        return new Outcome(err.timeout(), err.getCause());
    }

    /** Makes the exception that stands for it. */
    ContextException error() {
        return late ? new DeadlineExceededException(cause) : new CancelledException(cause);
    }
}

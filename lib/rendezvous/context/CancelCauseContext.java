package rendezvous.context;

import org.jspecify.annotations.Nullable;

/**
 * A context that its owner can cancel and say why: what Go's {@code WithCancelCause} returns.
 *
 * {@snippet :
 * CancelCauseContext ctx = Context.withCancelCause(Context.background());
 * ctx.cancel(new IOException("disk full"));
 * println(ctx.err().getMessage());            // Output: context canceled
 * println(Context.cause(ctx).getMessage());   // Output: disk full
 * }
 *
 * <p><b>Differs from Go:</b> what can be cancelled with a cause can be cancelled without one too; there it is the one or
 * the other.
 */
public sealed interface CancelCauseContext extends CancelContext permits CancelNode {
    /**
     * Cancels the context as {@link #cancel()} does, and says why. Only the first cancellation counts.
     *
     * @param cause what {@link Context#cause} returns from now on, for this context and those derived from it; null for
     *     nothing in particular
     */
    void cancel(@Nullable Throwable cause);
}

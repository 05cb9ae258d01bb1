package rendezvous.context;

import org.jspecify.annotations.Nullable;

/**
 * Why a context is done: what Go's {@code Context.Err} returns.
 *
 * <p>It is checked: where Go has an error to return, Java has a checked exception; where Go panics, an unchecked one.
 * Its {@linkplain #getCause() cause} is the one that was given with the cancellation, null if none was. Being sealed, it
 * can be taken apart by a {@code switch} without a default:
 *
 * {@snippet :
 * CancelContext ctx = Context.withCancel(Context.background());
 * ctx.cancel();
 * println(switch (ctx.err()) {
 *     case null -> "go on";
 *     case CancelledException e -> "nobody wants it any more";
 *     case DeadlineExceededException e -> "too late";
 * });  // Output: nobody wants it any more
 * }
 *
 * <p><b>Differs from Go:</b> there, {@code context.Canceled} and {@code context.DeadlineExceeded} are two values to
 * compare with. Here they are two types, so that each exception has the stack trace of where it arose.
 */
public abstract sealed class ContextException extends Exception permits CancelledException, DeadlineExceededException {
    ContextException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns whether it is because time ran out: Go's {@code Timeout()}, as errors of the network have it. */
    public abstract boolean timeout();
}

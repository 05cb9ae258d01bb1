package rendezvous.chan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case of a {@code choose} expression: an operation, and what the expression's value is if it is the one that is done.
 * Made by the static methods of {@link Select}; may be used any number of times.
 *
 * {@snippet :
 * Chan<Signal> stop = Chan.make();
 * Choice<Boolean, RuntimeException> whenStopped = closed(stop, () -> false);
 * println(choose(whenStopped, orElse(() -> true)));   // Output: true
 * stop.close();
 * println(choose(whenStopped, orElse(() -> true)));   // Output: false
 * }
 *
 * <p><b>Differs from Go:</b> there, a case is a part of its statement; here it is a value, which can be kept.
 *
 * @param <R> the type of the value
 * @param <X> what the code may throw
 */
public final class Choice<R extends @Nullable Object, X extends Exception> extends Case {
    private final Body<R, X> body;

    Choice(Case operation, @Nullable Object code, Body<R, X> body) {
        super(operation);
        this.body = body;
        Objects.requireNonNull(code, "select case: got null, want what gives the value if it is chosen");
    }

    R run(Object item) throws X {
        return body.run(item);
    }

    /** What gives the value, given what came of the operation. */
    interface Body<R extends @Nullable Object, X extends Exception> {
        R run(Object item) throws X;
    }

    /**
     * Gives a result from nothing.
     *
     * @param <R> of this type
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Result<R extends @Nullable Object, X extends Exception> {
        /** Gives the result. */
        R get() throws X;
    }

    /**
     * Gives a result from a value.
     *
     * @param <T> the value's type
     * @param <R> the result's type
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface ValueResult<T, R extends @Nullable Object, X extends Exception> {
        /** Gives the result for the value that was received. */
        R apply(T value) throws X;
    }

    /**
     * Gives a result from a value, or from there being none.
     *
     * @param <T> the value's type
     * @param <R> the result's type
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface ValueOkResult<T, R extends @Nullable Object, X extends Exception> {
        /**
         * Gives the result for what was received.
         *
         * @param value the value; null if there is none
         * @param ok false if there is none, since the channel is closed and drained
         */
        R apply(@Nullable T value, boolean ok) throws X;
    }
}

package rendezvous.chan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case of a {@code select} statement: an operation, and what to run if it is the one that is done. Made by the static
 * methods of {@link Select}; may be used any number of times.
 *
 * {@snippet :
 * Chan<Signal> stop = Chan.make();
 * Clause<RuntimeException> whenStopped = onClosed(stop, () -> println("stopped"));
 * select(whenStopped, otherwise(() -> println("runs")));   // Output: runs
 * stop.close();
 * select(whenStopped, otherwise(() -> println("runs")));   // Output: stopped
 * }
 *
 * <p><b>Differs from Go:</b> there, a case is a part of its statement; here it is a value, which can be kept.
 *
 * @param <X> what the code may throw
 */
public final class Clause<X extends Exception> extends Case {
    private final Body<X> body;

    Clause(Case operation, @Nullable Object code, Body<X> body) {
        super(operation);
        this.body = body;
        Objects.requireNonNull(code, "select case: got null, want what to run if it is chosen");
    }

    void run(Object item) throws X {
        body.run(item);
    }

    /** What runs, given what came of the operation. */
    interface Body<X extends Exception> {
        void run(Object item) throws X;
    }

    /**
     * Runs without a value.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Action<X extends Exception> {
        /** Runs. */
        void run() throws X;
    }

    /**
     * Takes a value.
     *
     * @param <T> of this type
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface ValueAction<T, X extends Exception> {
        /** Takes the value that was received. */
        void accept(T value) throws X;
    }

    /**
     * Takes a value, or learns that there is none.
     *
     * @param <T> of this type
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface ValueOkAction<T, X extends Exception> {
        /**
         * Takes what was received.
         *
         * @param value the value; null if there is none
         * @param ok false if there is none, since the channel is closed and drained
         */
        void accept(@Nullable T value, boolean ok) throws X;
    }
}

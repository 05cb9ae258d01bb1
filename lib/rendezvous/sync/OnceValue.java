package rendezvous.sync;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Once#value} returns.
 *
 * @param <T> the value's type
 */
final class OnceValue<T extends @Nullable Object> implements Supplier<T> {
    private final Once once = new Once();
    private @Nullable Supplier<T> code; // dropped when it has run
    private @Nullable T value;
    private @Nullable Throwable panic;

    OnceValue(Supplier<T> code) {
        this.code = code;
    }

    @Override
    @SuppressWarnings({"NullAway", "ThrowSpecificExceptions"}) // the value is null only if its type allows it
    public T get() {
        try {
            once.run(this::make);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedOnceException(e);
        }
        if (panic != null) {
            switch (panic) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                default -> throw new UndeclaredThrowableException(panic);
            }
        }
        return value;
    }

    private void make() {
        try {
            value = Objects.requireNonNull(code).get();
        } catch (Throwable t) {
            panic = t;
        } finally {
            code = null;
        }
    }
}

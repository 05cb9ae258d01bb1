package rendezvous.chan;

import org.jspecify.annotations.Nullable;

/**
 * What a receive brought: Go's {@code v, ok := <-ch}.
 *
 * @param value the value; null if and only if {@code ok} is false
 * @param ok true if the value was sent; false if the channel is closed and drained
 * @param <T> the channel's element type
 */
public record Received<T>(@Nullable T value, boolean ok) {
    private static final Received<?> CLOSED = new Received<>(null, false);

    @SuppressWarnings("unchecked") // holds no value
    static <T> Received<T> closed() {
        return (Received<T>) CLOSED;
    }
}

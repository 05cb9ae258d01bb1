package rendezvous.runtime;

/**
 * Told of every {@link Event} in a {@link World}.
 *
 * <p>It is called by the goroutine that causes the event, often while a {@link Spinlock} is held so that the order of
 * a channel's events is the order in which they took effect. It must be quick, must not block, must not throw, and
 * must call no code of a user's, a value's {@code toString} included.
 */
@FunctionalInterface
public interface Probe {
    /** Takes note of the event. */
    void on(Event event);
}

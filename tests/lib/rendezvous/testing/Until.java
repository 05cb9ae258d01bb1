package rendezvous.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions that come true by what other threads do. */
public final class Until {
    /** How long a condition may take that should come true at once: long, since machines are slow, and finite. */
    public static final Duration DEADLINE = Duration.ofSeconds(15);

    private Until() {}

    /**
     * Returns as soon as the condition holds.
     *
     * @throws AssertionError if it does not hold at the deadline
     */
    public static void holds(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("want within " + DEADLINE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(10_000); // not a yield: virtual threads that yield in a loop can starve others
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted while it waited for: " + what);
            }
        }
    }
}

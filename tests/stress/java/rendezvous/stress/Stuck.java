package rendezvous.stress;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for what must come, as long as something goes on. */
final class Stuck {
    private static final long LOOK = 5_000_000; // nanoseconds between two looks
    private final long patience;

    /**
     * Creates it.
     *
     * @param seconds how long nothing may go on
     */
    Stuck(int seconds) {
        patience = seconds * 1_000_000_000L;
    }

    /**
     * Waits until it is so.
     *
     * @param done whether it is so
     * @param progress changes as long as something goes on
     * @throws IllegalStateException if nothing went on for too long
     */
    void until(String what, BooleanSupplier done, LongSupplier progress) {
        long last = progress.getAsLong();
        long since = System.nanoTime();
        while (!done.getAsBoolean()) {
            LockSupport.parkNanos(LOOK);
            long now = progress.getAsLong();
            if (now != last) {
                last = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience) {
                throw new IllegalStateException("stuck: " + what + ", at " + Report.number(now));
            }
        }
    }
}

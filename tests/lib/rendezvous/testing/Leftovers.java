package rendezvous.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import rendezvous.chan.Go;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.GoroutineState;

/** Sees whether goroutines are left that did not live when it was made. */
public final class Leftovers {
    private final Set<Goroutine> before = new HashSet<>(living());

    /** Notes which goroutines live. */
    public Leftovers() {}

    private static List<Goroutine> living() {
        return Go.goroutines().stream().map(GoroutineState::goroutine).toList();
    }

    /** Returns the goroutines that have come since, and live. */
    public List<GoroutineState> now() {
        List<GoroutineState> left = new ArrayList<>(Go.goroutines());
        left.removeIf(state -> before.contains(state.goroutine()));
        return left;
    }

    /** Returns as soon as none is left, or after that time. */
    public void awaitEnds(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!now().isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(10_000);
        }
    }

    /**
     * Returns as soon as none is left.
     *
     * @param when for the message
     * @throws AssertionError if some do not end
     */
    public void assertNone(String when) {
        try {
            Until.holds("no goroutine is left", () -> now().isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError("want: no goroutine is left " + when + "; got " + now(), e);
        }
    }
}

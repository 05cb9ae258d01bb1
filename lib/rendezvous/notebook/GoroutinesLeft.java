package rendezvous.notebook;

import java.io.PrintStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.GoroutineState;
import rendezvous.runtime.World;

/**
 * Says which goroutines a cell leaves behind: they go on beside later cells, keep what they hold, and may print there.
 *
 * <p>A goroutine that has done its work ends a moment after its cell, so that for a while nothing is said. What a later
 * cell cannot help is said once, by the cell that started it.
 */
final class GoroutinesLeft implements CellHook {
    private static final long GRACE_NANOS = 60_000_000;
    private static final int MOST = 5;

    private final PrintStream out;
    private Set<Goroutine> before = Set.of();

    GoroutinesLeft(PrintStream out) {
        this.out = out;
    }

    @Override
    public void before(Cell cell) {
        before = GoroutineState.all(World.REAL).stream()
                .map(GoroutineState::goroutine)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    @Override
    public void after(Cell cell) {
        long deadline = System.nanoTime() + GRACE_NANOS;
        List<GoroutineState> left = left();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
            left = left();
        }
        before = Set.of(); // so that ended ones can be collected
        if (!left.isEmpty()) {
            out.println(words(left));
        }
    }

    private List<GoroutineState> left() {
        return GoroutineState.all(World.REAL).stream()
                .filter(state -> !before.contains(state.goroutine()))
                .toList();
    }

    static String words(List<GoroutineState> left) {
        String list = left.stream().limit(MOST).map(GoroutineState::toString).collect(Collectors.joining("; "));
        String more = left.size() > MOST ? "; and " + (left.size() - MOST) + " more" : "";
        return left.size() == 1
                ? "Note: this cell leaves a goroutine behind: " + list
                        + ". It goes on beside later cells. To end it, close its channel, cancel its context or interrupt it."
                : "Note: this cell leaves " + left.size() + " goroutines behind: " + list + more
                        + ". They go on beside later cells. To end them, close their channels, cancel their contexts or"
                        + " interrupt them.";
    }
}

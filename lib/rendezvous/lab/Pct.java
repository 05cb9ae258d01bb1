package rendezvous.lab;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the thread of the highest rank go on, ranks being random, and lowers that of the running one at a few random steps.
 *
 * <p>This is PCT (Burckhardt, Kothari, Musuvathi and Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of
 * Finding Bugs", 2010): a bug that needs d steps in a certain order, in a run of n threads and k steps, is found by one
 * run with a probability of at least 1/(n·k^(d-1)).
 */
final class Pct implements Strategy {
    private final long seed;
    private final Random64 random;
    private final long[] changes;
    private final int length;
    private long step;
    private long lowest;

    /**
     * Creates a strategy.
     *
     * @param depth the depth of the bugs that it is to find, 1 at least
     * @param length how many steps a run is thought to have
     */
    Pct(long seed, int depth, int length) {
        this.seed = seed;
        this.random = new Random64(seed);
        this.changes = new long[depth - 1];
        this.length = Math.max(1, length);
    }

    @Override
    public void begin() {
        random.seed(seed);
        step = 0;
        lowest = 0;
        for (int i = 0; i < changes.length; i++) {
            changes[i] = 1L + random.below(length);
        }
    }

    @Override
    public Strand pick(Scheduler scheduler, @Nullable Strand running) {
        step++;
        if (running != null) {
            for (long change : changes) {
                if (change == step) {
                    running.rank = --lowest;
                }
            }
        }
        Strand yielded = scheduler.yielded();
        if (yielded != null) {
            yielded.rank = --lowest;
        }
        Strand best = null;
        for (int i = 0; i < scheduler.readyCount(); i++) {
            Strand strand = scheduler.ready(i);
            if (strand.rank == 0) {
                strand.rank = 1 + (random.next() >>> 1);
            }
            if (best == null || strand.rank > best.rank) {
                best = strand;
            }
        }
        return Objects.requireNonNull(best);
    }

    @Override
    public int draw(int bound) {
        return random.below(bound);
    }
}

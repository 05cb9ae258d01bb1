package rendezvous.lab;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What came of a search for a schedule that fails.
 *
 * {@snippet :
 * println(Lab.explore(() -> {
 *     Chan<Integer> ch = Chan.make();
 *     go(() -> ch.send(1));
 *     ch.receive();
 * }).systematically(3).run().coverage().contains("these are all schedules there are"));   // Output: true
 * }
 */
public final class Exploration {
    private final @Nullable Run failed;
    private final int schedules;
    private final @Nullable Long seed;
    private final String origin;
    private final String coverage;
    private final boolean outOfTime;

    Exploration(
            @Nullable Run failed,
            int schedules,
            @Nullable Long seed,
            String origin,
            String coverage,
            boolean outOfTime) {
        this.failed = failed;
        this.schedules = schedules;
        this.seed = seed;
        this.origin = origin;
        this.coverage = coverage;
        this.outOfTime = outOfTime;
    }

    /** Returns the run that failed, in the simplest schedule that was found; empty if none failed. */
    public Optional<Run> failed() {
        return Optional.ofNullable(failed);
    }

    /** Returns how many schedules were tried, those to simplify not counted. */
    public int schedules() {
        return schedules;
    }

    /** Returns the seed with which a random walk found the failure; empty if something else did, or nothing. */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Returns what was tried: "10 000 schedules, 412 of them different; systematic up to 2 preemptions: complete". */
    public String coverage() {
        return coverage;
    }

    /** Returns whether the search ended because its time was up, with no failure and not all schedules tried. */
    public boolean isOutOfTime() {
        return outOfTime;
    }

    /**
     * Does nothing if no schedule failed.
     *
     * @return this
     * @throws AssertionError if one did; it tells what and how to repeat it, and its cause is what was thrown
     */
    public Exploration orThrow() {
        if (failed != null) {
            throw new AssertionError(
                    toString(), failed.failure().map(Failure::thrown).orElse(null));
        }
        return this;
    }

    /** Returns the failed run and how it was found, or that none failed and what was tried. */
    @Override
    public String toString() {
        return failed == null
                ? "No schedule failed: " + coverage + "."
                : failed + "\n" + origin + "\nTried before: " + coverage + ".";
    }
}

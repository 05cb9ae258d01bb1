package rendezvous.lab;

import java.time.Duration;

/**
 * What a run may use before it is stopped.
 *
 * @param steps how many steps
 * @param goroutines how many may live at a time
 * @param stall how long a goroutine may compute on the real clock before it comes to its next step
 * @param shortening how long to look, on the real clock, for a simpler schedule that fails
 * @param races whether a race is a failure
 * @param judges whether the run's own code judges the others': see {@link Explorer#judging}
 */
record Limits(int steps, int goroutines, Duration stall, Duration shortening, boolean races, boolean judges) {
    static final Limits DEFAULT =
            new Limits(100_000, 10_000, Duration.ofSeconds(5), Duration.ofSeconds(2), false, false);

    /** For a single run. */
    static final Limits ONE_RUN = DEFAULT.steps(1_000_000);

    Limits {
        atLeastOne("steps of a run", steps);
        atLeastOne("goroutines of a run", goroutines);
        if (stall.isNegative() || stall.isZero()) {
            throw new IllegalArgumentException("time for a step: got " + stall + ", want more than zero");
        }
    }

    static void atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + ": got " + number + ", want at least 1");
        }
    }

    Limits steps(int most) {
        return new Limits(most, goroutines, stall, shortening, races, judges);
    }

    Limits goroutines(int most) {
        return new Limits(steps, most, stall, shortening, races, judges);
    }

    Limits stall(Duration longest) {
        return new Limits(steps, goroutines, longest, shortening, races, judges);
    }

    Limits shortening(Duration most) {
        return new Limits(steps, goroutines, stall, most, races, judges);
    }

    Limits withRaces() {
        return new Limits(steps, goroutines, stall, shortening, true, judges);
    }

    /** For runs of somebody else's code, which may do anything, while somebody waits to hear of it. */
    Limits judging() {
        return new Limits(20_000, 300, Duration.ofMillis(1_500), Duration.ofMillis(400), races, true);
    }

    /** Returns the name of the run's own goroutine. */
    String root() {
        return judges ? "check" : "main";
    }
}

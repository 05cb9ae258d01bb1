package rendezvous.lab;

import java.time.Duration;

/**
 * What a run may use before it is stopped.
 *
 * @param steps how many steps
 * @param goroutines how many may live at a time
 * @param stall how long a goroutine may compute on the real clock before it comes to its next step
 * @param races whether a race is a failure
 */
record Limits(int steps, int goroutines, Duration stall, boolean races) {
    static final Limits DEFAULT = new Limits(100_000, 10_000, Duration.ofSeconds(5), false);

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
        return new Limits(most, goroutines, stall, races);
    }

    Limits goroutines(int most) {
        return new Limits(steps, most, stall, races);
    }

    Limits stall(Duration longest) {
        return new Limits(steps, goroutines, longest, races);
    }

    Limits withRaces() {
        return new Limits(steps, goroutines, stall, true);
    }
}

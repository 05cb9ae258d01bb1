package rendezvous.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import rendezvous.trace.Trace;

/**
 * A linear axis of time.
 *
 * @param unit in which the ticks are written: ns, µs, ms, s or steps
 * @param perUnit nanoseconds of a unit; 1 for steps
 * @param step from tick to tick in nanoseconds
 * @param end of the axis in nanoseconds; it begins at 0
 * @param clock whose time it is: "real" or "virtual"; empty for steps
 */
record TimeAxis(String unit, long perUnit, long step, long end, String clock) {
    private static final int MOST_TICKS = 7;

    /** Chooses the ticks for an axis that counts steps. */
    static TimeAxis upToStep(long end) {
        TimeAxis axis = upTo(end);
        return new TimeAxis("steps", 1, axis.step, axis.end, "");
    }

    /** Chooses the ticks for an axis up to a moment of a trace. */
    static TimeAxis of(Trace.Unit unit, long end) {
        return switch (unit) {
            case STEPS -> upToStep(end);
            case TIME -> upTo(end);
            case VIRTUAL -> {
                TimeAxis axis = upTo(end);
                yield new TimeAxis(axis.unit, axis.perUnit, axis.step, axis.end, "virtual");
            }
        };
    }

    /** Returns what the axis measures. */
    String title() {
        return clock.isEmpty() ? unit : clock + " time in " + unit;
    }

    /** Chooses unit and ticks for an axis up to a moment. */
    static TimeAxis upTo(long end) {
        long last = Math.max(1, end);
        // Steps of 1, 2, 2.5 and 5 times a power of ten are the ones that people count in.
        long step = LongStream.iterate(1, power -> power <= Long.MAX_VALUE / 100, power -> power * 10)
                .flatMap(power -> LongStream.of(power, 2 * power, power < 10 ? 5 : power / 10 * 25, 5 * power))
                .filter(candidate -> last / candidate < MOST_TICKS)
                .findFirst()
                .orElseThrow();
        if (last < 2_000) {
            return new TimeAxis("ns", 1, step, last, "real");
        }
        if (last < 2_000_000) {
            return new TimeAxis("µs", 1_000, step, last, "real");
        }
        if (last < 10_000_000_000L) {
            return new TimeAxis("ms", 1_000_000, step, last, "real");
        }
        return new TimeAxis("s", 1_000_000_000, step, last, "real");
    }

    /** Returns the moments of the ticks in nanoseconds. */
    List<Long> ticks() {
        return IntStream.rangeClosed(0, (int) (end / step))
                .mapToObj(i -> i * step)
                .toList();
    }

    /** Returns a moment in the unit, with as many decimals as the step needs. */
    String label(long nanos) {
        int decimals = 0;
        for (long part = step; part % perUnit != 0; part = Math.multiplyExact(part % perUnit, 10L)) {
            decimals++;
        }
        return String.format(Locale.ROOT, "%,." + decimals + "f", (double) nanos / perUnit)
                .replace(',', ' ');
    }
}

package rendezvous.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Measures how fast competitors do their work, over values of a parameter, in bounded time.
 *
 * {@snippet :
 * var result = Sweep.over("buffer", 1, 10, 100)
 *         .measure("Chan", size -> {
 *             Chan<Integer> ch = Chan.make(size);
 *             for (int i = 0; i < 1_000; i++) {
 *                 ch.send(i);
 *                 ch.receive();
 *             }
 *             return 1_000;                     // so many it did
 *         })
 *         .measure("ArrayBlockingQueue", size -> {
 *             var queue = new ArrayBlockingQueue<Integer>(size);
 *             for (int i = 0; i < 1_000; i++) {
 *                 queue.put(i);
 *                 queue.take();
 *             }
 *             return 1_000;
 *         })
 *         .within(ofSeconds(2))
 *         .run();
 * println(result.parameter());              // Output: buffer
 * Figure figure = result.chart("A thread with itself", "values per second");
 * }
 *
 * <p>A fifth of the time warms up. Then rounds follow: each round does every competitor at every value once, and the next
 * one in the opposite order, so that a machine that gets slower hits all alike. A point is the median of its rounds, with
 * the least and the most as its spread. Rounds end when the time is up, or after {@value #MOST_ROUNDS}.
 *
 * <p>What is under way when the time is up may go on for as long again; then it is interrupted, and the result says which
 * points are missing. So a sweep takes at most twice its time, and a second if the work does not heed its interrupt.
 *
 * <p>A sweep compares; it is no benchmark of nanoseconds. Assert relations, such as {@link SweepResult#ratio}.
 */
public final class Sweep {
    static final int MOST_ROUNDS = 25;
    static final int FEWEST_ROUNDS = 3;
    private static final long TOO_SHORT_NANOS = 50_000;

    private final String parameter;
    private final int[] values;
    private final Map<String, Work> competitors = new LinkedHashMap<>();
    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private Duration budget = Duration.ofSeconds(3);
    private LongSupplier clock = System::nanoTime;
    private Consumer<String> progress = System.out::println;

    private Sweep(String parameter, int[] values) {
        this.parameter = parameter;
        this.values = values;
    }

    /** Something to measure. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does the work once; best for some milliseconds.
         *
         * @param value of the parameter
         * @return how many operations it did, at least 1
         * @throws Exception ends the sweep
         */
        long run(int value) throws Exception;
    }

    /** Something to read that is no rate: memory, a length, a longest wait. */
    @FunctionalInterface
    public interface Reading {
        /**
         * Reads once.
         *
         * @param value of the parameter
         * @return what is read, a number
         * @throws Exception ends the sweep
         */
        double at(int value) throws Exception;
    }

    /**
     * Begins a sweep.
     *
     * @param parameter its name, such as "pairs of goroutines"
     * @param values to measure at
     * @throws IllegalArgumentException if there are no values, or one twice
     */
    public static Sweep over(String parameter, int... values) {
        if (parameter.isBlank()) {
            throw new IllegalArgumentException("parameter of a sweep: got no name, want one for the axis");
        }
        if (values.length == 0) {
            throw new IllegalArgumentException("sweep over \"" + parameter
                    + "\": got no values, want at least one: over(\"" + parameter + "\", 1, 2)");
        }
        if (Arrays.stream(values).distinct().count() < values.length) {
            throw new IllegalArgumentException(
                    "sweep over \"" + parameter + "\": got " + Arrays.toString(values) + ", want each value once");
        }
        return new Sweep(parameter, values.clone());
    }

    /**
     * Adds a competitor.
     *
     * @param name for the chart
     * @param work what it does
     * @throws IllegalArgumentException if there is one of this name already
     */
    public Sweep measure(String name, Work work) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("competitor of a sweep: got no name, want one for the chart");
        }
        if (competitors.putIfAbsent(name, work) != null) {
            throw new IllegalArgumentException("competitor \"" + name + "\": got it twice, want each name once");
        }
        return this;
    }

    /**
     * Adds something to read; {@link #readings} reads it.
     *
     * @param name for the chart
     * @param reading what to read
     * @throws IllegalArgumentException if there is one of this name already
     */
    public Sweep read(String name, Reading reading) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("reading of a sweep: got no name, want one for the chart");
        }
        if (readings.putIfAbsent(name, reading) != null) {
            throw new IllegalArgumentException("reading \"" + name + "\": got it twice, want each name once");
        }
        return this;
    }

    /**
     * Sets how long it may take; 3 seconds if nothing is said.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public Sweep within(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("time of a sweep: got " + time + ", want more than zero");
        }
        this.budget = time;
        return this;
    }

    /** Sets who is told how far it is, at most every 5 seconds; {@code System.out} if nothing is said. */
    public Sweep progress(Consumer<String> listener) {
        this.progress = listener;
        return this;
    }

    /** Sets the clock by which work is timed and the time is up. */
    Sweep clock(LongSupplier nanos) {
        this.clock = nanos;
        return this;
    }

    /**
     * Measures; the calling thread waits until that is done.
     *
     * @throws IllegalStateException if there is no competitor; if one throws, with what it threw as the cause; or if one
     *     did no operations
     * @throws InterruptedException if the calling thread is interrupted, and then the work is too, or if the work is
     */
    public SweepResult run() throws InterruptedException {
        if (competitors.isEmpty()) {
            throw new IllegalStateException(
                    "sweep over \"" + parameter + "\": nothing to measure; add a competitor with measure(name, work)");
        }
        Stopwatch stopwatch = new Stopwatch(clock);
        Map<String, SweepRun.Sampler> samplers = new LinkedHashMap<>();
        competitors.forEach((name, work) -> samplers.put(name, value -> stopwatch.nanosPerOperation(work, value)));
        SweepRun.Result result = new SweepRun(parameter, values, samplers, budget, true, clock, progress).run();
        List<String> notes = new ArrayList<>(result.notes());
        if (stopwatch.shortest.get() < TOO_SHORT_NANOS) {
            notes.add("Some work took only " + Numbers.duration(stopwatch.shortest.get())
                    + ": do more operations in one go.");
        }
        return new SweepResult(
                parameter,
                result.spots().stream().map(SweepResult.Row::of).toList(),
                result.missing(),
                List.copyOf(notes));
    }

    /**
     * Reads what was added with {@link #read}, in rounds as {@link #run} measures work but without a warm-up; the calling
     * thread waits until that is done.
     *
     * @throws IllegalStateException if there is nothing to read; if a reading throws, with what it threw as the cause; or
     *     if it is no number
     * @throws InterruptedException if the calling thread is interrupted, and then the reading is too, or if the reading is
     */
    public Readings readings() throws InterruptedException {
        if (readings.isEmpty()) {
            throw new IllegalStateException(
                    "sweep over \"" + parameter + "\": nothing to read; add it with read(name, value -> …)");
        }
        Map<String, SweepRun.Sampler> samplers = new LinkedHashMap<>();
        readings.forEach((name, reading) -> samplers.put(name, value -> {
            double read = reading.at(value);
            if (!Double.isFinite(read)) {
                throw new IllegalArgumentException("it read " + read + ", want a number");
            }
            return read;
        }));
        return Readings.of(parameter, new SweepRun(parameter, values, samplers, budget, false, clock, progress).run());
    }

    /** Times work; its thread may live on after it was given up. */
    private static final class Stopwatch {
        private final LongSupplier clock;
        private final AtomicLong shortest = new AtomicLong(Long.MAX_VALUE);

        Stopwatch(LongSupplier clock) {
            this.clock = clock;
        }

        double nanosPerOperation(Work work, int value) throws Exception {
            long before = clock.getAsLong();
            long operations = work.run(value);
            long nanos = clock.getAsLong() - before;
            if (operations < 1) {
                throw new IllegalArgumentException(
                        "it returned " + operations + ", want the number of operations that it did, at least 1");
            }
            shortest.accumulateAndGet(nanos, Math::min);
            return Math.max(1, nanos) / (double) operations;
        }
    }
}

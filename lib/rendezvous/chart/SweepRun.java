package rendezvous.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a sweep. The work runs on a thread of its own, so that the caller can leave when work does not end; the
 * caller watches the time and tells how far it is.
 */
final class SweepRun {
    private static final long SLICE_MILLIS = 5_000; // between two lines of progress
    private static final long GRACE_MILLIS = 1_000; // for work to heed its interrupt

    private final String parameter;
    private final int[] values;
    private final Duration budget;
    private final boolean warm;
    private final LongSupplier clock;
    private final Consumer<String> progress;
    private final Map<Point, List<Double>> samples = new LinkedHashMap<>();

    // Guarded by this. The thread of the work may live on after it was given up; then nobody listens to it.
    private @Nullable Throwable failure;
    private String doing = "";
    private boolean givenUp;

    /** Takes one sample. */
    interface Sampler {
        double sample(int value) throws Exception;
    }

    /** What the samples of a point come to. */
    record Spot(int value, String name, int repetitions, double median, double least, double most) {}

    /** What came of a run; the notes say what one should know before believing it. */
    record Result(List<Spot> spots, List<String> missing, List<String> notes) {}

    /** A competitor at a value. */
    private record Point(String name, Sampler sampler, int value) {
        String words(String parameter) {
            return "\"" + name + "\" at " + parameter + " = " + value;
        }
    }

    SweepRun(
            String parameter,
            int[] values,
            Map<String, Sampler> competitors,
            Duration budget,
            boolean warm,
            LongSupplier clock,
            Consumer<String> progress) {
        this.warm = warm;
        this.parameter = parameter;
        this.values = values.clone();
        Arrays.sort(this.values);
        this.budget = budget;
        this.clock = clock;
        this.progress = progress;
        for (int value : this.values) {
            competitors.forEach((name, one) -> samples.put(new Point(name, one, value), new ArrayList<>()));
        }
    }

    Result run() throws InterruptedException {
        Thread thread = Thread.ofPlatform().name("sweep").daemon().unstarted(this::work);
        thread.start();
        boolean cutShort = false;
        try {
            cutShort = !watch(thread);
        } finally {
            stop(thread);
        }
        synchronized (this) {
            if (failure instanceof InterruptedException interrupted && !cutShort) {
                throw interrupted;
            }
            if (failure != null && !(cutShort && failure instanceof InterruptedException)) {
                throw new IllegalStateException("measuring " + doing + " failed: " + failure, failure);
            }
            return result(cutShort, thread.isAlive());
        }
    }

    /** Waits for the thread's end, at most twice the time; returns whether it came. */
    private boolean watch(Thread thread) throws InterruptedException {
        long end = System.nanoTime() + 2 * budget.toNanos();
        while (true) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return !thread.isAlive();
            }
            if (thread.join(Duration.ofNanos(Math.min(left, SLICE_MILLIS * 1_000_000)))) {
                return true;
            }
            if (end - System.nanoTime() > 0) {
                progress.accept(status());
            }
        }
    }

    private synchronized String status() {
        long least = samples.values().stream().mapToLong(List::size).min().orElse(0);
        return "measuring " + doing + "; " + Numbers.many(least, "round") + " done";
    }

    /** Lets nothing go on after the sweep, as far as the work heeds an interrupt. */
    private void stop(Thread thread) throws InterruptedException {
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(GRACE_MILLIS);
        }
        synchronized (this) {
            givenUp = true;
        }
    }

    private void work() {
        try {
            long start = clock.getAsLong();
            List<Point> order = new ArrayList<>(samples.keySet());
            if (warm) {
                warmUp(order, start);
            }
            for (int round = 0; round < Sweep.MOST_ROUNDS; round++) {
                for (Point point : order) {
                    if (clock.getAsLong() - start >= budget.toNanos()) {
                        return;
                    }
                    measure(point, true);
                }
                order = order.reversed();
            }
        } catch (Throwable thrown) { // the caller's to throw, whatever it is
            synchronized (this) {
                failure = thrown;
            }
        }
    }

    /** Runs every point once, as long as there is time, and again for a fifth of it. */
    private void warmUp(List<Point> order, long start) throws Exception {
        do {
            for (Point point : order) {
                if (clock.getAsLong() - start >= budget.toNanos()) {
                    return;
                }
                measure(point, false);
            }
        } while (clock.getAsLong() - start < budget.toNanos() / 5);
    }

    private void measure(Point point, boolean counts) throws Exception {
        synchronized (this) {
            doing = point.words(parameter);
        }
        double sample = point.sampler().sample(point.value());
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while measuring " + point.words(parameter));
        }
        if (counts) {
            synchronized (this) {
                if (!givenUp) {
                    Objects.requireNonNull(samples.get(point)).add(sample);
                }
            }
        }
    }

    private Result result(boolean cutShort, boolean alive) {
        List<Spot> spots = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        for (Map.Entry<Point, List<Double>> entry : samples.entrySet()) {
            Point point = entry.getKey();
            double[] sorted = entry.getValue().stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            if (sorted.length == 0) {
                missing.add(point.words(parameter));
                continue;
            }
            int half = sorted.length / 2;
            double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
            spots.add(
                    new Spot(point.value(), point.name(), sorted.length, median, sorted[0], sorted[sorted.length - 1]));
            fewest = Math.min(fewest, sorted.length);
        }
        List<String> notes = new ArrayList<>();
        if (cutShort) {
            notes.add("Stopped at twice its time of " + Numbers.duration(budget.toNanos()) + ", measuring " + doing
                    + ".");
        }
        if (alive) {
            notes.add("This work does not heed its interrupt and still runs.");
        }
        if (!missing.isEmpty()) {
            notes.add("Not measured for want of time: " + Numbers.list(missing) + ".");
        }
        if (fewest < Sweep.FEWEST_ROUNDS) {
            notes.add("Only " + Numbers.many(fewest, "repetition") + " at some points, want " + Sweep.FEWEST_ROUNDS
                    + ": give it more time or less work.");
        }
        return new Result(List.copyOf(spots), List.copyOf(missing), List.copyOf(notes));
    }
}

package rendezvous.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import rendezvous.runtime.Body;

/**
 * Gathers how long things took and draws it on a logarithmic axis: as percentiles, or as histograms.
 *
 * <p>A percentile is the least time within which so many of a hundred calls were done. A percentile stands in a chart only
 * if at least one call lay beyond it.
 *
 * <p>{@link #record} may be called by many threads at once; the rest must not be called meanwhile.
 *
 * {@snippet :
 * Latencies calls = Latencies.titled("Calls");
 * for (int i = 1; i <= 100; i++) {
 *     calls.record("steady", ofMillis(5));
 *     calls.record("uneven", ofMillis(i));
 * }
 * println(calls.percentile("uneven", 99).toMillis());   // Output: 99
 * println(calls.histogram().title());                   // Output: Calls
 * }
 */
public final class Latencies {
    static final int MOST = 4;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};
    private static final long PROGRESS_NANOS = 5_000_000_000L;

    private final String title;
    private String note = "";
    private Duration budget = Duration.ofSeconds(3);
    private Consumer<String> progress = System.out::println;
    private final Map<String, Samples> series = new LinkedHashMap<>(); // guarded by itself

    private Latencies(String title) {
        this.title = title;
    }

    /** Times in order of arrival. */
    private static final class Samples {
        private long[] nanos = new long[64];
        private int count;

        void add(long one) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = one;
        }
    }

    /**
     * Begins a chart.
     *
     * @param title a few words
     */
    public static Latencies titled(String title) {
        return new Latencies(title);
    }

    /** Adds a sentence to the caption. */
    public Latencies note(String sentence) {
        this.note = sentence;
        return this;
    }

    /**
     * Sets how long each {@link #measure} may take; 3 seconds if nothing is said. No call is begun after that.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public Latencies within(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("time of the calls: got " + time + ", want more than zero");
        }
        this.budget = time;
        return this;
    }

    /** Sets who is told how far it is, at most every 5 seconds; {@code System.out} if nothing is said. */
    public Latencies progress(Consumer<String> listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Notes how long one call took. Safe for use by many threads.
     *
     * @param name of what was called
     * @param time how long it took, more than zero
     */
    public void record(String name, Duration time) {
        record(name, time.toNanos());
    }

    /**
     * Notes how long one call took. Safe for use by many threads.
     *
     * @param name of what was called
     * @param nanos how long it took in nanoseconds, more than zero
     * @throws IllegalArgumentException if the time is zero or less, which no logarithmic axis can show, or it is one name
     *     more than can be told apart
     */
    public void record(String name, long nanos) {
        if (nanos <= 0) {
            throw new IllegalArgumentException(
                    "latency of \"" + name + "\": got " + nanos + " ns, want more than 0: the axis is logarithmic");
        }
        synchronized (series) {
            if (!series.containsKey(name) && series.size() == MOST) {
                throw new IllegalArgumentException("latency of \"" + name + "\": got one more than " + MOST
                        + " things that are called, want no more than can be told apart; draw two charts");
            }
            series.computeIfAbsent(name, any -> new Samples()).add(nanos);
        }
    }

    /**
     * Calls something again and again and notes how long each call took; the calling thread waits until that is done. A
     * tenth of the calls goes before, to warm up, and does not count.
     *
     * @param name of what is called
     * @param times how often, at least once
     * @param call one call
     * @throws IllegalArgumentException if there are no times
     * @throws IllegalStateException if a call throws, with what it threw as the cause
     * @throws InterruptedException if the calling thread is interrupted while it waits for a call, or between two
     */
    public Latencies measure(String name, int times, Body call) throws InterruptedException {
        if (times < 1) {
            throw new IllegalArgumentException("calls of \"" + name + "\": got " + times + ", want 1 or more");
        }
        long start = System.nanoTime();
        long told = start;
        int warm = times / 10;
        for (int i = -warm; i < times; i++) {
            long begin = System.nanoTime();
            if (i > 0 && begin - start >= budget.toNanos()) {
                break;
            }
            if (begin - told >= PROGRESS_NANOS) {
                told = begin;
                progress.accept(name + ": " + Math.max(0, i) + " of " + Numbers.many(times, "call"));
            }
            once(name, call);
            long nanos = System.nanoTime() - begin;
            if (i >= 0) {
                record(name, Math.max(1, nanos));
            }
        }
        return this;
    }

    private static void once(String name, Body call) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a call of \"" + name + "\"");
        }
        try {
            call.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a call of \"" + name + "\" failed: " + e, e);
        }
    }

    /**
     * Returns a percentile.
     *
     * @param name of what was called
     * @param percentile from 0 to 100
     * @throws IllegalArgumentException if there is no such name, or the percentile is not between 0 and 100
     */
    public Duration percentile(String name, double percentile) {
        if (!(percentile >= 0 && percentile <= 100)) {
            throw new IllegalArgumentException("percentile: got " + percentile + ", want 0 to 100");
        }
        long[] sorted = sorted().get(name);
        if (sorted == null) {
            throw new IllegalArgumentException(
                    "latencies of \"" + name + "\": got none; there are " + sorted().keySet());
        }
        return Duration.ofNanos(at(sorted, percentile));
    }

    /** The least value that so many of a hundred do not exceed. */
    static long at(long[] sorted, double percentile) {
        int rank = (int) Math.ceil(percentile / 100 * sorted.length - 1e-9);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    private Map<String, long[]> sorted() {
        Map<String, long[]> all = new LinkedHashMap<>();
        synchronized (series) {
            series.forEach((name, samples) -> {
                long[] nanos = Arrays.copyOf(samples.nanos, samples.count);
                Arrays.sort(nanos);
                all.put(name, nanos);
            });
        }
        if (all.isEmpty()) {
            throw new IllegalStateException("chart \"" + title
                    + "\": no latencies; add them with record(name, time) or measure(name, times, call)");
        }
        return all;
    }

    /**
     * Draws percentiles: a line each, from the median to the slowest call.
     *
     * @throws IllegalStateException if there is nothing to draw
     */
    public Figure percentiles() {
        Map<String, long[]> all = sorted();
        int fewest = all.values().stream().mapToInt(one -> one.length).min().orElse(0);
        List<Double> shown = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            if (percentile == PERCENTILES[0] || fewest * (100 - percentile) >= 100 - 1e-6) {
                shown.add(percentile);
            }
        }
        List<String> names = new ArrayList<>(shown.stream()
                .map(percentile -> percentile == 50 ? "median" : "p" + Numbers.digits(percentile, 6))
                .toList());
        names.add("slowest");
        Lines lines = Lines.titled(title)
                .x("percentile of the calls")
                .y("time of a call")
                .nanos()
                .logarithmic()
                .ticks(place -> names.get((int) place))
                .words("Chart of percentiles", words(all));
        all.forEach((name, sorted) -> {
            List<Lines.Point> points = new ArrayList<>();
            for (double percentile : shown) {
                points.add(new Lines.Point(points.size(), at(sorted, percentile)));
            }
            points.add(new Lines.Point(points.size(), sorted[sorted.length - 1]));
            lines.line(name, points);
        });
        return lines.figure();
    }

    /**
     * Draws histograms, one above the other on one axis, each with its median and the percentile that says how slow the slow
     * ones are.
     *
     * @throws IllegalStateException if there is nothing to draw
     */
    public Figure histogram() {
        Map<String, long[]> all = sorted();
        return new Histogram(title, all).figure(words(all));
    }

    private String words(Map<String, long[]> all) {
        List<String> parts = new ArrayList<>();
        all.forEach((name, sorted) -> {
            double tail = tail(sorted.length);
            parts.add(Lines.upper(name) + ", " + Numbers.many(sorted.length, "call") + ": median "
                    + Numbers.duration(at(sorted, 50))
                    + (tail > 50 ? ", p" + Numbers.digits(tail, 6) + " " + Numbers.duration(at(sorted, tail)) : "")
                    + ", slowest " + Numbers.duration(sorted[sorted.length - 1]) + ".");
        });
        if (!note.isEmpty()) {
            parts.add(note);
        }
        return String.join(" ", parts);
    }

    /** Returns the percentile of 90 and 99 that so many calls can tell; the median if they can tell neither. */
    static double tail(int calls) {
        return calls >= 100 ? 99 : calls >= 10 ? 90 : 50;
    }
}

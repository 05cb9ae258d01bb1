package rendezvous.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Counts how often each outcome comes in many runs, and draws the counts as bars.
 *
 * {@snippet :
 * int[] next = {0};
 * Outcomes dice = Outcomes.titled("A dice that counts")
 *         .run("dice", 12, () -> next[0]++ % 6 + 1);
 * println(dice.times("dice", 6));                       // Output: 2
 * println(dice.figure().caption().startsWith("Dice, 12 runs: 1 came 2 times (17 %)"));   // Output: true
 * }
 *
 * <p>Outcomes that are numbers stand in their order, many different ones in ranges; others stand the most frequent first.
 *
 * <p>Not safe for use by many threads.
 */
public final class Outcomes {
    static final int MOST_SERIES = 3;
    static final int MOST_ROWS = 12;
    private static final long PROGRESS_NANOS = 5_000_000_000L;

    private final String title;
    private String note = "";
    private Duration budget = Duration.ofSeconds(3);
    private Consumer<String> progress = System.out::println;
    private final Map<String, Map<Object, Long>> series = new LinkedHashMap<>();
    private final List<String> cut = new ArrayList<>();

    private Outcomes(String title) {
        this.title = title;
    }

    /** One run. */
    @FunctionalInterface
    public interface Trial {
        /**
         * Runs once.
         *
         * @return what came of it
         * @throws Exception ends the runs
         */
        Object run() throws Exception;
    }

    /**
     * Begins a chart.
     *
     * @param title a few words
     */
    public static Outcomes titled(String title) {
        return new Outcomes(title);
    }

    /** Adds a sentence to the caption. */
    public Outcomes note(String sentence) {
        this.note = sentence;
        return this;
    }

    /**
     * Sets how long each {@link #run} may take; 3 seconds if nothing is said. No run is begun after that, and the caption
     * says how many there were.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public Outcomes within(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("time of the runs: got " + time + ", want more than zero");
        }
        this.budget = time;
        return this;
    }

    /** Sets who is told how far it is, at most every 5 seconds; {@code System.out} if nothing is said. */
    public Outcomes progress(Consumer<String> listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Runs something many times and counts what came of it; the calling thread waits until that is done.
     *
     * @param name of what is run
     * @param times how often, at least once
     * @param trial one run; its outcomes are the same if they are equal
     * @throws IllegalArgumentException if there are no times, or it was run already, or it is one more than can be told
     *     apart
     * @throws IllegalStateException if a run throws, with what it threw as the cause
     * @throws InterruptedException if the calling thread is interrupted while it waits for a run, or between two
     */
    public Outcomes run(String name, int times, Trial trial) throws InterruptedException {
        if (times < 1) {
            throw new IllegalArgumentException("runs of \"" + name + "\": got " + times + ", want 1 or more");
        }
        if (series.containsKey(name)) {
            throw new IllegalArgumentException("runs of \"" + name + "\": got them twice, want each name once");
        }
        long start = System.nanoTime();
        long told = start;
        for (int i = 0; i < times; i++) {
            long now = System.nanoTime();
            if (i > 0 && now - start >= budget.toNanos()) {
                cut.add("Of \"" + name + "\" only " + Numbers.many(i, "run") + " of " + Numbers.whole(times)
                        + " fitted into " + Numbers.duration(budget.toNanos()) + ".");
                break;
            }
            if (now - told >= PROGRESS_NANOS) {
                told = now;
                progress.accept(name + ": " + i + " of " + Numbers.many(times, "run"));
            }
            add(name, outcome(name, i, trial), 1);
        }
        return this;
    }

    private static Object outcome(String name, int run, Trial trial) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before run " + (run + 1) + " of \"" + name + "\"");
        }
        try {
            return Objects.requireNonNullElse(trial.run(), "null");
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("run " + (run + 1) + " of \"" + name + "\" failed: " + e, e);
        }
    }

    /**
     * Adds outcomes that were counted elsewhere.
     *
     * @param name of what was run
     * @param outcome what came of it
     * @param times how often, 0 or more
     * @throws IllegalArgumentException if there were fewer than 0, or it is one name more than can be told apart
     */
    public Outcomes add(String name, Object outcome, long times) {
        if (times < 0) {
            throw new IllegalArgumentException(
                    "outcome " + outcome + " of \"" + name + "\": got " + times + " times, want 0 or more");
        }
        if (!series.containsKey(name) && series.size() == MOST_SERIES) {
            throw new IllegalArgumentException("outcomes of \"" + name + "\": got one more than " + MOST_SERIES
                    + " things that are run, want no more than can be told apart; draw two charts");
        }
        series.computeIfAbsent(name, any -> new LinkedHashMap<>()).merge(outcome, times, Long::sum);
        return this;
    }

    /** Returns how often an outcome came; 0 if never. */
    public long times(String name, Object outcome) {
        return counts(name).getOrDefault(outcome, 0L);
    }

    /** Returns how many different outcomes there were. */
    public int kinds(String name) {
        return (int) counts(name).values().stream().filter(times -> times > 0).count();
    }

    private Map<Object, Long> counts(String name) {
        Map<Object, Long> counts = series.get(name);
        if (counts == null) {
            throw new IllegalArgumentException("outcomes of \"" + name + "\": got none; there are " + series.keySet());
        }
        return counts;
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns the chart.
     *
     * @throws IllegalStateException if nothing was run
     */
    public Figure figure() {
        if (series.values().stream().allMatch(counts -> total(counts) == 0)) {
            throw new IllegalStateException(
                    "chart \"" + title + "\": no outcomes; run something with run(name, times, trial)");
        }
        List<OutcomeRow> rows = OutcomeRow.of(series, MOST_ROWS);
        double most = 0;
        List<RowsChart.Row> drawn = new ArrayList<>();
        Table table = new Table(heads());
        for (OutcomeRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            int number = 0;
            for (String name : series.keySet()) {
                long times = row.times().getOrDefault(name, 0L);
                double share = share(times, name);
                most = Math.max(most, share);
                String text = Numbers.whole(times) + " (" + Numbers.percent(share) + ")";
                drawn.add(RowsChart.bar(number == 0 ? row.name() : "", share, share, share, text, Fill.of(number)));
                cells.addAll(List.of(Numbers.whole(times), Numbers.percent(share)));
                number++;
            }
            table.row(cells.toArray(String[]::new));
        }
        List<Swatch.Key> keys = new ArrayList<>();
        for (String name : series.keySet()) {
            keys.add(Swatch.Key.box(name, Fill.of(keys.size())));
        }
        String caption = caption(rows);
        return new RowsChart(
                        title,
                        series.size() == 1 ? List.of() : keys,
                        "share of the runs",
                        drawn,
                        series.size() == 1 ? RowsChart.LOW + 2 : RowsChart.LOW - 4,
                        most,
                        false)
                .figure(
                        caption,
                        "Histogram of " + Numbers.many(rows.size(), "outcome") + ". " + caption,
                        table + caption);
    }

    private String[] heads() {
        List<String> heads = new ArrayList<>(List.of("outcome"));
        series.keySet().forEach(name -> heads.addAll(List.of(name, "share")));
        return heads.toArray(String[]::new);
    }

    private double share(long times, String name) {
        long total = total(counts(name));
        return total == 0 ? 0 : (double) times / total;
    }

    private String caption(List<OutcomeRow> rows) {
        List<String> parts = new ArrayList<>();
        for (String name : series.keySet()) {
            List<String> most = rows.stream()
                    .filter(row -> row.times().getOrDefault(name, 0L) > 0)
                    .sorted(Comparator.comparing((OutcomeRow row) -> row.times().getOrDefault(name, 0L))
                            .reversed())
                    .limit(3)
                    .map(row -> {
                        long times = row.times().getOrDefault(name, 0L);
                        return row.name() + " came " + Numbers.many(times, "time") + " ("
                                + Numbers.percent(share(times, name)) + ")";
                    })
                    .toList();
            parts.add(Lines.upper(name) + ", " + Numbers.many(total(counts(name)), "run") + ": " + Numbers.list(most)
                    + (kinds(name) > 3 ? "; " + kinds(name) + " different outcomes." : "."));
        }
        parts.addAll(cut);
        if (!note.isEmpty()) {
            parts.add(note);
        }
        return String.join(" ", parts) + " " + Machine.words() + ".";
    }

    /** Returns the table. */
    @Override
    public String toString() {
        return figure().text();
    }
}

package rendezvous.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rendezvous.chart.History.Life;
import rendezvous.chart.History.Span;
import rendezvous.chart.RowsChart.Part;
import rendezvous.chart.RowsChart.Row;
import rendezvous.trace.Trace;

/**
 * What goroutines did with their time: a bar for each, divided by what it was doing, in the colours and patterns of a
 * {@link Timeline}. In a pipeline the stage that is busy longest is its bottleneck.
 *
 * <p>Goroutines of one name share a bar, the time of all together being the whole. <em>Busy</em> is whoever runs or sleeps:
 * in a course sleep stands for work.
 *
 * {@snippet :
 * Trace trace = Trace.of(() -> {
 *     Chan<Integer> jobs = Chan.named("jobs");
 *     go("worker", () -> {
 *         for (int job : jobs) {
 *             sleep(ofMillis(20));
 *         }
 *     });
 *     jobs.send(1);
 *     jobs.send(2);
 *     jobs.close();
 * });
 * println(Utilisation.busy(trace, "worker") > 0.5);             // Output: true
 * println(Utilisation.of("Who works?", trace).title());        // Output: Who works?
 * }
 */
public final class Utilisation {
    static final int MOST = 12;

    private Utilisation() {}

    /** The lives of one name. */
    private static final class Group {
        private final Map<State, Long> times = new EnumMap<>(State.class);
        private int count;
        private long whole;

        void add(Life life) {
            count++;
            whole += life.to() - life.from();
            for (Span span : life.spans()) {
                times.merge(span.state(), span.length(), Long::sum);
            }
        }

        void add(Group other) {
            count += other.count;
            whole += other.whole;
            other.times.forEach((state, time) -> times.merge(state, time, Long::sum));
        }

        double share(State state) {
            return whole == 0 ? 0 : (double) times.getOrDefault(state, 0L) / whole;
        }

        double busy() {
            return share(State.RUNS) + share(State.SLEEPS);
        }
    }

    /**
     * Returns the share of its time in which a goroutine was busy, from 0 to 1; of several of that name, of all together.
     *
     * @throws IllegalArgumentException if the run had no goroutine of that name
     */
    public static double busy(Trace trace, String name) {
        Map<String, Group> groups = groups(trace);
        Group group = groups.get(name);
        if (group == null) {
            throw new IllegalArgumentException(
                    "no goroutine \"" + name + "\" in this run: it had " + String.join(", ", groups.keySet()));
        }
        return group.busy();
    }

    private static Map<String, Group> groups(Trace trace) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Life life : History.of(Recording.of(trace)).lives()) {
            groups.computeIfAbsent(life.goroutine().name(), any -> new Group()).add(life);
        }
        return groups;
    }

    /**
     * Draws how the goroutines of a run spent their time.
     *
     * @param title a few words
     * @param trace the run
     * @throws IllegalArgumentException if the run has no goroutines
     */
    public static Figure of(String title, Trace trace) {
        Map<String, Group> groups = folded(groups(trace));
        if (groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing to draw: the trace has no goroutines; make one by Trace.of(() -> { … })");
        }
        Set<State> states = EnumSet.noneOf(State.class);
        groups.values().forEach(group -> states.addAll(group.times.keySet()));
        List<Row> rows = new ArrayList<>();
        groups.forEach((name, group) -> rows.add(row(name, group)));
        List<Swatch.Key> keys = states.stream()
                .map(state -> Swatch.Key.box(state.words(), Fill.of(state)))
                .toList();
        String caption = caption(groups);
        return new RowsChart(title, keys, "share of its time", rows, RowsChart.TALL - 4, 1, true)
                .figure(
                        caption,
                        "Chart of what " + Numbers.many(rows.size(), "goroutine") + " did, a bar each. " + caption,
                        table(groups, states) + caption);
    }

    private static Map<String, Group> folded(Map<String, Group> groups) {
        if (groups.size() <= MOST) {
            return groups;
        }
        Map<String, Group> few = new LinkedHashMap<>();
        Group rest = new Group();
        groups.forEach((name, group) -> {
            if (few.size() < MOST - 1) {
                few.put(name, group);
            } else {
                rest.add(group);
            }
        });
        few.put("+ " + (groups.size() - MOST + 1) + " more", rest);
        return few;
    }

    private static Row row(String name, Group group) {
        List<Part> parts = new ArrayList<>();
        double from = 0;
        for (State state : group.times.keySet()) {
            double to = from + group.share(state);
            if (to > from) {
                parts.add(new Part(from, to, Fill.of(state)));
            }
            from = to;
        }
        return new Row(name(name, group), parts, 0, 0, "busy " + Numbers.percent(group.busy()));
    }

    private static String name(String name, Group group) {
        return group.count == 1 || name.startsWith("+") ? name : name + " × " + group.count;
    }

    private static String caption(Map<String, Group> groups) {
        List<String> parts = new ArrayList<>();
        groups.forEach((name, group) -> parts.add(name(name, group) + " " + Numbers.percent(group.busy())));
        return "Busy: " + Numbers.list(parts) + " of its time. Busy is who runs or sleeps; sleep stands for work. "
                + Machine.words() + ".";
    }

    private static Table table(Map<String, Group> groups, Set<State> states) {
        List<String> heads = new ArrayList<>(List.of("goroutine", "busy"));
        states.forEach(state -> heads.add(state.words()));
        Table table = new Table(heads.toArray(String[]::new));
        groups.forEach((name, group) -> {
            List<String> cells = new ArrayList<>(List.of(name(name, group), Numbers.percent(group.busy())));
            states.forEach(state -> cells.add(Numbers.percent(group.share(state))));
            table.row(cells.toArray(String[]::new));
        });
        return table;
    }
}

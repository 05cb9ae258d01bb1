package rendezvous.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import rendezvous.chart.History.Fate;
import rendezvous.chart.History.Life;
import rendezvous.chart.History.Span;
import rendezvous.runtime.Goroutine;

/**
 * Which goroutine is drawn in which lane: one each in order of starting, the rest folded into the last.
 *
 * @param shown those with a lane of their own
 * @param folded those that share the last lane; empty if all have their own
 * @param byGoroutine the lane of each
 */
record Lanes(List<Life> shown, List<Life> folded, Map<Goroutine, Integer> byGoroutine) {
    static final int MOST = 12;

    static Lanes of(List<Life> lives) {
        return of(lives, Set.of());
    }

    /**
     * Chooses the lanes.
     *
     * @param marked those that have something to show besides how they ended
     */
    static Lanes of(List<Life> lives, Set<Goroutine> marked) {
        if (lives.size() <= MOST) {
            return new Lanes(lives, List.of(), index(lives, List.of()));
        }
        // The first one is main. Of the others, those that went wrong are what people look for.
        List<Integer> order = IntStream.range(0, lives.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> i != 0
                        && !wrong(lives.get(i))
                        && !marked.contains(lives.get(i).goroutine())))
                .toList();
        TreeSet<Integer> chosen = new TreeSet<>(order.subList(0, MOST - 1));
        List<Life> shown = chosen.stream().map(lives::get).toList();
        List<Life> folded = IntStream.range(0, lives.size())
                .filter(i -> !chosen.contains(i))
                .mapToObj(lives::get)
                .toList();
        return new Lanes(shown, folded, index(shown, folded));
    }

    private static boolean wrong(Life life) {
        return life.fate() == Fate.PANICKED || life.isWaiting();
    }

    private static Map<Goroutine, Integer> index(List<Life> shown, List<Life> folded) {
        Map<Goroutine, Integer> index = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            index.put(shown.get(i).goroutine(), i);
        }
        folded.forEach(life -> index.put(life.goroutine(), shown.size()));
        return Map.copyOf(index);
    }

    int count() {
        return shown.size() + (folded.isEmpty() ? 0 : 1);
    }

    String name(int lane) {
        return lane < shown.size() ? shown.get(lane).goroutine().name() : "+ " + folded.size() + " more";
    }

    /** Returns what is drawn in a lane, in order of time. */
    List<Span> spans(int lane) {
        return lane < shown.size() ? shown.get(lane).spans() : together();
    }

    /** Returns what the folded ones did together: at least one runs, or none does though some live. */
    private List<Span> together() {
        record Change(long at, int living, int running) {}
        List<Change> changes = new ArrayList<>();
        for (Life life : folded) {
            changes.add(new Change(life.from(), 1, 0));
            changes.add(new Change(life.to(), -1, 0));
            life.spans().stream().filter(span -> span.state() == State.RUNS).forEach(span -> {
                changes.add(new Change(span.from(), 0, 1));
                changes.add(new Change(span.to(), 0, -1));
            });
        }
        changes.sort(Comparator.comparingLong(Change::at));
        List<Span> spans = new ArrayList<>();
        int living = 0;
        int running = 0;
        long since = 0;
        for (Change change : changes) {
            if (change.at() > since && living > 0) {
                add(spans, running > 0 ? State.RUNS : State.SEVERAL, since, change.at());
            }
            since = change.at();
            living += change.living();
            running += change.running();
        }
        return spans;
    }

    private static void add(List<Span> spans, State state, long from, long to) {
        if (!spans.isEmpty()
                && spans.getLast().state() == state
                && spans.getLast().to() == from) {
            from = spans.removeLast().from();
        }
        spans.add(new Span(state, from, to, null));
    }
}

package rendezvous.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import rendezvous.chart.History.Life;
import rendezvous.chart.History.Span;
import rendezvous.trace.Trace;
import rendezvous.trace.Values;

/** A timeline as text: the lives as a table, then what happened, one a line. */
final class TimelineTable {
    private static final int MOST_ROWS = 20; // events under the table

    private final History history;

    private TimelineTable(History history) {
        this.history = history;
    }

    static String of(History history) {
        return new TimelineTable(history).text();
    }

    private String text() {
        Table table = history.scheduled()
                ? new Table("goroutine", "from", "to", "ran", "could run", "waited", "slept", "end")
                : new Table("goroutine", "from", "to", "ran", "waited", "slept", "end");
        for (Life life : history.lives()) {
            table.row(cells(life).toArray(String[]::new));
        }
        StringBuilder text = new StringBuilder(table.toString());
        List<String> lines = lines();
        lines.stream().limit(MOST_ROWS).forEach(line -> text.append(line).append('\n'));
        int more = lines.size() - MOST_ROWS;
        return text + (more > 0 ? "… and " + Numbers.many(more, "more line") + "\n" : "");
    }

    private List<String> cells(Life life) {
        long ran = sum(life, State.RUNS);
        long ready = sum(life, State.READY);
        long slept = sum(life, State.SLEEPS);
        List<String> cells = new ArrayList<>(
                List.of(life.goroutine().name(), time(life.from()), time(life.to()), history.words(ran)));
        if (history.scheduled()) {
            cells.add(history.words(ready));
        }
        cells.add(history.words(life.to() - life.from() - ran - ready - slept));
        cells.add(history.words(slept));
        cells.add(life.fate().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return cells;
    }

    /** Hand-offs, choices of selects, cancellations and accesses that race, in order of time. */
    private List<String> lines() {
        record Line(long at, String words) {}
        List<Line> lines = new ArrayList<>();
        history.transfers()
                .forEach(one -> lines.add(new Line(
                        one.received(),
                        one.from().name() + " → " + one.to().name() + ": " + Values.show(one.value()))));
        history.moments()
                .forEach(one -> lines.add(new Line(
                        one.at(),
                        one.goroutine().name()
                                + switch (one.sign()) {
                                    case SELECTS -> " selects " + one.words();
                                    case CANCELS -> " cancels a context";
                                    case EXPIRED -> " goes on: its context's time is over";
                                    case CLOSES -> " closes " + (one.words().isEmpty() ? "a channel" : one.words());
                                    case RACES -> " " + one.words() + ", in a race";
                                })));
        history.cancels()
                .forEach(one -> lines.add(new Line(
                        one.to(), one.reached().name() + " goes on: " + one.by().name() + " cancelled its context")));
        return lines.stream()
                .sorted(Comparator.comparingLong(Line::at))
                .map(line -> time(line.at()) + "  " + line.words())
                .toList();
    }

    private String time(long nanos) {
        if (history.unit() == Trace.Unit.STEPS) {
            return String.format(Locale.ROOT, "step %5d", nanos);
        }
        return String.format(Locale.ROOT, "%9.3f ms", nanos / 1e6);
    }

    private static long sum(Life life, State state) {
        return life.spans().stream()
                .filter(span -> span.state() == state)
                .mapToLong(Span::length)
                .sum();
    }
}

package rendezvous.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Go;
import rendezvous.chart.History.Life;
import rendezvous.lab.Run;
import rendezvous.runtime.GoroutineState;
import rendezvous.runtime.Wait;
import rendezvous.trace.Stuck;
import rendezvous.trace.Trace;

/**
 * Goroutines as a table: number, name, state, what each waits for and since when, and where it was started.
 *
 * {@snippet :
 * Trace trace = Trace.of(Duration.ofMillis(100), () -> {
 *     Chan<Integer> answers = Chan.named("answers");
 *     go("helper", () -> answers.receive());
 *     go("quick", () -> {}).await();
 * });
 * println(GoroutineTable.of(trace).caption());
 * // Output: 3 goroutines: 2 ended, 1 waits to receive.
 * println(GoroutineTable.of(trace).html().startsWith("<table>"));   // Output: true
 * }
 */
public final class GoroutineTable extends Drawn {
    private static final List<String> HEADS = List.of("no.", "name", "state", "waits for", "since", "started by");

    private final List<Row> rows;

    private GoroutineTable(Diagram diagram, List<Row> rows) {
        super(diagram);
        this.rows = rows;
    }

    /**
     * A goroutine.
     *
     * @param look how its state is drawn; what it ended as is drawn as a run
     * @param state in words
     * @param on what it waits on
     * @param since since when
     * @param by where it was started
     */
    record Row(String id, String name, State look, boolean over, String state, String on, String since, String by) {
        List<String> cells() {
            return List.of(id, name, state, on, since, by);
        }
    }

    /** Looks at the goroutines that live now, one after another, while they go on. */
    public static GoroutineTable live() {
        Things things = new Things();
        List<Row> rows = new ArrayList<>();
        for (GoroutineState one : Go.goroutines()) {
            Wait reason = one.reason();
            State look = switch (one.doing()) {
                case RUNS -> State.RUNS;
                case WAITS -> reason == null ? State.AWAITS : State.of(reason);
                case BLOCKED -> State.ELSEWHERE;
                case SLEEPS -> State.SLEEPS;
            };
            rows.add(new Row(
                    Long.toString(one.id()),
                    one.name(),
                    look,
                    false,
                    look == State.RUNS ? "runs or could run" : look.words(),
                    on(reason, one.subject(), things),
                    one.waited() == null ? "" : Numbers.duration(one.waited().toNanos()) + " ago",
                    one.goroutine().startedAt()));
        }
        return of(rows, "", TextMeter.REAL);
    }

    /**
     * Shows the goroutines of a recorded run as they were when it was over.
     *
     * @param trace the run
     */
    public static GoroutineTable of(Trace trace) {
        return of(trace, TextMeter.REAL);
    }

    static GoroutineTable of(Trace trace, TextMeter meter) {
        Things things = new Things();
        trace.events().forEach(event -> things.name(event.subject()));
        History history = History.of(Recording.of(trace));
        Map<Long, Stuck> stuck = new LinkedHashMap<>();
        trace.stuck().forEach(one -> stuck.put(one.goroutine().id(), one));
        List<Row> rows = new ArrayList<>();
        for (Life life : history.lives()) {
            Stuck left = stuck.get(life.goroutine().id());
            State look = life.last().state();
            boolean over = !life.isLeft();
            rows.add(new Row(
                    Long.toString(life.goroutine().id()),
                    life.goroutine().name(),
                    look,
                    over,
                    over ? life.fate().name().toLowerCase(Locale.ROOT) : look.words(),
                    left == null || over ? "" : on(left.reason(), left.subject(), things),
                    over ? "" : since(history, life),
                    life.goroutine().startedAt()));
        }
        return of(rows, trace.unit() == Trace.Unit.VIRTUAL ? " Times are of the run's own clock." : "", meter);
    }

    /**
     * Shows the goroutines of a run of the lab as they were when it was over.
     *
     * @param run the run
     */
    public static GoroutineTable of(Run run) {
        return of(run.steps());
    }

    private static String since(History history, Life life) {
        long from = life.last().from();
        return history.unit() == Trace.Unit.STEPS ? "step " + from : Numbers.duration(from);
    }

    private static String on(@Nullable Wait reason, @Nullable Object subject, Things things) {
        String name = things.name(subject);
        return reason == null || reason == Wait.SLEEP || reason == Wait.NEVER || name == null
                ? ""
                : reason == Wait.SELECT ? String.valueOf(subject) : name;
    }

    private static GoroutineTable of(List<Row> rows, String note, TextMeter meter) {
        Table text = new Table(HEADS.toArray(String[]::new));
        rows.forEach(row -> text.row(row.cells().toArray(String[]::new)));
        RowsSketch layout = new RowsSketch(rows, HEADS, meter);
        Sketch sketch = layout.build(Diagram.top(""));
        String left = layout.hidden() == 0 ? "" : " Not drawn: " + Numbers.many(layout.hidden(), "row") + ".";
        String caption = caption(rows) + left + note;
        return new GoroutineTable(
                new Diagram("", caption, "Table of goroutines. " + caption, text + caption, sketch), List.copyOf(rows));
    }

    private static String caption(List<Row> rows) {
        Map<String, Long> states =
                rows.stream().collect(Collectors.groupingBy(Row::state, LinkedHashMap::new, Collectors.counting()));
        List<String> parts = states.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(one -> one.getValue() + " " + (one.getValue() == 1 ? one.getKey() : several(one.getKey())))
                .toList();
        return rows.isEmpty()
                ? "No goroutine lives."
                : Numbers.many(rows.size(), "goroutine") + ": " + String.join(", ", parts) + ".";
    }

    /** Returns what several do: "wait to send" for "waits to send". */
    private static String several(String one) {
        return one.replaceFirst("^(wait|sleep|run)s\\b", "$1");
    }

    /** Returns the table as HTML, for pages where a table is better than a picture. */
    public String html() {
        StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
        HEADS.forEach(head -> html.append("<th scope=\"col\">").append(head).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (Row row : rows) {
            html.append("<tr>");
            row.cells().forEach(cell -> html.append("<td>").append(escape(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package rendezvous.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rendezvous.chan.Go;
import rendezvous.chart.WaitFor.Tie;
import rendezvous.chart.WaitFor.Want;
import rendezvous.lab.Run;
import rendezvous.runtime.DeadlockError;
import rendezvous.runtime.DeadlockError.Asleep;
import rendezvous.runtime.GoroutineState;
import rendezvous.trace.Trace;

/**
 * Who waits for what, who holds that, and whether it is a cycle: each waits for the next, and none can go on.
 *
 * <p>Who holds a lock, and who was the other side of a channel before, is known of recorded runs: a {@link Trace}, a run of
 * the lab. Of what is looked at live, or reported by a {@link DeadlockError}, only the waits are known, and whose end is
 * waited for.
 *
 * {@snippet :
 * Trace trace = Trace.of(Duration.ofMillis(100), () -> {
 *     Mutex lock = new Mutex();
 *     lock.lock();
 *     lock.lock();
 * });
 * println(WaitForGraph.of(trace).caption());
 * // Output: main waits for mutex 1, held by main: a cycle, in which nobody can go on.
 * }
 */
public final class WaitForGraph extends Drawn {
    private static final int MOST = 5; // waits in the caption
    private static final String LIVE = " Who holds a lock is only known of recorded runs: Trace.of(…), Lab.run(…).";

    private WaitForGraph(Diagram diagram) {
        super(diagram);
    }

    private static WaitForGraph of(WaitFor graph, String unknown, TextMeter meter) {
        String title = graph.cycle() > 0 ? "A cycle of waits" : "Who waits for what";
        WaitForSketch layout = new WaitForSketch(graph, meter);
        Sketch sketch = layout.build(Diagram.top(title));
        String caption = caption(graph, unknown, layout.hidden());
        String alt = "Wait-for graph of "
                + Numbers.many(graph.wants().size(), "goroutine that waits", "goroutines that wait")
                + (graph.cycle() > 0 ? ", with a cycle of " + graph.cycle() : ", without a known cycle") + ". "
                + caption;
        return new WaitForGraph(new Diagram(title, caption, alt, text(graph) + caption, sketch));
    }

    /**
     * Draws who was stuck when a recorded run was over.
     *
     * @param trace the run
     */
    public static WaitForGraph of(Trace trace) {
        return of(trace, TextMeter.REAL);
    }

    static WaitForGraph of(Trace trace, TextMeter meter) {
        return of(WaitFor.of(trace), "", meter);
    }

    /**
     * Draws who was stuck when a run of the lab was over.
     *
     * @param run the run
     */
    public static WaitForGraph of(Run run) {
        return of(run.steps());
    }

    /**
     * Draws those that a report of a deadlock names.
     *
     * @param error the report
     */
    public static WaitForGraph of(DeadlockError error) {
        Things things = new Things();
        List<Want> wants =
                error.asleep().stream().map(asleep -> want(asleep, things)).toList();
        return of(WaitFor.ordered(wants), LIVE, TextMeter.REAL);
    }

    /** Draws the goroutines that wait now; they are looked at one after another, while others go on. */
    public static WaitForGraph live() {
        Things things = new Things();
        List<Want> wants = new ArrayList<>();
        for (GoroutineState state : Go.goroutines()) {
            if (state.reason() != null) {
                wants.add(WaitFor.want(state.name(), state.reason(), state.subject(), things, Set.of()));
            }
        }
        return of(WaitFor.ordered(wants), LIVE, TextMeter.REAL);
    }

    private static Want want(Asleep asleep, Things things) {
        return asleep.reason() == null
                ? new Want(asleep.name(), asleep.waits(), null, Tie.NONE, List.of())
                : WaitFor.want(asleep.name(), asleep.reason(), asleep.subject(), things, Set.of());
    }

    private static String caption(WaitFor graph, String unknown, int hidden) {
        if (graph.wants().isEmpty()) {
            return "Nobody waits." + unknown;
        }
        List<Want> shown = graph.cycle() > 0 ? graph.wants().subList(0, graph.cycle()) : graph.wants();
        String list = shown.stream().limit(MOST).map(WaitForGraph::sentence).collect(Collectors.joining("; "));
        int more = shown.size() - MOST;
        String rest = more > 0 ? "; and " + more + " more" : "";
        String verdict = graph.cycle() > 0 ? ": a cycle, in which nobody can go on." : ". No cycle is known.";
        int others = graph.wants().size() - graph.cycle();
        String behind = graph.cycle() > 0 && others > 0
                ? " " + Numbers.many(others, "other goroutine waits", "other goroutines wait") + " too."
                : "";
        String left = hidden > 0 ? " Not drawn: " + Numbers.many(hidden, "wait") + "." : "";
        return list + rest + verdict + behind + left + unknown;
    }

    private static String sentence(Want want) {
        String on = want.thing() == null ? "" : " " + want.thing();
        return want.who() + " " + want.verb() + on
                + switch (want.tie()) {
                    case HOLDS, SENT, RECEIVED -> ", " + want.tie().words() + " " + Numbers.list(want.servers());
                    case IS -> " " + want.servers().getFirst();
                    case NONE -> "";
                };
    }

    private static String text(WaitFor graph) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < graph.wants().size(); i++) {
            text.append(sentence(graph.wants().get(i)))
                    .append(i < graph.cycle() ? "   (in the cycle)" : "")
                    .append('\n');
        }
        return text.toString();
    }
}

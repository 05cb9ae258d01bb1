package rendezvous.chart;

import java.util.List;
import rendezvous.lab.HappensBefore;
import rendezvous.lab.HappensBefore.Edge;
import rendezvous.lab.HappensBefore.Happening;
import rendezvous.lab.Run;

/**
 * What happens before what in a small run of the lab: a column for each goroutine, time goes down, and arrows show what
 * orders events of different goroutines. Two events that no way of arrows and columns joins are not ordered.
 *
 * {@snippet :
 * Run run = Lab.run(() -> {
 *     Chan<Integer> ch = Chan.named("ch");
 *     go("sender", () -> ch.send(1));
 *     ch.receive();
 * });
 * println(HappensBeforeGraph.of(run).alt().contains("2 goroutines"));   // Output: true
 * println(HappensBeforeGraph.of(run, 1, 2).caption());
 * // Output: 1 happens before 2: 1 main starts sender → 2 sender sends 1 on ch.
 * }
 */
public final class HappensBeforeGraph extends Drawn {
    private HappensBeforeGraph(Diagram diagram) {
        super(diagram);
    }

    /**
     * Draws the order of a run's events.
     *
     * @param run the run
     */
    public static HappensBeforeGraph of(Run run) {
        HappensBefore order = HappensBefore.of(run);
        return of(order, caption(order), List.of(), TextMeter.REAL);
    }

    /**
     * Draws the order of a run's events, and answers whether one happens before another: by which way, if so.
     *
     * @param run the run
     * @param a the number of an event, as in the picture
     * @param b the number of another
     * @throws IllegalArgumentException if there is no event of such a number
     */
    public static HappensBeforeGraph of(Run run, int a, int b) {
        HappensBefore order = HappensBefore.of(run);
        List<Happening> path = order.isBefore(b, a) ? order.path(b, a) : order.path(a, b);
        return of(order, order.explain(a, b), path, TextMeter.REAL);
    }

    static HappensBeforeGraph of(HappensBefore order, String answer, List<Happening> path, TextMeter meter) {
        if (order.events().isEmpty()) {
            throw new IllegalArgumentException("happens-before: the run has no events; nothing to draw");
        }
        OrderSketch layout = new OrderSketch(order, path, meter);
        Sketch sketch = layout.build(Diagram.top(""));
        String caption = layout.hidden() == 0 && order.isWhole()
                ? answer
                : answer + " Not drawn: " + Numbers.many(layout.hidden(), "event")
                        + (order.isWhole() ? "" : " and those not kept") + ".";
        String alt = "Happens-before graph of " + Numbers.many(order.events().size(), "event") + " of "
                + Numbers.many(layout.goroutines(), "goroutine") + ", with "
                + Numbers.many(order.edges().size(), "arrow") + " between goroutines. " + caption;
        return new HappensBeforeGraph(new Diagram("", caption, alt, text(order) + caption, sketch));
    }

    private static String caption(HappensBefore order) {
        List<Happening> races = order.events().stream().filter(Happening::race).toList();
        long meets = order.edges().stream().filter(Edge::meets).count();
        String size = Numbers.many(order.events().size(), "event") + "; "
                + Numbers.many(order.edges().size(), "arrow orders", "arrows order") + " events of different goroutines"
                + (meets == 0 ? "" : ", " + meets + " of them " + (meets == 1 ? "a hand-off" : "hand-offs")) + ".";
        return races.size() == 2
                ? size + " " + races.get(0).number() + " and " + races.get(1).number()
                        + " are in a race: nothing orders them."
                : size;
    }

    private static String text(HappensBefore order) {
        StringBuilder text = new StringBuilder();
        for (Happening event : order.events()) {
            text.append(event);
            List<String> after = order.edges().stream()
                    .filter(edge -> edge.to() == event.number() || (edge.meets() && edge.from() == event.number()))
                    .map(edge -> edge.meets()
                            ? "with " + (edge.to() == event.number() ? edge.from() : edge.to())
                            : "after " + edge.from())
                    .toList();
            text.append(after.isEmpty() ? "" : "   (" + Numbers.list(after) + ")")
                    .append('\n');
        }
        return text.toString();
    }
}

package rendezvous.chart;

import java.awt.Color;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rendezvous.lab.HappensBefore;
import rendezvous.lab.HappensBefore.Edge;
import rendezvous.lab.HappensBefore.Happening;
import rendezvous.runtime.Goroutine;

/** Lays out a happens-before graph. */
final class OrderSketch {
    private static final int WIDTH = SceneBuilder.WIDTH;
    private static final double PAD = SceneBuilder.PAD;
    private static final double ROW = 30;
    private static final double DOT = 10; // radius of an event
    private static final int MOST_EVENTS = 40;
    private static final int MOST_COLUMNS = 6;
    private static final Type HEADING = new Type(House.TEXT, true, House.INK);
    private static final Type NUMBER = new Type(10.5, true, House.PANEL);

    private final HappensBefore order;
    private final Set<Integer> way = new LinkedHashSet<>();
    private final Sketch.Builder sketch;
    private final TextMeter meter;
    private final List<Goroutine> columns;
    private final List<Happening> shown;
    private final Map<Integer, Double> rows = new HashMap<>();
    private final double pitch;

    OrderSketch(HappensBefore order, List<Happening> path, TextMeter meter) {
        this.order = order;
        this.meter = meter;
        this.sketch = new Sketch.Builder(meter);
        path.forEach(event -> way.add(event.number()));
        this.columns = order.events().stream()
                .map(Happening::goroutine)
                .distinct()
                .limit(MOST_COLUMNS)
                .toList();
        this.shown = order.events().stream()
                .filter(event -> columns.contains(event.goroutine()))
                .limit(MOST_EVENTS)
                .toList();
        this.pitch = Math.min(250, (WIDTH - 2 * PAD) / columns.size());
    }

    /** Returns how many events are not drawn. */
    int hidden() {
        return order.events().size() - shown.size();
    }

    int goroutines() {
        return (int)
                order.events().stream().map(Happening::goroutine).distinct().count();
    }

    Sketch build(double top) {
        double y = top + 34;
        for (Happening event : shown) {
            y = place(event, y);
        }
        double bottom = y - ROW / 2;
        for (int column = 0; column < columns.size(); column++) {
            String name = meter.fit(columns.get(column).name(), HEADING, pitch - 16);
            sketch.text(name, x(column) - DOT, top + 8, HEADING);
            Goroutine goroutine = columns.get(column);
            double[] lived = shown.stream()
                    .filter(event -> event.goroutine().equals(goroutine))
                    .mapToDouble(event -> rows.getOrDefault(event.number(), top))
                    .toArray();
            if (lived.length > 0) {
                sketch.line(x(column), lived[0], x(column), lived[lived.length - 1], House.SLATE, 1.5);
            }
        }
        way();
        order.edges().forEach(this::edge);
        races();
        shown.forEach(this::event);
        return sketch.build(WIDTH, legend(bottom + 26) + PAD - 4);
    }

    private double x(int column) {
        return PAD + DOT + 2 + column * pitch;
    }

    private double x(Happening event) {
        return x(column(event));
    }

    /** The two sides of a hand-off stand at one height, as they complete together; all else has a row of its own. */
    private double place(Happening event, double y) {
        for (Edge edge : order.edges()) {
            Double first = rows.get(edge.from());
            if (edge.meets() && edge.to() == event.number() && first != null && first > y - ROW - 1) {
                rows.put(event.number(), first);
                return y;
            }
        }
        rows.put(event.number(), y);
        return y + ROW;
    }

    private void event(Happening event) {
        double x = x(event);
        double y = rows.getOrDefault(event.number(), 0.0);
        Color color = event.race() ? House.BAD : way.contains(event.number()) ? House.ORANGE : House.BLUE;
        Box dot = new Box(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        sketch.plain(new Box(x - DOT - 2, y - DOT - 2, 2 * DOT + 4, 2 * DOT + 4), DOT + 2, House.PANEL);
        sketch.plain(dot, event.race() ? 3 : DOT, color); // a square, so that it is told without colour
        sketch.centred(Integer.toString(event.number()), x, y + 4, NUMBER, false);
        sketch.text(words(event), x + DOT + 6, y + 4, Type.SMALL, true);
    }

    private void edge(Edge edge) {
        Double y1 = rows.get(edge.from());
        Double y2 = rows.get(edge.to());
        if (y1 == null || y2 == null) {
            return;
        }
        boolean marked = way.contains(edge.from()) && way.contains(edge.to());
        arrow(edge.from(), edge.to(), marked ? House.ORANGE : House.INK, marked ? 2.6 : 1.4);
    }

    private void arrow(int first, int second, Color color, double width) {
        Happening one = order.events().get(first - 1);
        Happening other = order.events().get(second - 1);
        boolean right = x(other) > x(one);
        double y1 = rows.getOrDefault(first, 0.0);
        double y2 = rows.getOrDefault(second, 0.0);
        // Words stand to the right of an event: an arrow begins or ends behind them there.
        double from = right ? end(one) : x(one) - DOT - 3;
        double into = right ? x(other) - DOT - 3 : end(other);
        if (Math.abs(column(other) - column(one)) < 2) {
            sketch.arrow(from, y1, into, y2, color, width, false);
            return;
        }
        // Over several columns along the event's own row, where nobody else is, and down before a column's events.
        double turn = x(column(other) + (right ? 0 : 1)) - DOT - 19;
        sketch.line(from, y1, turn, y1, color, width);
        sketch.line(turn, y1, turn, y2, color, width);
        sketch.arrow(turn, y2, into, y2, color, width, false);
    }

    private int column(Happening event) {
        return columns.indexOf(event.goroutine());
    }

    /** Returns where the words of an event end. */
    private double end(Happening event) {
        return x(event) + DOT + 6 + meter.width(words(event), Type.SMALL) + 5;
    }

    private String words(Happening event) {
        return meter.fit(event.words(), Type.SMALL, pitch - 2 * DOT - 30);
    }

    /** The parts of the way asked for that go down a column. */
    private void way() {
        Integer last = null;
        for (int number : way) {
            if (last != null && rows.containsKey(last) && rows.containsKey(number)) {
                Happening one = order.events().get(last - 1);
                Happening other = order.events().get(number - 1);
                if (one.goroutine().equals(other.goroutine())) {
                    sketch.line(
                            x(one),
                            rows.getOrDefault(last, 0.0),
                            x(one),
                            rows.getOrDefault(number, 0.0),
                            House.ORANGE,
                            4);
                }
            }
            last = number;
        }
    }

    private void races() {
        List<Happening> races = shown.stream().filter(Happening::race).toList();
        if (races.size() == 2) {
            Happening one = races.get(0);
            Happening other = races.get(1);
            boolean right = x(other) > x(one);
            sketch.dashes(
                    right ? end(one) : x(one) - DOT - 3,
                    rows.getOrDefault(one.number(), 0.0),
                    right ? x(other) - DOT - 3 : end(other),
                    rows.getOrDefault(other.number(), 0.0),
                    House.BAD,
                    1.8);
        }
    }

    private double legend(double y) {
        double x = PAD;
        sketch.line(x + 9, y - 12, x + 9, y + 3, House.SLATE, 1.5);
        x = sketch.text("one after the other", x + 24, y, Type.SMALL).right() + 16;
        if (!order.edges().isEmpty()) {
            sketch.arrow(x, y - 4, x + 18, y - 4, House.INK, 1.4, false);
            x = sketch.text("happens before", x + 24, y, Type.SMALL).right() + 16;
        }
        if (order.edges().stream().anyMatch(Edge::meets)) {
            x = sketch.text("level arrow: both at once", x, y, Type.SMALL).right() + 16;
        }
        if (!way.isEmpty()) {
            sketch.line(x, y - 4, x + 18, y - 4, House.ORANGE, 4);
            x = sketch.text("the way asked for", x + 24, y, Type.SMALL).right() + 16;
        }
        if (shown.stream().anyMatch(Happening::race)) {
            sketch.dashes(x, y - 4, x + 18, y - 4, House.BAD, 1.8);
            sketch.text("a race: nothing orders them", x + 24, y, Type.SMALL);
        }
        return y;
    }
}

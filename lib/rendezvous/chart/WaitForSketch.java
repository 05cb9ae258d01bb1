package rendezvous.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rendezvous.chart.WaitFor.Tie;
import rendezvous.chart.WaitFor.Want;

/** Lays out a wait-for graph: its cycle as a ring, all other waits in rows below. */
final class WaitForSketch {
    private static final int WIDTH = SceneBuilder.WIDTH;
    private static final double PAD = SceneBuilder.PAD;
    private static final double NODE = 34; // height of a goroutine's box
    private static final double PITCH = 52;
    private static final double WIDEST = 190;
    private static final int MOST_RING = 6; // goroutines in a ring
    private static final int MOST_ROWS = 12;
    private static final Type NAME = new Type(House.TEXT, true, House.INK);

    private final WaitFor graph;
    private final TextMeter meter;
    private final Sketch.Builder sketch;
    private int hidden;

    WaitForSketch(WaitFor graph, TextMeter meter) {
        this.graph = graph;
        this.meter = meter;
        this.sketch = new Sketch.Builder(meter);
    }

    /** Returns how many waits are not drawn. */
    int hidden() {
        return hidden;
    }

    /** A box of the picture: a goroutine, or what it waits on. */
    private record Node(String name, boolean goroutine, double x, double y, double width) {
        Box box() {
            double height = goroutine ? NODE : NODE - 6;
            return new Box(x - width / 2, y - height / 2, width, height);
        }
    }

    Sketch build(double top) {
        double y = top;
        List<Want> rows = graph.wants();
        int ring = graph.cycle() <= MOST_RING ? graph.cycle() : 0;
        if (ring > 0) {
            y = ring(rows.subList(0, ring), y) + 20;
        }
        List<Want> rest = rows.subList(ring, rows.size());
        for (Want want : rest.subList(0, Math.min(rest.size(), MOST_ROWS))) {
            row(want, y + NODE / 2, rows.indexOf(want) < graph.cycle());
            y += PITCH;
        }
        hidden = Math.max(0, rest.size() - MOST_ROWS);
        if (hidden > 0) {
            sketch.text("+ " + hidden + " more", PAD, y + 10, Type.SOFT);
            y += 24;
        }
        return sketch.build(WIDTH, legend(y + 14) + PAD - 4);
    }

    /** Draws the cycle clockwise, from the left; returns where it ends. */
    private double ring(List<Want> wants, double top) {
        record Edge(int from, int to, String label, boolean dashed) {}
        List<String> names = new ArrayList<>();
        List<Boolean> goroutines = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (Want want : wants) {
            int at = names.size();
            names.add(want.who());
            goroutines.add(true);
            if (want.thing() == null) {
                edges.add(new Edge(at, at + 1, "waits for its end", false));
            } else {
                names.add(want.thing());
                goroutines.add(false);
                edges.add(new Edge(at, at + 1, want.verb(), false));
                edges.add(
                        new Edge(at + 1, at + 2, want.tie().words(), want.tie().isGuess()));
            }
        }
        int count = names.size();
        double radiusX = count == 2 ? 200 : 290;
        double radiusY = count == 2 ? 14 : 22 + 15.0 * count;
        double middle = top + radiusY + NODE / 2 + 6;
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double angle = Math.PI + 2 * Math.PI * i / count;
            double x = WIDTH / 2.0 + radiusX * Math.cos(angle);
            nodes.add(node(names.get(i), goroutines.get(i), x, middle + radiusY * Math.sin(angle)));
        }
        for (Edge edge : edges) {
            boolean pair = count == 2; // there and back would lie on each other
            join(nodes.get(edge.from()), nodes.get(edge.to() % count), edge.label(), true, edge.dashed(), pair ? 9 : 0);
        }
        nodes.forEach(node -> draw(node, true));
        return middle + radiusY + NODE / 2;
    }

    private Node node(String name, boolean goroutine, double x, double y) {
        Type type = goroutine ? NAME : Type.TEXT;
        String fit = meter.fit(name.replace("`", ""), type, WIDEST - 24);
        return new Node(fit, goroutine, x, y, Math.max(64, meter.width(fit, type) + 24));
    }

    private void draw(Node node, boolean cycle) {
        Box box = node.box();
        double radius = node.goroutine() ? 7 : box.height() / 2;
        Color color = cycle ? House.BAD : House.SOFT;
        sketch.plain(box, radius, House.PANEL);
        sketch.edge(box, radius, color, cycle ? 2 : 1.3);
        sketch.centred(node.name(), node.x(), node.y() + 4.5, node.goroutine() ? NAME : Type.TEXT, false);
    }

    /** Draws an arrow from the edge of a box to the edge of another, and its words on it. */
    private void join(Node from, Node to, String label, boolean cycle, boolean dashed, double aside) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.max(1, Math.hypot(dx, dy));
        double shiftX = -dy / length * aside;
        double shiftY = dx / length * aside;
        double start = way(from.box(), dx, dy) + 2;
        double end = way(to.box(), dx, dy) + 3;
        double x1 = from.x() + shiftX + dx / length * start;
        double y1 = from.y() + shiftY + dy / length * start;
        double x2 = to.x() + shiftX - dx / length * end;
        double y2 = to.y() + shiftY - dy / length * end;
        Color color = cycle ? House.BAD : House.INK;
        sketch.arrow(x1, y1, x2, y2, color, cycle ? 2.2 : 1.5, dashed);
        double room = Math.abs(dy) < 1 ? Math.abs(x2 - x1) - 14 : WIDEST;
        double baseline = (y1 + y2) / 2 + (aside > 0 ? (dx > 0 ? 16 : -8) : 4);
        if (meter.width(label, Type.SMALL) <= room) {
            sketch.centred(label.replace("`", ""), (x1 + x2) / 2, baseline, Type.SMALL, true);
        }
    }

    /** Returns how far it is from the middle of a box to its edge in a direction. */
    private static double way(Box box, double dx, double dy) {
        double length = Math.max(1e-9, Math.hypot(dx, dy));
        double across = dx == 0 ? Double.MAX_VALUE : box.width() / 2 / Math.abs(dx) * length;
        double down = dy == 0 ? Double.MAX_VALUE : box.height() / 2 / Math.abs(dy) * length;
        return Math.min(across, down);
    }

    private void row(Want want, double y, boolean cycle) {
        Node who = left(node(want.who(), true, 0, y), PAD);
        draw(who, cycle);
        @Nullable Node thing = want.thing() == null ? null : left(node(want.thing(), false, 0, y), 330);
        if (thing != null) {
            join(who, thing, want.verb(), cycle, false, 0);
            draw(thing, cycle);
        }
        if (want.tie() == Tie.NONE) {
            if (thing == null) {
                sketch.text(want.verb(), who.box().right() + 12, y + 4, Type.SMALL);
            } else {
                sketch.text(nobody(want), thing.box().right() + 12, y + 4, Type.SOFT);
            }
            return;
        }
        int others = want.servers().size() - 1;
        String name = want.servers().getFirst() + (others > 0 ? " + " + others : "");
        Node server = right(node(name, true, 0, y));
        join(
                thing == null ? who : thing,
                server,
                thing == null ? "waits for its end" : want.tie().words(),
                cycle,
                want.tie().isGuess(),
                0);
        draw(server, cycle);
    }

    /** Returns what is known of who could end a wait, if nobody is known who could. */
    static String nobody(Want want) {
        return want.verb().endsWith(" on") || want.verb().contains("close") ? "nobody is known on the other side" : "";
    }

    private static Node left(Node node, double x) {
        return new Node(node.name(), node.goroutine(), x + node.width() / 2, node.y(), node.width());
    }

    private static Node right(Node node) {
        return new Node(node.name(), node.goroutine(), WIDTH - PAD - node.width() / 2, node.y(), node.width());
    }

    private double legend(double y) {
        double x = PAD;
        x = sample(new Box(x, y - 10, 22, 13), 4, House.SOFT, "goroutine", x, y);
        if (graph.wants().stream().anyMatch(want -> want.thing() != null)) {
            x = sample(new Box(x, y - 10, 22, 12), 6, House.SOFT, "what it waits on", x, y);
        }
        if (graph.cycle() > 0) {
            sketch.arrow(x, y - 4, x + 22, y - 4, House.BAD, 2.2, false);
            Box box = sketch.text("in a cycle: each waits for the next", x + 28, y, Type.SMALL);
            x = box.right() + 16;
        }
        if (graph.wants().stream().anyMatch(want -> want.tie().isGuess())) {
            sketch.arrow(x, y - 4, x + 22, y - 4, graph.cycle() > 0 ? House.BAD : House.INK, 1.5, true);
            sketch.text("has been the other side before", x + 28, y, Type.SMALL);
        }
        return y;
    }

    private double sample(Box box, double radius, Color color, String words, double x, double y) {
        sketch.edge(box, radius, color, 1.3);
        return sketch.text(words, x + 28, y, Type.SMALL).right() + 16;
    }
}

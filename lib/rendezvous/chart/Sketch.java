package rendezvous.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture laid out: what is drawn where, in pixels of the page, and in which order. Tests look at it; painting adds
 * nothing.
 *
 * @param width of the picture
 * @param height of the picture
 * @param shapes from the one that is painted first
 */
record Sketch(int width, int height, List<Shape> shapes) {
    private static final double HEAD = 8; // length of an arrow's head

    /** Something to draw. */
    sealed interface Shape {}

    /** A box filled with a pattern, and its edge; the pattern stands on the colour of the panel. */
    record Filled(Box box, double radius, Pattern pattern, Color color) implements Shape {}

    /** A box filled with a plain colour. */
    record Plain(Box box, double radius, Color color) implements Shape {}

    /** The edge of a box. */
    record Edge(Box box, double radius, Color color, double width) implements Shape {}

    /** A straight line, perhaps dashed, perhaps with an arrow's head at its end. */
    record Line(double x1, double y1, double x2, double y2, Color color, double width, boolean dashed, boolean head)
            implements Shape {}

    /** Text that begins at x and stands on the base line; on a patch of its own if it lies over something. */
    record Text(String text, Box box, double baseline, Type type, boolean patch) implements Shape {}

    /** Collects shapes. */
    static final class Builder {
        private final List<Shape> shapes = new ArrayList<>();
        private final TextMeter meter;

        Builder(TextMeter meter) {
            this.meter = meter;
        }

        TextMeter meter() {
            return meter;
        }

        void fill(Box box, double radius, Pattern pattern, Color color) {
            shapes.add(new Filled(box, radius, pattern, color));
        }

        void plain(Box box, double radius, Color color) {
            shapes.add(new Plain(box, radius, color));
        }

        void edge(Box box, double radius, Color color, double width) {
            shapes.add(new Edge(box, radius, color, width));
        }

        void line(double x1, double y1, double x2, double y2, Color color, double width) {
            shapes.add(new Line(x1, y1, x2, y2, color, width, false, false));
        }

        void dashes(double x1, double y1, double x2, double y2, Color color, double width) {
            shapes.add(new Line(x1, y1, x2, y2, color, width, true, false));
        }

        void arrow(double x1, double y1, double x2, double y2, Color color, double width, boolean dashed) {
            shapes.add(new Line(x1, y1, x2, y2, color, width, dashed, true));
        }

        /** Writes text; returns where it is. */
        Box text(String text, double x, double baseline, Type type) {
            return text(text, x, baseline, type, false);
        }

        Box text(String text, double x, double baseline, Type type, boolean patch) {
            Box box = new Box(x, baseline - type.size(), meter.width(text, type), type.size() * 1.25);
            shapes.add(new Text(text, box, baseline, type, patch));
            return box;
        }

        /** Writes text around a middle. */
        Box centred(String text, double middle, double baseline, Type type, boolean patch) {
            return text(text, middle - meter.width(text, type) / 2, baseline, type, patch);
        }

        Sketch build(int width, double height) {
            return new Sketch(width, (int) Math.ceil(height), List.copyOf(shapes));
        }
    }

    /** Returns all text, for tests. */
    List<Text> texts() {
        return shapes.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .toList();
    }

    void paint(Canvas canvas) {
        shapes.forEach(shape -> paint(canvas, shape));
    }

    private static void paint(Canvas canvas, Shape shape) {
        switch (shape) {
            case Filled(Box box, double radius, Pattern pattern, Color color) ->
                fill(canvas, box, radius, pattern, color);
            case Plain(Box box, double radius, Color color) -> canvas.fill(box, radius, color);
            case Edge(Box box, double radius, Color color, double width) -> canvas.edge(box, radius, color, width);
            case Line line -> line(canvas, line);
            case Text(String text, Box box, double baseline, Type type, boolean patch) -> {
                if (patch) {
                    Box wide = new Box(box.x() - 2, box.y() - 0.5, box.width() + 4, box.height());
                    canvas.fill(wide, 2, House.PANEL);
                }
                canvas.text(text, box.x(), baseline, type);
            }
        }
    }

    private static void fill(Canvas canvas, Box box, double radius, Pattern pattern, Color color) {
        double round = Math.min(radius, box.width() / 3);
        if (pattern == Pattern.SOLID || box.width() < 4) {
            canvas.fill(box, round, color);
            return;
        }
        canvas.fill(box, round, House.PANEL);
        canvas.pattern(box, round, pattern, color);
        canvas.edge(new Box(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1), round, color, 1);
    }

    private static void line(Canvas canvas, Line line) {
        double dx = line.x2() - line.x1();
        double dy = line.y2() - line.y1();
        double length = Math.hypot(dx, dy);
        if (length == 0) {
            return;
        }
        double head = line.head() ? Math.min(HEAD, length / 2) : 0;
        double neckX = line.x2() - dx / length * head;
        double neckY = line.y2() - dy / length * head;
        if (line.dashed()) {
            canvas.dashes(line.x1(), line.y1(), neckX, neckY, line.color(), line.width());
        } else {
            canvas.line(line.x1(), line.y1(), neckX, neckY, line.color(), line.width());
        }
        if (line.head()) {
            double half = 2.6 + line.width() / 2;
            double sideX = -dy / length * half;
            double sideY = dx / length * half;
            canvas.triangle(
                    line.x2(), line.y2(), neckX + sideX, neckY + sideY, neckX - sideX, neckY - sideY, line.color());
        }
    }
}

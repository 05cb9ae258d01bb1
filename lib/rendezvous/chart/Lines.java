package rendezvous.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Builds a line chart of a measure against a parameter, each point with its spread.
 *
 * <p>Not safe for use by many threads.
 *
 * {@snippet :
 * Figure figure = Lines.titled("Pizzas an hour")
 *         .x("cooks")
 *         .y("pizzas")
 *         .line("small oven", List.of(new Lines.Point(1, 12), new Lines.Point(2, 21)))
 *         .line("large oven", List.of(new Lines.Point(1, 12), new Lines.Point(2, 23, 22, 24)))
 *         .figure();
 * println(figure.title());   // Output: Pizzas an hour
 * }
 */
public final class Lines {
    static final int WIDTH = 760;
    private static final int PLOT_HEIGHT = 320;

    private final String title;
    private String x = "";
    private String y = "";
    private String note = "";
    private final Map<String, List<Point>> lines = new LinkedHashMap<>();

    private Lines(String title) {
        this.title = title;
    }

    /**
     * A measured point.
     *
     * @param x the parameter
     * @param y the measure, such as a median
     * @param low the least that was measured
     * @param high the most that was measured
     */
    public record Point(double x, double y, double low, double high) {
        /** Checks that the numbers are finite and in order. */
        public Point {
            if (!Double.isFinite(x)
                    || !Double.isFinite(y)
                    || !(low <= y && y <= high)
                    || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException("point of a line: got x " + x + " and " + low + " ≤ " + y + " ≤ "
                        + high + ", want finite numbers in this order");
            }
        }

        /** A point without spread. */
        public Point(double x, double y) {
            this(x, y, y, y);
        }
    }

    /**
     * Begins a chart.
     *
     * @param title a few words
     */
    public static Lines titled(String title) {
        return new Lines(title);
    }

    /** Names the parameter, with its unit if it has one. */
    public Lines x(String name) {
        this.x = name;
        return this;
    }

    /** Names the measure, with its unit. */
    public Lines y(String name) {
        this.y = name;
        return this;
    }

    /** Adds a sentence to the caption. */
    public Lines note(String sentence) {
        this.note = sentence;
        return this;
    }

    /**
     * Adds a line.
     *
     * @param name what it shows
     * @param points in any order, each parameter once
     * @throws IllegalArgumentException if there is such a line already, or there are no points, or two at one parameter
     */
    public Lines line(String name, List<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("line \"" + name + "\": got no points, want at least one");
        }
        if (points.stream().map(Point::x).distinct().count() < points.size()) {
            throw new IllegalArgumentException("line \"" + name + "\": got two points at one " + x + ", want one each");
        }
        List<Point> sorted =
                points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
        if (lines.putIfAbsent(name, sorted) != null) {
            throw new IllegalArgumentException("line \"" + name + "\": got it twice, want each name once");
        }
        return this;
    }

    /**
     * Returns the chart.
     *
     * @throws IllegalStateException if it has no lines, or an axis has no name
     */
    public Figure figure() {
        if (lines.isEmpty()) {
            throw new IllegalStateException("chart \"" + title + "\": no lines; add one with line(name, points)");
        }
        if (x.isBlank() || y.isBlank()) {
            throw new IllegalStateException("chart \"" + title + "\": an axis has no name; name it with x(…) and y(…)");
        }
        double largest = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Point::high)
                .max()
                .orElse(1);
        Head head = Head.of(title, List.copyOf(lines.keySet()), WIDTH, TextMeter.REAL);
        String caption = caption();
        return new ChartFigure(
                title,
                caption,
                "Line chart, " + y + " against " + x + ", " + Numbers.many(lines.size(), "line")
                        + ", each point with its spread. " + caption,
                text(),
                WIDTH,
                head.height() + PLOT_HEIGHT,
                head.height(),
                head.painter(WIDTH),
                LinesChart.of(lines, x, Scale.of(largest), y));
    }

    private String caption() {
        List<String> parts = new ArrayList<>();
        lines.forEach((name, points) -> parts.add(name + ": " + ends(points) + "."));
        String what = upper(y) + " by " + x + ".";
        return what + " " + String.join(" ", parts) + (note.isEmpty() ? "" : " " + note) + " " + Machine.words() + ".";
    }

    private static String ends(List<Point> points) {
        Point first = points.getFirst();
        Point last = points.getLast();
        String from = Numbers.count(first.y()) + " at " + Numbers.digits(first.x(), 6);
        return points.size() == 1 ? from : from + ", " + Numbers.count(last.y()) + " at " + Numbers.digits(last.x(), 6);
    }

    static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String text() {
        List<String> heads = new ArrayList<>(List.of(x));
        lines.keySet().forEach(name -> heads.addAll(List.of(name, "least", "most")));
        Table table = new Table(heads.toArray(String[]::new));
        for (double at : lines.values().stream()
                .flatMap(List::stream)
                .map(Point::x)
                .collect(Collectors.toCollection(java.util.TreeSet::new))) {
            List<String> cells = new ArrayList<>(List.of(Numbers.digits(at, 6)));
            for (List<Point> points : lines.values()) {
                cells.addAll(points.stream()
                        .filter(point -> point.x() == at)
                        .findFirst()
                        .map(point -> List.of(
                                Numbers.digits(point.y(), 3),
                                Numbers.digits(point.low(), 3),
                                Numbers.digits(point.high(), 3)))
                        .orElse(List.of("–", "–", "–")));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table + caption();
    }
}

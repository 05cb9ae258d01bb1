package rendezvous.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.chart.Models.Model;

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
    static final int MOST = House.SERIES.size();
    private static final int PLOT_HEIGHT = 320;

    private final String title;
    private String x = "";
    private String y = "";
    private String note = "";
    private Measure measure = Measure.COUNT;
    private boolean logarithmic;
    private boolean ideal;
    private boolean amdahl;
    private String kind = "Line chart";
    private String numbers = "";
    private @Nullable DoubleFunction<String> ticks;
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

    /** Says that the measure is a time in nanoseconds: the chart writes it in ns, µs, ms or s. */
    public Lines nanos() {
        this.measure = Measure.NANOS;
        return this;
    }

    /** Says that the measure is memory in bytes: the chart writes it in kB, MB or GB, of a thousand each. */
    public Lines bytes() {
        this.measure = Measure.BYTES;
        return this;
    }

    /** Gives the measure a logarithmic axis, for what grows tenfold and tenfold again; it has no zero. */
    public Lines logarithmic() {
        this.logarithmic = true;
        return this;
    }

    /**
     * Adds what would be ideal: the first line's first point, and from there twice as much at twice the parameter. It is
     * cut off where it would press the measured lines together.
     */
    public Lines ideal() {
        this.ideal = true;
        return this;
    }

    /**
     * Adds to each line Amdahl's law with the serial share that fits it best. The caption says the share. The measure must
     * be a rate, and the parameter the number of workers.
     */
    public Lines amdahl() {
        this.amdahl = true;
        return this;
    }

    /** Names the places on the axis of the parameter, which then are at equal distances. */
    Lines ticks(DoubleFunction<String> names) {
        this.ticks = names;
        return this;
    }

    /** Sets the words with which the alternative text begins, and those that say each line's numbers. */
    Lines words(String what, String numbers) {
        this.kind = what;
        this.numbers = numbers;
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
     * @throws IllegalArgumentException if there is such a line already, or there are no points, or two at one parameter,
     *     or it is one more than can be told apart
     */
    public Lines line(String name, List<Point> points) {
        if (lines.size() == MOST && !lines.containsKey(name)) {
            throw new IllegalArgumentException("line \"" + name + "\": got one more than " + MOST
                    + " lines, want no more than can be told apart; draw two charts");
        }
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
     * @throws IllegalStateException if it has no lines, or an axis has no name, or a number cannot stand on a logarithmic
     *     axis or in Amdahl's law
     */
    public Figure figure() {
        if (lines.isEmpty()) {
            throw new IllegalStateException("chart \"" + title + "\": no lines; add one with line(name, points)");
        }
        if (x.isBlank() || y.isBlank()) {
            throw new IllegalStateException("chart \"" + title + "\": an axis has no name; name it with x(…) and y(…)");
        }
        if (logarithmic) {
            lines.forEach(this::positive);
        }
        List<Model> models = models();
        List<Swatch.Key> keys = new ArrayList<>();
        for (String name : lines.keySet()) {
            keys.add(Swatch.Key.line(name, Swatch.line(keys.size())));
        }
        models.forEach(model -> keys.add(model.key()));
        Head head = Head.of(title, keys, WIDTH, TextMeter.REAL);
        String caption = caption();
        return new ChartFigure(
                title,
                caption,
                kind + ", " + y + " against " + x + ", " + Numbers.many(lines.size(), "line") + spreads() + ". "
                        + caption,
                text(),
                WIDTH,
                head.height() + PLOT_HEIGHT,
                head.height(),
                0,
                head.painter(),
                new LinesChart(x, y, measure, logarithmic, ticks, lines, models).chart());
    }

    private List<Model> models() {
        if ((ideal || amdahl)
                && lines.values().stream().anyMatch(points -> points.getFirst().x() <= 0)) {
            throw new IllegalStateException("chart \"" + title + "\": got a line that begins at " + x
                    + " 0 or less, want at least one worker for what is ideal");
        }
        if (amdahl && lines.values().stream().flatMap(List::stream).anyMatch(point -> point.y() <= 0)) {
            throw new IllegalStateException(
                    "chart \"" + title + "\": got a rate of 0 or less, want more than 0 to fit Amdahl's law");
        }
        List<Model> models = new ArrayList<>();
        if (ideal) {
            models.add(Models.ideal(lines.values().iterator().next()));
        }
        if (amdahl) {
            models.addAll(Models.amdahl(lines));
        }
        return models;
    }

    private void positive(String name, List<Point> points) {
        for (Point point : points) {
            if (point.low() <= 0) {
                throw new IllegalStateException("line \"" + name + "\": got " + point.low() + " at " + x + " "
                        + place(point.x()) + ", want more than 0 on a logarithmic axis");
            }
        }
    }

    private String spreads() {
        return lines.values().stream().flatMap(List::stream).anyMatch(point -> point.low() < point.high())
                ? ", each point with its spread"
                : "";
    }

    private String caption() {
        List<String> parts = new ArrayList<>(List.of(upper(y) + " by " + x + "."));
        if (numbers.isEmpty()) {
            lines.forEach((name, points) -> parts.add(upper(name) + ": " + ends(points) + "."));
        } else {
            parts.add(numbers);
        }
        if (amdahl) {
            parts.add(Models.words(lines));
        }
        if (!note.isEmpty()) {
            parts.add(note);
        }
        String machine = x.equals("carriers") ? Machine.withoutCarriers() : Machine.words();
        return String.join(" ", parts) + " " + machine + ".";
    }

    /** Returns the first and the last value, and between them the highest and the lowest if these are neither. */
    private String ends(List<Point> points) {
        Point most = Collections.max(points, Comparator.comparingDouble(Point::y));
        Point least = Collections.min(points, Comparator.comparingDouble(Point::y));
        List<String> parts = new ArrayList<>();
        for (Point point : points) {
            String extreme = point.equals(most) ? "highest " : point.equals(least) ? "lowest " : "";
            boolean end = point.equals(points.getFirst()) || point.equals(points.getLast());
            if (end || !extreme.isEmpty()) {
                parts.add((end ? "" : extreme) + measure.text(point.y()) + " at " + place(point.x()));
            }
        }
        return String.join(", ", parts);
    }

    private String place(double at) {
        return ticks == null ? Numbers.digits(at, 6) : ticks.apply(at);
    }

    static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String text() {
        boolean spread = !spreads().isEmpty();
        List<String> heads = new ArrayList<>(List.of(x));
        lines.keySet().forEach(name -> heads.addAll(spread ? List.of(name, "least", "most") : List.of(name)));
        Table table = new Table(heads.toArray(String[]::new));
        for (double at : lines.values().stream()
                .flatMap(List::stream)
                .map(Point::x)
                .collect(Collectors.toCollection(TreeSet::new))) {
            List<String> cells = new ArrayList<>(List.of(place(at)));
            for (List<Point> points : lines.values()) {
                cells.addAll(points.stream()
                        .filter(point -> point.x() == at)
                        .findFirst()
                        .map(point -> cells(point, spread))
                        .orElse(Collections.nCopies(spread ? 3 : 1, "–")));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table + caption();
    }

    private List<String> cells(Point point, boolean spread) {
        return spread ? List.of(cell(point.y()), cell(point.low()), cell(point.high())) : List.of(cell(point.y()));
    }

    /** A number of a table stands with all its digits before the point, so that columns compare. */
    private String cell(double value) {
        return measure == Measure.COUNT ? Numbers.digits(value, 3) : measure.text(value);
    }
}

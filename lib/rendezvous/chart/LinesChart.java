package rendezvous.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;
import rendezvous.chart.Lines.Point;
import rendezvous.chart.Models.Model;

/**
 * Makes the XChart chart of a line chart.
 *
 * <p>Parameters lie at equal distances where they form a sequence, each with its tick, so that 1, 2, 4, 8 does not crowd
 * at the left; else to scale. A logarithmic axis is a linear one of the logarithms: XChart's own wants whole decades for
 * its labels and cannot name them.
 */
final class LinesChart {
    private static final double SAME = 1e-9;
    private static final double NEAR = 0.15; // of a place: how far a first point may stand off its tick
    private static final double APART = 0.009; // of the axis: spreads beside each other, not one over the other
    private static final int STEPS = 8; // of a model's curve between two parameters
    private static final double PLOT_WIDTH = 600;
    private static final double DROP = 30; // from the lowest value to the base line of the parameters
    private static final double ROOM = 1.6; // times the largest measured: no model reaches higher

    private final Measure measure;
    private final boolean logarithmic;
    private final @Nullable DoubleFunction<String> names;
    private final Map<String, List<Point>> lines;
    private final List<Model> models;
    private final List<Double> parameters;
    private final boolean sums;
    private final boolean products;
    private final double largest;
    private final List<Double> logTicks;
    private final Scale scale;
    private final Plot plot;

    LinesChart(
            String x,
            String y,
            Measure measure,
            boolean logarithmic,
            @Nullable DoubleFunction<String> names,
            Map<String, List<Point>> lines,
            List<Model> models) {
        this.measure = measure;
        this.logarithmic = logarithmic;
        this.names = names;
        this.lines = lines;
        this.models = models;
        this.parameters = List.copyOf(lines.values().stream()
                .flatMap(List::stream)
                .map(Point::x)
                .collect(Collectors.toCollection(TreeSet::new)));
        this.sums = steps(parameters).allMatch(i -> close(difference(i), difference(1)));
        this.products = parameters.getFirst() > 0 && steps(parameters).allMatch(i -> close(ratio(i), ratio(1)));
        this.largest = all().map(Point::high).max(Double::compare).orElse(1.0);
        double least = all().map(Point::low).min(Double::compare).orElse(1.0);
        this.logTicks = logarithmic ? logTicks(least, largest) : List.of();
        this.scale = logarithmic ? new Scale(1, "") : measure.scale(largest);
        this.plot = new Plot(x, scale.name(y), 320);
    }

    private Stream<Point> all() {
        return lines.values().stream().flatMap(List::stream);
    }

    private static IntStream steps(List<Double> parameters) {
        return IntStream.range(1, parameters.size());
    }

    private double difference(int i) {
        return parameters.get(i) - parameters.get(i - 1);
    }

    private double ratio(int i) {
        return parameters.get(i) / parameters.get(i - 1);
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) <= SAME * Math.abs(other);
    }

    private boolean ordered() {
        return names != null || sums || products;
    }

    /** Returns where a parameter, or a number between two, lies on the axis. */
    private double place(double at) {
        if (!ordered()) {
            return at;
        }
        int index = Collections.binarySearch(parameters, at);
        if (index >= 0) {
            return index;
        }
        int after = Math.clamp(-index - 1, 1, parameters.size() - 1);
        double from = parameters.get(after - 1);
        double to = parameters.get(after);
        double share = products ? Math.log(at / from) / Math.log(to / from) : (at - from) / (to - from);
        return after - 1 + share;
    }

    private double height(double value) {
        return logarithmic ? Math.log10(value) : value / scale.factor();
    }

    XYChart chart() {
        plot.ruler(parameters.stream().mapToDouble(this::place).toArray());
        axes();
        if (ordered()) {
            ticks();
        }
        models.forEach(this::model);
        double range = place(parameters.getLast()) - place(parameters.getFirst());
        double apart = apart(range);
        int number = 0;
        for (List<Point> points : lines.values()) {
            double shift = apart * (number - (lines.size() - 1) / 2.0);
            DoubleUnaryOperator beside = at -> place(at) + shift;
            spread(number, points, beside);
            plot.line(
                    points.stream()
                            .mapToDouble(point -> beside.applyAsDouble(point.x()))
                            .toArray(),
                    points.stream().mapToDouble(point -> height(point.y())).toArray(),
                    HouseTheme.line(number),
                    HouseTheme.color(number),
                    HouseTheme.marker(number));
            number++;
        }
        return plot.chart();
    }

    private void axes() {
        if (ordered()) {
            plot.ownTicks();
        }
        if (logarithmic) {
            logarithmicAxis();
        } else {
            plot.styler().setYAxisMin(bottom());
            if (!models.isEmpty()) {
                plot.styler().setYAxisMax(top() / scale.factor());
            }
        }
    }

    /** Returns where the axis of the measure begins. */
    private double bottom() {
        double least = all().mapToDouble(Point::low).min().orElse(1);
        return logarithmic ? Math.log10(logTicks.getFirst()) : Math.min(0, least) / scale.factor();
    }

    /** Writes the ticks of a logarithmic axis ourselves; XChart only leaves room for them. */
    private void logarithmicAxis() {
        List<String> labels = logTicks.stream().map(measure::text).toList();
        plot.chart().setCustomYAxisTickLabelsFormatter(power -> measure.text(Math.pow(10, power)));
        plot.styler().setYAxisTickLabelsColor(new Color(0, 0, 0, 0));
        plot.styler().setPlotGridHorizontalLinesVisible(false);
        plot.styler().setYAxisMin(bottom()).setYAxisMax(Math.log10(logTicks.getLast()));
        double from = place(parameters.getFirst());
        double to = place(parameters.getLast());
        if (from == to) {
            from -= 0.5;
            to += 0.5;
        }
        plot.styler().setXAxisMin(from).setXAxisMax(to);
        double margin = (to - from) * (1 / Plot.CONTENT - 1) / 2;
        for (int i = 0; i < labels.size(); i++) {
            double y = Math.log10(logTicks.get(i));
            plot.marks(Marks.grid(), from - margin, y, to + margin, y);
            plot.marks(Marks.label(labels.get(i), Type.SOFT, Marks.Side.LEFT, 10), from - margin, y);
        }
    }

    /** Returns the ticks of a logarithmic axis: powers of ten, or of the numbers 1, 2 and 5 if there would be few. */
    static List<Double> logTicks(double least, double largest) {
        double[] parts = Math.log10(largest / least) < 2 ? new double[] {1, 2, 5} : new double[] {1};
        List<Double> all = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(least)) - 1;
                power <= Math.ceil(Math.log10(largest)) + 1;
                power++) {
            for (double part : parts) {
                all.add(part * Math.pow(10, power));
            }
        }
        int from = 0;
        while (all.get(from + 1) <= least * (1 + SAME)) {
            from++;
        }
        int to = all.size() - 1;
        while (to - 1 > from && all.get(to - 1) >= largest * (1 - SAME)) {
            to--;
        }
        return List.copyOf(all.subList(from, to + 1));
    }

    /** Returns how high the plot reaches: the models too, but none so high that nothing else is seen. */
    private double top() {
        double highest = models.stream()
                .flatMapToDouble(model ->
                        parameters.stream().mapToDouble(at -> model.rate().applyAsDouble(at)))
                .max()
                .orElse(largest);
        return Math.clamp(highest, largest, largest * ROOM);
    }

    /** Draws a model as a curve, up to where it leaves the plot. */
    private void model(Model model) {
        double top = logarithmic ? Double.MAX_VALUE : top() * (1 + SAME);
        double[] at = DoubleStream.of(between())
                .filter(one -> model.rate().applyAsDouble(one) <= top)
                .toArray();
        double[] points = DoubleStream.of(at)
                .flatMap(one -> DoubleStream.of(place(one), height(model.rate().applyAsDouble(one))))
                .toArray();
        plot.marks(Marks.curve(at.length, model.line(), model.color()), points);
    }

    private double[] between() {
        DoubleStream.Builder all = DoubleStream.builder();
        for (int i = 1; i < parameters.size(); i++) {
            double from = parameters.get(i - 1);
            for (int step = 0; step < STEPS; step++) {
                double share = (double) step / STEPS;
                all.add(products ? from * Math.pow(ratio(i), share) : from + share * difference(i));
            }
        }
        return all.add(parameters.getLast()).build().toArray();
    }

    /** Returns how far a line stands to the right of the one before: not so far that its first point is off its tick. */
    private double apart(double range) {
        boolean spreads = all().anyMatch(point -> point.low() < point.high());
        return !spreads || lines.size() == 1 ? 0 : Math.min(range * APART, 1.8 * NEAR / (lines.size() - 1));
    }

    /** Writes the parameters under their places, as many as there is room for. */
    private void ticks() {
        List<String> labels = parameters.stream()
                .map(at -> names == null ? Numbers.digits(at, 6) : names.apply(at))
                .toList();
        double widest = labels.stream()
                .mapToDouble(label -> TextMeter.REAL.width(label, Type.SOFT))
                .max()
                .orElse(0);
        double between = PLOT_WIDTH / Math.max(1, labels.size() - 1);
        int every = (int) Math.ceil((widest + 10) / between);
        for (int i = 0; i < labels.size(); i += every) {
            plot.marks(Marks.label(labels.get(i), Type.SOFT, Marks.Side.BELOW, DROP), i, bottom());
        }
    }

    /** XChart's own error bars are as long upwards as downwards; least and most are not. */
    private void spread(int number, List<Point> points, DoubleUnaryOperator place) {
        double[] xs = new double[points.size() * 3];
        double[] ys = new double[xs.length];
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            for (int part = 0; part < 3; part++) {
                xs[3 * i + part] = place.applyAsDouble(point.x());
            }
            ys[3 * i] = height(point.low());
            ys[3 * i + 1] = height(point.high());
            ys[3 * i + 2] = Double.NaN;
        }
        boolean none = points.stream().allMatch(point -> point.low() == point.high());
        plot.line(xs, ys, new BasicStroke(1.3f), HouseTheme.color(number), none ? SeriesMarkers.NONE : Marks.cap());
    }
}

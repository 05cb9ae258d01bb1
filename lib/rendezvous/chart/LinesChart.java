package rendezvous.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import rendezvous.chart.Lines.Point;

/** Makes the XChart chart of a line chart. */
final class LinesChart {
    private static final double SAME = 1e-9;
    private static final double NEAR = 0.15; // of a place: less than XChart's smallest step between ticks, a fifth
    private static final double APART = 0.009; // of the axis: spreads beside each other, not one over the other

    private LinesChart() {}

    /** The end of a spread: a short level line. */
    private static final class Cap extends Marker {
        @Override
        public void paint(Graphics2D graphics, double x, double y, int size) {
            graphics.setStroke(new BasicStroke(1.3f));
            graphics.draw(new Line2D.Double(x - 4, y, x + 4, y));
        }
    }

    /**
     * How parameters lie on the axis: at equal distances where they form a sequence, each with its tick, so that 1, 2, 4, 8
     * does not crowd at the left; else to scale.
     */
    private static DoubleUnaryOperator spread(List<Double> parameters) {
        boolean sums = steps(parameters).allMatch(i -> close(difference(parameters, i), difference(parameters, 1)));
        boolean products = parameters.getFirst() > 0
                && steps(parameters).allMatch(i -> close(ratio(parameters, i), ratio(parameters, 1)));
        return sums || products ? at -> parameters.indexOf(at) : DoubleUnaryOperator.identity();
    }

    private static IntStream steps(List<Double> parameters) {
        return IntStream.range(1, parameters.size());
    }

    private static double difference(List<Double> parameters, int i) {
        return parameters.get(i) - parameters.get(i - 1);
    }

    private static double ratio(List<Double> parameters, int i) {
        return parameters.get(i) / parameters.get(i - 1);
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) <= SAME * Math.abs(other);
    }

    static XYChart of(Map<String, List<Point>> lines, String x, Scale scale, String y) {
        List<Double> parameters = List.copyOf(lines.values().stream()
                .flatMap(List::stream)
                .map(Point::x)
                .collect(Collectors.toCollection(TreeSet::new)));
        DoubleUnaryOperator place = spread(parameters);
        XYChart chart = new XYChart(Lines.WIDTH, 320, new HouseTheme());
        chart.setXAxisTitle(x);
        chart.setYAxisTitle(scale.name(y));
        style(chart.getStyler());
        boolean ordered = place.applyAsDouble(parameters.getLast()) == parameters.size() - 1;
        if (ordered) {
            chart.setCustomXAxisTickLabelsFormatter(index -> tick(parameters, index));
        }
        ruler(chart, parameters.stream().mapToDouble(place::applyAsDouble).toArray());
        double range = place.applyAsDouble(parameters.getLast()) - place.applyAsDouble(parameters.getFirst());
        double apart = apart(lines, range);
        int number = 0;
        for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
            double shift = apart * (number - (lines.size() - 1) / 2.0);
            DoubleUnaryOperator beside = at -> place.applyAsDouble(at) + shift;
            spread(chart, number, line.getValue(), beside, scale.factor());
            XYSeries series = chart.addSeries(
                    "line " + number,
                    line.getValue().stream()
                            .mapToDouble(point -> beside.applyAsDouble(point.x()))
                            .toArray(),
                    line.getValue().stream()
                            .mapToDouble(point -> point.y() / scale.factor())
                            .toArray());
            series.setLabel(line.getKey());
            series.setLineColor(HouseTheme.color(number));
            series.setLineStyle(HouseTheme.line(number));
            series.setMarker(HouseTheme.marker(number));
            series.setMarkerColor(HouseTheme.color(number));
            number++;
        }
        return chart;
    }

    /** Returns how far a line stands to the right of the one before: not so far that its first point is off its tick. */
    private static double apart(Map<String, List<Point>> lines, double range) {
        boolean spreads = lines.values().stream().flatMap(List::stream).anyMatch(point -> point.low() < point.high());
        return !spreads || lines.size() == 1 ? 0 : Math.min(range * APART, 1.8 * NEAR / (lines.size() - 1));
    }

    private static void style(XYStyler styler) {
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setPlotContentSize(0.92);
        styler.setYAxisMin(0.0);
        styler.setYAxisDecimalPattern("#,##0.##");
        styler.setXAxisDecimalPattern("#,##0.##");
        styler.setYAxisLabelAlignment(TextAlignment.Right);
        styler.setAxisTickPadding(6);
        styler.setMarkerSize(9);
    }

    /** Returns the parameter at a place; nothing between places, where XChart would like ticks too. */
    private static String tick(List<Double> parameters, double place) {
        int nearest = Math.clamp(Math.round(place), 0, parameters.size() - 1);
        return Math.abs(place - nearest) > NEAR ? "" : Numbers.digits(parameters.get(nearest), 6);
    }

    /** Nothing to see: XChart takes its ticks from the first series, and a line can lack points. */
    private static void ruler(XYChart chart, double[] places) {
        XYSeries ruler = chart.addSeries("ruler", places, new double[places.length]);
        ruler.setLineStyle(SeriesLines.NONE);
        ruler.setMarker(SeriesMarkers.NONE);
        ruler.setShowInLegend(false);
    }

    /** XChart's own error bars are as long upwards as downwards; least and most are not. */
    private static void spread(
            XYChart chart, int number, List<Point> points, DoubleUnaryOperator place, double factor) {
        double[] x = new double[points.size() * 3];
        double[] y = new double[x.length];
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            for (int part = 0; part < 3; part++) {
                x[3 * i + part] = place.applyAsDouble(point.x());
            }
            y[3 * i] = point.low() / factor;
            y[3 * i + 1] = point.high() / factor;
            y[3 * i + 2] = Double.NaN;
        }
        XYSeries series = chart.addSeries("spread " + number, x, y);
        series.setLineColor(HouseTheme.color(number));
        series.setLineStyle(new BasicStroke(1.3f));
        series.setMarker(new Cap());
        series.setMarkerColor(HouseTheme.color(number));
        series.setShowInLegend(false);
    }
}

package rendezvous.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** An XChart chart in the look of the house, without title and legend: these stand above it. */
final class Plot {
    /** How much of the plot's width and height XChart gives to data, the rest being margin. */
    static final double CONTENT = 0.92;

    private final XYChart chart = new XYChart(Lines.WIDTH, 320, new HouseTheme());
    private int number;

    /** Creates a plot; a name too long for its axis is shortened. */
    Plot(String x, String y, int height) {
        chart.setXAxisTitle(TextMeter.REAL.fit(x, Type.SMALL, Lines.WIDTH - 200));
        chart.setYAxisTitle(TextMeter.REAL.fit(y, Type.SMALL, height - 90));
        XYStyler styler = chart.getStyler();
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setPlotContentSize(CONTENT);
        styler.setYAxisDecimalPattern("0.##");
        styler.setXAxisDecimalPattern("0.##");
        styler.setYAxisLabelAlignment(TextAlignment.Right);
        styler.setAxisTickPadding(6);
        styler.setMarkerSize(9);
    }

    XYChart chart() {
        return chart;
    }

    XYStyler styler() {
        return chart.getStyler();
    }

    /** Nothing to see: XChart takes the ticks of an axis from the first series, and where it sees none chooses its own. */
    void ruler(double... places) {
        line(places, new double[places.length], SeriesLines.NONE, House.INK, SeriesMarkers.NONE);
    }

    /** The same where XChart shall choose the ticks of both axes: these lie at unequal distances. */
    void noRuler(double x, double y) {
        line(
                new double[] {0, 0.37 * x, x},
                new double[] {0, 0.37 * y, y},
                SeriesLines.NONE,
                House.INK,
                SeriesMarkers.NONE);
    }

    /** Hides what XChart writes below the x axis, and leaves its place for ticks of our own. */
    void ownTicks() {
        // Each another: of labels that are all alike XChart keeps none, nor their place.
        chart.setCustomXAxisTickLabelsFormatter(at -> Numbers.digits(at, 6));
        styler().setXAxisTickLabelsColor(new Color(0, 0, 0, 0));
    }

    /** Draws a tick of an x axis whose own labels are hidden: an upright line of the grid and its label below. */
    void tick(double at, String label, double bottom, double top) {
        marks(Marks.grid(), at, bottom, at, top);
        marks(Marks.label(label, Type.SOFT, Marks.Side.BELOW, 20), at, bottom);
    }

    /** Adds a line; where y is no number it has a gap. */
    XYSeries line(double[] x, double[] y, BasicStroke stroke, Color color, Marker marker) {
        XYSeries series = chart.addSeries("series " + number++, x, y);
        series.setLineColor(color);
        series.setLineStyle(stroke);
        series.setMarker(marker);
        series.setMarkerColor(color);
        series.setShowInLegend(false);
        return series;
    }

    /** Draws a mark at each of these points: x, y, x, y and so on. */
    void marks(Marker marker, double... points) {
        double[] x = new double[points.length / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = points[2 * i];
            y[i] = points[2 * i + 1];
        }
        line(x, y, SeriesLines.NONE, House.INK, marker);
    }
}

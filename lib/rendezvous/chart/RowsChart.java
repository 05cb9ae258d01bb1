package rendezvous.chart;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import rendezvous.chart.Marks.Side;

/**
 * Makes a chart of rows: names to the left, level bars to the right, each of one part or of several, with their values.
 *
 * @param title of the chart
 * @param keys of the legend; empty for none
 * @param axis the name of the measure
 * @param rows from top to bottom
 * @param height of a row in pixels
 * @param end of the axis
 * @param ticks whether the axis has numbers, which then are a percentage
 */
record RowsChart(
        String title, List<Swatch.Key> keys, String axis, List<Row> rows, int height, double end, boolean ticks) {
    static final int TALL = 38;
    static final int LOW = 30;
    static final int SPREAD = 46; // where values stand over their bars

    private static final double WIDEST_NAME = 200;
    static final int MARGIN = 12;

    private static final double GAP = 12; // between a name and its bar
    private static final double THICK = 0.29; // half a bar, in rows
    private static final int BELOW = 58;

    /** A stretch of a bar, in the measure of the axis. */
    record Part(double from, double to, Fill fill) {}

    /**
     * A row.
     *
     * @param name to its left
     * @param parts from left to right; may be empty
     * @param low where its spread begins
     * @param high where it ends; none is drawn if that is the same
     * @param value written at the bar's end; empty for nothing
     */
    record Row(String name, List<Part> parts, double low, double high, String value) {
        /** Where the bar ends. */
        double end() {
            return parts.stream().mapToDouble(Part::to).max().orElse(0);
        }

        boolean spread() {
            return low < high;
        }
    }

    /** Returns it as a figure. */
    ChartFigure figure(String caption, String alt, String text) {
        Head head = Head.of(title, keys, Lines.WIDTH, TextMeter.REAL);
        int plot = rows.size() * height + BELOW + (ticks ? 22 : 0);
        return new ChartFigure(
                title,
                caption,
                alt,
                text,
                Lines.WIDTH,
                head.height() + plot,
                head.height(),
                left(),
                head.painter(),
                chart(plot));
    }

    private List<String> names() {
        return rows.stream()
                .map(row -> TextMeter.REAL.fit(row.name(), Type.TEXT, WIDEST_NAME))
                .toList();
    }

    /** Returns how wide the names are, and the margin to their left as far as the plot has none. */
    private int left() {
        return MARGIN
                + (int) Math.ceil(names().stream()
                        .mapToDouble(name -> TextMeter.REAL.width(name, Type.TEXT))
                        .max()
                        .orElse(0));
    }

    private XYChart chart(int plotHeight) {
        Plot plot = new Plot(axis, "", plotHeight);
        plot.styler().setYAxisTicksVisible(false).setYAxisTitleVisible(false);
        plot.styler().setPlotGridLinesVisible(false);
        plot.styler().setPlotContentSize(1);
        // The plot reaches as far beyond the end of the axis as the values need that stand beside the bars.
        double values = rows.stream()
                .mapToDouble(row -> TextMeter.REAL.width(row.value(), Type.VALUE))
                .max()
                .orElse(0);
        double room = Lines.WIDTH - left() - 90;
        double across = end * (1 + (values + GAP) / Math.max(1, room - values));
        plot.styler().setXAxisMin(0.0).setXAxisMax(across);
        double[] places = places();
        double bottom = places[places.length - 1] - 0.55;
        double top = places[0] + 0.55;
        plot.styler().setYAxisMin(bottom).setYAxisMax(top);
        plot.styler().setXAxisTicksVisible(ticks);
        if (ticks) {
            plot.ownTicks();
            for (int quarter = 0; quarter <= 4; quarter++) {
                plot.tick(quarter * end / 4, quarter * 25 + " %", bottom, top);
            }
        }
        List<String> names = names();
        for (int i = 0; i < rows.size(); i++) {
            row(plot, rows.get(i), names.get(i), places[i], room / across);
        }
        plot.marks(Marks.level(), 0, bottom, 0, top);
        return plot.chart();
    }

    /** Returns the heights of the rows, from the top; those without a name belong to the one above and stand close. */
    private double[] places() {
        double[] places = new double[rows.size()];
        boolean grouped = rows.stream().anyMatch(row -> row.name().isEmpty());
        double place = 0;
        for (int i = rows.size() - 1; i >= 0; i--) {
            places[i] = place;
            place += !grouped ? 1 : rows.get(i).name().isEmpty() ? 0.78 : 1.22;
        }
        return places;
    }

    private static void row(Plot plot, Row row, String name, double y, double pixels) {
        plot.marks(Marks.label(name, Type.TEXT, Side.LEFT, GAP), 0, y);
        for (Part part : row.parts()) {
            plot.marks(Marks.boxes(part.fill()), part.from(), y + THICK, part.to(), y - THICK);
        }
        if (row.spread()) {
            plot.marks(Marks.whisker(House.INK), row.low(), y, row.high(), y);
        }
        if (!row.value().isEmpty()) {
            value(plot, row, y, pixels);
        }
    }

    /** Where there is a spread, the value stands over its bar: behind the spread it would be read as its end. */
    private static void value(Plot plot, Row row, double y, double pixels) {
        if (!row.spread()) {
            plot.marks(Marks.label(row.value(), Type.VALUE, Side.RIGHT, 8), row.end(), y);
        } else if (row.end() * pixels < TextMeter.REAL.width(row.value(), Type.VALUE)) {
            plot.marks(Marks.label(row.value(), Type.VALUE, Side.OVER_RIGHT, 3), 0, y + THICK);
        } else {
            plot.marks(Marks.label(row.value(), Type.VALUE, Side.OVER_LEFT, 3), row.end(), y + THICK);
        }
    }

    /** Returns a row of one part. */
    static Row bar(String name, double value, double low, double high, String text, Fill fill) {
        List<Part> parts = new ArrayList<>();
        if (value > 0) {
            parts.add(new Part(0, value, fill));
        }
        return new Row(name, List.copyOf(parts), low, high, text);
    }
}

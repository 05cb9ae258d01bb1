package rendezvous.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import rendezvous.chart.Marks.Side;

/** Histograms of times on a logarithmic axis, one above the other: none covers another, and their names stand beside. */
final class Histogram {
    private static final int ROW = 104;
    private static final int BELOW = 84;
    private static final int MOST_ROWS = 12; // of the table
    private static final double WIDEST_NAME = 150;
    private static final double GAP = 12;
    private static final double TALLEST = 0.68; // of a row
    private static final double BEYOND = 0.22; // of the axis, for the labels behind its end
    private static final int BINS = 32; // at least, over the whole axis
    private static final double[] PARTS = {1, 2, 4, 5, 10, 20, 50, 100}; // bins of a decade

    private final String title;
    private final Map<String, long[]> series;
    private final double from;
    private final double to;
    private final double perDecade;
    private final int first; // bin, counted from 1 ns

    /** Creates it for times that are sorted and more than zero. */
    Histogram(String title, Map<String, long[]> series) {
        this.title = title;
        this.series = series;
        double least = series.values().stream().mapToLong(one -> one[0]).min().orElse(1);
        double most = series.values().stream()
                .mapToLong(one -> one[one.length - 1])
                .max()
                .orElse(1);
        double span = Math.max(0.3, Math.log10(most / least));
        double parts = PARTS[PARTS.length - 1];
        for (double candidate : PARTS) {
            if (candidate * span >= BINS) {
                parts = candidate;
                break;
            }
        }
        this.perDecade = parts;
        this.first = bin(least);
        this.from = first / perDecade;
        this.to = (bin(most) + 1) / perDecade;
    }

    private int bin(double nanos) {
        return (int) Math.floor(Math.log10(nanos) * perDecade + 1e-9);
    }

    private int bins() {
        return (int) Math.round((to - from) * perDecade);
    }

    private long[] counts(long[] sorted) {
        long[] counts = new long[bins()];
        for (long nanos : sorted) {
            counts[bin((double) nanos) - first]++;
        }
        return counts;
    }

    Figure figure(String numbers) {
        Head head = Head.of(title, List.of(), Lines.WIDTH, TextMeter.REAL);
        int height = series.size() * ROW + BELOW;
        String caption = numbers + " " + Machine.words() + ".";
        return new ChartFigure(
                title,
                caption,
                "Histogram of times on a logarithmic axis from " + Numbers.duration(Math.pow(10, from)) + " to "
                        + Numbers.duration(Math.pow(10, to)) + ", " + Numbers.many(series.size(), "row") + ". "
                        + caption,
                table() + caption,
                Lines.WIDTH,
                head.height() + height,
                head.height(),
                left(),
                head.painter(),
                chart(height));
    }

    private int left() {
        return RowsChart.MARGIN
                + (int) Math.ceil(series.keySet().stream()
                        .mapToDouble(name -> TextMeter.REAL.width(fit(name), Type.TEXT))
                        .max()
                        .orElse(0));
    }

    private static String fit(String name) {
        return TextMeter.REAL.fit(name, Type.TEXT, WIDEST_NAME);
    }

    private XYChart chart(int height) {
        Plot plot = new Plot(
                "time of a call, on a logarithmic axis; each row as high as its most frequent time", "", height);
        plot.styler().setYAxisTicksVisible(false).setYAxisTitleVisible(false);
        plot.styler().setPlotGridHorizontalLinesVisible(false);
        plot.styler().setPlotContentSize(1);
        double span = to - from;
        plot.styler().setXAxisMin(from - 0.02 * span).setXAxisMax(to + BEYOND * span);
        plot.styler().setYAxisMin(0.0).setYAxisMax((double) series.size());
        boolean fine = span < 1.5;
        plot.ownTicks();
        plot.ruler(from, to);
        int row = series.size();
        int number = 0;
        ticks(plot, fine);
        for (Map.Entry<String, long[]> one : series.entrySet()) {
            row--;
            bars(plot, one.getValue(), row, new Fill(HouseTheme.color(number), Pattern.SOLID));
            plot.marks(Marks.level(), from, row, to, row);
            plot.marks(Marks.label(fit(one.getKey()), Type.TEXT, Side.LEFT, GAP), from - 0.02 * span, row + 0.2);
            percentiles(plot, one.getValue(), row);
            number++;
        }
        return plot.chart();
    }

    private void ticks(Plot plot, boolean fine) {
        for (int power = (int) Math.floor(from); power <= to; power++) {
            for (double part : fine ? new double[] {1, 2, 5} : new double[] {1}) {
                double at = power + Math.log10(part);
                if (at >= from - 1e-9 && at <= to + 1e-9) {
                    plot.tick(at, Numbers.duration(Math.pow(10, at)), 0, series.size());
                }
            }
        }
    }

    private void bars(Plot plot, long[] sorted, int row, Fill fill) {
        long[] counts = counts(sorted);
        long tallest = Arrays.stream(counts).max().orElse(1); // each row has a height of its own: the shape tells
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                plot.marks(
                        Marks.boxes(fill),
                        from + i / perDecade,
                        row + TALLEST * counts[i] / tallest,
                        from + (i + 1) / perDecade,
                        row);
            }
        }
    }

    private void percentiles(Plot plot, long[] sorted, int row) {
        double tail = Latencies.tail(sorted.length);
        double median = (double) Latencies.at(sorted, 50);
        double top = row + TALLEST + 0.1;
        upright(plot, median, row, top);
        String words = "median " + Numbers.duration(median);
        if (tail == 50) {
            plot.marks(Marks.label(words, Type.SMALL, Side.AFTER, 8), Math.log10(median), top);
            return;
        }
        double slow = (double) Latencies.at(sorted, tail);
        upright(plot, slow, row, top);
        String label = "p" + Numbers.digits(tail, 3) + " " + Numbers.duration(slow);
        double pixels = (Lines.WIDTH - left() - 60) * 0.86 / (to - from); // of a power of ten
        double between = (Math.log10(slow) - Math.log10(median)) * pixels;
        if (between > TextMeter.REAL.width(words, Type.SMALL) + 12) {
            plot.marks(Marks.label(words, Type.SMALL, Side.AFTER, 8), Math.log10(median), top);
            plot.marks(Marks.label(label, Type.SMALL, Side.AFTER, 8), Math.log10(slow), top);
            return;
        }
        String both = words + ", " + label; // apart they would run into each other
        double end = to + BEYOND * (to - from);
        boolean fits = (end - Math.log10(slow)) * pixels > TextMeter.REAL.width(both, Type.SMALL) + 12;
        plot.marks(
                Marks.label(both, Type.SMALL, fits ? Side.AFTER : Side.BEFORE, 8),
                Math.log10(fits ? slow : median),
                top);
    }

    private static void upright(Plot plot, double nanos, int row, double top) {
        plot.marks(Marks.upright(House.INK), Math.log10(nanos), row, Math.log10(nanos), top);
    }

    /** A row for several bins, if there are many. */
    private Table table() {
        List<String> heads = new ArrayList<>(List.of("time up to"));
        heads.addAll(series.keySet());
        Table table = new Table(heads.toArray(String[]::new));
        int together = Math.ceilDiv(bins(), MOST_ROWS);
        for (int bin = 0; bin < bins(); bin += together) {
            int end = Math.min(bins(), bin + together);
            List<String> cells = new ArrayList<>(List.of(Numbers.duration(Math.pow(10, from + end / perDecade))));
            for (long[] sorted : series.values()) {
                cells.add(Numbers.whole(Arrays.stream(counts(sorted), bin, end).sum()));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }
}

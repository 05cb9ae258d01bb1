package rendezvous.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.knowm.xchart.HorizontalBarSeries;
import org.knowm.xchart.PieSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import org.knowm.xchart.internal.series.Series;

/** What a chart that somebody built says in words. */
record ChartWords(String title, String caption, String alt, String text) {
    private static final int MOST = 6; // series in a sentence

    static ChartWords of(Chart<?, ?> chart) {
        String title = Objects.requireNonNullElse(chart.getTitle(), "");
        List<Data> all = chart.getSeriesCollection().stream()
                .filter(series -> series.isEnabled() && series.isShowInLegend())
                .map(series -> data(series, unit(chart)))
                .toList();
        String caption = heading(title) + sentences(all, Data::brief);
        String alt = kind(chart) + axes(chart) + ". " + heading(title) + sentences(all, Data::sentence);
        Table table = new Table("series", "points", "first", "last", "least", "most");
        all.forEach(one -> table.row(
                one.name,
                String.valueOf(one.values.length),
                one.text(DoubleStream.of(one.values).findFirst().orElse(Double.NaN)),
                one.text(one.values.length == 0 ? Double.NaN : one.values[one.values.length - 1]),
                one.text(one.least()),
                one.text(one.most())));
        return new ChartWords(title, caption, alt, table + caption);
    }

    private static String sentences(List<Data> all, Function<Data, String> words) {
        return all.isEmpty()
                ? "It has no data."
                : String.join(" ", all.stream().limit(MOST).map(words).toList())
                        + (all.size() > MOST ? " And " + (all.size() - MOST) + " more." : "");
    }

    /** Returns the title as a sentence with a blank behind it: one that asks keeps its mark. */
    private static String heading(String title) {
        String words = title.strip();
        return words.isEmpty() ? "" : words + (".!?…".indexOf(words.charAt(words.length() - 1)) < 0 ? ". " : " ");
    }

    /** A series as numbers. */
    private static final class Data {
        private final String name;
        private final double[] values;
        private final String range;
        private final boolean labelled;

        /** Takes a series; its range is that of x, with the unit, and empty if x is no number. */
        Data(String name, boolean labelled, double[] values, String range) {
            this.name = name;
            this.labelled = labelled;
            this.values = values;
            this.range = range;
        }

        double least() {
            return Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN);
        }

        double most() {
            return Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
        }

        String text(double value) {
            return Double.isNaN(value) ? "–" : Numbers.digits(value, 3);
        }

        /** Returns the label alone if it was written for this chart and the line is level. */
        String brief() {
            return labelled && values.length > 1 && least() == most() ? name + "." : sentence();
        }

        String sentence() {
            if (values.length == 0) {
                return name + ".";
            }
            if (values.length == 1) {
                return name + ": " + Numbers.count(values[0]) + ".";
            }
            if (least() == most()) {
                return range.isEmpty()
                        ? name + ": " + Numbers.count(least()) + " in all " + values.length + " points."
                        : name + ": " + values.length + " points " + range + ", all at " + Numbers.count(least()) + ".";
            }
            return name + ": " + Numbers.count(values[0]) + " to " + Numbers.count(values[values.length - 1]) + " in "
                    + values.length + " points, least " + Numbers.count(least()) + ", most " + Numbers.count(most())
                    + ".";
        }
    }

    /** Returns the unit of x with a blank before it: " ms" where the axis is "time in ms"; empty if there is none. */
    private static String unit(Chart<?, ?> chart) {
        String title =
                chart instanceof AxesChart<?, ?> axes ? Objects.requireNonNullElse(axes.getXAxisTitle(), "") : "";
        int at = title.lastIndexOf(" in ");
        return at < 0 ? "" : " " + title.substring(at + 4).strip();
    }

    /** Returns "from 0 to 90 ms"; empty for dates, which are numbers to XChart alone. */
    private static String range(Series series, String unit) {
        if (!(series instanceof AxesChartSeriesNumerical numbers)
                || numbers.getxAxisDataType() != Series.DataType.Number) {
            return "";
        }
        double[] places = Arrays.stream(numbers.getXData())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return places.length == 0
                ? ""
                : "from " + Numbers.count(places[0]) + " to " + Numbers.count(places[places.length - 1]) + unit;
    }

    private static Data data(Series series, String unit) {
        double[] values = switch (series) {
            case AxesChartSeriesNumerical numerical -> numerical.getYData();
            case AxesChartSeriesCategory category -> category.getYData();
            case HorizontalBarSeries bars ->
                bars.getXData().stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(Number::doubleValue)
                        .toArray();
            case PieSeries slice -> new double[] {slice.getValue().doubleValue()};
            default -> new double[0];
        };
        String label = Objects.requireNonNullElse(series.getLabel(), series.getName());
        return new Data(label, !label.equals(series.getName()), values.clone(), range(series, unit));
    }

    /** Returns "Bar chart" for a {@code BarChart}: the class's name as words. */
    private static String kind(Chart<?, ?> chart) {
        String name = chart.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return name.isEmpty()
                ? "Chart"
                : Lines.upper(name.toLowerCase(Locale.ROOT).replace("xychart", "line chart"));
    }

    private static String axes(Chart<?, ?> chart) {
        if (!(chart instanceof AxesChart<?, ?> axes)) {
            return "";
        }
        String x = Objects.requireNonNullElse(axes.getXAxisTitle(), "");
        String y = Objects.requireNonNullElse(axes.getYAxisTitle(), "");
        return x.isBlank() || y.isBlank() ? "" : ", " + y + " against " + x;
    }
}

package rendezvous.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.HorizontalBarStyler;

/**
 * Builds a chart of horizontal bars that compares a few things by one measure; each bar has its value beside it.
 *
 * <p>Not safe for use by many threads.
 *
 * {@snippet :
 * Figure figure = Bars.titled("Pizzas an hour")
 *         .x("pizzas")
 *         .bar("one cook", 12)
 *         .bar("two cooks", 21)
 *         .figure();
 * println(figure.text().lines().skip(1).findFirst().get());   // Output: one cook       12
 * }
 */
public final class Bars {
    private static final int BAR = 40;

    private final String title;
    private String measure = "";
    private String note = "";
    private final Map<String, Double> bars = new LinkedHashMap<>();

    private Bars(String title) {
        this.title = title;
    }

    /**
     * Begins a chart.
     *
     * @param title a few words
     */
    public static Bars titled(String title) {
        return new Bars(title);
    }

    /** Names what the bars measure, with its unit. */
    public Bars x(String name) {
        this.measure = name;
        return this;
    }

    /** Adds a sentence to the caption. */
    public Bars note(String sentence) {
        this.note = sentence;
        return this;
    }

    /**
     * Adds a bar below those that are there.
     *
     * @param name what it stands for
     * @param value how long it is
     * @throws IllegalArgumentException if there is such a bar already, or the value is negative or not finite
     */
    public Bars bar(String name, double value) {
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException("bar \"" + name + "\": got " + value + ", want a number from 0 up");
        }
        if (bars.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("bar \"" + name + "\": got it twice, want each name once");
        }
        return this;
    }

    /**
     * Returns the chart.
     *
     * @throws IllegalStateException if it has no bars, or its measure has no name
     */
    public Figure figure() {
        if (bars.isEmpty()) {
            throw new IllegalStateException("chart \"" + title + "\": no bars; add one with bar(name, value)");
        }
        if (measure.isBlank()) {
            throw new IllegalStateException("chart \"" + title + "\": the measure has no name; name it with x(…)");
        }
        Head head = Head.of(title, List.of(), Lines.WIDTH, TextMeter.REAL);
        Table table = new Table("", measure);
        List<String> parts = new ArrayList<>();
        bars.forEach((name, value) -> {
            table.row(name, Numbers.digits(value, 3));
            parts.add(name + " " + Numbers.count(value));
        });
        String caption = Lines.upper(measure) + ": " + Numbers.list(parts) + "." + (note.isEmpty() ? "" : " " + note)
                + " " + Machine.words() + ".";
        return new ChartFigure(
                title,
                caption,
                "Bar chart with " + Numbers.many(bars.size(), "bar") + ". " + caption,
                table + caption,
                Lines.WIDTH,
                head.height() + bars.size() * BAR + 58,
                head.height(),
                head.painter(Lines.WIDTH),
                chart());
    }

    private HorizontalBarChart chart() {
        double largest =
                bars.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        Scale scale = Scale.of(largest);
        HorizontalBarChart chart = new HorizontalBarChart(Lines.WIDTH, 200, new HouseTheme());
        chart.setXAxisTitle(scale.name(measure));
        chart.setYAxisTitle("");
        HorizontalBarStyler styler = chart.getStyler();
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setXAxisTicksVisible(false);
        styler.setPlotGridLinesVisible(false);
        styler.setXAxisTickMarkSpacingHint(1); // XChart leaves names of bars out by the hint of the other axis
        styler.setYAxisLabelAlignment(TextAlignment.Right);
        styler.setPlotContentSize(0.98);
        styler.setYAxisTickLabelsColor(House.INK);
        styler.setXAxisMin(0.0);
        styler.setXAxisMax(largest <= 0 ? 1.0 : largest / scale.factor() * 1.12); // room for the longest bar's value
        styler.setAvailableSpaceFill(0.55);
        styler.setLabelsVisible(true);
        styler.setLabelsPosition(1.08);
        styler.setLabelsFont(House.font(House.SMALL, true));
        styler.setLabelsFontColorAutomaticEnabled(false);
        styler.setLabelsFontColor(House.INK);
        chart.setCustomXAxisTickLabelsFormatter(value -> Numbers.digits(value, 3));
        HorizontalBarSeries series = chart.addSeries(
                "bars",
                bars.values().stream().map(value -> value / scale.factor()).toList(),
                List.copyOf(bars.keySet()));
        series.setFillColor(House.BLUE);
        return chart;
    }
}

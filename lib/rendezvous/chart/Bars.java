package rendezvous.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a chart of horizontal bars that compares a few things by one measure; each bar has its value beside it, or over it
 * where it has a spread.
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
    static final int MOST = 24;

    private final String title;
    private String measure = "";
    private String note = "";
    private Measure measured = Measure.COUNT;
    private final Map<String, Bar> bars = new LinkedHashMap<>();

    private record Bar(double value, double low, double high) {
        boolean spread() {
            return low < high;
        }
    }

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

    /** Says that the measure is a time in nanoseconds: the chart writes it in ns, µs, ms or s. */
    public Bars nanos() {
        this.measured = Measure.NANOS;
        return this;
    }

    /** Says that the measure is memory in bytes: the chart writes it in kB, MB or GB, of a thousand each. */
    public Bars bytes() {
        this.measured = Measure.BYTES;
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
        return bar(name, value, value, value);
    }

    /**
     * Adds a bar with its spread below those that are there.
     *
     * @param name what it stands for
     * @param value how long it is, such as a median
     * @param low the least that was measured
     * @param high the most that was measured
     * @throws IllegalArgumentException if there is such a bar already, or one more than fit a page, or the numbers are
     *     negative, not finite or not in order
     */
    public Bars bar(String name, double value, double low, double high) {
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException("bar \"" + name + "\": got " + value + ", want a number from 0 up");
        }
        if (!(0 <= low && low <= value && value <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bar \"" + name + "\": got a spread from " + low + " to " + high
                    + " around " + value + ", want numbers from 0 up in this order");
        }
        if (bars.putIfAbsent(name, new Bar(value, low, high)) != null) {
            throw new IllegalArgumentException("bar \"" + name + "\": got it twice, want each name once");
        }
        if (bars.size() > MOST) {
            bars.remove(name);
            throw new IllegalArgumentException("bar \"" + name + "\": got one more than " + MOST
                    + " bars, want no more than fit a page; draw two charts, or lines");
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
        double largest = bars.values().stream().mapToDouble(Bar::high).max().orElse(1);
        Scale scale = measured.scale(largest);
        boolean spread = bars.values().stream().anyMatch(Bar::spread);
        List<RowsChart.Row> rows = new ArrayList<>();
        bars.forEach((name, bar) -> rows.add(RowsChart.bar(
                name,
                bar.value(),
                bar.low(),
                bar.high(),
                Numbers.digits(bar.value() / scale.factor(), 3),
                Fill.of(0))));
        String caption = caption();
        return new RowsChart(
                        title,
                        List.of(),
                        scale.name(measure),
                        rows,
                        spread ? RowsChart.SPREAD : RowsChart.TALL,
                        largest > 0 ? largest : 1,
                        false)
                .figure(
                        caption,
                        "Bar chart with " + Numbers.many(bars.size(), "bar") + (spread ? ", each with its spread" : "")
                                + ". " + caption,
                        table(spread) + caption);
    }

    private String caption() {
        List<String> parts = new ArrayList<>();
        bars.forEach((name, bar) -> parts.add(name + " " + measured.text(bar.value())
                + (bar.spread() ? " (" + measured.text(bar.low()) + " to " + measured.text(bar.high()) + ")" : "")));
        return Lines.upper(measure) + ": " + Numbers.list(parts) + "." + (note.isEmpty() ? "" : " " + note) + " "
                + Machine.words() + ".";
    }

    private Table table(boolean spread) {
        Table table = spread ? new Table("", measure, "least", "most") : new Table("", measure);
        bars.forEach((name, bar) -> {
            if (spread) {
                table.row(name, cell(bar.value()), cell(bar.low()), cell(bar.high()));
            } else {
                table.row(name, cell(bar.value()));
            }
        });
        return table;
    }

    private String cell(double value) {
        return measured == Measure.COUNT ? Numbers.digits(value, 3) : measured.text(value);
    }
}

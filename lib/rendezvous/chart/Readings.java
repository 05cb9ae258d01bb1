package rendezvous.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link Sweep} read over the values of a parameter.
 *
 * @param parameter its name
 * @param rows a row for each point that was read, by value, then by name
 * @param missing the points that were not read for want of time, in words
 * @param notes what one should know before believing the numbers, in sentences; empty if nothing
 */
public record Readings(String parameter, List<Row> rows, List<String> missing, List<String> notes) {
    /**
     * What was read at a value of the parameter.
     *
     * @param value of the parameter
     * @param name of what was read
     * @param repetitions how often
     * @param median of what was read
     * @param least that was read
     * @param most that was read
     */
    public record Row(int value, String name, int repetitions, double median, double least, double most) {}

    static Readings of(String parameter, SweepRun.Result result) {
        return new Readings(
                parameter,
                result.spots().stream()
                        .map(spot -> new Row(
                                spot.value(),
                                spot.name(),
                                spot.repetitions(),
                                spot.median(),
                                spot.least(),
                                spot.most()))
                        .toList(),
                result.missing(),
                result.notes());
    }

    /**
     * Returns the median of what was read.
     *
     * @param name of what was read
     * @param value of the parameter
     * @throws IllegalArgumentException if it was not asked for, or there was no time
     */
    public double at(String name, int value) {
        return rows.stream()
                .filter(row -> row.name().equals(name) && row.value() == value)
                .mapToDouble(Row::median)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reading of \"" + name + "\" at " + parameter + " = "
                        + value + "; there are "
                        + rows.stream()
                                .map(row -> "\"" + row.name() + "\" at " + row.value())
                                .toList()));
    }

    /**
     * Begins a chart with a line for each thing that was read, to add to: {@link Lines#bytes}, {@link Lines#nanos},
     * {@link Lines#logarithmic}, {@link Lines#note}.
     *
     * @param title a few words
     * @param measure what was read, with its unit
     * @throws IllegalStateException if nothing was read
     */
    public Lines lines(String title, String measure) {
        if (rows.isEmpty()) {
            throw new IllegalStateException("nothing was read: " + String.join(" ", notes));
        }
        Lines lines = Lines.titled(title).x(parameter).y(measure).note(note());
        Map<String, List<Lines.Point>> byName = new LinkedHashMap<>();
        rows.forEach(row -> byName.computeIfAbsent(row.name(), any -> new ArrayList<>())
                .add(new Lines.Point(row.value(), row.median(), row.least(), row.most())));
        byName.forEach((name, points) -> lines.line(name, points));
        return lines;
    }

    private String note() {
        int fewest = rows.stream().mapToInt(Row::repetitions).min().orElse(0);
        int most = rows.stream().mapToInt(Row::repetitions).max().orElse(0);
        List<String> sentences = new ArrayList<>();
        sentences.add("Medians of " + (fewest == most ? "" : fewest + " to ") + Numbers.many(most, "repetition")
                + ", spread from least to most.");
        sentences.addAll(notes);
        return String.join(" ", sentences);
    }

    /** Returns a table: a line for each point, then the notes. */
    @Override
    public String toString() {
        Table table = new Table(parameter, "what", "repetitions", "median", "least", "most");
        rows.forEach(row -> table.row(
                Numbers.whole(row.value()),
                row.name(),
                String.valueOf(row.repetitions()),
                Numbers.digits(row.median(), 3),
                Numbers.digits(row.least(), 3),
                Numbers.digits(row.most(), 3)));
        return table + String.join("\n", notes) + (notes.isEmpty() ? "" : "\n") + Machine.words();
    }
}

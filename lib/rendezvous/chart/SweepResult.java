package rendezvous.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a {@link Sweep} measured.
 *
 * @param parameter its name
 * @param rows a row for each point that was measured, by value, then by competitor
 * @param missing the points that were not measured for want of time, in words
 * @param notes what one should know before believing the numbers, in sentences; empty if nothing
 */
public record SweepResult(String parameter, List<Row> rows, List<String> missing, List<String> notes) {
    /**
     * A competitor at a value of the parameter.
     *
     * @param value of the parameter
     * @param name of the competitor
     * @param repetitions how often it was measured
     * @param nanosPerOperation the median
     * @param least nanoseconds for an operation in its fastest repetition
     * @param most nanoseconds for an operation in its slowest repetition
     */
    public record Row(int value, String name, int repetitions, double nanosPerOperation, double least, double most) {
        /** Returns how many operations it does in a second, by the median. */
        public double perSecond() {
            return 1e9 / nanosPerOperation;
        }

        Lines.Point point() {
            return new Lines.Point(value, perSecond(), 1e9 / most, 1e9 / least);
        }
    }

    /**
     * Returns the row of a competitor at a value.
     *
     * @throws IllegalArgumentException if it was not asked for
     * @throws IllegalStateException if it was not measured for want of time
     */
    public Row at(String name, int value) {
        return rows.stream()
                .filter(row -> row.name().equals(name) && row.value() == value)
                .findFirst()
                .orElseThrow(() -> absent(name, value));
    }

    private RuntimeException absent(String name, int value) {
        String point = "\"" + name + "\" at " + parameter + " = " + value;
        if (missing.contains(point)) {
            return new IllegalStateException("no result of " + point + ": there was no time to measure it");
        }
        String known = rows.stream()
                .map(row -> "\"" + row.name() + "\" at " + row.value())
                .distinct()
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException("no result of " + point + ": got " + known);
    }

    /**
     * Returns how many times as many operations a second the one does as the other; above 1 if it is faster.
     *
     * @param one a competitor
     * @param other another
     * @param value of the parameter
     * @throws IllegalArgumentException if one of them was not asked for at this value
     * @throws IllegalStateException if one of them was not measured for want of time
     */
    public double ratio(String one, String other, int value) {
        return at(one, value).perSecond() / at(other, value).perSecond();
    }

    /**
     * Draws operations per second: lines over the parameter, or bars if it has one value only.
     *
     * @param title a few words
     * @param measure what is counted, such as "hand-offs per second"
     * @throws IllegalStateException if nothing was measured
     */
    public Figure chart(String title, String measure) {
        if (rows.isEmpty()) {
            throw new IllegalStateException("nothing was measured: " + String.join(" ", notes));
        }
        if (rows.stream().mapToInt(Row::value).distinct().count() == 1) {
            Bars bars = Bars.titled(title).x(measure).note(note());
            rows.forEach(row -> bars.bar(row.name(), row.perSecond()));
            return bars.figure();
        }
        Lines lines = Lines.titled(title).x(parameter).y(measure).note(note());
        for (String name : rows.stream().map(Row::name).distinct().toList()) {
            lines.line(
                    name,
                    rows.stream()
                            .filter(row -> row.name().equals(name))
                            .map(Row::point)
                            .toList());
        }
        return lines.figure();
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
    public String text() {
        Table table =
                new Table(parameter, "competitor", "repetitions", "ns per operation", "least", "most", "per second");
        rows.forEach(row -> table.row(
                String.valueOf(row.value()),
                row.name(),
                String.valueOf(row.repetitions()),
                nanos(row.nanosPerOperation()),
                nanos(row.least()),
                nanos(row.most()),
                Numbers.digits(row.perSecond(), 3)));
        return table + String.join("\n", notes) + (notes.isEmpty() ? "" : "\n") + Machine.words();
    }

    private static String nanos(double nanos) {
        return nanos < 100 ? String.format(Locale.ROOT, "%.1f", nanos) : Numbers.digits(nanos, 3);
    }

    /** Returns the table. */
    @Override
    public String toString() {
        return text();
    }
}

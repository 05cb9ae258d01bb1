package rendezvous.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

        static Row of(SweepRun.Spot spot) {
            return new Row(spot.value(), spot.name(), spot.repetitions(), spot.median(), spot.least(), spot.most());
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
     * Draws operations per second: lines over the parameter, or bars if it has one value only, with least and most.
     *
     * @param title a few words
     * @param measure what is counted, such as "hand-offs per second"
     * @throws IllegalStateException if nothing was measured
     */
    public Figure chart(String title, String measure) {
        something();
        if (rows.stream().mapToInt(Row::value).distinct().count() == 1) {
            Bars bars = Bars.titled(title).x(measure).note(note());
            rows.forEach(row -> bars.bar(row.name(), row.perSecond(), 1e9 / row.most(), 1e9 / row.least()));
            return bars.figure();
        }
        return lines(title, measure).figure();
    }

    /**
     * Begins a chart of operations per second with a line for each competitor, to add to: {@link Lines#ideal},
     * {@link Lines#amdahl}, {@link Lines#note}.
     *
     * @param title a few words
     * @param measure what is counted, such as "hand-offs per second"
     * @throws IllegalStateException if nothing was measured
     */
    public Lines lines(String title, String measure) {
        something();
        Lines lines = Lines.titled(title).x(parameter).y(measure).note(note());
        byName().forEach((name, points) -> lines.line(name, points));
        return lines;
    }

    /**
     * Draws how many times as fast each competitor is as at the least value, beside what would be ideal and Amdahl's law
     * with the serial share that fits best. The parameter must be a number of workers.
     *
     * @param title a few words
     * @throws IllegalStateException if nothing was measured
     */
    public Figure speedUp(String title) {
        something();
        Lines lines = Lines.titled(title).x(parameter).y("times as fast").note(note());
        byName().forEach((name, points) -> {
            double one = points.getFirst().y();
            lines.line(
                    name,
                    points.stream()
                            .map(point ->
                                    new Lines.Point(point.x(), point.y() / one, point.low() / one, point.high() / one))
                            .toList());
        });
        return lines.ideal().amdahl().figure();
    }

    /**
     * Returns the share of a competitor's work that one worker must do alone, by Amdahl's law, from 0 to 1. It counts each
     * worker as a processor of its own: more workers than processors raise it.
     *
     * @throws IllegalArgumentException if there is no such competitor
     */
    public double serialShare(String name) {
        List<Lines.Point> points = byName().get(name);
        if (points == null) {
            throw new IllegalArgumentException("no result of \"" + name + "\": got " + byName().keySet());
        }
        return Amdahl.serialShare(points);
    }

    private void something() {
        if (rows.isEmpty()) {
            throw new IllegalStateException("nothing was measured: " + String.join(" ", notes));
        }
    }

    private Map<String, List<Lines.Point>> byName() {
        Map<String, List<Lines.Point>> byName = new LinkedHashMap<>();
        rows.forEach(row ->
                byName.computeIfAbsent(row.name(), any -> new ArrayList<>()).add(row.point()));
        return byName;
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

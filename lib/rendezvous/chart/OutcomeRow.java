package rendezvous.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of a chart of outcomes: an outcome, a range of them, or all the rest.
 *
 * @param name what the row is called
 * @param times how often it came, by what was run
 */
record OutcomeRow(String name, Map<String, Long> times) {
    static List<OutcomeRow> of(Map<String, Map<Object, Long>> series, int most) {
        List<Object> kinds = series.values().stream()
                .flatMap(counts -> counts.keySet().stream())
                .distinct()
                .toList();
        boolean numbers = kinds.stream().allMatch(kind -> kind instanceof Number);
        if (numbers && kinds.size() > most) {
            return ranges(series, most);
        }
        Comparator<Object> order = numbers
                ? Comparator.comparingDouble(kind -> ((Number) kind).doubleValue())
                : Comparator.comparingLong((Object kind) -> sum(series, kind))
                        .reversed()
                        .thenComparing(String::valueOf);
        List<Object> sorted = kinds.stream().sorted(order).toList();
        List<OutcomeRow> rows = new ArrayList<>();
        int shown = sorted.size() <= most ? sorted.size() : most - 1;
        sorted.subList(0, shown).forEach(kind -> rows.add(row(String.valueOf(kind), series, List.of(kind))));
        if (shown < sorted.size()) {
            List<Object> rest = sorted.subList(shown, sorted.size());
            rows.add(row(rest.size() + " others", series, rest));
        }
        return rows;
    }

    private static long sum(Map<String, Map<Object, Long>> series, Object kind) {
        return series.values().stream()
                .mapToLong(counts -> counts.getOrDefault(kind, 0L))
                .sum();
    }

    private static OutcomeRow row(String name, Map<String, Map<Object, Long>> series, List<Object> kinds) {
        Map<String, Long> times = new LinkedHashMap<>();
        series.forEach((one, counts) -> times.put(
                one,
                kinds.stream().mapToLong(kind -> counts.getOrDefault(kind, 0L)).sum()));
        return new OutcomeRow(name, times);
    }

    /** Numbers in ranges of equal length, whose ends people count in. */
    private static List<OutcomeRow> ranges(Map<String, Map<Object, Long>> series, int most) {
        TreeMap<Double, List<Object>> sorted = new TreeMap<>();
        series.values()
                .forEach(counts -> counts.keySet()
                        .forEach(kind -> sorted.computeIfAbsent(((Number) kind).doubleValue(), any -> new ArrayList<>())
                                .add(kind)));
        boolean whole = sorted.keySet().stream().allMatch(key -> key == Math.rint(key));
        double least = sorted.firstKey();
        double step = step((sorted.lastKey() - least) / (most - 1));
        List<OutcomeRow> rows = new ArrayList<>();
        for (double from = Math.floor(least / step) * step; from <= sorted.lastKey(); from += step) {
            List<Object> kinds = sorted.subMap(from, true, from + step, false).values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            rows.add(row(name(from, step, whole), series, kinds));
        }
        return rows;
    }

    private static String name(double from, double step, boolean whole) {
        if (whole) {
            return Numbers.digits(from, 9) + (step > 1 ? " to " + Numbers.digits(from + step - 1, 9) : "");
        }
        return "from " + Numbers.digits(from, 6) + " to below " + Numbers.digits(from + step, 6);
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}

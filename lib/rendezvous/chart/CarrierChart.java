package rendezvous.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import rendezvous.chart.Mounts.Stay;
import rendezvous.lab.Carriers;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Stuck;

/**
 * Which goroutine was on which carrier, and when; below, how many could run or were blocked. Several runs stand under each
 * other on one axis of time, such as the same block on 1 carrier and on 2.
 *
 * {@snippet :
 * Body work = () -> {
 *     WaitGroup all = new WaitGroup();
 *     for (int i = 0; i < 3; i++) {
 *         all.go(() -> sleep(Duration.ofMillis(1)));
 *     }
 *     all.await();
 * };
 * Figure chart = CarrierChart.of("Three sleepers", Carriers.run(1, work), Carriers.run(2, work));
 * println(chart.title());                                  // Output: Three sleepers
 * println(chart.caption().startsWith("1 carrier: "));      // Output: true
 * }
 */
public final class CarrierChart extends Drawn {
    private CarrierChart(Diagram diagram) {
        super(diagram);
    }

    /**
     * Draws runs.
     *
     * @param title a few words; empty for none
     * @param runs what to draw, from top to bottom
     * @throws IllegalArgumentException if there are no runs
     */
    public static CarrierChart of(String title, Carriers... runs) {
        return of(title, TextMeter.REAL, runs);
    }

    static CarrierChart of(String title, TextMeter meter, Carriers... runs) {
        if (runs.length == 0) {
            throw new IllegalArgumentException(
                    "chart of carriers: got no runs, want one or more, each by Carriers.run(n, () -> { … })");
        }
        List<Mounts> all = Arrays.stream(runs).map(Mounts::of).toList();
        boolean exact = Arrays.stream(runs).allMatch(Carriers::isExact);
        CarrierSketch sketch = new CarrierSketch(all, exact, meter);
        Sketch picture = sketch.build(Diagram.top(title));
        String caption = caption(runs, all);
        String kind = exact ? " Below each, how many goroutines could run and how many were blocked." : "";
        String alt = "Chart of "
                + Numbers.list(Arrays.stream(runs)
                        .map(run -> Numbers.many(run.count(), "carrier"))
                        .toList())
                + ": a lane for each carrier with the goroutines that were on it." + kind + " " + caption
                + unseen(runs, exact, sketch.hidden());
        return new CarrierChart(new Diagram(title, caption, alt, text(all) + caption, picture));
    }

    private static String caption(Carriers[] runs, List<Mounts> all) {
        List<String> sentences = new ArrayList<>();
        List<String> headings = CarrierSketch.headings(all);
        for (int i = 0; i < runs.length; i++) {
            sentences.add(headings.get(i) + ": " + sentence(runs[i], all.get(i)));
        }
        Arrays.stream(runs)
                .filter(run -> !run.isExact())
                .map(Carriers::note)
                .distinct()
                .forEach(sentences::add);
        sentences.add(Machine.withoutCarriers() + ".");
        return String.join(" ", sentences);
    }

    /** Returns what a picture of exact runs cannot show; of others the caption says it. */
    private static String unseen(Carriers[] runs, boolean exact, int hidden) {
        return (hidden > 0 ? " Not drawn: " + Numbers.many(hidden, "stay") + " on a carrier too short to see." : "")
                + (exact ? " " + runs[0].note() : "");
    }

    private static String sentence(Carriers run, Mounts mounts) {
        String words = Numbers.duration(mounts.end()) + ", " + (run.count() == 1 ? "" : "each ") + "in use "
                + percent(mounts.use()) + " of that";
        if (run.isExact()) {
            int most = mounts.mostReady();
            words += most == 0
                    ? "; nobody who could run had to wait"
                    : "; at most " + Numbers.many(most, "goroutine") + " could run and had to wait";
        }
        Stay longest = mounts.longest();
        if (longest != null) {
            words += "; the longest stay: " + longest.goroutine().name() + ", " + Numbers.duration(longest.length());
        }
        List<Stuck> stuck = run.trace().stuck();
        if (!stuck.isEmpty()) {
            words += "; stopped then, with " + Numbers.many(stuck.size(), "goroutine") + " alive ("
                    + stuck.stream().limit(3).map(one -> one.goroutine().name()).collect(Collectors.joining(", "))
                    + (stuck.size() > 3 ? ", …" : "") + ")";
        }
        return words + ".";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String text(List<Mounts> all) {
        StringBuilder text = new StringBuilder();
        List<String> headings = CarrierSketch.headings(all);
        for (int i = 0; i < all.size(); i++) {
            Mounts mounts = all.get(i);
            text.append(headings.get(i)).append('\n');
            Table table = new Table("goroutine", "on carriers", "times put on one");
            for (Goroutine goroutine : mounts.goroutines()) {
                table.row(
                        goroutine.name(),
                        Numbers.duration(mounts.ran(goroutine)),
                        Long.toString(mounts.stays(goroutine)));
            }
            text.append(table);
        }
        return text.toString();
    }
}

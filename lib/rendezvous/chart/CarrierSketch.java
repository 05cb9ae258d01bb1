package rendezvous.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import rendezvous.chart.Mounts.Counts;
import rendezvous.chart.Mounts.Stay;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Trace;

/** Lays out a chart of carriers. */
final class CarrierSketch {
    private static final int WIDTH = SceneBuilder.WIDTH;
    private static final double PAD = SceneBuilder.PAD;
    private static final double PITCH = 27; // from carrier to carrier
    private static final double BAR = 19;
    private static final double PLOT = 54; // the height of the counts
    private static final double NARROWEST = 1.5;
    private static final double GRAIN = 2;
    private static final double ROW = 20;
    private static final int MOST_NAMED = 11; // goroutines with a look of their own
    private static final int MOST_CARRIERS = 12;
    private static final Type HEADING = new Type(House.TEXT, true, House.INK);
    private static final Color READY = House.ORANGE;
    private static final Color BLOCKED = House.SLATE;

    /** Looks differ in colour and in pattern; SEVERAL's pattern is for the rest. */
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.SOLID,
            Pattern.RISING,
            Pattern.DOTS,
            Pattern.VERTICAL,
            Pattern.ZIGZAG,
            Pattern.CROSSED,
            Pattern.RINGS);

    private final List<Mounts> runs;
    private final boolean exact;
    private final Sketch.Builder sketch;
    private final TextMeter meter;
    private final TimeAxis axis;
    private final double left;
    private final double right;
    private final List<String> named; // by name: the runs of one block have the same
    private int hidden;

    CarrierSketch(List<Mounts> runs, boolean exact, TextMeter meter) {
        this.runs = runs;
        this.exact = exact;
        this.meter = meter;
        this.sketch = new Sketch.Builder(meter);
        this.axis = TimeAxis.of(
                Trace.Unit.TIME, runs.stream().mapToLong(Mounts::end).max().orElse(1));
        this.left = Math.round(PAD + meter.width("real time in ms", Type.SOFT) + 24);
        this.right = WIDTH - PAD - 14;
        this.named = named(runs);
    }

    /** The goroutines that were on carriers the longest, in order of starting. */
    private static List<String> named(List<Mounts> runs) {
        Set<String> all = new LinkedHashSet<>();
        runs.forEach(run -> run.goroutines().forEach(one -> all.add(one.name())));
        Set<String> longest = new LinkedHashSet<>(all.stream()
                .sorted(Comparator.comparingLong((String name) -> -ran(runs, name)))
                .limit(MOST_NAMED)
                .toList());
        return all.stream().filter(longest::contains).toList();
    }

    private static long ran(List<Mounts> runs, String name) {
        return runs.stream()
                .flatMap(run -> run.stays().stream())
                .filter(stay -> stay.goroutine().name().equals(name))
                .mapToLong(Stay::length)
                .sum();
    }

    /** Returns what stands above each run: on how many carriers it was, and which it is if that does not tell. */
    static List<String> headings(List<Mounts> runs) {
        boolean tells = runs.stream().mapToInt(Mounts::carriers).distinct().count() == runs.size();
        return IntStream.range(0, runs.size())
                .mapToObj(i -> (tells ? "" : "Run " + (i + 1) + ", ")
                        + Numbers.many(runs.get(i).carriers(), "carrier"))
                .toList();
    }

    /** Returns how many stays were too short to draw. */
    int hidden() {
        return hidden;
    }

    Sketch build(double top) {
        double y = top;
        List<String> headings = headings(runs);
        for (int i = 0; i < runs.size(); i++) {
            y = run(runs.get(i), headings.get(i), y) + 14;
        }
        double axisY = y - 4;
        sketch.line(left, axisY, right, axisY, House.SOFT, 1);
        sketch.text(axis.title(), PAD, axisY + 19, Type.SOFT);
        for (long tick : axis.ticks()) {
            sketch.line(x(tick), axisY, x(tick), axisY + 5, House.SOFT, 1);
            sketch.centred(axis.label(tick), x(tick), axisY + 19, Type.SOFT, false);
        }
        return sketch.build(WIDTH, legend(axisY + 44) + PAD - 4);
    }

    private double x(long nanos) {
        return left + Math.min(1, (double) nanos / axis.end()) * (right - left);
    }

    /** Draws a run from a height on; returns where it ends. */
    private double run(Mounts run, String heading, double top) {
        sketch.text(heading, PAD, top + 12, HEADING);
        int lanes = Math.min(run.carriers(), MOST_CARRIERS);
        double first = top + 18 + BAR / 2;
        double bottom = first + (lanes - 1) * PITCH + BAR / 2;
        double end = bottom + (exact ? 12 + PLOT : 0);
        for (long tick : axis.ticks()) {
            sketch.line(x(tick), top + 16, x(tick), end, House.GRID, 1);
        }
        for (int carrier = 0; carrier < lanes; carrier++) {
            double y = first + carrier * PITCH;
            sketch.line(left, y, x(run.end()), y, House.BORDER, 1);
            boolean rest = carrier == lanes - 1 && run.carriers() > lanes;
            sketch.text(
                    rest ? "+ " + (run.carriers() - lanes + 1) + " more" : "carrier " + (carrier + 1),
                    PAD + 6,
                    y + 4,
                    Type.SMALL);
            stays(run, carrier, y);
        }
        if (exact) {
            counts(run, end);
        }
        sketch.line(x(run.end()), top + 16, x(run.end()), end, House.INK, 1.4);
        return end;
    }

    private void stays(Mounts run, int carrier, double y) {
        double drawn = left;
        double labelled = left;
        for (Stay stay : run.stays()) {
            if (Math.min(stay.carrier(), MOST_CARRIERS - 1) != carrier) {
                continue;
            }
            double from = Math.max(drawn, x(stay.from()));
            double to = Math.min(right, Math.max(x(stay.to()), from + NARROWEST));
            if ((x(stay.to()) <= drawn && stay.length() > 0) || to - from < NARROWEST / 2) {
                hidden++;
                continue;
            }
            Box box = new Box(from, y - BAR / 2, to - from, BAR);
            sketch.fill(box, 3, pattern(stay.goroutine()), color(stay.goroutine()));
            drawn = to;
            String name = stay.goroutine().name();
            double width = meter.width(name, Type.SMALL);
            if (box.width() > width + 12 && box.x() >= labelled) {
                sketch.centred(name, box.x() + box.width() / 2, y + 4, Type.SMALL, true);
                labelled = box.right();
            }
        }
    }

    private int look(Goroutine goroutine) {
        return named.indexOf(goroutine.name());
    }

    private Color color(Goroutine goroutine) {
        int look = look(goroutine);
        return look < 0 ? House.SLATE : House.SERIES.get(look % House.SERIES.size());
    }

    private Pattern pattern(Goroutine goroutine) {
        int look = look(goroutine);
        return look < 0 ? Pattern.HORIZONTAL : PATTERNS.get(look % PATTERNS.size());
    }

    /** Draws how many could run and were blocked, above a base line. */
    private void counts(Mounts run, double base) {
        int most = Math.max(1, Math.max(run.mostReady(), run.mostBlocked()));
        double unit = (PLOT - 8) / most;
        sketch.line(left, base, x(run.end()), base, House.BORDER, 1);
        sketch.text("goroutines", PAD + 6, base - PLOT / 2 + 8, Type.SOFT);
        write("0", base + 4);
        write(Integer.toString(most), base - most * unit + 4);
        steps(run, base, unit, Counts::blocked, BLOCKED, true);
        steps(run, base, unit, Counts::ready, READY, false);
    }

    private void write(String number, double baseline) {
        sketch.text(number, left - 6 - meter.width(number, Type.SOFT), baseline, Type.SOFT);
    }

    /** Draws a count as steps: of what happened within two pixels, the most. */
    private void steps(Mounts run, double base, double unit, ToIntFunction<Counts> count, Color color, boolean dashed) {
        int pixels = (int) Math.ceil((x(run.end()) - left) / GRAIN);
        int[] most = new int[pixels + 1];
        List<Counts> all = run.counts();
        for (int i = 0; i < all.size(); i++) {
            int from = (int) ((x(all.get(i).at()) - left) / GRAIN);
            int to = (int) ((x(i + 1 < all.size() ? all.get(i + 1).at() : run.end()) - left) / GRAIN);
            for (int pixel = from; pixel <= Math.min(to, pixels); pixel++) {
                most[pixel] = Math.max(most[pixel], count.applyAsInt(all.get(i)));
            }
        }
        double width = dashed ? 1.6 : 2.2;
        double lift = dashed ? 0 : 1; // two counts that are equal are both seen
        int since = 0;
        for (int pixel = 1; pixel <= pixels; pixel++) {
            boolean last = pixel == pixels;
            if (last || most[pixel] != most[since]) {
                double y = base - most[since] * unit - lift;
                double at = Math.min(x(run.end()), left + pixel * GRAIN);
                level(left + since * GRAIN, at, y, color, width, dashed);
                if (!last) {
                    sketch.line(at, y, at, base - most[pixel] * unit - lift, color, width);
                }
                since = pixel;
            }
        }
    }

    private void level(double from, double to, double y, Color color, double width, boolean dashed) {
        if (dashed) {
            sketch.dashes(from, y, to, y, color, width);
        } else {
            sketch.line(from, y, to, y, color, width);
        }
    }

    private double legend(double firstRow) {
        Pen pen = new Pen(firstRow);
        List<Goroutine> shown = new ArrayList<>();
        runs.stream()
                .flatMap(run -> run.goroutines().stream())
                .filter(one -> named.contains(one.name()))
                .filter(one -> shown.stream().noneMatch(other -> other.name().equals(one.name())))
                .forEach(shown::add);
        for (Goroutine goroutine : shown) {
            Box box = pen.next(meter.fit(goroutine.name(), Type.SMALL, 150));
            sketch.fill(box, 3, pattern(goroutine), color(goroutine));
        }
        long others = runs.stream()
                        .flatMap(run -> run.goroutines().stream())
                        .map(Goroutine::name)
                        .distinct()
                        .count()
                - named.size();
        if (others > 0) {
            sketch.fill(pen.next("+ " + others + " more"), 3, Pattern.HORIZONTAL, House.SLATE);
        }
        if (exact) {
            pen.newRow();
            Box ready = pen.next("could run, and waited for a carrier");
            sketch.line(ready.x(), middle(ready), ready.right(), middle(ready), READY, 2.2);
            Box blocked = pen.next("blocked or asleep");
            sketch.dashes(blocked.x(), middle(blocked), blocked.right(), middle(blocked), BLOCKED, 1.6);
            Box end = pen.next("end of the run");
            sketch.line(end.x() + 9, end.y() - 2, end.x() + 9, end.bottom() + 2, House.INK, 1.4);
        }
        return pen.y;
    }

    private static double middle(Box box) {
        return box.y() + box.height() / 2;
    }

    /** Where the next entry of the legend goes. */
    private final class Pen {
        private double x = PAD;
        private double y;

        Pen(double y) {
            this.y = y;
        }

        void newRow() {
            x = PAD;
            y += ROW;
        }

        Box next(String text) {
            double width = 24 + meter.width(text, Type.SMALL);
            if (x + width > WIDTH - PAD) {
                newRow();
            }
            Box box = new Box(x, y - 9, 18, 10);
            sketch.text(text, x + 24, y, Type.SMALL);
            x += width + 16;
            return box;
        }
    }
}

package rendezvous.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import rendezvous.chan.Chan;
import rendezvous.runtime.Event;
import rendezvous.trace.Trace;

/**
 * How full things were over time, such as buffers and queues, drawn as steps.
 *
 * <p>{@link #of(Trace)} knows the depth of each buffered channel exactly, from the events of the run. What is not a channel
 * of the library can be looked at again and again with {@link Watch}.
 *
 * {@snippet :
 * Trace trace = Trace.of(() -> {
 *     Chan<Integer> box = Chan.named("box", 3);
 *     for (int i = 0; i < 3; i++) {
 *         box.send(i);
 *     }
 *     box.receive();
 * });
 * Levels levels = Levels.of(trace);
 * println(levels.most("box") + ", then " + levels.last("box"));   // Output: 3.0, then 2.0
 * Figure figure = levels.chart("A box fills", "values");
 * }
 */
public final class Levels {
    private final Map<String, Steps> series;
    private final long end;
    private final String source;

    Levels(Map<String, Steps> series, long end, String source) {
        this.series = series;
        this.end = end;
        this.source = source;
    }

    /**
     * Reads how many values each buffered channel held, from the events of a run. A value that went from hand to hand was
     * in no buffer.
     *
     * @throws IllegalArgumentException if the run used no buffered channel, or its events are not all known
     */
    public static Levels of(Trace trace) {
        if (trace.dropped() > 0) {
            throw new IllegalArgumentException("levels of a trace: got one that lost "
                    + Numbers.many(trace.dropped(), "event") + ", want all; trace a shorter run");
        }
        Map<Chan<?>, Buffer> buffers = new LinkedHashMap<>();
        for (Event event : trace.events()) {
            if (event.subject() instanceof Chan<?> ch && ch.cap() > 0) {
                buffers.computeIfAbsent(ch, any -> new Buffer(trace.startNanos()))
                        .on(event);
            }
        }
        Map<String, Steps> series = new LinkedHashMap<>();
        buffers.forEach((ch, buffer) -> {
            buffer.end();
            if (!buffer.steps.isEmpty()) {
                series.put(name(ch, series.keySet()), buffer.steps);
            }
        });
        if (series.isEmpty()) {
            throw new IllegalArgumentException(
                    "levels of a trace: got a run in which no value went through a buffer; make one with Chan.make(n)");
        }
        return new Levels(series, trace.duration().toNanos(), "From each send and receive of the run.");
    }

    /** A channel's buffer, as its events tell of it. */
    private static final class Buffer {
        private final Steps steps = new Steps();
        private final long start;
        private int held;
        private @Nullable Event last; // a send to somebody, of which the next event tells whether it went by the buffer

        Buffer(long start) {
            this.start = start;
        }

        void on(Event event) {
            Event send = last;
            last = null;
            if (send != null && handedOver(send, event)) {
                return;
            }
            if (send != null) {
                change(send, 1);
            }
            if (event.kind() == Event.Kind.SEND && event.peer() != null) {
                last = event;
            } else if (event.kind() == Event.Kind.SEND) {
                change(event, 1);
            } else if (event.kind() == Event.Kind.RECEIVE && event.value() != null) {
                change(event, -1);
            }
        }

        void end() {
            if (last != null) {
                change(last, 1);
            }
        }

        private void change(Event event, int by) {
            if (steps.isEmpty()) {
                steps.add(0, 0);
            }
            held += by;
            steps.add(Math.max(0, event.nanos() - start), held);
        }

        /** A receiver that waited takes the value from its sender's hand: each is the other's peer. */
        @SuppressWarnings("ReferenceEquality") // the very goroutines
        private static boolean handedOver(Event send, Event next) {
            return next.kind() == Event.Kind.RECEIVE
                    && next.goroutine() == send.peer()
                    && next.peer() == send.goroutine();
        }
    }

    /** Names a channel as nobody before it is named. */
    private static String name(Chan<?> ch, Set<String> taken) {
        String name = ch.name().orElse("channel");
        int number = 1;
        String unique = name;
        while (taken.contains(unique)) {
            number++;
            unique = name + " " + number;
        }
        return unique;
    }

    /** Returns the highest level there was. */
    public double most(String name) {
        return steps(name).most();
    }

    /** Returns the level at the end. */
    public double last(String name) {
        return steps(name).last();
    }

    /** Returns the mean level over time. */
    public double mean(String name) {
        return steps(name).mean(end);
    }

    private Steps steps(String name) {
        Steps steps = series.get(name);
        if (steps == null) {
            throw new IllegalArgumentException("levels of \"" + name + "\": got none; there are " + series.keySet());
        }
        return steps;
    }

    /**
     * Draws the levels over time.
     *
     * @param title a few words
     * @param measure what is counted, such as "values in the buffer"
     * @throws IllegalStateException if there are more than can be told apart
     */
    public Figure chart(String title, String measure) {
        if (series.size() > Lines.MOST) {
            throw new IllegalStateException("chart \"" + title + "\": got " + series.size() + " levels "
                    + series.keySet() + ", want at most " + Lines.MOST + ": no more can be told apart");
        }
        TimeAxis axis = TimeAxis.upTo(end);
        List<Swatch.Key> keys = new ArrayList<>();
        for (String name : series.keySet()) {
            int number = keys.size();
            keys.add(Swatch.Key.line(name, Swatch.plain(HouseTheme.line(number), HouseTheme.color(number))));
        }
        Head head = Head.of(title, keys, Lines.WIDTH, TextMeter.REAL);
        String caption = caption(measure);
        return new ChartFigure(
                title,
                caption,
                "Chart of levels, " + measure + " over " + Numbers.duration(end) + ", "
                        + Numbers.many(series.size(), "line") + " of steps. " + caption,
                table(axis) + caption,
                Lines.WIDTH,
                head.height() + 300,
                head.height(),
                0,
                head.painter(),
                plot(axis, measure));
    }

    private XYChart plot(TimeAxis axis, String measure) {
        double largest = series.values().stream().mapToDouble(Steps::most).max().orElse(1);
        Scale scale = Scale.of(largest);
        Plot plot = new Plot(axis.title(), scale.name(measure), 300);
        double perUnit = axis.perUnit();
        plot.styler().setYAxisMin(0.0).setYAxisMax(Math.max(1, largest) / scale.factor());
        plot.styler().setXAxisMin(0.0).setXAxisMax(end / perUnit);
        plot.styler().setYAxisTickMarkSpacingHint((int) Math.max(38, 190 / Math.max(1, largest))); // no half values
        plot.noRuler(end / perUnit, Math.max(1, largest) / scale.factor());
        int number = 0;
        for (Steps steps : series.values()) {
            double[][] points = steps.drawn(end);
            double[] x = Arrays.stream(points[0]).map(at -> at / perUnit).toArray();
            double[] y = Arrays.stream(points[1])
                    .map(level -> level / scale.factor())
                    .toArray();
            plot.line(x, y, HouseTheme.line(number), HouseTheme.color(number), SeriesMarkers.NONE)
                    .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Step);
            number++;
        }
        return plot.chart();
    }

    private String caption(String measure) {
        List<String> parts = new ArrayList<>();
        series.forEach(
                (name, steps) -> parts.add("`" + name + "`: at most " + Numbers.count(steps.most()) + ", on average "
                        + Numbers.digits(steps.mean(end), 2) + ", " + Numbers.count(steps.last()) + " at the end."));
        return Lines.upper(measure) + " over " + Numbers.duration(end) + ". " + String.join(" ", parts) + " " + source
                + " " + Machine.words() + ".";
    }

    /** A row for each tick of the axis. */
    private Table table(TimeAxis axis) {
        List<String> heads = new ArrayList<>(List.of(axis.title()));
        heads.addAll(series.keySet());
        Table table = new Table(heads.toArray(String[]::new));
        for (long tick : axis.ticks()) {
            List<String> cells = new ArrayList<>(List.of(axis.label(tick)));
            series.values().forEach(steps -> cells.add(Numbers.digits(steps.at(tick), 3)));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    /** Returns the levels' highest, mean and last in a sentence each. */
    @Override
    public String toString() {
        return caption("levels");
    }
}

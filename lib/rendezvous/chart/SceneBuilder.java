package rendezvous.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import rendezvous.chart.History.Fate;
import rendezvous.chart.History.Life;
import rendezvous.chart.History.Span;
import rendezvous.chart.Scene.Hidden;
import rendezvous.chart.Scene.Lane;
import rendezvous.chart.Scene.Link;
import rendezvous.chart.Scene.Mark;
import rendezvous.chart.Scene.Sample;
import rendezvous.chart.Scene.Segment;
import rendezvous.chart.Scene.Word;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Trace;

/** Lays a run out as a {@link Scene}. */
final class SceneBuilder {
    static final int WIDTH = 760;
    static final double PAD = 18;
    static final double RUN_HEIGHT = 18;
    static final double WAIT_HEIGHT = 12;

    private static final double NARROWEST = 2; // a state shorter than this is drawn this wide
    private static final double WIDEST_NAME = 150;
    private static final double KEY_WIDTH = 18;
    private static final double ROW = 20;

    private final History history;
    private final TextMeter meter;
    private final Lanes lanes;
    private final List<Word> words = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final double pitch;
    private final double top;
    private final boolean cut;
    private final TimeAxis axis;
    private final double left;
    private final double right;
    private final double farthest; // for signs
    private int hiddenStates;

    private SceneBuilder(History history, boolean titled, TextMeter meter) {
        this.history = history;
        this.meter = meter;
        this.lanes = Lanes.of(history.lives(), history.racing());
        this.pitch = lanes.count() <= 6 ? 48 : 38;
        boolean loops = history.transfers().stream().anyMatch(one -> lane(one.from()) == 0 && lane(one.to()) == 0);
        double above = loops ? 28 : Signs.areLabelled(history) ? 14 : 0; // room for labels over the first lane
        this.top = PAD + (titled ? 24 : 0) + RUN_HEIGHT / 2 + above;
        this.cut = cut(history);
        // Where nothing happens any more, waiting on and on, a third of the rest's length tells as much.
        long end = cut ? history.quiet() * 4 / 3 + 1 : history.end();
        this.axis = TimeAxis.of(history.unit(), end);
        double names = IntStream.range(0, lanes.count())
                .mapToDouble(i -> meter.width(lanes.name(i), Type.TEXT))
                .max()
                .orElse(0);
        this.left = Math.round(PAD + Math.max(meter.width(axis.title(), Type.SOFT), Math.min(WIDEST_NAME, names)) + 22);
        boolean edge = history.lives().stream().anyMatch(life -> !edgeWord(life).isEmpty());
        this.right = WIDTH - PAD - (edge || cut ? 58 : 14);
        this.farthest = edge || cut ? right : right + 4; // where no word stands there is room for one more
    }

    static Scene build(History history, boolean titled, TextMeter meter) {
        return new SceneBuilder(history, titled, meter).build();
    }

    private static boolean cut(History history) {
        boolean waits = history.lives().stream().anyMatch(Life::isWaiting);
        return waits && history.end() - history.quiet() > 0.6 * history.end();
    }

    private Scene build() {
        double axisY = y(lanes.count() - 1) + pitch / 2 + 6;
        Labels labels = new Labels(meter, new Box(left, PAD / 2, WIDTH - PAD / 2 - left, axisY - PAD / 2));
        List<Lane> rows = new ArrayList<>();
        for (int lane = 0; lane < lanes.count(); lane++) {
            rows.add(lane(lane));
            segments(lane, labels);
        }
        Signs signs = new Signs(lanes, this::x, pitch);
        signs.lay(history.moments(), top, farthest);
        signs.avoid(labels);
        lanes.shown().forEach(life -> mark(life, labels));
        markFolded();
        Arrows arrows = new Arrows(history, lanes, this::x, this::y, pitch);
        arrows.lay();
        Arrows.Labelled labelled = arrows.label(labels, meter);
        words.addAll(labelled.words());
        int unsaid = signs.label(labels, meter, words);
        ticks(axisY);
        double bottom = legend(axisY + 44, arrows.links(), signs.kinds());
        return new Scene(
                WIDTH,
                (int) Math.ceil(bottom + PAD - 6),
                left,
                right,
                List.copyOf(rows),
                List.copyOf(segments),
                arrows.all(),
                List.copyOf(marks),
                signs.all(),
                List.copyOf(words),
                axis.ticks().stream().map(this::x).toList(),
                axisY,
                cut,
                List.copyOf(samples),
                new Hidden(hidden(), labelled.dropped() + unsaid, arrows.bundled(), arrows.within()));
    }

    private int lane(Goroutine goroutine) {
        return lanes.byGoroutine().getOrDefault(goroutine, -1);
    }

    private double y(int lane) {
        return top + lane * pitch;
    }

    private double x(long nanos) {
        return left + Math.min(1, (double) nanos / axis.end()) * (right - left);
    }

    /** Returns how many states are not drawn; none if they are too few to change the picture. */
    private int hidden() {
        return hiddenStates * 10 < segments.size() ? 0 : hiddenStates;
    }

    private Lane lane(int lane) {
        String name = meter.fit(lanes.name(lane), Type.TEXT, left - PAD - 12);
        boolean several = lane >= lanes.shown().size();
        write(name, PAD, y(lane) + House.TEXT * 0.36, Type.TEXT);
        return new Lane(name, several ? lanes.folded().size() : 1, y(lane));
    }

    /** Lays the states of a lane side by side; each as wide as it was long, but wide enough to be seen. */
    private void segments(int lane, Labels labels) {
        double drawn = left;
        for (Span span : lanes.spans(lane)) {
            if (takesNoTime(span)) {
                continue;
            }
            double from = Math.max(drawn, x(span.from()));
            double to = Math.min(right, Math.max(x(span.to()), from + NARROWEST));
            boolean covered = x(span.to()) <= drawn && span.length() > 0;
            if (covered || to - from < NARROWEST / 2) {
                hiddenStates += span.length() > 0 ? 1 : 0;
                continue;
            }
            double height = span.state() == State.RUNS ? RUN_HEIGHT : WAIT_HEIGHT;
            Box box = new Box(from, y(lane) - height / 2, to - from, height);
            segments.add(new Segment(lane, span.state(), box));
            labels.avoid(box);
            drawn = to;
        }
    }

    /** On a virtual clock running takes no time: drawn, it would be as wide as what took some. */
    private boolean takesNoTime(Span span) {
        boolean runs = span.state() == State.RUNS || span.state() == State.READY;
        return history.unit() == Trace.Unit.VIRTUAL && runs && span.length() == 0;
    }

    private void mark(Life life, Labels labels) {
        int lane = lane(life.goroutine());
        double end = x(life.to());
        double drawn = segments.stream()
                .filter(segment -> segment.lane() == lane)
                .mapToDouble(segment -> segment.box().right())
                .max()
                .orElse(end);
        double x = Math.max(end, drawn);
        switch (life.fate()) {
            case ENDED -> marks.add(new Mark(lane, life.fate(), x, y(lane)));
            case PANICKED, INTERRUPTED -> {
                Mark mark = new Mark(lane, life.fate(), x + 7, y(lane));
                marks.add(mark);
                labels.avoid(new Box(x, y(lane) - 7, 14, 14));
                String what = life.thrown() == null
                        ? "panic"
                        : life.thrown().getClass().getSimpleName();
                labels.place(
                                life.fate() == Fate.INTERRUPTED ? "interrupted" : what,
                                Type.BAD,
                                List.of(
                                        new Labels.Wish(x + 17, y(lane), false),
                                        new Labels.Wish(x + 6, y(lane) - pitch / 2 + 3, true),
                                        new Labels.Wish(x + 6, y(lane) + pitch / 2 - 3, true)))
                        .ifPresent(words::add);
            }
            case STUCK, WAITING, STILL_RUNNING -> {
                marks.add(new Mark(lane, life.fate(), right, y(lane)));
                Type type = life.fate() == Fate.STUCK ? Type.BAD : Type.SOFT;
                write(edgeWord(life), right + 12, y(lane) + House.SMALL * 0.36, type);
            }
            case UNKNOWN -> {}
        }
    }

    private void markFolded() {
        List<Life> waiting = lanes.folded().stream().filter(Life::isWaiting).toList();
        if (!waiting.isEmpty()) {
            Fate fate = waiting.getFirst().fate(); // all have the same: there is hope for all or for none
            boolean stuck = fate == Fate.STUCK;
            int lane = lanes.shown().size();
            marks.add(new Mark(lane, fate, right, y(lane)));
            String words = waiting.size() + (stuck ? " stuck" : " wait");
            write(words, right + 12, y(lane) + House.SMALL * 0.36, stuck ? Type.BAD : Type.SOFT);
        }
    }

    private static String edgeWord(Life life) {
        return switch (life.fate()) {
            case STUCK -> "stuck";
            case WAITING -> life.last().state() == State.SLEEPS ? "asleep" : "waits";
            case STILL_RUNNING -> life.last().state() == State.READY ? "could run" : "runs on";
            case ENDED, PANICKED, INTERRUPTED, UNKNOWN -> "";
        };
    }

    private void ticks(double axisY) {
        double baseline = axisY + 19;
        write(axis.title(), PAD, baseline, Type.SOFT);
        for (long tick : axis.ticks()) {
            String label = axis.label(tick);
            write(label, x(tick) - meter.width(label, Type.SOFT) / 2, baseline, Type.SOFT);
        }
        if (cut) {
            String label = history.length();
            write(label, WIDTH - PAD - meter.width(label, Type.SOFT), baseline, Type.SOFT);
        }
    }

    /** Explains what occurs, and only that; returns where it ends. */
    private double legend(double firstRow, Set<Link> links, Set<History.Sign> signs) {
        Set<State> states = EnumSet.noneOf(State.class);
        segments.forEach(segment -> states.add(segment.state()));
        Pen pen = new Pen(PAD, firstRow);
        for (State state : states) {
            Box box = explain(pen, state.words(), state == State.RUNS ? 12 : 10);
            samples.add(new Sample.OfState(state, box));
        }
        for (Link link : links) {
            Box box = explain(pen, words(link), 10);
            samples.add(new Sample.OfLink(link, box));
        }
        for (History.Sign sign : signs) {
            Box box = explain(pen, words(sign), 10);
            samples.add(new Sample.OfSign(sign, box));
        }
        return pen.y;
    }

    private static String words(Link link) {
        return switch (link) {
            case HAND_OFF -> "passes a value";
            case START -> "starts";
            case CANCEL -> "ends a wait by its context";
            case RACE -> "neither comes first";
        };
    }

    private static String words(History.Sign sign) {
        return switch (sign) {
            case SELECTS -> "what a select chose";
            case CANCELS -> "cancels a context";
            case EXPIRED -> "its context's time is over";
            case CLOSES -> "closes a channel";
            case RACES -> "an access in a race";
        };
    }

    /** Where the next entry of the legend goes. */
    private static final class Pen {
        private double x;
        private double y;

        Pen(double x, double y) {
            this.x = x;
            this.y = y;
        }
    }

    private Box explain(Pen pen, String text, double height) {
        double width = KEY_WIDTH + 6 + meter.width(text, Type.SMALL);
        if (pen.x + width > WIDTH - PAD) {
            pen.x = PAD;
            pen.y += ROW;
        }
        Box box = new Box(pen.x, pen.y - 4 - height / 2, KEY_WIDTH, height);
        write(text, pen.x + KEY_WIDTH + 6, pen.y, Type.SMALL);
        pen.x += width + 16;
        return box;
    }

    private void write(String text, double x, double baseline, Type type) {
        Box box = new Box(x, baseline - type.size(), meter.width(text, type), type.size() * 1.25);
        words.add(new Word(text, x, baseline, type, box, false));
    }
}

package rendezvous.chart;

import java.awt.image.BufferedImage;
import rendezvous.lab.Failure;
import rendezvous.lab.Run;
import rendezvous.runtime.Body;
import rendezvous.trace.Trace;

/**
 * What goroutines did, drawn as lanes over time: states by colour and pattern, hand-offs and starts as arrows.
 *
 * <p>Time is linear, in real units. A state too short to be seen is drawn two pixels wide. Where a run ends with a long
 * wait in which nothing happens, the axis is cut, and shows that. More than twelve goroutines are folded: those that
 * panicked or got stuck keep a lane of their own before others do. The same trace always gives the same picture.
 *
 * {@snippet :
 * Trace trace = Trace.of(() -> {
 *     Chan<Integer> ch = Chan.make();
 *     go("sender", () -> ch.send(1));
 *     ch.receive();
 * });
 * Timeline timeline = Timeline.of("A hand-off", trace);
 * println(timeline.title());                       // Output: A hand-off
 * println(timeline.alt().contains("sender"));      // Output: true
 * }
 */
public final class Timeline implements Figure {
    private static final int LONGEST_MESSAGE = 60; // of a panic, in a title

    private final String title;
    private final Scene scene;
    private final String caption;
    private final String alt;
    private final String text;

    private Timeline(String title, Recording recording, TextMeter meter) {
        History history = History.of(recording);
        if (history.lives().isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing to draw: the trace has no goroutines; make one by Trace.of(() -> { … })");
        }
        this.title = title;
        this.scene = SceneBuilder.build(history, !title.isEmpty(), meter);
        TimelineWords words = new TimelineWords(history, scene.hidden());
        this.caption = words.caption();
        this.alt = words.alt();
        this.text = words.text();
    }

    /**
     * Draws a trace.
     *
     * @param trace what to draw
     */
    public static Timeline of(Trace trace) {
        return of("", trace);
    }

    /**
     * Draws a trace under a title.
     *
     * @param title a few words
     * @param trace what to draw
     */
    public static Timeline of(String title, Trace trace) {
        return of(title, Recording.of(trace), TextMeter.REAL);
    }

    /**
     * Draws a run of the lab by its steps, under what went wrong in it.
     *
     * @param run what to draw
     */
    public static Timeline of(Run run) {
        return of(run.failure().map(failure -> title(run, failure)).orElse("A run that went well"), run.steps());
    }

    /** Returns what went wrong in a line; a goroutine's name that begins it stays as it is. */
    private static String title(Run run, Failure failure) {
        String line = failure.kind() == Failure.Kind.PANIC ? panic(failure) : failure.headline();
        boolean named = run.steps().goroutines().stream().anyMatch(one -> line.startsWith(one.name() + " "));
        return named ? line : Lines.upper(line);
    }

    /** Returns "producer panicked: send on closed channel": the type and the rest of a long message stand below. */
    private static String panic(Failure failure) {
        String line = failure.headline();
        String panicked = " panicked: ";
        int from = line.indexOf(panicked);
        if (failure.thrown() == null || from < 0) {
            return line;
        }
        from += panicked.length();
        String message = line.substring(from);
        String type = failure.thrown().getClass().getSimpleName() + ": ";
        String said = message.startsWith(type) ? message.substring(type.length()) : message;
        return line.substring(0, from) + (said.length() > LONGEST_MESSAGE ? said.split(": | \\(|; ", 2)[0] : said);
    }

    /**
     * Runs the block as {@link Trace#of(Body)} does, and draws what it did.
     *
     * @param body the block
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     */
    public static Timeline record(Body body) throws InterruptedException {
        return of(Trace.of(body));
    }

    static Timeline of(String title, Recording recording, TextMeter meter) {
        return new Timeline(title, recording, meter);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public String alt() {
        return alt;
    }

    @Override
    public BufferedImage image(double scale) {
        return Panel.image(width(), height(), scale, graphics -> {
            Canvas canvas = new Java2dCanvas(graphics);
            if (!title.isEmpty()) {
                double room = width() - 2 * SceneBuilder.PAD;
                canvas.text(
                        TextMeter.REAL.fit(title.replace("`", ""), Type.TITLE, room), SceneBuilder.PAD, 28, Type.TITLE);
            }
            new ScenePainter(canvas).paint(scene);
        });
    }

    @Override
    public int width() {
        return scene.width();
    }

    @Override
    public int height() {
        return scene.height();
    }

    @Override
    public String text() {
        return text;
    }

    Scene scene() {
        return scene;
    }

    /** Returns the text rendering. */
    @Override
    public String toString() {
        return text;
    }
}

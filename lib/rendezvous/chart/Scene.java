package rendezvous.chart;

import java.util.List;

/**
 * A timeline laid out: where everything is, in pixels of the page. It is a pure function of the events and the widths of
 * texts; painting adds nothing to it.
 *
 * @param width of the picture
 * @param height of the picture
 * @param left where time begins
 * @param right where the axis ends
 * @param lanes from top to bottom
 * @param segments in order of lanes, then of time
 * @param arrows values handed over, and goroutines started
 * @param marks ends of lives
 * @param signs what happened at one moment
 * @param words all text but the title: names of lanes, labels of arrows and marks, the axis, the legend
 * @param ticks of the axis
 * @param axisY where the axis is
 * @param cut whether the axis was cut because nothing happened any more
 * @param samples samples of the legend
 * @param hidden what did not fit
 */
record Scene(
        int width,
        int height,
        double left,
        double right,
        List<Lane> lanes,
        List<Segment> segments,
        List<Arrow> arrows,
        List<Mark> marks,
        List<Sign> signs,
        List<Word> words,
        List<Double> ticks,
        double axisY,
        boolean cut,
        List<Sample> samples,
        Hidden hidden) {

    /** A lane: a goroutine, or the last several. */
    record Lane(String name, int goroutines, double y) {}

    /** A state for a while. */
    record Segment(int lane, State state, Box box) {}

    /** What an arrow stands for. */
    enum Link {
        HAND_OFF,
        START,
        /** A wait was ended by the end of a context. */
        CANCEL,
        /** Two accesses race. */
        RACE
    }

    /** An arrow from one lane to another, or a loop over one lane; it can stand for several that are too close. */
    record Arrow(Link link, int from, int to, double x1, double y1, double x2, double y2, int count) {
        boolean loop() {
            return from == to;
        }
    }

    /** How a life ended. */
    record Mark(int lane, History.Fate fate, double x, double y) {}

    /** Something that happened at one moment; it can stand for several that are too close. */
    record Sign(int lane, History.Sign sign, double x, double y, int count) {}

    /** A piece of text; a label stands on a patch of its own, so that lines of the grid do not run through it. */
    record Word(String text, double x, double baseline, Type type, Box box, boolean label) {}

    /** A sample of the legend. */
    sealed interface Sample {
        Box box();

        record OfState(State state, Box box) implements Sample {}

        record OfLink(Link link, Box box) implements Sample {}

        record OfSign(History.Sign sign, Box box) implements Sample {}
    }

    /** What did not fit: how many states, labels and arrows are not drawn by themselves. */
    record Hidden(int states, int labels, int bundled, int within) {}
}

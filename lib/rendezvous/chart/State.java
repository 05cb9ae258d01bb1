package rendezvous.chart;

import java.awt.Color;
import rendezvous.runtime.Wait;

/** What a goroutine is doing, as a timeline shows it. */
enum State {
    RUNS("runs", House.GREEN, Pattern.SOLID),
    READY("could run", House.GREEN, Pattern.EMPTY),
    SENDS("waits to send", House.ORANGE, Pattern.RISING),
    RECEIVES("waits to receive", House.BLUE, Pattern.FALLING),
    SELECTS("waits in a select", House.BLUE, Pattern.ZIGZAG),
    LOCKS("waits for a lock", House.BROWN, Pattern.SQUARES),
    AWAITS("waits for others", House.PURPLE, Pattern.DASHES),
    SLEEPS("sleeps", House.SLATE, Pattern.DOTS),
    JOINS("waits for a goroutine", House.PURPLE, Pattern.VERTICAL),
    NEVER("waits for ever", House.BAD, Pattern.CROSSED),
    /** Known only where the scheduler is ours. */
    ELSEWHERE("waits in the JDK", House.SLATE, Pattern.RINGS),
    /** Only in the lane that stands for several goroutines. */
    SEVERAL("several, none runs", House.BROWN, Pattern.HORIZONTAL);

    private final String words;
    private final Color color;
    private final Pattern pattern;

    State(String words, Color color, Pattern pattern) {
        this.words = words;
        this.color = color;
        this.pattern = pattern;
    }

    static State of(Wait wait) {
        return switch (wait) {
            case SEND -> SENDS;
            case RECEIVE -> RECEIVES;
            case SELECT -> SELECTS;
            case LOCK, READ_LOCK, SEMAPHORE -> LOCKS;
            case CLOSE, COND, GROUP, ONCE -> AWAITS;
            case SLEEP -> SLEEPS;
            case JOIN -> JOINS;
            case NEVER -> NEVER;
        };
    }

    /** Returns the words of the legend, which follow a goroutine's name. */
    String words() {
        return words;
    }

    Color color() {
        return color;
    }

    Pattern pattern() {
        return pattern;
    }
}

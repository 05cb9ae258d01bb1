package rendezvous.course.c07.countdown;

import rendezvous.chan.ReceiveChan;

/** Counts down. */
public interface Countdown {
    /**
     * Returns at once a channel that brings {@code from}, and the numbers below it down to 1, and is closed then. When it
     * is closed no goroutine is left.
     *
     * @param from where to begin; if it is 0 or less the channel is closed and brings nothing
     */
    ReceiveChan<Integer> from(int from);
}

package rendezvous.course.c17.numbers;

import java.time.Duration;
import rendezvous.chan.ReceiveChan;
import rendezvous.context.Context;

/** A source of numbers that ends in time. */
public interface Numbers {
    /**
     * Returns at once, with a channel on which the numbers 0, 1, 2 and so on can be received until the context is done.
     *
     * <p>0 is offered at once. When a number has been received, the next one is offered after the pause: not before, and
     * not later. When the context is done, then the source ends within a millisecond, whatever it does at that
     * moment, whether or not somebody receives: it closes the channel, and its goroutine is gone. A number that is offered
     * at that very moment may still be received.
     *
     * @param ctx until when there are numbers
     * @param pause how long after one number was received the next one is offered; more than zero
     * @return an unbuffered channel
     */
    ReceiveChan<Integer> start(Context ctx, Duration pause);
}

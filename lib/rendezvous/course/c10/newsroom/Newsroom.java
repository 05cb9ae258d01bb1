package rendezvous.course.c10.newsroom;

import java.time.Duration;
import java.util.List;
import rendezvous.chan.ReceiveChan;

/** Gathers what reporters find out, until it is time to print. */
public interface Newsroom {
    /**
     * Sends all reporters out at the same time, each in a goroutine of its own, and returns at once a channel that brings
     * what each has found, as soon as it has.
     *
     * <p>The channel is closed when all have come back, or at the deadline, whichever is first, and at once. What a reporter
     * brings after that is lost. What one brings at the very moment of the deadline may be lost or not. Nobody panics. When all
     * reporters have come back no goroutine is left, whether or not anybody has received.
     *
     * @param reporters whom to send out, each once; may be empty
     * @param deadline how long to wait for them, counted from the call
     */
    ReceiveChan<String> open(List<Reporter> reporters, Duration deadline);

    /** Somebody who finds something out. */
    interface Reporter {
        /**
         * Finds it out, which takes a while.
         *
         * @throws InterruptedException if interrupted meanwhile
         */
        String find() throws InterruptedException;
    }
}

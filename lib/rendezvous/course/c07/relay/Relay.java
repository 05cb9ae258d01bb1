package rendezvous.course.c07.relay;

import rendezvous.chan.ReceiveChan;
import rendezvous.chan.SendChan;

/** Passes on what comes. */
public interface Relay {
    /**
     * Receives every value from {@code in} and sends it on {@code out}, in order and unchanged, until {@code in} is closed and
     * drained. Then it closes {@code out} and returns. An empty text is a value like any other.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException;
}

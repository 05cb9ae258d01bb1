package rendezvous.course.c09.junction;

import rendezvous.chan.ReceiveChan;
import rendezvous.chan.SendChan;

/** Where two tracks become one. */
public interface Junction {
    /**
     * Passes on to {@code out} every train that comes on one of the two tracks, whichever comes. A train that has come in
     * leaves before the next comes in. When one track is closed and drained, it goes on with the other; when both are, it
     * closes {@code out} and returns.
     *
     * <p>It starts no goroutine: all is done in the one that calls.
     *
     * @param left a track
     * @param right the other track
     * @param out nobody else sends there
     * @throws InterruptedException if interrupted while waiting
     */
    void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out) throws InterruptedException;
}

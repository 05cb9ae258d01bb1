package rendezvous.course.c08.till;

import rendezvous.chan.ReceiveChan;

/** A till in a shop. */
public interface Till {
    /**
     * Adds up all amounts that come, until the channel is closed, and returns the sum.
     *
     * @param amounts in cents; 0 is one, and below 0 is money given back; may be closed before any has come, and then the sum
     *     is 0
     * @throws InterruptedException if interrupted while waiting
     */
    int total(ReceiveChan<Integer> amounts) throws InterruptedException;
}

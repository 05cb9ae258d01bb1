package rendezvous.course.c08.copyists;

import rendezvous.chan.ReceiveChan;

/** A room in which scribes copy pages. */
public interface Copyists {
    /**
     * Returns at once a channel that brings the copy of every page, each once, in any order.
     *
     * <p>A page is copied by {@code hand.copy(page)}. As many of these calls are on at the same time as there are scribes, while
     * there are pages for as many, and never more. A scribe who is free takes the next page. The channel is closed when
     * {@code pages} is closed and the last copy was received. Then no goroutine is left.
     *
     * @param pages what to copy; somebody else sends and closes; may be closed before any has come
     * @param scribes how many; 1 or more
     * @param hand how to copy
     */
    ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand);

    /** How a page is copied. */
    interface Hand {
        /**
         * Copies a page, which takes a while.
         *
         * @throws InterruptedException if interrupted while it copies
         */
        String copy(String page) throws InterruptedException;
    }
}

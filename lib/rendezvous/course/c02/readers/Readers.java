package rendezvous.course.c02.readers;

import java.util.List;

/** Reads pages. */
public interface Readers {
    /**
     * Reads all pages at the same time, each once and in a goroutine of its own, and returns their texts.
     *
     * @param pages what to read; may be empty
     * @return the texts, in the order of the pages
     * @throws InterruptedException if interrupted while waiting
     */
    List<String> readAll(List<Page> pages) throws InterruptedException;

    /** A page to read. */
    interface Page {
        /**
         * Reads it, which takes a while.
         *
         * @throws InterruptedException if interrupted meanwhile
         */
        String read() throws InterruptedException;
    }
}

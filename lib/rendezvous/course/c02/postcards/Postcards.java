package rendezvous.course.c02.postcards;

import java.util.List;

/** Sends postcards home. */
public interface Postcards {
    /**
     * Writes all cards at the same time, each once and in a goroutine of its own, and returns when the last is written.
     *
     * @param cards what to write; if there are none it returns at once
     * @throws InterruptedException if interrupted while waiting
     */
    void writeAll(List<Card> cards) throws InterruptedException;

    /** A card to write. */
    interface Card {
        /**
         * Writes it, which takes a while.
         *
         * @throws InterruptedException if interrupted meanwhile
         */
        void write() throws InterruptedException;
    }
}

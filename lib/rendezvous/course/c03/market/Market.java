package rendezvous.course.c03.market;

import java.util.List;

/** A market that is built up in the morning. */
public interface Market {
    /**
     * Sets up all stalls at the same time, each once and in a goroutine of its own, and returns when the last one stands,
     * not before. When it has returned, no goroutine of its own is left.
     *
     * @param stalls what to set up; may be empty, and then it returns at once
     * @throws InterruptedException if interrupted while waiting
     */
    void build(List<Stall> stalls) throws InterruptedException;

    /** A stall. */
    interface Stall {
        /**
         * Sets it up, which takes a while.
         *
         * @throws InterruptedException if interrupted meanwhile
         */
        void setUp() throws InterruptedException;
    }
}

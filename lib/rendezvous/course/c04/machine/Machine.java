package rendezvous.course.c04.machine;

import java.util.List;

/** A scheduler with several carriers, each of which is a goroutine. */
public interface Machine {
    /**
     * Lets the fibers take turns on the carriers, and returns when all have ended.
     *
     * <p>They stand in a queue, at first in the order of the list. A carrier that is free takes the one at the head and lets it
     * do one step. If the fiber wants to go on it goes to the end of the queue. Never more than {@code carriers} steps are done
     * at the same time, never two of the same fiber, and no carrier is free while a fiber waits in the queue. When this has
     * returned no carrier is left.
     *
     * @param carriers how many; 1 or more
     * @param fibers who takes turns; may be empty; the list is left as it was
     * @throws InterruptedException if interrupted while waiting
     */
    void run(int carriers, List<Fiber> fibers) throws InterruptedException;

    /** Something that is done step by step. */
    interface Fiber {
        /**
         * Does one step, which may take a while.
         *
         * @return whether it wants to go on; after {@code false} this must not be called again
         * @throws InterruptedException if interrupted meanwhile
         */
        boolean step() throws InterruptedException;
    }
}

package rendezvous.course.c04.carousel;

import java.util.List;

/** A scheduler with one carrier: fibers take turns on it. */
public interface Carousel {
    /**
     * Lets the fibers take turns, until all have ended.
     *
     * <p>They stand in a queue, at first in the order of the list. The one at the head does one step. If it wants to go on it
     * goes to the end of the queue, behind all others; if not, it is not called any more. All steps are done one after the
     * other by the goroutine that calls this. The list is left as it was.
     *
     * @param fibers who takes turns; may be empty
     */
    void run(List<Fiber> fibers);

    /** Something that is done step by step. */
    interface Fiber {
        /**
         * Does one step.
         *
         * @return whether it wants to go on; after {@code false} this must not be called again
         */
        boolean step();
    }
}

package rendezvous.course.c03.caves;

import java.util.List;

/** Explores caves that lead to further caves. */
public interface Caves {
    /**
     * Visits the entrance and all caves behind it, each once, and returns how many there are.
     *
     * <p>All caves that are known are explored at the same time: none waits for another that does not lead to it. It returns
     * when the last one has been visited. Then no goroutine of its own is left.
     *
     * @param entrance where to begin; it counts
     * @throws InterruptedException if interrupted while waiting
     */
    int explore(Cave entrance) throws InterruptedException;

    /** A cave. */
    interface Cave {
        /**
         * Looks around in it, which takes a while.
         *
         * @return the caves behind it; no cave is behind two others
         * @throws InterruptedException if interrupted meanwhile
         */
        List<Cave> visit() throws InterruptedException;
    }
}

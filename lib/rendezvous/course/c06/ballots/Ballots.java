package rendezvous.course.c06.ballots;

import java.util.List;

/** Counts the votes of an election. */
public interface Ballots {
    /**
     * Asks all stations for their votes and returns the sum.
     *
     * <p>All stations count at the same time, each asked once, in a goroutine of its own: the slowest one decides how long it
     * takes. When {@code count} has returned, no goroutine of its own is left.
     *
     * @param stations whom to ask; may be empty, and then the sum is 0
     * @throws InterruptedException if interrupted while waiting
     */
    int count(List<Station> stations) throws InterruptedException;

    /** A polling station. */
    interface Station {
        /**
         * Counts its votes, which takes a while.
         *
         * @throws InterruptedException if interrupted while it counts
         */
        int votes() throws InterruptedException;
    }
}

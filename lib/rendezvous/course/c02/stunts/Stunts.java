package rendezvous.course.c02.stunts;

import java.util.List;

/** Films stunts, of which some go wrong. */
public interface Stunts {
    /**
     * Does all stunts at the same time, each once and in a goroutine of its own, and returns when the last is over. One that
     * fails keeps nobody from going on, and no goroutine ends with an exception.
     *
     * @param stunts what to do
     * @return for each stunt, in their order: {@code done} if it returned, else the message of what it threw
     * @throws InterruptedException if interrupted while waiting
     */
    List<String> film(List<Stunt> stunts) throws InterruptedException;

    /** A stunt. */
    interface Stunt {
        /**
         * Does it, which takes a while.
         *
         * @throws Exception if it goes wrong; it has a message
         */
        void run() throws Exception;
    }
}

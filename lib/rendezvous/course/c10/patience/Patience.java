package rendezvous.course.c10.patience;

import java.time.Duration;
import java.util.Optional;

/** Asks, and does not wait for ever. */
public interface Patience {
    /**
     * Asks the server once, and returns its answer if it comes before the limit; else returns empty, when the limit is over and
     * not later. If both happen at the same moment, either is right.
     *
     * <p>When the server has answered, early or late, no goroutine is left.
     *
     * @param server whom to ask
     * @param limit how long to wait for the answer
     * @return the answer; empty if it was not there in time
     * @throws InterruptedException if interrupted while waiting
     */
    Optional<String> ask(Server server, Duration limit) throws InterruptedException;

    /** Somebody to ask. */
    interface Server {
        /**
         * Answers, which takes a while.
         *
         * @throws InterruptedException if interrupted meanwhile
         */
        String answer() throws InterruptedException;
    }
}

package rendezvous.course.c10.errand;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks one shop after the other, with a limit for each and a limit for all. */
public interface Errand {
    /**
     * Asks the first shop. If it does not answer within {@code each}, gives it up and asks the next, and so on. Returns the
     * first answer that comes from the shop whose turn it is; what a shop says that was given up is not used. Returns empty when
     * {@code all} is over, counted from the call, or when the last shop was given up, at once and not later.
     *
     * <p>No shop is asked after that, none twice, and none before the one in front of it was given up. If two of these things
     * happen at the same moment, either is right. When all shops that were asked have answered, early or late, no goroutine is
     * left.
     *
     * @param shops whom to ask; may be empty
     * @param each how long to wait for a shop
     * @param all how long the errand may take
     * @return the answer; empty if there was none in time
     * @throws InterruptedException if interrupted while waiting
     */
    Optional<String> run(List<Shop> shops, Duration each, Duration all) throws InterruptedException;

    /** Somebody to ask. */
    interface Shop {
        /**
         * Answers, which takes a while.
         *
         * @throws InterruptedException if interrupted meanwhile
         */
        String ask() throws InterruptedException;
    }
}

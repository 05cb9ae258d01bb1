package rendezvous.course.c10.harvest;

import java.time.Duration;
import java.util.List;
import rendezvous.chan.ReceiveChan;

/** Gathers what comes, for a while. */
public interface Harvest {
    /**
     * Receives values until the channel is closed and drained, or until the time is up, counted from the call; whichever is
     * first. Returns then, and not later, all that came, in order. What comes at the very moment when the time is up may be
     * among it or not.
     *
     * <p>Starts no goroutine that is left when it has returned.
     *
     * @param fruits where they come from
     * @param time how long to go on, in all
     * @return what came; may be empty
     * @throws InterruptedException if interrupted while waiting
     */
    List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException;
}

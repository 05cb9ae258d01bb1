package rendezvous.trace;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;

/**
 * A goroutine that had not ended when its run was over.
 *
 * @param goroutine which
 * @param reason what it waited for; null if it was running
 * @param subject what it waited on, such as a channel; null if nothing or running
 * @param sinceNanos when its wait began, on the clock of the trace's events; meaningless if it was running
 */
public record Stuck(
        Goroutine goroutine,
        @Nullable Wait reason,
        @Nullable Object subject,
        long sinceNanos) {
    static Stuck of(Goroutine goroutine, @Nullable Event block) {
        if (block == null) {
            return new Stuck(goroutine, null, null, 0);
        }
        Wait wait = (Wait) Objects.requireNonNull(block.value());
        return new Stuck(goroutine, wait, block.subject(), block.nanos());
    }

    /** Returns it as a sentence without full stop: "main waits to send on `results` (unbuffered)". */
    @Override
    public String toString() {
        if (reason == null) {
            return goroutine.name() + " runs";
        }
        return goroutine.name() + " " + reason.on(subject);
    }
}

package rendezvous.course.c07.countdown;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Received;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The check is who receives: it takes what is offered and looks what comes after it. */
@Checks
final class CountdownChecks {
    private final Countdown countdown;
    private final Stage stage;

    CountdownChecks(Countdown countdown, Stage stage) {
        this.countdown = countdown;
        this.stage = stage;
    }

    private ReceiveChan<Integer> from(int from) throws InterruptedException {
        return stage.call("from", () -> countdown.from(from));
    }

    /** Receives until the channel is closed; fails where nothing comes any more and it is not. */
    private List<Integer> all(ReceiveChan<Integer> numbers) throws InterruptedException {
        List<Integer> got = new ArrayList<>();
        while (got.size() < 10) {
            stage.settle();
            Received<Integer> next = numbers.tryReceive()
                    .orElseThrow(() -> new CheckFailure(
                            "After " + got + " nothing comes any more.",
                            "the next number, or the end: the channel is closed",
                            stage.whoLives()));
            if (!next.ok()) {
                return got;
            }
            got.add(next.value());
        }
        return got;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("returns at once")
    void returnsAtOnce() throws InterruptedException {
        from(3);
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("counts down, and ends")
    void countsDownAndEnds() throws InterruptedException {
        stage.equal("The countdown from 3.", List.of(3, 2, 1), all(from(3)));
        stage.equal("The countdown from 1.", List.of(1), all(from(1)));
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("ends at once if there is nothing to count")
    void endsAtOnceIfThereIsNothingToCount() throws InterruptedException {
        stage.equal("The countdown from 0.", List.of(), all(from(0)));
        stage.equal("The countdown from -2.", List.of(), all(from(-2)));
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        all(from(2));
        stage.noLeak("when the channel was closed");
    }
}

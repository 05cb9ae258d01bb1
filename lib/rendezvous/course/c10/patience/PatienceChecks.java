package rendezvous.course.c10.patience;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The server is the check's, and takes time on the run's clock. */
@Checks
final class PatienceChecks {
    private final Patience patience;
    private final Stage stage;
    private final Bound asked;

    PatienceChecks(Patience patience, Stage stage) {
        this.patience = patience;
        this.stage = stage;
        this.asked = stage.atMost(100, "questions");
    }

    private Optional<String> ask(int seconds, int limit) throws InterruptedException {
        return patience.ask(
                () -> {
                    asked.inside(() -> Go.sleep(Duration.ofSeconds(seconds)));
                    return "42";
                },
                Duration.ofSeconds(limit));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("an answer in time")
    void anAnswerInTime() throws InterruptedException {
        stage.equal("The server takes 3 s, the limit is 10 s.", Optional.of("42"), ask(3, 10));
        stage.equal("The server takes no time, the limit is 10 s.", Optional.of("42"), ask(0, 10));
        stage.equal("It was to be asked twice. So often it was:", 2, asked.times());
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("an answer in time is returned at once")
    void anAnswerInTimeIsReturnedAtOnce() throws InterruptedException {
        ask(3, 10);
        stage.equal(
                "The server takes 3 s, the limit is 10 s. Milliseconds until `ask` returned:",
                3_000L,
                stage.time().toMillis());
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("no answer in time: empty")
    void noAnswerInTime() throws InterruptedException {
        stage.equal("The server takes 30 s, the limit is 10 s.", Optional.empty(), ask(30, 10));
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("gives up when the limit is over, not later")
    void givesUpWhenTheLimitIsOver() throws InterruptedException {
        ask(30, 10);
        stage.equal(
                "The server takes 30 s, the limit is 10 s. Milliseconds until `ask` returned:",
                10_000L,
                stage.time().toMillis());
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        ask(3, 10);
        stage.noLeak("when the server had answered in time");
        ask(30, 10);
        stage.noLeak("when the server had answered too late");
    }
}

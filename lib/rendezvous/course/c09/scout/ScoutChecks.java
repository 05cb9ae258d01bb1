package rendezvous.course.c09.scout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Signal;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The mirrors are the check's, and take time on the run's clock. */
@Checks
final class ScoutChecks {
    private final Scout scout;
    private final Stage stage;
    private final Chan<Signal> quit;
    private final Bound asked;

    ScoutChecks(Scout scout, Stage stage) {
        this.scout = scout;
        this.stage = stage;
        this.quit = stage.channel("quit");
        this.asked = stage.atMost(100, "questions");
    }

    /** Mirrors that take so many seconds each; each answers by that number. */
    private List<Scout.Mirror> mirrors(int... seconds) {
        List<Scout.Mirror> mirrors = new ArrayList<>();
        for (int each : seconds) {
            mirrors.add(() -> {
                asked.inside(() -> Go.sleep(Duration.ofSeconds(each)));
                return "after " + each + " s";
            });
        }
        return mirrors;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("the first answer wins")
    void theFirstAnswerWins() throws InterruptedException {
        stage.equal(
                "Three mirrors answer after 30, 10 and 20 s.",
                Optional.of("after 10 s"),
                scout.first(mirrors(30, 10, 20), quit));
        stage.pass(Duration.ofMinutes(1));
        stage.equal("Each mirror is to be asked once; there were 3.", 3, asked.times());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("returns with the first answer")
    void returnsWithTheFirstAnswer() throws InterruptedException {
        scout.first(mirrors(30, 10, 20), quit);
        stage.equal(
                "Three mirrors that are asked at the same time answer after 30, 10 and 20 s. Seconds until `first` returned:",
                10L,
                stage.time().toSeconds());
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("gives up when quit is closed")
    void givesUpWhenQuitIsClosed() throws InterruptedException {
        List<Optional<String>> got = new ArrayList<>();
        stage.go("asker", () -> got.add(scout.first(mirrors(30, 20), quit)));
        stage.pass(Duration.ofSeconds(5));
        quit.close();
        stage.settle();
        if (got.isEmpty()) {
            throw new CheckFailure(
                    "`quit` was closed after 5 s, before any mirror had answered, and `first` has not returned.",
                    "it returns empty at once",
                    stage.whoLives());
        }
        stage.equal("`quit` was closed before any mirror had answered.", Optional.empty(), got.getFirst());
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        scout.first(mirrors(30, 10, 20), quit);
        stage.noLeak("when all mirrors had answered");
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("leaves no goroutine behind when it gave up")
    void leavesNoGoroutineBehindWhenItGaveUp() throws InterruptedException {
        stage.go("asker", () -> scout.first(mirrors(30, 20), quit));
        stage.pass(Duration.ofSeconds(5));
        quit.close();
        stage.noLeak("when `quit` was closed and all mirrors had answered");
    }
}

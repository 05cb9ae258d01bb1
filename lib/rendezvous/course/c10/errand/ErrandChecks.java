package rendezvous.course.c10.errand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The shops are the check's: each takes so many seconds, and notes when it was asked. */
@Checks
final class ErrandChecks {
    private final Errand errand;
    private final Stage stage;
    private final List<String> asked = new ArrayList<>(); // goroutines of a run come between each other at steps only

    ErrandChecks(Errand errand, Stage stage) {
        this.errand = errand;
        this.stage = stage;
    }

    /** Shops that take so many seconds each; a limit of 5 s for each. */
    private Optional<String> run(int all, int... seconds) throws InterruptedException {
        List<Errand.Shop> shops = new ArrayList<>();
        for (int takes : seconds) {
            String name = "shop " + (shops.size() + 1);
            shops.add(() -> {
                asked.add(name + " at " + stage.time().toSeconds() + " s");
                Go.sleep(Duration.ofSeconds(takes));
                return name;
            });
        }
        return errand.run(shops, Duration.ofSeconds(5), Duration.ofSeconds(all));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("the first shop answers in time")
    void theFirstShopAnswers() throws InterruptedException {
        stage.equal("Shops take 2 and 1 s; 5 s for each, 60 for all.", Optional.of("shop 1"), run(60, 2, 1));
        stage.equal("Shops asked, and when:", List.of("shop 1 at 0 s"), asked);
        stage.equal("Milliseconds until `run` returned:", 2_000L, stage.time().toMillis());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("gives a slow shop up and asks the next")
    void givesASlowShopUp() throws InterruptedException {
        stage.equal("Shops take 99, 99 and 1 s; 5 s for each, 60 for all.", Optional.of("shop 3"), run(60, 99, 99, 1));
        stage.equal("Shops asked, and when:", List.of("shop 1 at 0 s", "shop 2 at 5 s", "shop 3 at 10 s"), asked);
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("gives all up when the time for all is over")
    void givesAllUp() throws InterruptedException {
        stage.equal("Shops take 99, 99 and 1 s; 5 s for each, 7 for all.", Optional.empty(), run(7, 99, 99, 1));
        stage.equal("Milliseconds until `run` returned:", 7_000L, stage.time().toMillis());
        stage.pass(Duration.ofHours(1));
        stage.equal("Shops asked, and when:", List.of("shop 1 at 0 s", "shop 2 at 5 s"), asked);
    }

    @Explore
    @Order(4)
    @Hint(1)
    @DisplayName("returns when no shop is left")
    void returnsWhenNoShopIsLeft() throws InterruptedException {
        stage.equal("Shops take 99 and 99 s; 5 s for each, 60 for all.", Optional.empty(), run(60, 99, 99));
        stage.equal("Milliseconds until `run` returned:", 10_000L, stage.time().toMillis());
        stage.equal("No shops.", Optional.empty(), run(60));
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("what a shop says that was given up is not used")
    void aLateAnswerIsNotUsed() throws InterruptedException {
        stage.equal("Shops take 7 and 4 s; 5 s for each, 60 for all.", Optional.of("shop 2"), run(60, 7, 4));
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        run(60, 9, 1);
        stage.noLeak("when all shops that were asked had answered");
        run(3, 9);
        stage.noLeak("when the time for all was over, and the shop had answered");
    }
}

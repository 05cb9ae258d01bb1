package rendezvous.course.c01.breakfast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** Tea and toast are the check's: each takes time on the run's clock. */
@Checks
final class BreakfastChecks {
    private final Breakfast breakfast;
    private final Stage stage;
    private final List<String> made = new ArrayList<>(); // threads of a run come between each other at steps only

    BreakfastChecks(Breakfast breakfast, Stage stage) {
        this.breakfast = breakfast;
        this.stage = stage;
    }

    private Runnable dish(Bound kitchen, String name, int minutes) {
        return () -> {
            try {
                kitchen.inside(() -> Go.sleep(Duration.ofMinutes(minutes)));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            made.add(name);
        };
    }

    private void make(Bound kitchen, int tea, int toast) throws InterruptedException {
        breakfast.make(dish(kitchen, "tea", tea), dish(kitchen, "toast", toast));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("each is made once")
    void eachIsMadeOnce() throws InterruptedException {
        make(stage.atMost(2, "dishes"), 5, 5);
        stage.pass(Duration.ofHours(1));
        stage.equal(
                "Tea and toast were to be made. An hour later this was made, in any order:",
                List.of("tea", "toast"),
                made.stream().sorted().toList());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("both at the same time")
    void bothAtTheSameTime() throws InterruptedException {
        Bound kitchen = stage.atMost(2, "dishes");
        make(kitchen, 5, 5);
        stage.pass(Duration.ofHours(1));
        kitchen.reached();
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("returns when both are done")
    void returnsWhenBothAreDone() throws InterruptedException {
        make(stage.atMost(2, "dishes"), 1, 30);
        tellsBoth("Tea takes a minute, toast half an hour.");
        made.clear();
        make(stage.atMost(2, "dishes"), 30, 1);
        tellsBoth("Tea takes half an hour, toast a minute.");
    }

    private void tellsBoth(String what) {
        if (made.size() < 2) {
            throw new CheckFailure(
                    what + " `make` has returned.",
                    "both are done",
                    made.isEmpty() ? "none is" : "only " + made + " is");
        }
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("leaves no thread behind")
    void leavesNoThreadBehind() throws InterruptedException {
        make(stage.atMost(2, "dishes"), 1, 2);
        stage.noLeak("when `make` had returned");
    }
}

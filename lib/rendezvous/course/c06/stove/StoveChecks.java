package rendezvous.course.c06.stove;

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

/** The dishes are the check's: each is in a room that counts, and takes time on the run's clock. */
@Checks
final class StoveChecks {
    private final Stove stove;
    private final Stage stage;

    StoveChecks(Stove stove, Stage stage) {
        this.stove = stove;
        this.stage = stage;
    }

    /** Dishes that take so many minutes each, cooked in the room. */
    private static List<Stove.Dish> dishes(Bound room, int... minutes) {
        List<Stove.Dish> dishes = new ArrayList<>();
        for (int each : minutes) {
            dishes.add(() -> room.inside(() -> Go.sleep(Duration.ofMinutes(each))));
        }
        return dishes;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("each dish is cooked once")
    void eachDishIsCookedOnce() throws InterruptedException {
        List<String> cooked = new ArrayList<>();
        stove.cookAll(2, List.of(() -> cooked.add("soup"), () -> cooked.add("rice"), () -> cooked.add("tea")));
        stage.settle();
        stage.equal(
                "Two flames, and soup, rice and tea to cook, in any order.",
                List.of("rice", "soup", "tea"),
                cooked.stream().sorted().toList());
        stove.cookAll(2, List.of());
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("never more dishes than flames")
    void neverMoreDishesThanFlames() throws InterruptedException {
        stove.cookAll(2, dishes(stage.atMost(2, "dishes"), 3, 3, 3, 3));
        stage.pass(Duration.ofHours(1));
        stove.cookAll(1, dishes(stage.atMost(1, "dishes"), 3, 3));
        stage.pass(Duration.ofHours(1));
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("as many dishes at a time as there are flames")
    void asManyDishesAsFlames() throws InterruptedException {
        Bound room = stage.atMost(2, "dishes");
        stage.go("cooks", () -> stove.cookAll(2, dishes(room, 3, 3, 3)));
        stage.pass(Duration.ofHours(1));
        room.reached();
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("returns when the last dish is done")
    void returnsWhenTheLastDishIsDone() throws InterruptedException {
        Bound room = stage.atMost(2, "dishes");
        List<Stove.Dish> dishes = dishes(room, 3, 5, 7);
        stove.cookAll(2, dishes);
        if (room.times() < dishes.size()) {
            throw new CheckFailure(
                    "`cookAll` returned too early.",
                    "it returns when the last of 3 dishes is done",
                    "it returned when " + room.times() + " of 3 were done");
        }
    }

    @Explore
    @Order(5)
    @Hint(2)
    @DisplayName("a free flame is used at once")
    void aFreeFlameIsUsedAtOnce() throws InterruptedException {
        stove.cookAll(2, dishes(stage.atMost(2, "dishes"), 9, 1, 1, 9));
        long minutes = stage.time().toMinutes();
        if (minutes > 11) {
            throw new CheckFailure(
                    "A flame stayed free while a dish waited: two flames, and dishes of 9, 1, 1 and 9 minutes.",
                    "all is done after 11 minutes at most, since one flame cooks the short dishes while the other is busy",
                    "it took " + minutes + " minutes");
        }
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        stove.cookAll(3, dishes(stage.atMost(3, "dishes"), 1, 2));
        stage.noLeak("when `cookAll` had returned");
    }
}

package rendezvous.course.c01.ferry;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;

/** The cars are the check's, and their trips take time on the run's clock. */
@Checks
final class FerryChecks {
    private final Ferry ferry;
    private final Stage stage;

    FerryChecks(Ferry ferry, Stage stage) {
        this.ferry = ferry;
        this.stage = stage;
    }

    private Goroutine car(Bound room, int number, int minutes) {
        return stage.go(
                "car " + number,
                () -> ferry.cross(() -> {
                    try {
                        room.inside(() -> Go.sleep(Duration.ofMinutes(minutes)));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("each car gets across once")
    void eachCarGetsAcrossOnce() throws InterruptedException {
        Bound room = stage.atMost(3, "cars");
        for (int i = 1; i <= 3; i++) {
            car(room, i, 10);
        }
        stage.pass(Duration.ofHours(3));
        stage.equal("Three cars came, and three hours went by. So many trips were made:", 3, room.times());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("never more than two")
    void neverMoreThanTwo() throws InterruptedException {
        Bound room = stage.atMost(2, "cars");
        for (int i = 1; i <= 3; i++) {
            car(room, i, 10);
        }
        stage.pass(Duration.ofHours(3));
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("two at the same time")
    void twoAtTheSameTime() throws InterruptedException {
        Bound room = stage.atMost(2, "cars");
        car(room, 1, 10);
        car(room, 2, 10);
        stage.pass(Duration.ofHours(3));
        room.reached();
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("a free place is taken at once")
    void aFreePlaceIsTakenAtOnce() throws InterruptedException {
        Bound room = stage.atMost(2, "cars");
        car(room, 1, 30);
        stage.settle();
        car(room, 2, 10);
        stage.settle();
        Goroutine third = car(room, 3, 10);
        stage.pass(Duration.ofMinutes(25));
        if (!third.isDone()) {
            throw new CheckFailure(
                    "Cars 1, 2 and 3 came, in this order, with trips of 30, 10 and 10 minutes; 25 minutes went by.",
                    "car 3 is across: it took the place of car 2 after 10 minutes",
                    "car 3 is not across");
        }
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("a trip that fails frees its place")
    void aTripThatFailsFreesItsPlace() throws InterruptedException {
        String[] thrown = {"nothing"};
        stage.go("car 1", () -> {
            try {
                ferry.cross(() -> {
                    throw new IllegalStateException("a leak");
                });
            } catch (IllegalStateException e) {
                thrown[0] = String.valueOf(e.getMessage());
            }
        });
        stage.settle();
        stage.equal("A trip threw “a leak”. So `cross` threw:", "a leak", thrown[0]);
        Bound room = stage.atMost(2, "cars");
        car(room, 2, 10);
        car(room, 3, 10);
        stage.pass(Duration.ofHours(1));
        stage.equal("Then two cars came, and an hour went by. So many trips were made:", 2, room.times());
        room.reached();
    }
}

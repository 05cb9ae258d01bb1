package rendezvous.course.c04.carousel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.course.c04.carousel.Carousel.Fiber;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Sequence;
import rendezvous.exercise.Stage;

/** The fibers are the check's: each tells of its steps. */
@Checks
final class CarouselChecks {
    private final Carousel carousel;
    private final Stage stage;

    CarouselChecks(Carousel carousel, Stage stage) {
        this.carousel = carousel;
        this.stage = stage;
    }

    /** A fiber that wants so many steps, and goes on counting if it is called once more. */
    private static Fiber fiber(String name, int steps, Sequence order) {
        AtomicInteger done = new AtomicInteger();
        return () -> {
            order.at(name + done.incrementAndGet());
            return done.get() < steps;
        };
    }

    private static List<Fiber> list(Fiber... fibers) {
        return new ArrayList<>(List.of(fibers));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("one fiber does all its steps")
    void oneFiberDoesAllItsSteps() {
        Sequence order = stage.inOrder("a1", "a2", "a3");
        carousel.run(list(fiber("a", 3, order)));
        order.complete();
        carousel.run(list());
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("two take turns")
    void twoTakeTurns() {
        Sequence order = stage.inOrder("a1", "b1", "a2", "b2");
        carousel.run(list(fiber("a", 2, order), fiber("b", 2, order)));
        order.complete();
    }

    @Explore
    @Order(3)
    @Hint(3)
    @DisplayName("one that has ended is left out, and nobody else")
    void oneThatHasEndedIsLeftOut() {
        Sequence order = stage.inOrder("a1", "b1", "c1", "b2", "c2", "b3");
        carousel.run(list(fiber("a", 1, order), fiber("b", 3, order), fiber("c", 2, order)));
        order.complete();
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("the list is left as it was")
    void theListIsLeftAsItWas() {
        List<Fiber> fibers = list(() -> false, () -> false);
        carousel.run(fibers);
        stage.equal("Two fibers were in the list. So many are in it afterwards:", 2, fibers.size());
    }

    @Explore
    @Order(5)
    @Hint(1)
    @DisplayName("the caller does all steps itself")
    void theCallerDoesAllStepsItself() {
        String caller = me();
        carousel.run(list(() -> {
            if (!me().equals(caller)) {
                throw new CheckFailure(
                        "A step was done by another goroutine.", "the goroutine that calls `run` does it", me());
            }
            return false;
        }));
    }

    private static String me() {
        return Go.current().orElseThrow().name();
    }
}

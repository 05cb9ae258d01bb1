package rendezvous.course.c04.machine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.course.c04.machine.Machine.Fiber;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Sequence;
import rendezvous.exercise.Stage;

/** The fibers are the check's: a step takes a minute on the run's clock, and is done in a room that counts. */
@Checks
final class MachineChecks {
    private final Machine machine;
    private final Stage stage;
    private final AtomicInteger done = new AtomicInteger();

    MachineChecks(Machine machine, Stage stage) {
        this.machine = machine;
        this.stage = stage;
    }

    /** A fiber that wants so many steps, and goes on counting if it is called once more. */
    private Fiber fiber(int steps, Bound room) {
        AtomicInteger own = new AtomicInteger();
        return () -> {
            room.inside(() -> Go.sleep(Duration.ofMinutes(1)));
            done.incrementAndGet();
            return own.incrementAndGet() < steps;
        };
    }

    private Bound alone() {
        return stage.atMost(1, "steps of one fiber");
    }

    @Explore
    @Order(1)
    @Hint(2)
    @DisplayName("each fiber does its steps, one after the other")
    void eachFiberDoesItsSteps() throws InterruptedException {
        stage.go("runs", () -> machine.run(2, List.of(fiber(2, alone()), fiber(3, alone()))));
        stage.pass(Duration.ofMinutes(10));
        stage.equal("Fibers of 2 and 3 steps. So many steps were done:", 5, done.get());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("never more steps at a time than carriers")
    void neverMoreStepsThanCarriers() throws InterruptedException {
        Bound room = stage.atMost(2, "steps");
        machine.run(2, List.of(fiber(1, room), fiber(1, room), fiber(1, room)));
        stage.pass(Duration.ofMinutes(10));
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("as many steps at a time as carriers")
    void asManyStepsAsCarriers() throws InterruptedException {
        Bound room = stage.atMost(2, "steps");
        stage.go("runs", () -> machine.run(2, List.of(fiber(1, room), fiber(1, room))));
        stage.pass(Duration.ofMinutes(10));
        room.reached();
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("on one carrier they take turns")
    void onOneCarrierTheyTakeTurns() throws InterruptedException {
        Sequence order = stage.inOrder("a1", "b1", "a2", "b2", "b3");
        machine.run(1, List.of(told("a", 2, order), told("b", 3, order)));
        stage.settle();
        order.complete();
    }

    private static Fiber told(String name, int steps, Sequence order) {
        AtomicInteger own = new AtomicInteger();
        return () -> {
            order.at(name + own.incrementAndGet());
            return own.get() < steps;
        };
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("no carrier is free while a fiber waits")
    void noCarrierIsFreeWhileAFiberWaits() throws InterruptedException {
        Bound room = stage.atMost(2, "steps");
        machine.run(2, List.of(fiber(2, room), fiber(2, room), fiber(2, room)));
        long minutes = stage.time().toMinutes();
        if (minutes > 3) {
            throw new CheckFailure(
                    "Two carriers, and three fibers of 2 steps of a minute each.",
                    "all is done after 3 minutes, as a carrier that is free takes whoever waits",
                    "it took " + minutes + " minutes");
        }
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("returns when all have ended")
    void returnsWhenAllHaveEnded() throws InterruptedException {
        Bound room = stage.atMost(2, "steps");
        machine.run(2, List.of(fiber(1, room), fiber(2, room)));
        if (done.get() < 3) {
            throw new CheckFailure(
                    "`run` returned too early.",
                    "it returns when all 3 steps are done",
                    "it returned when " + done.get() + " of 3 were done");
        }
        machine.run(2, List.of());
    }

    @Explore
    @Order(7)
    @Hint(3)
    @DisplayName("leaves no carrier behind")
    void leavesNoCarrierBehind() throws InterruptedException {
        machine.run(3, List.of(fiber(1, stage.atMost(1, "steps"))));
        stage.noLeak("when `run` had returned");
    }
}

package rendezvous.course.c07.gate;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;

/** The check's guests wait at the gate, and its porters open it. */
@Checks
final class GateChecks {
    private final Gate gate;
    private final Stage stage;

    GateChecks(Gate gate, Stage stage) {
        this.gate = gate;
        this.stage = stage;
    }

    private List<Goroutine> guests(int count) {
        List<Goroutine> guests = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            guests.add(stage.go("guest " + i, gate::pass));
        }
        return guests;
    }

    private static long passed(List<Goroutine> guests) {
        return guests.stream().filter(Goroutine::isDone).count();
    }

    private void open() throws InterruptedException {
        stage.call("open", () -> {
            gate.open();
            return true;
        });
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("nobody passes a gate that is shut")
    void nobodyPassesAGateThatIsShut() throws InterruptedException {
        List<Goroutine> guests = guests(2);
        stage.settle();
        stage.equal("Two guests came, and nobody has opened the gate.", 0L, passed(guests));
        open();
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("open lets in all who wait")
    void openLetsInAllWhoWait() throws InterruptedException {
        List<Goroutine> guests = guests(3);
        stage.settle();
        open();
        stage.settle();
        stage.equal("Three guests waited, and the gate was opened. So many passed:", 3L, passed(guests));
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("who comes later passes too")
    void whoComesLaterPassesToo() throws InterruptedException {
        open();
        List<Goroutine> guests = guests(2);
        stage.settle();
        stage.equal("The gate was opened, and two guests came. So many passed:", 2L, passed(guests));
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("it may be opened again")
    void itMayBeOpenedAgain() throws InterruptedException {
        open();
        open();
        List<Goroutine> guests = guests(1);
        stage.settle();
        stage.equal("The gate was opened twice, and a guest came. So many passed:", 1L, passed(guests));
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("many may open it at the same time")
    void manyMayOpenItAtTheSameTime() throws InterruptedException {
        Goroutine one = stage.go("porter 1", gate::open);
        Goroutine other = stage.go("porter 2", gate::open);
        List<Goroutine> guests = guests(1);
        stage.settle();
        if (!one.isDone() || !other.isDone()) {
            throw new CheckFailure(
                    "Two porters opened the gate at the same time.",
                    "`open` never waits",
                    (one.isDone() ? "porter 2" : "porter 1") + " waits in `open`");
        }
        stage.equal("Two porters opened the gate, and a guest came. So many passed:", 1L, passed(guests));
    }

    @Explore
    @Order(6)
    @Hint(1)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        List<Goroutine> guests = guests(2);
        open();
        stage.settle();
        stage.equal("Two guests came, and the gate was opened. So many passed:", 2L, passed(guests));
        stage.noLeak("when the gate was open and all had passed");
    }
}

package rendezvous.course.c09.waitingroom;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Received;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;

/** The check sends patients in, and is the doctor. */
@Checks
final class WaitingRoomChecks {
    private static final int MANY = 15;

    private final WaitingRoom room;
    private final Stage stage;
    private final Chan<String> door;
    private final Chan<String> exit;

    WaitingRoomChecks(WaitingRoom room, Stage stage) {
        this.room = room;
        this.stage = stage;
        this.door = stage.channel("door");
        this.exit = stage.channel("exit");
    }

    private Goroutine run() {
        return stage.go("room", () -> room.run(door, exit));
    }

    private void enter(String... patients) throws InterruptedException {
        for (String patient : patients) {
            if (!stage.give(door, patient)) {
                throw new CheckFailure(
                        "Patient " + patient + " came to the door.",
                        "the room takes everybody in at once",
                        "the patient waits outside");
            }
        }
    }

    /** Takes patients out, until nobody comes or the exit is closed. */
    private List<String> leave(int most) throws InterruptedException {
        List<String> left = new ArrayList<>();
        while (left.size() < most) {
            stage.settle();
            Received<String> next = exit.tryReceive().orElse(null);
            if (next == null || !next.ok()) {
                break;
            }
            left.add(next.value());
        }
        stage.settle();
        return left;
    }

    private void over(Goroutine running, String what) throws InterruptedException {
        stage.settle();
        boolean closed = exit.tryReceive().map(next -> !next.ok()).orElse(false);
        stage.equal(what + " `exit` is:", "closed", closed ? "closed" : "open");
        stage.settle();
        stage.equal(what + " `run`:", "has returned", running.isDone() ? "has returned" : "has not returned");
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("takes everybody in at once")
    void takesEverybodyIn() throws InterruptedException {
        run();
        for (int i = 1; i <= MANY; i++) {
            enter(Integer.toString(i));
        }
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("lets them out in order")
    void letsThemOutInOrder() throws InterruptedException {
        run();
        enter("a", "b");
        stage.equal("a and b came in, and the doctor took one.", List.of("a"), leave(1));
        enter("", "nobody");
        stage.equal(
                "One without a name came in too, then one named nobody. The doctor took three more.",
                List.of("b", "", "nobody"),
                leave(3));
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("lets nobody out of an empty room")
    void letsNobodyOutOfAnEmptyRoom() throws InterruptedException {
        run();
        stage.equal("Nobody has come in, and the doctor took all.", List.of(), leave(5));
        enter("a");
        stage.equal("a came in, and the doctor took all.", List.of("a"), leave(5));
        stage.equal("Then the doctor took all once more.", List.of(), leave(5));
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("after the close those inside still leave")
    void thoseInsideStillLeave() throws InterruptedException {
        Goroutine running = run();
        enter("a", "b");
        door.close();
        stage.equal("a and b came in, `door` was closed, and the doctor took all.", List.of("a", "b"), leave(5));
        over(running, "`door` was closed, and the room is empty.");
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("ends at once if the room is empty")
    void endsAtOnceIfTheRoomIsEmpty() throws InterruptedException {
        Goroutine running = run();
        enter("a");
        leave(1);
        door.close();
        over(running, "a came in and left, then `door` was closed.");
    }

    @Explore
    @Order(6)
    @Hint(1)
    @DisplayName("starts no goroutine")
    void startsNoGoroutine() throws InterruptedException {
        run();
        enter("a");
        if (!stage.living().isEmpty()) {
            throw new CheckFailure(
                    "A patient came in.", "all is done in the goroutine that calls `run`", stage.whoLives());
        }
    }
}

package rendezvous.course.c04.census;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.WaitGroup;

/** The programs are the check's; who is left waits for a group that only the check counts down. */
@Checks
final class CensusChecks {
    private final Census census;
    private final Stage stage;
    private final WaitGroup gate = new WaitGroup();

    CensusChecks(Census census, Stage stage) {
        this.census = census;
        this.stage = stage;
        gate.add(1);
    }

    private void leave(String name) {
        stage.go(name, gate::await);
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("counts who is left")
    void countsWhoIsLeft() throws Exception {
        stage.equal("The program started none.", 0, census.leftBehind(() -> {}));
        int left = census.leftBehind(() -> {
            leave("ann");
            leave("bob");
        });
        stage.equal("The program left two behind.", 2, left);
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("counts when the program has returned")
    void countsWhenTheProgramHasReturned() throws Exception {
        int left = census.leftBehind(() -> {
            Go.sleep(Duration.ofMinutes(1));
            leave("ann");
        });
        stage.equal("The program worked for a minute, then left one behind.", 1, left);
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("does not count those who have ended")
    void doesNotCountThoseWhoHaveEnded() throws Exception {
        int left = census.leftBehind(() -> {
            Go.go("quick", () -> {}).await();
            leave("ann");
        });
        stage.equal("The program started two, waited for the end of one and left the other.", 1, left);
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("does not count those who were there before")
    void doesNotCountThoseWhoWereThereBefore() throws Exception {
        leave("clerk");
        leave("porter");
        int left = census.leftBehind(() -> leave("clerk"));
        stage.equal("A clerk and a porter were there; the program left another clerk behind.", 1, left);
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("somebody else's end hides nobody")
    void somebodyElsesEndHidesNobody() throws Exception {
        WaitGroup home = new WaitGroup();
        home.add(1);
        Goroutine guest = stage.go("guest", home::await);
        int left = census.leftBehind(() -> {
            home.done();
            guest.await();
            leave("ann");
        });
        stage.equal("A guest was there and ended while the program ran; the program left one behind.", 1, left);
    }

    @Explore
    @Order(6)
    @Hint(1)
    @DisplayName("leaves no goroutine of its own")
    void leavesNoGoroutineOfItsOwn() throws Exception {
        stage.equal("The program started none.", 0, census.leftBehind(() -> {}));
        stage.noLeak("when `leftBehind` had returned");
    }
}

package rendezvous.course.c02.stunts;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The stunts are the check's, and some of them throw. */
@Checks
final class StuntsChecks {
    private final Stunts stunts;
    private final Stage stage;
    private final Bound set;

    StuntsChecks(Stunts stunts, Stage stage) {
        this.stunts = stunts;
        this.stage = stage;
        this.set = stage.atMost(100, "stunts");
    }

    private Stunts.Stunt goesWell(int minutes) {
        return () -> set.inside(() -> Go.sleep(Duration.ofMinutes(minutes)));
    }

    private static Stunts.Stunt fails(int minutes, Exception how) {
        return () -> {
            Go.sleep(Duration.ofMinutes(minutes));
            throw how;
        };
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("says of each how it ended")
    void saysOfEach() throws InterruptedException {
        stage.equal(
                "A jump that goes well, one whose rope breaks, and a ride that goes well.",
                List.of("done", "the rope broke", "done"),
                stunts.film(List.of(goesWell(3), fails(2, new IOException("the rope broke")), goesWell(1))));
    }

    @Explore
    @Order(2)
    @Hint(3)
    @DisplayName("each is done once")
    void eachIsDoneOnce() throws InterruptedException {
        stunts.film(List.of(goesWell(1), goesWell(2)));
        stage.pass(Duration.ofHours(1));
        stage.equal("Two stunts. So many times one was done:", 2, set.times());
        stage.equal("There are no stunts.", List.of(), stunts.film(List.of()));
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("all at the same time")
    void allAtTheSameTime() throws InterruptedException {
        stunts.film(List.of(goesWell(30), goesWell(10), goesWell(20)));
        stage.equal(
                "Stunts of 30, 10 and 20 minutes. `film` returned after so many:",
                30L,
                stage.time().toMinutes());
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("one that fails holds nobody up")
    void oneThatFails() throws InterruptedException {
        List<String> said = stunts.film(List.of(fails(1, new IOException("no petrol")), goesWell(5), goesWell(9)));
        stage.equal(
                "The first fails after a minute, the others take 5 and 9.", List.of("no petrol", "done", "done"), said);
        stage.equal("So many came to their end:", 2, set.times());
    }

    @Explore
    @Order(5)
    @Hint(2)
    @DisplayName("whatever it is that is thrown")
    void whateverIsThrown() throws InterruptedException {
        stage.equal(
                "A stunt throws an IllegalStateException, another an Exception.",
                List.of("too late", "too high"),
                stunts.film(
                        List.of(fails(1, new IllegalStateException("too late")), fails(2, new Exception("too high")))));
    }
}

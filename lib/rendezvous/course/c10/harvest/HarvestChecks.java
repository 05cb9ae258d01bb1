package rendezvous.course.c10.harvest;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The tree is the check's: a fruit falls after so many seconds. */
@Checks
final class HarvestChecks {
    private final Harvest harvest;
    private final Stage stage;

    HarvestChecks(Harvest harvest, Stage stage) {
        this.harvest = harvest;
        this.stage = stage;
    }

    /** Fruits that fall so many seconds after each other; then, perhaps, the channel is closed. */
    private Chan<String> tree(boolean closes, int... seconds) {
        Chan<String> fruits = stage.channel("fruits", seconds.length);
        stage.go("tree", () -> {
            int number = 0;
            for (int each : seconds) {
                Go.sleep(Duration.ofSeconds(each));
                fruits.send("fruit " + ++number);
            }
            if (closes) {
                fruits.close();
            }
        });
        return fruits;
    }

    private List<String> gather(Chan<String> fruits, int seconds) throws InterruptedException {
        return List.copyOf(harvest.gather(fruits, Duration.ofSeconds(seconds)));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("all that comes until the channel is closed")
    void allUntilTheChannelIsClosed() throws InterruptedException {
        stage.equal(
                "Fruits fall after 2 and 4 s, then the channel is closed. The time is 60 s.",
                List.of("fruit 1", "fruit 2"),
                gather(tree(true, 2, 2), 60));
        stage.equal("A channel that is closed at once. The time is 60 s.", List.of(), gather(tree(true), 60));
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("returns when the channel is closed")
    void returnsWhenTheChannelIsClosed() throws InterruptedException {
        gather(tree(true, 2, 2), 60);
        stage.equal(
                "The channel is closed after 4 s. The time is 60 s. Milliseconds until `gather` returned:",
                4_000L,
                stage.time().toMillis());
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("returns when the time is up, though more would come")
    void returnsWhenTheTimeIsUp() throws InterruptedException {
        gather(tree(true, 4, 4, 4, 4), 10);
        stage.equal(
                "Fruits fall every 4 s, four in all. The time is 10 s. Milliseconds until `gather` returned:",
                10_000L,
                stage.time().toMillis());
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("returns what has come when the time is up")
    void returnsWhatHasComeWhenTheTimeIsUp() throws InterruptedException {
        stage.equal(
                "Fruits fall after 4 and 8 s, and later. The time is 10 s.",
                List.of("fruit 1", "fruit 2"),
                gather(tree(true, 4, 4, 4, 4), 10));
    }

    @Explore
    @Order(5)
    @Hint(2)
    @DisplayName("returns when the time is up and nothing has come")
    void returnsWhenNothingHasCome() throws InterruptedException {
        stage.equal("No fruit falls. The time is 10 s.", List.of(), gather(tree(false), 10));
        long millis = stage.time().toMillis();
        if (millis != 10_000) {
            throw new CheckFailure(
                    "No fruit falls. The time is 10 s.", "`gather` returns after 10 000 ms", "after " + millis + " ms");
        }
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        gather(tree(false, 2), 10);
        stage.noLeak("when `gather` had returned");
    }
}

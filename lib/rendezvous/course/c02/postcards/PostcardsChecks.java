package rendezvous.course.c02.postcards;

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

/** The cards are the check's: they take time on the run's clock, in a room that counts. */
@Checks
final class PostcardsChecks {
    private final Postcards postcards;
    private final Stage stage;
    private final Bound desk;

    PostcardsChecks(Postcards postcards, Stage stage) {
        this.postcards = postcards;
        this.stage = stage;
        this.desk = stage.atMost(100, "cards");
    }

    private List<Postcards.Card> cards(int... minutes) {
        List<Postcards.Card> cards = new ArrayList<>();
        for (int each : minutes) {
            cards.add(() -> desk.inside(() -> Go.sleep(Duration.ofMinutes(each))));
        }
        return cards;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("each card is written once")
    void eachCardIsWrittenOnce() throws InterruptedException {
        List<String> written = new ArrayList<>();
        postcards.writeAll(List.of(() -> written.add("ann"), () -> written.add("bob"), () -> written.add("cleo")));
        stage.settle();
        stage.equal(
                "Cards to ann, bob and cleo, in any order.",
                List.of("ann", "bob", "cleo"),
                written.stream().sorted().toList());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("all are written at the same time")
    void allAtTheSameTime() throws InterruptedException {
        stage.go("tourist", () -> postcards.writeAll(cards(5, 5, 5)));
        stage.pass(Duration.ofMinutes(5));
        stage.equal("Three cards of five minutes each. Written after five minutes:", 3, desk.times());
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("returns when the last is written")
    void returnsWhenTheLastIsWritten() throws InterruptedException {
        postcards.writeAll(cards(20, 90, 5));
        if (desk.times() < 3) {
            throw new CheckFailure(
                    "Cards of 20, 90 and 5 minutes, and `writeAll` returned.",
                    "it returns when the last of 3 is written",
                    "it returned when " + desk.times() + " of 3 were written");
        }
        stage.equal("It returned after so many minutes:", 90L, stage.time().toMinutes());
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("no cards, nothing to do")
    void noCards() throws InterruptedException {
        postcards.writeAll(List.of());
        stage.noLeak("though there were no cards");
    }
}

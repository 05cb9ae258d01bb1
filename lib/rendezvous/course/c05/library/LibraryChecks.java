package rendezvous.course.c05.library;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The books are the check's, and so are those who ask. */
@Checks
final class LibraryChecks {
    private final Library library;
    private final Stage stage;
    private final Map<String, String> answers = new TreeMap<>(); // what each has got, by question

    LibraryChecks(Library library, Stage stage) {
        this.library = library;
        this.stage = stage;
    }

    private Library.Desk open(int each, Library.Books books) throws InterruptedException {
        return stage.call("open", () -> library.open(each, books));
    }

    /** Books in which a look takes a minute, and whose readers are counted. */
    private static Library.Books books(Bound readers) {
        return question -> {
            readers.inside(() -> Go.sleep(Duration.ofMinutes(1)));
            return question + "!";
        };
    }

    private void asks(Library.Desk desk, String question) {
        stage.go("who asks " + question, () -> answers.put(question, desk.ask(question)));
    }

    private void answered(String what, Map<String, String> wanted) {
        if (answers.size() < wanted.size()) {
            throw new CheckFailure(
                    what,
                    wanted.size() == 1 ? "an answer comes" : "all of them are answered",
                    answers.isEmpty() ? "nobody was; " + stage.whoLives() : "only " + answers.keySet() + " was");
        }
        stage.equal(what + " The answers, by question:", new TreeMap<>(wanted), answers);
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("open returns at once")
    void opensAtOnce() throws InterruptedException {
        open(1, question -> question);
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("every question is answered")
    void everyQuestionIsAnswered() throws InterruptedException {
        Library.Desk desk = open(1, question -> question + "!");
        asks(desk, "why");
        stage.pass(Duration.ofHours(1));
        answered("One asked: why.", Map.of("why", "why!"));
        asks(desk, "how");
        stage.pass(Duration.ofHours(1));
        answered("Then another asked: how.", Map.of("why", "why!", "how", "how!"));
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("each gets the answer to their own question")
    void eachGetsTheirOwnAnswer() throws InterruptedException {
        Library.Desk desk = open(1, question -> {
            Go.sleep(Duration.ofMinutes(question.equals("quick") ? 1 : 5));
            return question + "!";
        });
        asks(desk, "long");
        asks(desk, "quick");
        stage.pass(Duration.ofHours(1));
        answered(
                "Two asked at the same time; one of the questions takes a minute, the other five.",
                Map.of("long", "long!", "quick", "quick!"));
    }

    @Explore
    @Order(4)
    @Hint(1)
    @DisplayName("two questions are looked up at the same time")
    void twoAtTheSameTime() throws InterruptedException {
        Bound readers = stage.atMost(2, "look-ups");
        Library.Desk desk = open(1, books(readers));
        asks(desk, "why");
        asks(desk, "how");
        stage.pass(Duration.ofHours(1));
        readers.reached();
    }

    @Explore
    @Order(5)
    @Hint(1)
    @DisplayName("never more than two look-ups")
    void neverMoreThanTwo() throws InterruptedException {
        Bound readers = stage.atMost(2, "look-ups");
        Library.Desk desk = open(2, books(readers));
        asks(desk, "why");
        asks(desk, "how");
        asks(desk, "when");
        stage.pass(Duration.ofHours(1));
        answered("Three asked: why, how and when.", Map.of("why", "why!", "how", "how!", "when", "when!"));
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        Library.Desk desk = open(1, question -> question + "!");
        asks(desk, "why");
        asks(desk, "how");
        stage.pass(Duration.ofHours(1));
        answered("Two asked: why and how.", Map.of("why", "why!", "how", "how!"));
        stage.noLeak("when both librarians had answered their last question");
    }
}

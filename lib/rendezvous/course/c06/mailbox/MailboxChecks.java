package rendezvous.course.c06.mailbox;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;

/** The check posts and collects, first alone, then with others beside it. */
@Checks
final class MailboxChecks {
    private final Mailbox box;
    private final Stage stage;

    MailboxChecks(Mailbox box, Stage stage) {
        this.box = box;
        this.stage = stage;
    }

    private boolean post(String letter) throws InterruptedException {
        return stage.call("post", () -> box.post(letter));
    }

    private String collect() throws InterruptedException {
        return stage.call("collect", box::collect);
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("letters come out as they went in")
    void lettersComeOutAsTheyWentIn() throws InterruptedException {
        stage.equal("The first letter came.", true, post("a"));
        stage.equal("The second letter came.", true, post("b"));
        stage.equal("Two letters were posted, first a, then b.", List.of("a", "b"), List.of(collect(), collect()));
        stage.equal("The box is empty again, and a letter comes.", true, post("c"));
        stage.equal("Then it is collected.", "c", collect());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("post never waits")
    void postNeverWaits() throws InterruptedException {
        post("a");
        post("b");
        stage.equal("The box has two letters in it, and a third comes.", false, post("c"));
        stage.equal("Then one is collected, which was posted first.", "a", collect());
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("post never waits, whoever posts beside it")
    void postNeverWaitsBesideOthers() throws InterruptedException {
        post("first");
        Goroutine ann = stage.go("ann", () -> box.post("from ann"));
        Goroutine bob = stage.go("bob", () -> box.post("from bob"));
        stage.settle();
        if (!ann.isDone() || !bob.isDone()) {
            throw new CheckFailure(
                    "There was room for one more letter, and Ann and Bob each posted one at the same time. One of them is still waiting.",
                    "one letter is in the box, the other is thrown away, and both have gone",
                    (ann.isDone() ? "bob" : "ann") + " waits in `post`");
        }
        stage.equal("There was room for one more letter, and two were posted. So many were lost:", 1, box.lost());
    }

    @Explore
    @Order(4)
    @Hint(1)
    @DisplayName("collect waits for a letter")
    void collectWaitsForALetter() throws InterruptedException {
        Chan<String> got = stage.channel("got", 1);
        Goroutine reader = stage.go("reader", () -> got.send(box.collect()));
        stage.settle();
        if (reader.isDone()) {
            throw new CheckFailure(
                    "`collect` returned though the box is empty.", "it waits for a letter", "it did not wait");
        }
        post("at last");
        stage.settle();
        stage.equal(
                "Somebody waited for a letter, and one was posted.",
                "at last",
                got.tryReceive().map(one -> one.value()).orElse("nothing: the reader still waits"));
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("every letter is collected or counted")
    void everyLetterIsCollectedOrCounted() throws InterruptedException {
        List<Goroutine> posters = new ArrayList<>();
        for (String letter : List.of("a", "b", "c", "d")) {
            posters.add(stage.go("poster of " + letter, () -> box.post(letter)));
        }
        for (Goroutine poster : posters) {
            poster.await();
        }
        stage.equal("Four posted at the same time into the empty box. So many were lost:", 2, box.lost());
    }
}

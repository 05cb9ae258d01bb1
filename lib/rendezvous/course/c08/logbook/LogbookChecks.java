package rendezvous.course.c08.logbook;

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
import rendezvous.runtime.Goroutine;

/** The pen is the check's: a line takes it an hour, and it knows what has been written. */
@Checks
final class LogbookChecks {
    private final Logbooks logbooks;
    private final Stage stage;
    private final List<String> written = new ArrayList<>(); // goroutines of a run come between each other at steps only

    LogbookChecks(Logbooks logbooks, Stage stage) {
        this.logbooks = logbooks;
        this.stage = stage;
    }

    private Logbook open() throws InterruptedException {
        Bound pen = stage.atMost(1, "lines");
        return stage.call(
                "open",
                () -> logbooks.open(line -> pen.inside(() -> {
                    Go.sleep(Duration.ofHours(1));
                    written.add(line);
                })));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("every line is written, in order, one at a time")
    void everyLineIsWritten() throws InterruptedException {
        Logbook book = open();
        Goroutine captain = stage.go("captain", () -> {
            for (String line : List.of("a", "b", "c")) {
                book.add(line);
            }
            book.close();
        });
        stage.pass(Duration.ofHours(5));
        stage.equal(
                "The lines a, b and c were added, the logbook was closed, and five hours went by.",
                List.of("a", "b", "c"),
                written);
        if (!captain.isDone()) {
            throw new CheckFailure("All lines are written.", "`close` returns", "it has not returned");
        }
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("add does not wait for the pen")
    void addDoesNotWaitForThePen() throws InterruptedException {
        Logbook book = open();
        int[] added = {0};
        stage.go("captain", () -> {
            for (int i = 0; i < 10; i++) {
                book.add("line " + i);
                added[0]++;
            }
        });
        stage.settle();
        stage.equal(
                "Ten lines were added while the first was being written. So many calls returned at once:",
                10,
                added[0]);
    }

    @Explore
    @Order(3)
    @Hint(3)
    @DisplayName("close waits for the last line")
    void closeWaitsForTheLastLine() throws InterruptedException {
        Logbook book = open();
        book.add("a");
        book.add("b");
        book.close();
        stage.equal("The lines a and b were added, and `close` has returned.", List.of("a", "b"), written);
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        open().close();
        stage.noLeak("when a logbook without lines was closed");
        Logbook book = open();
        book.add("a");
        book.close();
        stage.noLeak("when `close` had returned");
    }
}

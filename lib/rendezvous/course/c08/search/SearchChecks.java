package rendezvous.course.c08.search;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;

/** The check sends the lines, with an hour's pause where a line is empty. */
@Checks
final class SearchChecks {
    private static final String PAUSE = "";

    private final Search search;
    private final Stage stage;
    private final Chan<String> lines;
    private final Chan<String> found;

    SearchChecks(Search search, Stage stage) {
        this.search = search;
        this.stage = stage;
        this.lines = stage.channel("lines");
        this.found = stage.channel("found", 1);
    }

    /** Starts a search for "land", and a sender. */
    private Goroutine search(String... all) {
        stage.go("reader", () -> found.send(search.first("land", lines)));
        return stage.go("sender", () -> {
            for (String line : all) {
                if (line.equals(PAUSE)) {
                    Go.sleep(Duration.ofHours(1));
                } else {
                    lines.send(line);
                }
            }
            lines.close();
        });
    }

    private String found() {
        return found.tryReceive().map(one -> one.value()).orElse("`first` has not returned");
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("finds the first line")
    void findsTheFirstLine() throws InterruptedException {
        search("sea", "land ho", "landed");
        stage.pass(Duration.ofHours(1));
        stage.equal("The lines were: sea, land ho, landed. The word was: land.", "land ho", found());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("there is none: an empty text")
    void thereIsNone() throws InterruptedException {
        search("sea", "sky");
        stage.pass(Duration.ofHours(1));
        stage.equal("The lines were: sea, sky. Then the channel was closed. The word was: land.", "", found());
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("returns as soon as it has come")
    void returnsAsSoonAsItHasCome() throws InterruptedException {
        search("land ho", PAUSE, "sea");
        stage.settle();
        stage.equal(
                "The line land ho has come, the next one comes in an hour. The word was: land.", "land ho", found());
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("the sender gets rid of all lines")
    void theSenderGetsRidOfAllLines() throws InterruptedException {
        Goroutine sender = search("land ho", "sea", "sky", "sun", PAUSE, "moon");
        stage.pass(Duration.ofHours(2));
        if (!sender.isDone()) {
            throw new CheckFailure(
                    "The line was found, and the sender had four more lines to send.",
                    "it can send them all, and close",
                    "it waits in a send, for ever: `lines` is received from no more");
        }
        stage.equal("The word was: land.", "land ho", found());
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        search("land ho", "sea");
        stage.pass(Duration.ofHours(1));
        stage.noLeak("when the line was found and the channel closed");
    }
}

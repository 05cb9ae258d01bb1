package rendezvous.course.c02.readers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The pages are the check's, and take time on the run's clock. */
@Checks
final class ReadersChecks {
    private final Readers readers;
    private final Stage stage;
    private final Bound desk;

    ReadersChecks(Readers readers, Stage stage) {
        this.readers = readers;
        this.stage = stage;
        this.desk = stage.atMost(100, "pages");
    }

    private List<Readers.Page> pages(int... minutes) {
        List<Readers.Page> pages = new ArrayList<>();
        for (int each : minutes) {
            pages.add(() -> {
                desk.inside(() -> Go.sleep(Duration.ofMinutes(each)));
                return "page of " + each + " min";
            });
        }
        return pages;
    }

    @Explore
    @Order(1)
    @Hint(2)
    @DisplayName("the texts come in the order of the pages")
    void inTheOrderOfThePages() throws InterruptedException {
        stage.equal(
                "Pages of 30, 10 and 20 minutes.",
                List.of("page of 30 min", "page of 10 min", "page of 20 min"),
                readers.readAll(pages(30, 10, 20)));
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("each page is read once")
    void eachPageIsReadOnce() throws InterruptedException {
        readers.readAll(pages(30, 10, 20));
        stage.pass(Duration.ofHours(2));
        stage.equal("There are three pages. So many times one was read:", 3, desk.times());
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("all are read at the same time")
    void allAtTheSameTime() throws InterruptedException {
        readers.readAll(pages(30, 10, 20));
        stage.equal(
                "Pages of 30, 10 and 20 minutes. `readAll` returned after so many:",
                30L,
                stage.time().toMinutes());
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("no pages, no texts")
    void noPages() throws InterruptedException {
        stage.equal("There are no pages.", List.of(), readers.readAll(List.of()));
    }
}

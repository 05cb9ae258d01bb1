package rendezvous.course.c08.copyists;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Received;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The check has the pages, and receives the copies. A page that is a number takes so many hours. */
@Checks
final class CopyistsChecks {
    private final Copyists copyists;
    private final Stage stage;

    CopyistsChecks(Copyists copyists, Stage stage) {
        this.copyists = copyists;
        this.stage = stage;
    }

    private ReceiveChan<String> copy(ReceiveChan<String> pages, Copyists.Hand hand) throws InterruptedException {
        return stage.call("copy", () -> copyists.copy(pages, 2, hand));
    }

    /** Returns a channel that holds the pages and is closed. */
    private Chan<String> pages(String... all) throws InterruptedException {
        Chan<String> pages = stage.channel("pages", all.length);
        for (String page : all) {
            pages.send(page);
        }
        pages.close();
        return pages;
    }

    private static Copyists.Hand slow(Bound hands) {
        return page -> {
            hands.inside(() -> Go.sleep(Duration.ofHours(Integer.parseInt(page))));
            return page;
        };
    }

    /** Receives until the channel is closed; returns the copies in the order of the alphabet. */
    private List<String> all(String what, ReceiveChan<String> copies) throws InterruptedException {
        List<String> got = new ArrayList<>();
        while (got.size() < 10) {
            stage.settle();
            Optional<Received<String>> next = copies.tryReceive();
            if (next.isEmpty()) {
                stage.pass(Duration.ofHours(1));
                next = copies.tryReceive();
            }
            Received<String> copy = next.orElseThrow(() -> new CheckFailure(
                    what + " After the copies " + got + " nothing comes any more, and the channel is not closed.",
                    "it is closed when the last copy was received",
                    stage.whoLives()));
            if (!copy.ok()) {
                break;
            }
            got.add(copy.value());
        }
        return got.stream().sorted().toList();
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("returns at once")
    void returnsAtOnce() throws InterruptedException {
        copy(stage.channel("pages"), page -> page);
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("every page is copied once, and then the end")
    void everyPageIsCopiedOnce() throws InterruptedException {
        String what = "Two scribes, and the pages a, b and c, which are copied as A, B and C.";
        stage.equal(
                what,
                List.of("A", "B", "C"),
                all(what, copy(pages("a", "b", "c"), page -> page.equals("a") ? "A" : page.equals("b") ? "B" : "C")));
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("no pages: the end at once")
    void noPages() throws InterruptedException {
        String what = "There are no pages.";
        stage.equal(what, List.of(), all(what, copy(pages(), page -> page)));
    }

    @Explore
    @Order(4)
    @Hint(1)
    @DisplayName("as many at a time as there are scribes")
    void asManyAtATimeAsThereAreScribes() throws InterruptedException {
        Bound hands = stage.atMost(3, "pages");
        ReceiveChan<String> pages = pages("1", "1", "1", "1");
        stage.call("copy", () -> copyists.copy(pages, 3, slow(hands)));
        stage.pass(Duration.ofMinutes(1));
        hands.reached();
    }

    @Explore
    @Order(5)
    @Hint(1)
    @DisplayName("a free scribe takes the next page")
    void aFreeScribeTakesTheNextPage() throws InterruptedException {
        String what = "Two scribes, and pages that take 3, 1, 1 and 1 hours.";
        stage.equal(
                what,
                List.of("1", "1", "1", "3"),
                all(what, copy(pages("3", "1", "1", "1"), slow(stage.atMost(2, "pages")))));
        long hours = stage.time().toHours();
        if (hours > 3) {
            throw new CheckFailure(
                    what,
                    "all is done after 3 hours, since one scribe copies the short pages while the other is busy",
                    "it took " + hours + " hours");
        }
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        all("There is one page, a.", copy(pages("a"), page -> page));
        stage.noLeak("when the channel was closed");
    }
}

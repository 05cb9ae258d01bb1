package rendezvous.course.c10.newsroom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.chan.ReceiveChan;
import rendezvous.exercise.Bound;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The reporters are the check's, and so is the press, which notes after how many seconds it got what. */
@Checks
final class NewsroomChecks {
    private final Newsroom newsroom;
    private final Stage stage;
    private final List<String> press = new ArrayList<>();
    private final Bound out;

    NewsroomChecks(Newsroom newsroom, Stage stage) {
        this.newsroom = newsroom;
        this.stage = stage;
        this.out = stage.atMost(2, "reporters");
    }

    private ReceiveChan<String> open(int deadline, int... seconds) throws InterruptedException {
        List<Newsroom.Reporter> reporters = new ArrayList<>();
        for (int takes : seconds) {
            reporters.add(() -> {
                out.inside(() -> Go.sleep(Duration.ofSeconds(takes)));
                return "news of " + takes + " s";
            });
        }
        return stage.call("open", () -> newsroom.open(reporters, Duration.ofSeconds(deadline)));
    }

    private void print(ReceiveChan<String> news) {
        stage.go("press", () -> {
            for (String line : news) {
                press.add(line + " at " + stage.time().toSeconds() + " s");
            }
            press.add("end at " + stage.time().toSeconds() + " s");
        });
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("returns at once, and sends all out together")
    void returnsAtOnce() throws InterruptedException {
        open(60, 5, 9);
        stage.settle();
        out.reached();
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("brings what is found, as soon as it is, and then the end")
    void bringsWhatIsFound() throws InterruptedException {
        print(open(60, 9, 5));
        stage.pass(Duration.ofHours(1));
        stage.equal(
                "Reporters take 9 and 5 s, the deadline is 60 s. At the press:",
                List.of("news of 5 s at 5 s", "news of 9 s at 9 s", "end at 9 s"),
                press);
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("ends at the deadline")
    void endsAtTheDeadline() throws InterruptedException {
        print(open(20, 5, 99));
        stage.pass(Duration.ofHours(1));
        stage.equal(
                "Reporters take 5 and 99 s, the deadline is 20 s. At the press:",
                List.of("news of 5 s at 5 s", "end at 20 s"),
                press);
    }

    @Explore
    @Order(4)
    @Hint(1)
    @DisplayName("nobody is sent out: the end at once")
    void nobodyIsSentOut() throws InterruptedException {
        print(open(60));
        stage.pass(Duration.ofHours(1));
        stage.equal("No reporters, the deadline is 60 s. At the press:", List.of("end at 0 s"), press);
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("leaves no goroutine behind when all have come back")
    void leavesNoGoroutineBehind() throws InterruptedException {
        print(open(20, 5, 99));
        stage.pass(Duration.ofSeconds(100));
        stage.noLeak("when all reporters had come back");
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("leaves no goroutine behind if nobody receives")
    void leavesNoGoroutineBehindIfNobodyReceives() throws InterruptedException {
        open(20, 5, 99);
        stage.pass(Duration.ofSeconds(100));
        stage.noLeak("when all reporters had come back, and nobody had received");
    }
}

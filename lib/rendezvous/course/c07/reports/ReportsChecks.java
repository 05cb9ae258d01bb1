package rendezvous.course.c07.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Received;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The reporters are the check's, and so is the reader. */
@Checks
final class ReportsChecks {
    private final Reports reports;
    private final Stage stage;

    ReportsChecks(Reports reports, Stage stage) {
        this.reports = reports;
        this.stage = stage;
    }

    private ReceiveChan<String> gather(Reports.Reporter... reporters) throws InterruptedException {
        return stage.call("gather", () -> reports.gather(List.of(reporters)));
    }

    private static Reports.Reporter writes(String... lines) {
        return out -> {
            for (String line : lines) {
                out.send(line);
            }
        };
    }

    /** Receives until the channel is closed; returns the lines in the order of the alphabet. */
    private List<String> all(String what, ReceiveChan<String> lines) throws InterruptedException {
        List<String> got = new ArrayList<>();
        while (got.size() < 10) {
            stage.pass(Duration.ofHours(1));
            Received<String> next = lines.tryReceive()
                    .orElseThrow(() -> new CheckFailure(
                            what + " After " + got + " nothing comes any more, and the channel is not closed.",
                            "it is closed when all reporters have ended",
                            stage.whoLives()));
            if (!next.ok()) {
                break;
            }
            got.add(next.value());
        }
        return got.stream().sorted().toList();
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("every line comes, and then the end")
    void everyLineComes() throws InterruptedException {
        String what = "One reporter writes a1 and a2, another b1.";
        stage.equal(what, List.of("a1", "a2", "b1"), all(what, gather(writes("a1", "a2"), writes("b1"))));
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("the last one is waited for")
    void theLastOneIsWaitedFor() throws InterruptedException {
        String what = "One reporter has nothing to write, another writes after an hour and a half.";
        List<String> got = all(what, gather(writes(), out -> {
            Go.sleep(Duration.ofMinutes(30));
            out.send("late");
            Go.sleep(Duration.ofMinutes(30));
            out.send("later");
        }));
        stage.equal(what, List.of("late", "later"), got);
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("all report at the same time")
    void allReportAtTheSameTime() throws InterruptedException {
        Bound writing = stage.atMost(2, "reporters");
        Reports.Reporter slow = out -> writing.inside(() -> Go.sleep(Duration.ofMinutes(5)));
        all("Two reporters take five minutes each, and write nothing.", gather(slow, slow));
        writing.reached();
    }

    @Explore
    @Order(4)
    @Hint(1)
    @DisplayName("nobody reports: the end at once")
    void nobodyReports() throws InterruptedException {
        String what = "There are no reporters.";
        stage.equal(what, List.of(), all(what, gather()));
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("a reporter who fails is counted too")
    void aReporterWhoFailsIsCountedToo() throws InterruptedException {
        String what = "One reporter writes a1 and fails, another writes b1.";
        List<String> got = all(
                what,
                gather(
                        out -> {
                            out.send("a1");
                            throw new java.io.IOException("the pencil broke");
                        },
                        writes("b1")));
        stage.equal(what, List.of("a1", "b1"), got);
    }

    @Explore
    @Order(6)
    @Hint(2)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        all("One reporter writes a1.", gather(writes("a1")));
        stage.noLeak("when the channel was closed");
    }
}

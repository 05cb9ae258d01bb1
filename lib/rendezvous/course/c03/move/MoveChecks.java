package rendezvous.course.c03.move;

import java.io.IOException;
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

/** The jobs are the check's: each takes time on the run's clock, and writes down when it is done. */
@Checks
final class MoveChecks {
    private final Move move;
    private final Stage stage;
    private final List<String> done = new ArrayList<>(); // goroutines of a run come between each other at steps only

    MoveChecks(Move move, Stage stage) {
        this.move = move;
        this.stage = stage;
    }

    private Move.Job job(String name, int minutes) {
        return () -> {
            Go.sleep(Duration.ofMinutes(minutes));
            done.add(name);
        };
    }

    private static Move.Job fails(String what, int minutes) {
        return () -> {
            Go.sleep(Duration.ofMinutes(minutes));
            throw new IOException(what);
        };
    }

    private void run(List<List<Move.Job>> stages) throws InterruptedException {
        try {
            move.run(stages);
        } catch (IOException e) {
            throw new CheckFailure("No job failed.", "`run` returns", "it threw IOException: " + e.getMessage());
        }
    }

    /** Runs stages of which a job fails, and returns what was thrown. */
    private String failure(String what, List<List<Move.Job>> stages) throws InterruptedException {
        try {
            move.run(stages);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        throw new CheckFailure(what, "`run` throws the job's IOException", "it returned");
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("all jobs are done, stage after stage")
    void allJobsAreDoneStageAfterStage() throws InterruptedException {
        run(List.of(List.of(job("books", 0), job("cups", 0)), List.of(), List.of(job("carry", 0))));
        stage.settle();
        List<String> first = done.stream().limit(2).sorted().toList();
        List<String> rest = done.stream().skip(2).toList();
        stage.equal("First come books and cups, in any order.", List.of("books", "cups"), first);
        stage.equal("Then comes a stage without jobs, then the stage to carry.", List.of("carry"), rest);
        run(List.of());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("the jobs of a stage are done at the same time")
    void theJobsOfAStageAreDoneAtTheSameTime() throws InterruptedException {
        Bound room = stage.atMost(3, "jobs");
        Move.Job heavy = () -> room.inside(() -> Go.sleep(Duration.ofMinutes(20)));
        run(List.of(List.of(heavy, heavy, heavy)));
        room.reached();
        long minutes = stage.time().toMinutes();
        if (minutes > 20) {
            throw new CheckFailure(
                    "A stage has three jobs of 20 minutes.",
                    "it is done after 20 minutes",
                    "it took " + minutes + " minutes");
        }
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("a stage begins when the one before it is over")
    void aStageBeginsWhenTheOneBeforeItIsOver() throws InterruptedException {
        run(List.of(List.of(job("books", 30), job("cups", 5)), List.of(job("carry", 5)), List.of(job("unpack", 5))));
        stage.equal(
                "The books take 30 minutes, all else 5: cups beside them, then carry, then unpack.",
                List.of("cups", "books", "carry", "unpack"),
                List.copyOf(done));
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("a job that fails ends the move")
    void aJobThatFailsEndsTheMove() throws InterruptedException {
        String what = "The second stage has one job, which fails.";
        String thrown = failure(
                what, List.of(List.of(job("books", 1)), List.of(fails("flat tyre", 1)), List.of(job("unpack", 1))));
        stage.equal(what + " `run` throws:", "flat tyre", thrown);
        stage.pass(Duration.ofHours(1));
        stage.equal(what + " These jobs are done:", List.of("books"), List.copyOf(done));
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("the others of its stage are waited for")
    void theOthersOfItsStageAreWaitedFor() throws InterruptedException {
        String what = "A job fails at once, the other of its stage takes 20 minutes.";
        String thrown = failure(what, List.of(List.of(fails("broken cup", 0), job("books", 20))));
        stage.equal(what + " When `run` throws, these are done:", List.of("books"), List.copyOf(done));
        stage.equal(what + " `run` throws:", "broken cup", thrown);
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("the failure of the first in the list is thrown")
    void theFailureOfTheFirstInTheListIsThrown() throws InterruptedException {
        String what = "Three jobs of a stage fail: the piano after 20 minutes, the lamp after 1, the mirror after 30.";
        String thrown = failure(what, List.of(List.of(fails("piano", 20), fails("lamp", 1), fails("mirror", 30))));
        stage.equal(what + " `run` throws that of:", "piano", thrown);
    }

    @Explore
    @Order(7)
    @Hint(2)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        failure("A job fails.", List.of(List.of(job("books", 1), fails("broken cup", 2))));
        stage.noLeak("when `run` had thrown");
    }
}

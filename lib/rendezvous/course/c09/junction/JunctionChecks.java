package rendezvous.course.c09.junction;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;

/** The check holds all three ends. */
@Checks
final class JunctionChecks {
    private final Junction junction;
    private final Stage stage;
    private final Chan<String> left;
    private final Chan<String> right;
    private final Chan<String> out;

    JunctionChecks(Junction junction, Stage stage) {
        this.junction = junction;
        this.stage = stage;
        this.left = stage.channel("left");
        this.right = stage.channel("right");
        this.out = stage.channel("out");
    }

    private Goroutine run() {
        return stage.go("junction", () -> junction.run(left, right, out));
    }

    /** Sends a train in, and wants it to come out. */
    private void through(Chan<String> track, String name, String train, String before) throws InterruptedException {
        if (!stage.give(track, train)) {
            throw new CheckFailure(
                    before + "A train came on `" + name + "`, and none on the other track.",
                    "the junction lets it in",
                    "the junction waits, and not for this track");
        }
        stage.equal(
                before + "A train came on `" + name + "`. It should leave on `out`.",
                train,
                stage.take(out).orElse("nothing leaves"));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("lets in whichever comes")
    void letsInWhicheverComes() throws InterruptedException {
        run();
        through(right, "right", "R1", "");
        through(right, "right", "R2", "");
        through(left, "left", "L1", "");
        through(left, "left", "L2", "");
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("one leaves before the next comes in")
    void oneLeavesBeforeTheNextComesIn() throws InterruptedException {
        run();
        if (!stage.give(left, "L1")) {
            throw new CheckFailure("A train came on `left`.", "the junction lets it in", "it does not");
        }
        if (stage.give(right, "R1")) {
            throw new CheckFailure(
                    "A train came on `left` and has not left, then one came on `right`.",
                    "the second waits until the first has left",
                    "both are in the junction");
        }
        stage.equal("Then `out` was received from.", "L1", stage.take(out).orElse("nothing"));
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("goes on with the other when one has ended")
    void goesOnWithTheOther() throws InterruptedException {
        run();
        left.close();
        through(right, "right", "R1", "`left` was closed. ");
        through(right, "right", "R2", "`left` was closed. ");
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("it may be either that ends first")
    void eitherMayEndFirst() throws InterruptedException {
        run();
        right.close();
        through(left, "left", "L1", "`right` was closed. ");
        through(left, "left", "L2", "`right` was closed. ");
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("ends when both have ended")
    void endsWhenBothHaveEnded() throws InterruptedException {
        Goroutine running = run();
        left.close();
        stage.settle();
        right.close();
        stage.settle();
        boolean ended = out.tryReceive().map(next -> !next.ok()).orElse(false);
        stage.equal("Both tracks were closed. `out` is:", "closed", ended ? "closed" : "open");
        stage.settle();
        stage.equal("Both tracks were closed. `run`:", "has returned", running.isDone() ? "has returned" : "waits");
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("starts no goroutine")
    void startsNoGoroutine() throws InterruptedException {
        run();
        stage.settle();
        if (!stage.living().isEmpty()) {
            throw new CheckFailure(
                    "The junction was started, and no train has come.",
                    "all is done in the goroutine that calls `run`",
                    stage.whoLives());
        }
    }
}

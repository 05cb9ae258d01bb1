package rendezvous.course.c06.promise;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The finder is the check's: it takes an hour on the run's clock, and counts how often it was called. */
@Checks
final class PromiseChecks {
    private final Promises promises;
    private final Stage stage;
    private int found; // goroutines of a run come between each other at steps only

    PromiseChecks(Promises promises, Stage stage) {
        this.promises = promises;
        this.stage = stage;
    }

    private Promise begin() throws InterruptedException {
        return stage.call(
                "begin",
                () -> promises.begin(() -> {
                    Go.sleep(Duration.ofHours(1));
                    found++;
                    return "gold";
                }));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("begin returns at once, and get waits")
    void beginReturnsAtOnceAndGetWaits() throws InterruptedException {
        Promise promise = begin();
        stage.equal(
                "`begin` was called, and the finder takes an hour.",
                0L,
                stage.time().toHours());
        stage.equal("Then somebody asked.", "gold", promise.get());
        stage.equal("The value took an hour to find.", 1L, stage.time().toHours());
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("whoever asks again gets the value again")
    void whoeverAsksAgainGetsTheValueAgain() throws InterruptedException {
        Promise promise = begin();
        promise.get();
        Chan<String> again = stage.channel("again", 1);
        stage.go("asks again", () -> again.send(promise.get()));
        stage.pass(Duration.ofHours(3));
        stage.equal(
                "`get` was called twice, one after the other.",
                "gold",
                again.tryReceive().map(one -> one.value()).orElse("nothing: the second call waits for ever"));
    }

    @Explore
    @Order(3)
    @Hint(3)
    @DisplayName("all who wait get the value")
    void allWhoWaitGetTheValue() throws InterruptedException {
        Promise promise = begin();
        Chan<String> got = stage.channel("got", 3);
        for (String who : List.of("ann", "bob", "cleo")) {
            stage.go(who, () -> got.send(promise.get()));
        }
        stage.pass(Duration.ofHours(3));
        if (got.len() < 3) {
            throw new CheckFailure(
                    "Ann, Bob and Cleo waited for the value.",
                    "all three have it when it is there",
                    got.len() + " of 3 have it; the others wait for ever");
        }
        stage.equal(
                "Three asked.", List.of("gold", "gold", "gold"), List.of(got.receive(), got.receive(), got.receive()));
    }

    @Explore
    @Order(4)
    @Hint(1)
    @DisplayName("the finder is called once")
    void theFinderIsCalledOnce() throws InterruptedException {
        Promise promise = begin();
        stage.pass(Duration.ofHours(2));
        stage.equal("Nobody has asked yet, and two hours have passed.", 1, found);
        promise.get();
        promise.get();
        stage.equal("Somebody asked twice.", 1, found);
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        begin();
        stage.pass(Duration.ofHours(2));
        stage.noLeak("when the value was found, and nobody had asked");
        begin().get();
        stage.noLeak("when the value was found and had been asked for");
    }
}

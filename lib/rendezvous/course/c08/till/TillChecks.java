package rendezvous.course.c08.till;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The check is the customer: it gives amounts, one after the other, and closes. */
@Checks
final class TillChecks {
    private final Till till;
    private final Stage stage;
    private final Chan<Integer> amounts;
    private final Chan<Integer> sum;

    TillChecks(Till till, Stage stage) {
        this.till = till;
        this.stage = stage;
        this.amounts = stage.channel("amounts");
        this.sum = stage.channel("sum", 1);
    }

    private void open() {
        stage.go("till", () -> sum.send(till.total(amounts)));
    }

    private void pay(int amount) throws InterruptedException {
        if (!stage.give(amounts, amount)) {
            throw new CheckFailure(
                    "The amount " + amount + " was offered, and the channel is open.",
                    "`total` takes it",
                    sum.len() > 0 ? "`total` has returned already" : "nobody takes it");
        }
    }

    /** A customer pays and closes; an hour goes by. */
    private Object paid(int... all) throws InterruptedException {
        open();
        stage.go("customer", () -> {
            for (int amount : all) {
                amounts.send(amount);
            }
            amounts.close();
        });
        stage.pass(Duration.ofHours(1));
        return total();
    }

    private Object total() throws InterruptedException {
        return sum.len() > 0 ? sum.receive() : "`total` has not returned";
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("adds up all amounts")
    void addsUpAllAmounts() throws InterruptedException {
        stage.equal("250, 120 and 30 came, then the channel was closed.", 400, paid(250, 120, 30));
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("0 and less are amounts")
    void zeroAndLessAreAmounts() throws InterruptedException {
        stage.equal("500, 0, -200 and 30 came, then the channel was closed.", 330, paid(500, 0, -200, 30));
    }

    @Explore
    @Order(3)
    @Hint(3)
    @DisplayName("nobody pays: 0")
    void nobodyPays() throws InterruptedException {
        stage.equal("The channel was closed before anything came.", 0, paid());
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("a quiet hour is not the end")
    void aQuietHourIsNotTheEnd() throws InterruptedException {
        open();
        pay(100);
        stage.pass(Duration.ofHours(1));
        if (sum.len() > 0) {
            throw new CheckFailure(
                    "100 came, then nothing for an hour; the channel is open.",
                    "`total` waits",
                    "it has returned " + sum.receive());
        }
        pay(50);
        amounts.close();
        stage.pass(Duration.ofHours(1));
        stage.equal("100 came, an hour later 50, then the channel was closed.", 150, total());
    }
}

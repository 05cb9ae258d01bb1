package rendezvous.course.c01.purse;

import java.time.Duration;
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

/** The purses are the check's: a change takes ten minutes on the run's clock. Each has five coins at first. */
@Checks
final class PurseChecks {
    private final Banker banker;
    private final Stage stage;

    PurseChecks(Banker banker, Stage stage) {
        this.banker = banker;
        this.stage = stage;
    }

    private Purse purse(int number) {
        Bound hands = stage.atMost(1, "changes of purse " + number);
        return new Purse() {
            private int coins = 5;

            @Override
            public int number() {
                return number;
            }

            @Override
            public int coins() {
                return coins;
            }

            @Override
            public void change(int by) {
                try {
                    hands.inside(() -> {
                        int before = coins;
                        Go.sleep(Duration.ofMinutes(10));
                        coins = before + by;
                    });
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static List<Integer> coins(Purse... purses) {
        return List.of(purses).stream().map(Purse::coins).toList();
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("the coins arrive")
    void theCoinsArrive() {
        Purse a = purse(1);
        Purse b = purse(2);
        banker.move(a, b, 2);
        stage.equal("Two purses had 5 coins each, and 2 were moved.", List.of(3, 7), coins(a, b));
        stage.equal("So many are in both:", 10, banker.sum(a, b));
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("a purse is changed by one at a time")
    void aPurseIsChangedByOneAtATime() throws InterruptedException {
        Purse a = purse(1);
        Purse b = purse(2);
        Purse c = purse(3);
        stage.go("a to b", () -> banker.move(a, b, 1));
        stage.go("c to b", () -> banker.move(c, b, 1));
        stage.go("a to c", () -> banker.move(a, c, 1));
        stage.pass(Duration.ofHours(2));
        stage.equal(
                "Three purses had 5 coins each. One was moved from a to b, one from c to b, one from a to c.",
                List.of(3, 7, 5),
                coins(a, b, c));
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("there and back does not get stuck")
    void thereAndBack() throws InterruptedException {
        Purse a = purse(1);
        Purse b = purse(2);
        stage.go("a to b", () -> banker.move(a, b, 2));
        stage.go("b to a", () -> banker.move(b, a, 1));
        stage.pass(Duration.ofHours(2));
        stage.equal(
                "Two purses had 5 coins each. 2 were moved from a to b, 1 from b to a, at the same time.",
                List.of(4, 6),
                coins(a, b));
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("nobody sees coins under way")
    void nobodySeesCoinsUnderWay() throws InterruptedException {
        Purse a = purse(1);
        Purse b = purse(2);
        int[] sum = new int[1];
        stage.go("a to b", () -> banker.move(a, b, 2));
        stage.go("looks", () -> {
            Go.sleep(Duration.ofMinutes(15));
            sum[0] = banker.sum(b, a);
        });
        stage.pass(Duration.ofHours(2));
        stage.equal("While coins were moved from a to b, somebody asked for the sum of b and a.", 10, sum[0]);
        sum[0] = 0;
        stage.go("again a to b", () -> banker.move(a, b, 2));
        stage.go("looks again", () -> sum[0] = banker.sum(b, a));
        stage.pass(Duration.ofHours(2));
        stage.equal("Once more, and both began at the same time.", 10, sum[0]);
    }

    @Explore
    @Order(5)
    @Hint(1)
    @DisplayName("different purses side by side")
    void differentPursesSideBySide() throws InterruptedException {
        Purse a = purse(1);
        Purse b = purse(2);
        Purse c = purse(3);
        Purse d = purse(4);
        stage.go("a to b", () -> banker.move(a, b, 1));
        stage.go("c to d", () -> banker.move(c, d, 1));
        stage.pass(Duration.ofMinutes(21));
        if (!coins(a, b, c, d).equals(List.of(4, 6, 4, 6))) {
            throw new CheckFailure(
                    "A coin was moved from a to b, and at the same time one from c to d. A change takes 10 minutes.",
                    "all is done after 20 minutes: the purses 4, 6, 4, 6",
                    "after 21 minutes they have " + coins(a, b, c, d));
        }
    }
}

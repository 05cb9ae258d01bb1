package rendezvous.course.c03.market;

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

/** The stalls are the check's: each takes time on the run's clock, in a room that counts. */
@Checks
final class MarketChecks {
    private final Market market;
    private final Stage stage;

    MarketChecks(Market market, Stage stage) {
        this.market = market;
        this.stage = stage;
    }

    private static List<Market.Stall> stalls(Bound room, int... minutes) {
        List<Market.Stall> stalls = new ArrayList<>();
        for (int each : minutes) {
            stalls.add(() -> room.inside(() -> Go.sleep(Duration.ofMinutes(each))));
        }
        return stalls;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("each stall is set up once")
    void eachStallIsSetUpOnce() throws InterruptedException {
        List<String> built = new ArrayList<>();
        market.build(List.of(() -> built.add("bread"), () -> built.add("fish"), () -> built.add("tea")));
        stage.settle();
        stage.equal(
                "Stalls for bread, fish and tea were to be set up, in any order.",
                List.of("bread", "fish", "tea"),
                built.stream().sorted().toList());
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("returns when the last one stands")
    void returnsWhenTheLastOneStands() throws InterruptedException {
        Bound room = stage.atMost(3, "stalls");
        market.build(stalls(room, 10, 30, 20));
        if (room.times() < 3) {
            throw new CheckFailure(
                    "`build` returned too early: the stalls take 10, 30 and 20 minutes.",
                    "it returns when the last of 3 stalls stands",
                    "it returned after " + stage.time().toMinutes() + " minutes, when " + room.times() + " of 3 stood");
        }
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("all stalls go up at the same time")
    void allStallsGoUpAtTheSameTime() throws InterruptedException {
        Bound room = stage.atMost(3, "stalls");
        market.build(stalls(room, 10, 30, 20));
        room.reached();
        long minutes = stage.time().toMinutes();
        if (minutes > 30) {
            throw new CheckFailure(
                    "The stalls take 10, 30 and 20 minutes.",
                    "`build` returns after 30 minutes",
                    "it returned after " + minutes + " minutes");
        }
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("no stalls: returns at once")
    void noStallsReturnsAtOnce() throws InterruptedException {
        market.build(List.of());
        stage.equal("There are no stalls. So much time passed:", Duration.ZERO, stage.time());
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        market.build(stalls(stage.atMost(2, "stalls"), 1, 2));
        stage.noLeak("when `build` had returned");
    }
}

package rendezvous.course.c05.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The check's two people bring things, one after the other or at once, and keep what they get. */
@Checks
final class ExchangeChecks {
    private final Exchange exchange;
    private final Stage stage;
    private final List<@Nullable String> left = new ArrayList<>(); // what who came from the left has got
    private final List<@Nullable String> right = new ArrayList<>();

    ExchangeChecks(Exchange exchange, Stage stage) {
        this.exchange = exchange;
        this.stage = stage;
    }

    private void comesFromTheLeft(String... things) {
        stage.go("who comes from the left", () -> {
            for (String thing : things) {
                left.add(exchange.left(thing));
            }
        });
    }

    private void comesFromTheRight(String... things) {
        stage.go("who comes from the right", () -> {
            for (String thing : things) {
                right.add(exchange.right(thing));
            }
        });
    }

    private void got(String what, List<String> onTheLeft, List<String> onTheRight) throws InterruptedException {
        stage.pass(Duration.ofHours(1));
        stage.equal(what + " On the left they got:", onTheLeft, left);
        stage.equal(what + " On the right they got:", onTheRight, right);
    }

    private void waits(List<@Nullable String> got, String who) throws InterruptedException {
        stage.pass(Duration.ofHours(1));
        if (!got.isEmpty()) {
            throw new CheckFailure(
                    who + " was alone, and did not wait.",
                    "it waits until somebody comes from the other side",
                    "it has returned " + (got.getFirst() == null ? "null" : "\"" + got.getFirst() + "\""));
        }
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("each gets what the other brought")
    void eachGetsWhatTheOtherBrought() throws InterruptedException {
        comesFromTheRight("pear");
        stage.settle();
        comesFromTheLeft("apple");
        got("From the right came a pear, then from the left an apple.", List.of("pear"), List.of("apple"));
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("it does not matter who comes first")
    void itDoesNotMatterWhoComesFirst() throws InterruptedException {
        comesFromTheLeft("apple");
        stage.settle();
        comesFromTheRight("pear");
        got("From the left came an apple, then from the right a pear.", List.of("pear"), List.of("apple"));
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("whoever comes first waits")
    void whoeverComesFirstWaits() throws InterruptedException {
        comesFromTheLeft("apple");
        waits(left, "Who came from the left");
        comesFromTheRight("pear");
        stage.pass(Duration.ofHours(1));
        comesFromTheRight("fig");
        waits(right.subList(Math.min(1, right.size()), right.size()), "Who came from the right");
    }

    @Explore
    @Order(4)
    @Hint(2)
    @DisplayName("it can be used again and again")
    void itCanBeUsedAgainAndAgain() throws InterruptedException {
        comesFromTheLeft("a", "b", "c");
        comesFromTheRight("1", "2", "3");
        got("Three times they met.", List.of("1", "2", "3"), List.of("a", "b", "c"));
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        comesFromTheLeft("apple");
        comesFromTheRight("pear");
        got("They met once.", List.of("pear"), List.of("apple"));
        stage.noLeak("when both had gone");
    }
}

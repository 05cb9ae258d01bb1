package rendezvous.course.c17.numbers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.ReceiveChan;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The check receives at moments of its choosing on the run's clock, and cancels in each of the waits that there are. */
@Checks
final class NumbersChecks {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration IN_TIME = Duration.ofMillis(1);

    private final Numbers numbers;
    private final Stage stage;

    NumbersChecks(Numbers numbers, Stage stage) {
        this.numbers = numbers;
        this.stage = stage;
    }

    private ReceiveChan<Integer> start(Context ctx) throws InterruptedException {
        return stage.call("start", () -> numbers.start(ctx, PAUSE));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("start returns at once, and 0, 1, 2 come")
    void numbersCome() throws InterruptedException {
        ReceiveChan<Integer> source = start(Context.withCancel(Context.background()));
        List<Integer> got = new ArrayList<>();
        stage.go("receiver", () -> {
            for (int i = 0; i < 3; i++) {
                got.add(source.receive());
            }
        });
        stage.pass(Duration.ofMinutes(10));
        stage.equal("Three numbers were received.", List.of(0, 1, 2), got);
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("a pause lies between two numbers")
    void aPauseLiesBetween() throws InterruptedException {
        ReceiveChan<Integer> source = start(Context.withCancel(Context.background()));
        List<Long> seconds = new ArrayList<>();
        stage.go("receiver", () -> {
            for (int i = 0; i < 3; i++) {
                source.receive();
                seconds.add(stage.time().toSeconds());
            }
        });
        stage.pass(Duration.ofMinutes(10));
        stage.equal("The pause is 10 s. The numbers came after so many seconds.", List.of(0L, 10L, 20L), seconds);
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("ends in time while nobody receives")
    void endsWhileNobodyReceives() throws Exception {
        CancelContext ctx = Context.withCancel(Context.background());
        start(ctx);
        stage.pass(Duration.ofSeconds(1));
        stage.endsWithin(IN_TIME, "the cancel, while the first number was offered and nobody received it", ctx::cancel);
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("ends in time in the middle of a pause")
    void endsInAPause() throws Exception {
        CancelContext ctx = Context.withCancel(Context.background());
        ReceiveChan<Integer> source = start(ctx);
        source.receive();
        stage.pass(Duration.ofSeconds(3));
        stage.endsWithin(IN_TIME, "the cancel, in the middle of a pause", ctx::cancel);
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("closes the channel at the end")
    void closesTheChannel() throws Exception {
        CancelContext ctx = Context.withTimeout(Context.background(), Duration.ofSeconds(15));
        ReceiveChan<Integer> source = start(ctx);
        List<Integer> got = new ArrayList<>();
        List<Long> end = new ArrayList<>();
        stage.go("receiver", () -> {
            for (int number : source) {
                got.add(number);
            }
            end.add(stage.time().toSeconds());
        });
        stage.pass(Duration.ofMinutes(10));
        if (end.isEmpty()) {
            throw new CheckFailure(
                    "The context was done after 15 s, and whoever receives waits for ever.",
                    "the channel is closed then, so that a loop over it ends",
                    "the loop over the channel has not ended");
        }
        stage.equal("The pause is 10 s, and the context is done after 15 s. Received:", List.of(0, 1), got);
        stage.equal("The context was done after 15 s. Seconds until the channel was closed:", 15L, end.getFirst());
    }
}

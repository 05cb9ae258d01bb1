package rendezvous.course.c07.relay;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Received;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;

/** The check holds both ends: it sends on one side and receives on the other. */
@Checks
final class RelayChecks {
    private final Relay relay;
    private final Stage stage;
    private final Chan<String> in;
    private final Chan<String> out;

    RelayChecks(Relay relay, Stage stage) {
        this.relay = relay;
        this.stage = stage;
        this.in = stage.channel("in");
        this.out = stage.channel("out");
    }

    private Goroutine run() {
        return stage.go("relay", () -> relay.run(in, out));
    }

    /** Sends the values and closes, and receives what comes on the other side until that is closed. */
    private List<String> through(String... values) throws InterruptedException {
        run();
        stage.go("source", () -> {
            for (String value : values) {
                in.send(value);
            }
            in.close();
        });
        List<String> got = new ArrayList<>();
        while (got.size() <= values.length) {
            stage.settle();
            Received<String> next = out.tryReceive()
                    .orElseThrow(() -> new CheckFailure(
                            "Into the relay went " + List.of(values) + ", then `in` was closed. Out of it came " + got
                                    + ", and nothing comes any more.",
                            "all values, and then the end: `out` is closed",
                            "`out` is still open, and nobody sends on it"));
            if (!next.ok()) {
                return got;
            }
            got.add(next.value());
        }
        return got;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("passes on every value in order")
    void passesOnEveryValue() throws InterruptedException {
        stage.equal("Into the relay went a, b and c.", List.of("a", "b", "c"), through("a", "b", "c"));
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("an empty text is a value")
    void anEmptyTextIsAValue() throws InterruptedException {
        stage.equal(
                "Into the relay went a text, an empty one and another.", List.of("a", "", "b"), through("a", "", "b"));
    }

    @Explore
    @Order(3)
    @Hint(3)
    @DisplayName("passes on the end")
    void passesOnTheEnd() throws InterruptedException {
        stage.equal("`in` was closed at once.", List.of(), through());
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("returns when it is over, and not before")
    void returnsWhenItIsOver() throws InterruptedException {
        Goroutine relaying = run();
        stage.settle();
        if (relaying.isDone()) {
            throw new CheckFailure(
                    "`run` returned though `in` is open.",
                    "it waits for values until `in` is closed",
                    "it has returned");
        }
        in.close();
        stage.settle();
        if (!relaying.isDone()) {
            throw new CheckFailure("`in` was closed.", "`run` returns", "it has not returned");
        }
    }

    @Explore
    @Order(5)
    @Hint(1)
    @DisplayName("takes no more than it can pass on")
    void takesNoMoreThanItCanPassOn() throws InterruptedException {
        run();
        if (!stage.give(in, "a")) {
            throw new CheckFailure("A value was offered on `in`.", "the relay takes it", "nobody takes it");
        }
        if (stage.give(in, "b")) {
            throw new CheckFailure(
                    "The relay took a second value while the first had not been received from `out`.",
                    "it takes a value, passes it on, and only then takes the next",
                    "the values pile up in it");
        }
        stage.equal("Then `out` was received from.", "a", stage.take(out).orElse("nothing"));
    }
}

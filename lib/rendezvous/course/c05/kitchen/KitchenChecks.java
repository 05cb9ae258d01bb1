package rendezvous.course.c05.kitchen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The check is the guest: it holds the other end of each channel and moves when the kitchen has come to rest. */
@Checks
final class KitchenChecks {
    private final Kitchen kitchen;
    private final Stage stage;
    private final Chan<String> orders;
    private final Chan<String> counter;

    KitchenChecks(Kitchen kitchen, Stage stage) {
        this.kitchen = kitchen;
        this.stage = stage;
        this.orders = stage.channel("orders");
        this.counter = stage.channel("counter");
    }

    private Chan<Signal> open(int n) throws InterruptedException {
        return stage.call("open", () -> kitchen.open(n, orders, counter));
    }

    private void order(String what, String when) throws InterruptedException {
        if (!stage.give(orders, what)) {
            throw new CheckFailure(
                    "Nobody takes the order \"" + what + "\" " + when + ".",
                    "the cook waits to receive from `orders`",
                    stage.whoLives());
        }
    }

    private String dish(String of) throws InterruptedException {
        return stage.take(counter)
                .orElseThrow(() -> new CheckFailure(
                        "No dish comes to the counter for \"" + of + "\".",
                        "the cook waits to send the dish to `counter`",
                        stage.whoLives()));
    }

    private void serve(String what) throws InterruptedException {
        order(what, "though no dish waits at the counter");
        dish(what);
    }

    private static String signal(Optional<Signal> signal) {
        return signal.isPresent() ? "a signal" : "no signal";
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("open returns at once")
    void returnsAtOnce() throws InterruptedException {
        open(2);
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("every order becomes a dish")
    void everyOrderBecomesADish() throws InterruptedException {
        open(3);
        // Guests who wait patiently, so that cooking ahead or in another order is no fault here.
        List<String> wanted = List.of("hot rice", "hot soup", "hot tea");
        List<String> eaten = new ArrayList<>();
        stage.go("guest who orders", () -> {
            for (String what : List.of("soup", "rice", "tea")) {
                orders.send(what);
            }
        });
        stage.go("guest who eats", () -> {
            for (int i = 0; i < wanted.size(); i++) {
                eaten.add(counter.receive());
            }
        });
        stage.pass(Duration.ofMinutes(1)); // a cook may take its time
        List<String> got = eaten.stream().sorted().toList();
        if (!got.equals(wanted)) {
            throw new CheckFailure(
                    "Three guests ordered soup, rice and tea.",
                    "in any order here, the dishes " + wanted,
                    got + "; " + stage.whoLives());
        }
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("one order at a time")
    void oneOrderAtATime() throws InterruptedException {
        open(3);
        order("soup", "though no dish waits at the counter");
        if (stage.give(orders, "rice")) {
            throw new CheckFailure(
                    "The dish for \"soup\" had not been taken, and \"rice\" was accepted.",
                    "`orders.send(\"rice\")` waits until the guest has taken \"hot soup\"",
                    "it did not wait: the orders pile up somewhere in the kitchen");
        }
        dish("soup");
        order("rice", "after the dish before was taken");
        dish("rice");
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("no signal before the last dish is taken")
    void noSignalBeforeTheLastDish() throws InterruptedException {
        Chan<Signal> done = open(2);
        noSignal(done, "before anybody had ordered");
        order("soup", "though no dish waits at the counter");
        noSignal(done, "while \"hot soup\", the first of 2 dishes, was at the counter");
        dish("soup");
        noSignal(done, "when 1 of 2 dishes had been taken");
        order("rice", "after the dish before was taken");
        noSignal(done, "while \"hot rice\", the last dish, was still at the counter");
    }

    private void noSignal(Chan<Signal> done, String when) throws InterruptedException {
        Optional<Signal> signal = stage.take(done);
        if (signal.isPresent()) {
            throw new CheckFailure(
                    "The done channel gave a signal " + when + ".",
                    "no signal until the last dish has been taken",
                    signal(signal));
        }
    }

    private void signalled(Chan<Signal> done, String when) throws InterruptedException {
        Optional<Signal> signal = stage.take(done);
        if (signal.isEmpty()) {
            throw new CheckFailure(
                    "The done channel gave no signal " + when + ".",
                    "the cook waits to send the signal",
                    stage.whoLives());
        }
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("signals when the last dish is taken")
    void signalsWhenTheLastDishIsTaken() throws InterruptedException {
        Chan<Signal> done = open(2);
        if (done.cap() != 0) {
            throw new CheckFailure(
                    "`open` returned a channel with room for " + done.cap() + ".",
                    "all channels are unbuffered: the cook waits until its signal is taken",
                    "a buffer");
        }
        serve("soup");
        serve("rice");
        signalled(done, "when both dishes had been taken");
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("signals at once if there is nothing to cook")
    void signalsAtOnceIfThereIsNothingToCook() throws InterruptedException {
        signalled(open(0), "though the cook was hired for 0 orders");
    }

    @Explore
    @Order(7)
    @Hint(3)
    @DisplayName("two kitchens do not mix")
    void twoKitchensDoNotMix() throws InterruptedException {
        Chan<Signal> first = open(1);
        Chan<String> otherOrders = stage.channel("other orders");
        Chan<String> otherCounter = stage.channel("other counter");
        Chan<Signal> second = stage.call("open", () -> kitchen.open(1, otherOrders, otherCounter));
        serve("soup");
        if (stage.take(second).isPresent()) {
            throw new CheckFailure(
                    "`open` was called twice. The first cook was done, and the signal came from the second one's channel.",
                    "each call of `open` returns a channel of its own",
                    first == second ? "the same channel twice" : "two channels with the wrong signals");
        }
        signalled(first, "when the first kitchen's only dish had been taken");
    }

    @Explore
    @Order(8)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        Chan<Signal> done = open(1);
        serve("soup");
        signalled(done, "when the only dish had been taken");
        stage.noLeak("when the cook had signalled that it is done");
    }
}

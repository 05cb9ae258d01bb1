package rendezvous.course.c09.ticketmachine;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Received;
import rendezvous.chan.Signal;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The check takes tickets, and makes it evening. */
@Checks
final class TicketMachineChecks {
    private final TicketMachine machine;
    private final Stage stage;
    private final Chan<Integer> tickets;
    private final Chan<Signal> evening;
    private final List<Integer> returned = new ArrayList<>();

    TicketMachineChecks(TicketMachine machine, Stage stage) {
        this.machine = machine;
        this.stage = stage;
        this.tickets = stage.channel("tickets");
        this.evening = stage.channel("evening");
    }

    private void start() {
        stage.go("machine", () -> returned.add(machine.run(tickets, evening)));
    }

    private List<Integer> take(int count) throws InterruptedException {
        List<Integer> got = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int taken = i;
            got.add(stage.take(tickets)
                    .orElseThrow(() -> new CheckFailure(
                            "A guest came, after " + taken + " others.",
                            "ticket " + (taken + 1) + " is ready",
                            "no ticket; " + stage.whoLives())));
        }
        return got;
    }

    /** Makes it evening, and returns what the machine returned. */
    private int evening(String before) throws InterruptedException {
        stage.settle();
        evening.close();
        stage.settle();
        if (returned.isEmpty()) {
            throw new CheckFailure(
                    before + " Then `evening` was closed, and no guest came any more.",
                    "`run` returns at once",
                    "it has not returned");
        }
        return returned.getFirst();
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("hands out 1, 2, 3")
    void handsOut() throws InterruptedException {
        start();
        stage.equal("Three guests took a ticket each.", List.of(1, 2, 3), take(3));
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("ends in the evening though nobody comes")
    void endsInTheEvening() throws InterruptedException {
        start();
        take(1);
        evening("One guest took a ticket.");
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("closes the tickets")
    void closesTheTickets() throws InterruptedException {
        start();
        take(1);
        evening("One guest took a ticket.");
        Received<Integer> late = tickets.tryReceive()
                .orElseThrow(() -> new CheckFailure(
                        "It was evening, `run` has returned, and a guest came.",
                        "`tickets` is closed",
                        "it is open, and the guest would wait for ever"));
        if (late.ok()) {
            throw new CheckFailure(
                    "It was evening, `run` has returned, and a guest came.",
                    "`tickets` is closed",
                    "the guest got ticket " + late.value());
        }
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("says how many were taken")
    void saysHowManyWereTaken() throws InterruptedException {
        start();
        take(2);
        stage.equal(
                "Two guests took a ticket each, then it was evening.", 2, evening("Two guests took a ticket each."));
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("a day without guests")
    void aDayWithoutGuests() throws InterruptedException {
        start();
        stage.equal("No guest came all day.", 0, evening("No guest came."));
    }

    @Explore
    @Order(6)
    @Hint(1)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        start();
        take(2);
        evening("Two guests took a ticket each.");
        stage.noLeak("when it was evening");
    }
}

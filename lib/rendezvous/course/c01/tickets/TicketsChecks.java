package rendezvous.course.c01.tickets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** Two buyers come at the same time; there are three tickets. */
@Checks
final class TicketsChecks {
    private final Tickets tickets;
    private final Stage stage;

    TicketsChecks(Tickets tickets, Stage stage) {
        this.tickets = tickets;
        this.stage = stage;
    }

    /** Two buy at the same time; returns whether each got what was wanted. */
    private boolean[] buy(int ann, int bob) throws InterruptedException {
        boolean[] sold = new boolean[2];
        stage.go("ann", () -> sold[0] = tickets.buy(ann));
        stage.go("bob", () -> sold[1] = tickets.buy(bob));
        stage.settle();
        return sold;
    }

    /** Buys what is left, one by one; returns how many those were. */
    private int rest() {
        int count = 0;
        while (count < 5 && tickets.buy(1)) {
            count++;
        }
        return count;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("sells what is there, and no more")
    void sellsWhatIsThere() {
        stage.equal("There are 3 tickets, and one buyer wants 2.", true, tickets.buy(2));
        stage.equal("There is 1 ticket, and one buyer wants 2.", false, tickets.buy(2));
        stage.equal("2 of 3 tickets are sold. So many are left:", 1, tickets.left());
        stage.equal("There is 1 ticket, and one buyer wants 1.", true, tickets.buy(1));
        stage.equal("All 3 tickets are sold. So many are left:", 0, tickets.left());
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("never more than there were")
    void neverMoreThanThereWere() throws InterruptedException {
        boolean[] sold = buy(2, 2);
        if (sold[0] == sold[1]) {
            throw new CheckFailure(
                    "There are 3 tickets, and two buyers want 2 each at the same time.",
                    "one gets them, the other is refused",
                    sold[0] ? "both got them" : "both were refused");
        }
        stage.equal("Two buyers wanted 2 of 3 tickets each. So many could be bought then:", 1, rest());
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("nobody is refused what was there")
    void nobodyIsRefused() throws InterruptedException {
        boolean[] sold = buy(1, 1);
        if (!sold[0] || !sold[1]) {
            throw new CheckFailure(
                    "There are 3 tickets, and two buyers want 1 each at the same time.",
                    "both get one",
                    (sold[0] ? "Bob" : "Ann") + " was refused");
        }
        stage.equal("Two buyers wanted 1 of 3 tickets each. So many could be bought then:", 1, rest());
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("who is refused takes nothing from others")
    void whoIsRefusedTakesNothing() throws InterruptedException {
        boolean[] sold = buy(4, 1);
        stage.equal("There are 3 tickets; Ann wants 4, Bob wants 1 at the same time. Ann got them:", false, sold[0]);
        stage.equal("There are 3 tickets; Ann wants 4, Bob wants 1 at the same time. Bob got it:", true, sold[1]);
        stage.equal("So many could be bought then:", 2, rest());
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("left may be asked at any time")
    void leftMayBeAskedAtAnyTime() throws InterruptedException {
        int[] seen = new int[1];
        stage.go("ann", () -> tickets.buy(2));
        stage.go("clerk", () -> seen[0] = tickets.left());
        stage.settle();
        if (seen[0] != 3 && seen[0] != 1) {
            throw new CheckFailure(
                    "Ann bought 2 of 3 tickets, and a clerk asked how many are left.", "3 or 1", "" + seen[0]);
        }
        stage.equal("Then so many were left:", 1, tickets.left());
    }
}

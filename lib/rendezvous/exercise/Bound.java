package rendezvous.exercise;

/**
 * A room in a check that counts who is in it: whether never too many were, and whether as many were as might have been.
 *
 * <p>Any goroutine of the run may use it.
 */
public final class Bound {
    private final Stage stage;
    private final int most;
    private final String who;
    private int inside; // goroutines of a run come between each other at steps only, and there is none in here
    private int highest;
    private int times;

    Bound(Stage stage, int most, String who) {
        this.stage = stage;
        this.most = most;
        this.who = who;
    }

    /**
     * Does something in the room.
     *
     * @throws CheckFailure if too many are in it then
     */
    public <X extends Exception> void inside(Work<X> work) throws X {
        inside++;
        highest = Math.max(highest, inside);
        if (inside > most) {
            stage.fail(new CheckFailure(
                    "Too many " + who + " ran at the same time.",
                    "never more than " + most + " at the same time",
                    inside + " at the same time"));
        }
        try {
            work.run();
        } finally {
            inside--;
        }
        times++;
    }

    /** What is done in the room. */
    @FunctionalInterface
    public interface Work<X extends Exception> {
        /** Does it. */
        void run() throws X;
    }

    /**
     * Fails unless at some moment as many were in it as may be.
     *
     * @throws CheckFailure if they were fewer
     */
    public void reached() {
        if (highest < most) {
            stage.fail(new CheckFailure(
                    "The " + who + " did not run side by side.",
                    most + " at the same time, while there is work for as many",
                    "never more than " + highest + " at the same time"));
        }
    }

    /** Returns how often something was done in it to its end. */
    public int times() {
        return times;
    }
}

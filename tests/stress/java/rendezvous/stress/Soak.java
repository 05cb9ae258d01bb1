package rendezvous.stress;

import java.util.Arrays;
import rendezvous.chan.Chan;
import rendezvous.chan.Select;

/**
 * Sends many messages through channels in rounds, at capacities 0, 1, 2 and 100, by all ways of sending and receiving at
 * the same time, and counts what came: see {@link SoakRound}. Before that it sees that a select is uniform.
 */
public final class Soak {
    private static final int[] CAPACITIES = {0, 1, 2, 100};
    private static final int ROUND = 250_000;
    private static final int DRAWS = 100_000;
    private static final double TOLERANCE = 0.05; // nine standard deviations of the least likely case

    private Soak() {}

    /** Runs it; the arguments are how many messages, and for how many seconds nothing may go on. */
    public static void main(String[] args) {
        long messages = Long.parseLong(args[0]);
        Stuck stuck = new Stuck(Integer.parseInt(args[1]));
        long begin = System.nanoTime();
        long sent = 0;
        String failure = uniform();
        int percent = 0;
        try {
            for (int i = 0; failure.isEmpty() && sent < messages; i++) {
                SoakRound round = new SoakRound(CAPACITIES[i % CAPACITIES.length], ROUND, i);
                failure = round.run(stuck);
                sent += ROUND;
                if (100 * sent / messages >= percent + 5) {
                    percent = (int) (100 * sent / messages);
                    Report.progress(
                            percent + " %, " + Report.number(sent) + " messages in " + Report.since(begin) + " s");
                }
            }
        } catch (IllegalStateException e) {
            failure = String.valueOf(e.getMessage());
        }
        Report.row("soak", Report.number(sent) + " messages", failure);
        System.exit(failure.isEmpty() ? 0 : 1);
    }

    /** Returns what is wrong with the choice among those that are ready: closed channels are, always. */
    private static String uniform() {
        for (int[] ready : new int[][] {{0, 1, 2, 3}, {0, 1}, {1, 3}, {0, 1, 3}, {2, 3}}) {
            Select choice = new Select();
            for (int i = 0; i < 4; i++) {
                int index = i;
                Chan<Integer> ch = Chan.make();
                choice.receive(ch);
                if (Arrays.stream(ready).anyMatch(r -> r == index)) {
                    ch.close();
                }
            }
            int[] counts = new int[4];
            for (int i = 0; i < DRAWS; i++) {
                counts[Sure.get(choice::await)]++;
            }
            double want = (double) DRAWS / ready.length;
            for (int i : ready) {
                if (Math.abs(counts[i] - want) > TOLERANCE * want) {
                    return "the choice is not uniform: of " + DRAWS + " selects with cases " + Arrays.toString(ready)
                            + " ready, the cases were chosen " + Arrays.toString(counts) + " times";
                }
            }
        }
        return "";
    }
}

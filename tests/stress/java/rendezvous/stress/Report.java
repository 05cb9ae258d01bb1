package rendezvous.stress;

import java.time.Duration;
import java.util.Locale;

/**
 * What the programs of the stress tests print for the command that runs them: a line a fact, its parts between tabs. All
 * other lines are for people.
 */
public final class Report {
    private static final String GAP = "\t";

    private Report() {}

    /**
     * Says that a row holds, or why not.
     *
     * @param row its name, as the command knows it
     * @param amount what was done: "1,000 schedules"
     * @param failure what went wrong; empty if nothing did
     */
    public static void row(String row, String amount, String failure) {
        line("row", row, failure.isEmpty() ? "ok" : "failed", amount, failure);
    }

    /** Says how far it is. */
    public static void progress(String text) {
        line("progress", text);
    }

    /** Prints any other fact. */
    public static void line(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(text.isEmpty() ? "" : GAP)
                    .append(part.replaceAll("\\s+", " ").strip());
        }
        synchronized (System.out) {
            System.out.println(text);
            System.out.flush();
        }
    }

    /** Writes a number for people. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns how long it is since a moment of {@link System#nanoTime}, in seconds. */
    public static double since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }

    /** Returns the first line that an exception has to say. */
    public static String first(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return thrown.getClass().getSimpleName() + ": "
                + message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}

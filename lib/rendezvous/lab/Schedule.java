package rendezvous.lab;

import java.util.Arrays;

/**
 * Who went on at each step of a run: what it takes to repeat it.
 *
 * <p>As text it is a list of the goroutines' numbers in the order in which they went on, {@code 1x3,2,1,3x2}: the first
 * three steps are those of goroutine 1, which is {@code main}, then one is goroutine 2's, and so on. {@code a1} is the
 * first alarm that became due, {@code d2} stands for a number that was drawn, such as the case of a {@code select} where
 * several were ready. Where the text ends, whoever runs goes on as long as it can.
 *
 * {@snippet :
 * Schedule schedule = Schedule.parse("1x3,2,1");
 * println(schedule.length());   // Output: 5
 * println(schedule);            // Output: 1x3,2,1
 * }
 */
public final class Schedule {
    private static final int MOST_ENTRIES = 10_000_000;

    private final int[] tokens;

    private Schedule(int[] tokens) {
        this.tokens = tokens;
    }

    static Schedule of(int[] tokens) {
        return new Schedule(tokens.clone());
    }

    /**
     * Reads a schedule from its text.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Schedule parse(String text) {
        Choices choices = new Choices();
        if (!text.isBlank()) {
            for (String entry : text.strip().split("\\s*,\\s*", -1)) {
                int x = entry.indexOf('x');
                int token = Token.parse(x < 0 ? entry : entry.substring(0, x));
                for (int times = x < 0 ? 1 : times(entry, entry.substring(x + 1)); times > 0; times--) {
                    choices.add(token);
                }
                if (choices.size() > MOST_ENTRIES) {
                    throw new IllegalArgumentException("schedule: got more than " + MOST_ENTRIES + " steps");
                }
            }
        }
        return new Schedule(choices.toArray());
    }

    private static int times(String entry, String digits) {
        if (!digits.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException(
                    "schedule: got the entry \"" + entry + "\", want a number and how many times, such as 2x3");
        }
        return Integer.parseInt(digits);
    }

    /** Returns how many choices it makes. */
    public int length() {
        return tokens.length;
    }

    int[] tokens() {
        return tokens.clone();
    }

    /** Returns the first choices of this. */
    Schedule first(int count) {
        return new Schedule(Arrays.copyOf(tokens, count));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule schedule && Arrays.equals(tokens, schedule.tokens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tokens);
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.length; ) {
            int from = i;
            while (i < tokens.length && tokens[i] == tokens[from]) {
                i++;
            }
            text.append(from == 0 ? "" : ",").append(Token.text(tokens[from]));
            if (i - from > 1) {
                text.append('x').append(i - from);
            }
        }
        return text.toString();
    }
}

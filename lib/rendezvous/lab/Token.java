package rendezvous.lab;

/** One choice of a schedule as a number: a thread, an alarm that is due, or a number drawn. */
final class Token {
    private static final int THREAD = 0;
    private static final int ALARM = 1;
    private static final int DRAWN = 2;

    private Token() {}

    static int ofThread(int number) {
        return number << 2 | THREAD;
    }

    static int ofAlarm(int number) {
        return number << 2 | ALARM;
    }

    static int ofDrawn(int number) {
        return number << 2 | DRAWN;
    }

    static int number(int token) {
        return token >>> 2;
    }

    static boolean isThread(int token) {
        return (token & 3) == THREAD;
    }

    static boolean isDrawn(int token) {
        return (token & 3) == DRAWN;
    }

    /** Returns the token as text: 2, a2, d2. */
    static String text(int token) {
        String kind = switch (token & 3) {
            case THREAD -> "";
            case ALARM -> "a";
            default -> "d";
        };
        return kind + number(token);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    static int parse(String text) {
        String digits = text.startsWith("a") || text.startsWith("d") ? text.substring(1) : text;
        int number = digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : -1;
        if (number < 0) {
            throw new IllegalArgumentException(
                    "got \"" + text + "\", want a goroutine's number such as 2, an alarm's such"
                            + " as a2, or a number drawn such as d2");
        }
        return number << 2 | (text.startsWith("a") ? ALARM : text.startsWith("d") ? DRAWN : THREAD);
    }
}

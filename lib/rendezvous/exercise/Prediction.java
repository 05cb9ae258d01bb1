package rendezvous.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A learner's answer to "what will happen?", given before the run, and compared with what the run gave.
 *
 * <p>Made by {@link Exercises#predict}. It never throws for what a learner wrote.
 */
public final class Prediction implements Card {
    private static final int NONE = -1;

    private final String written;
    private final List<String> choices;
    private final int choice;

    Prediction(String written, List<String> choices) {
        if (choices.size() < 2 || choices.size() > 26) {
            throw new IllegalArgumentException("predict wants 2 to 26 choices, got " + choices.size());
        }
        this.written = written.strip();
        this.choices = List.copyOf(choices);
        this.choice = index(this.written);
    }

    /** Returns whether the learner has chosen. */
    public boolean made() {
        return choice != NONE;
    }

    /**
     * Compares the prediction with what happened.
     *
     * @param actual the text of one of the choices, or its letter
     */
    public Card compare(Object actual) {
        String happened = String.valueOf(actual).strip();
        int right = choices.indexOf(happened);
        if (right == NONE) {
            right = index(happened);
        }
        String gave = right == NONE
                ? "The run gave “" + happened + "”, which is none of the choices."
                : "The run gave " + quote(right) + ".";
        if (choice == NONE) {
            return new Answer(
                    Html.Edge.PLAIN,
                    "",
                    "No prediction yet",
                    List.of(
                            gave,
                            "Next time write a letter before you run: a guess that turns out wrong teaches more than"
                                    + " none."));
        }
        return choice == right
                ? new Answer(Html.Edge.GOOD, "✓ ", "As you predicted", List.of(gave))
                : new Answer(
                        Html.Edge.BAD,
                        "✗ ",
                        "Not as you predicted",
                        List.of(
                                "You said " + quote(choice) + ".",
                                gave,
                                "Before you read on: which step went otherwise than you thought?"));
    }

    private int index(String letter) {
        if (letter.length() != 1) {
            return NONE;
        }
        int index = letter.toLowerCase(Locale.ROOT).charAt(0) - 'a';
        return index >= 0 && index < choices.size() ? index : NONE;
    }

    private static char letter(int index) {
        return (char) ('a' + index);
    }

    private String quote(int index) {
        return letter(index) + ") " + choices.get(index);
    }

    private Answer card() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            lines.add((i == choice ? "▸ " : "  ") + quote(i));
        }
        if (made()) {
            return new Answer(Html.Edge.PLAIN, "", "Your prediction: " + letter(choice), lines);
        }
        String letters = "a to " + letter(choices.size() - 1);
        lines.add("Write a letter, " + letters + ", in place of " + "\"" + written + "\", and run this cell again.");
        return new Answer(
                Html.Edge.PLAIN,
                "",
                written.equals("?") ? "What do you predict?" : "“" + written + "” is none of the letters " + letters,
                lines);
    }

    @Override
    public String html() {
        return card().html();
    }

    @Override
    public String text() {
        return card().text();
    }

    /** Returns the first line of the text. */
    @Override
    public String toString() {
        return card().title();
    }

    /** A heading and lines. */
    private record Answer(Html.Edge edge, String symbol, String title, List<String> lines) implements Card {
        @Override
        public String html() {
            StringBuilder body = new StringBuilder();
            lines.forEach(line -> body.append(Html.line(Markup.inline(line))));
            String colour = edge == Html.Edge.GOOD ? Html.GOOD : edge == Html.Edge.BAD ? Html.BAD : "";
            return Html.card(edge, Html.strong(colour, symbol + Html.escape(title)), body.toString());
        }

        @Override
        public String text() {
            return symbol + title + "\n" + String.join("\n", lines);
        }

        @Override
        public String toString() {
            return symbol + title;
        }
    }
}

package rendezvous.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import rendezvous.lab.OutcomeSet;
import rendezvous.runtime.Body;

/**
 * A learner's answer to "what will happen?", given before the run, and compared with what the run gave.
 *
 * <p>Made by {@link Exercises#predict}. It never throws for what a learner wrote.
 *
 * {@snippet :
 * Prediction guess = predict("c", "1", "2", "1 or 2");
 * Card came = guess.compareSchedules(() -> {
 *     Chan<Integer> ch = Chan.make(1);
 *     go(() -> ch.trySend(1));
 *     ch.trySend(2);
 *     println(ch.receive());
 * });
 * println(came);   // Output: ✓ As you predicted
 * }
 */
public final class Prediction implements Card {
    private static final int NONE = -1;
    private static final int MOST_RUNS = 100_000;

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

    /**
     * Runs something many times, and compares the prediction with what came.
     *
     * <p>A choice such as {@code 1 or 2} means that both come, now one, now the other.
     *
     * @param runs how many times, 1 to 100 000
     * @param run gives the text of one of the choices, or its letter
     * @return the outcomes with their counts
     * @throws Exception what a run throws
     */
    public Card compareRuns(int runs, Callable<?> run) throws Exception {
        if (runs < 1 || runs > MOST_RUNS) {
            throw new IllegalArgumentException("compareRuns: got " + runs + " runs, want 1 to " + MOST_RUNS);
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            counts.merge(String.valueOf(run.call()).strip(), 1, Integer::sum);
        }
        return Tally.card(this, counts, runs, runs == 1 ? "the run" : "runs", "");
    }

    /**
     * Tries all schedules of a small program in the lab, and compares the prediction with what they come to.
     *
     * <p>A choice such as {@code 1, 2 or deadlock} means that both come, in one schedule or another. {@link OutcomeSet} says how
     * an outcome is worded.
     *
     * @param body the program
     * @return the outcomes with the number of schedules of each
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Card compareSchedules(Body body) throws InterruptedException {
        OutcomeSet outcomes = Judge.outcomes(body);
        Map<String, Integer> counts = new LinkedHashMap<>();
        outcomes.all().forEach(one -> counts.put(one.text(), one.schedules()));
        return Tally.card(
                this, counts, outcomes.schedules(), "schedules", "The lab tried " + outcomes.coverage() + ".");
    }

    /** Returns which choice the learner made; -1 for none. */
    int choice() {
        return choice;
    }

    List<String> choices() {
        return choices;
    }

    /** Returns which choice is meant by a text or a letter; -1 for none. */
    int meant(String text) {
        int index = choices.indexOf(text);
        return index == NONE ? index(text) : index;
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

    String quote(int index) {
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

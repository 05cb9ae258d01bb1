package rendezvous.exercise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A prediction beside what many runs came to: each outcome with its count. */
final class Tally implements Card {
    private static final String OR = " or ";

    private final Html.Edge edge;
    private final String title;
    private final Sheet sheet;

    private Tally(Html.Edge edge, String title, Sheet sheet) {
        this.edge = edge;
        this.title = title;
        this.sheet = sheet;
    }

    static Card card(Prediction prediction, Map<String, Integer> counts, int all, String what, String tried) {
        int choice = prediction.choice();
        int right = right(prediction, counts);
        int mine = counts.entrySet().stream()
                .filter(one -> choice >= 0 && prediction.meant(one.getKey()) == choice)
                .mapToInt(Map.Entry::getValue)
                .sum();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("outcome", what, "you said", choice));
        counts.forEach((outcome, count) -> rows.add(row(
                "`" + outcome + "`",
                Phrases.number(count) + " of " + Phrases.number(all),
                choice >= 0 && covers(prediction, choice, outcome) ? "this" : "",
                choice)));
        Sheet sheet = new Sheet(Sheet.Mark.NONE, "", "").table(tried, rows);
        if (choice < 0) {
            sheet.aside(
                    "Next time write a letter before you run: a guess that turns out wrong teaches more than none.");
            return new Tally(Html.Edge.PLAIN, "No prediction yet", sheet);
        }
        if (choice == right) {
            return new Tally(Html.Edge.GOOD, "✓ As you predicted", sheet);
        }
        sheet.say("You said " + prediction.quote(choice) + ".");
        if (right >= 0) {
            sheet.say("It was " + prediction.quote(right) + ".");
        }
        sheet.aside("Before you read on: which step went otherwise than you thought?");
        return new Tally(
                Html.Edge.BAD, mine > 0 ? "✗ Sometimes as you predicted, not always" : "✗ Not as you predicted", sheet);
    }

    /** Returns a row, with what was said only if something was. */
    private static List<String> row(String outcome, String count, String said, int choice) {
        return choice >= 0 ? List.of(outcome, count, said) : List.of(outcome, count);
    }

    /** Returns which choice says just what came; -1 if none does. */
    private static int right(Prediction prediction, Map<String, Integer> counts) {
        for (int i = 0; i < prediction.choices().size(); i++) {
            if (alternatives(prediction, i).equals(counts.keySet())) {
                return i;
            }
        }
        Set<Integer> meant = counts.keySet().stream().map(prediction::meant).collect(Collectors.toSet());
        return meant.size() == 1 ? meant.iterator().next() : -1;
    }

    private static boolean covers(Prediction prediction, int choice, String outcome) {
        return prediction.meant(outcome) == choice
                || alternatives(prediction, choice).contains(outcome);
    }

    private static Set<String> alternatives(Prediction prediction, int choice) {
        return new HashSet<>(List.of(prediction.choices().get(choice).split(OR, -1)));
    }

    @Override
    public String html() {
        String colour = edge == Html.Edge.GOOD ? Html.GOOD : edge == Html.Edge.BAD ? Html.BAD : "";
        return Html.card(edge, Html.strong(colour, Html.escape(title)), sheet.body());
    }

    @Override
    public String text() {
        return title + sheet.textBody();
    }

    /** Returns the first line of the text. */
    @Override
    public String toString() {
        return title;
    }
}

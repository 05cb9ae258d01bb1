package rendezvous.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question with choices, one of them right or several.
 *
 * <p>Sections are {@code ## a} or {@code ## a right}; the lines that begin with {@code >} are what is said to those who
 * choose it.
 */
final class Quiz {
    private static final Pattern HEADING = Pattern.compile("([a-h])( right)?");

    private final Task task;
    private final SequencedMap<Character, Choice> choices = new LinkedHashMap<>();

    /** A choice. */
    record Choice(String text, String feedback, boolean right) {}

    Quiz(Task task) {
        this.task = task;
        for (Map.Entry<String, String> section : task.sections().entrySet()) {
            Matcher heading = HEADING.matcher(section.getKey());
            if (!heading.matches() || heading.group(1).charAt(0) != 'a' + choices.size()) {
                throw task.wrong("want the sections '## a', '## b' and so on, got '## " + section.getKey() + "'");
            }
            String body = section.getValue();
            String text = lines(body, false);
            String feedback = lines(body, true);
            if (text.isEmpty() || feedback.isEmpty()) {
                throw task.wrong("'## " + section.getKey() + "' wants a text, and below it lines with '> '");
            }
            choices.put(heading.group(1).charAt(0), new Choice(text, feedback, heading.group(2) != null));
        }
        if (choices.size() < 2 || rights() == 0) {
            throw task.wrong("want two choices at least, and one that is right");
        }
    }

    private static String lines(String body, boolean quoted) {
        return body.lines()
                .filter(line -> line.startsWith(">") == quoted)
                .map(line -> quoted ? line.substring(1).strip() : line)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    SequencedMap<Character, Choice> choices() {
        return choices;
    }

    private long rights() {
        return choices.values().stream().filter(Choice::right).count();
    }

    Sheet answer(@Nullable String written) {
        if (Letters.isOpen(written)) {
            return ask(task.sheet(Sheet.Mark.OPEN), "Write your answer in place of the question mark");
        }
        Letters letters = Letters.of(written, choices.sequencedKeySet());
        if (letters.problem() != null) {
            return ask(task.sheet(Sheet.Mark.UNCLEAR).say(letters.problem()), "Correct it");
        }
        SequencedSet<Character> chosen = letters.chosen();
        boolean single = rights() == 1;
        if (single && chosen.size() > 1) {
            return ask(
                    task.sheet(Sheet.Mark.UNCLEAR).say("One choice is right here, and you gave " + chosen.size() + "."),
                    "Choose one");
        }
        List<Choice> all = chosen.stream().map(this::choice).toList();
        boolean wrong = all.stream().anyMatch(choice -> !choice.right());
        long missing = rights() - all.stream().filter(Choice::right).count();
        Sheet sheet = task.sheet(wrong || missing > 0 ? Sheet.Mark.NOT_YET : Sheet.Mark.RIGHT);
        for (char letter : chosen) {
            Choice choice = choice(letter);
            sheet.item(choice.right(), letter + ")", choice.text());
            sheet.markup(choice.feedback());
        }
        if (!wrong && missing > 0) {
            sheet.say(missing == 1 ? "One more is right." : missing + " more are right.");
        }
        if (wrong || missing > 0) {
            sheet.aside("Change your answer, and run the cell again."
                    + (task.field("recalls").isEmpty() ? "" : " Chapter " + task.field("recalls") + " has it."));
        }
        return sheet;
    }

    private Choice choice(char letter) {
        Choice choice = choices.get(letter);
        if (choice == null) {
            throw new IllegalStateException("no choice " + letter);
        }
        return choice;
    }

    private Sheet ask(Sheet sheet, String what) {
        List<String> lines = new ArrayList<>();
        choices.forEach((letter, choice) -> lines.add("- **" + letter + ")** " + choice.text()));
        sheet.markup(task.text()).markup(String.join("\n", lines));
        String example = rights() == 1 ? "\"b\"" : "\"a c\"";
        return sheet.aside(what + ", for example `" + task.call(example) + "`, and run the cell again."
                + (rights() == 1 ? "" : " Several are right."));
    }
}

package rendezvous.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rendezvous.lab.OutcomeSet;
import rendezvous.lab.OutcomeSet.Outcome;

/**
 * A program and outcomes that it may have: the learner marks those that are possible, and the lab tries all schedules.
 *
 * <p>Nothing says beforehand which are: {@code ## Code} holds the program, and each section {@code ## a}, {@code ## b} an
 * outcome, as {@link OutcomeSet} words it, above lines with {@code >} that explain it.
 */
final class OutcomeTable {
    private final Task task;
    private final String code;
    private final SequencedMap<Character, String> rows = new LinkedHashMap<>();
    private final SequencedMap<Character, String> feedback = new LinkedHashMap<>();

    OutcomeTable(Task task) {
        this.task = task;
        this.code = task.code("Code");
        task.sections().forEach((heading, body) -> {
            if (heading.length() == 1 && heading.charAt(0) == 'a' + rows.size()) {
                List<String> text =
                        body.lines().filter(line -> !line.startsWith(">")).toList();
                List<String> said = body.lines()
                        .filter(line -> line.startsWith(">"))
                        .map(line -> line.substring(1).strip())
                        .toList();
                rows.put(heading.charAt(0), String.join("\n", text).strip());
                feedback.put(heading.charAt(0), String.join("\n", said));
            }
        });
        if (rows.size() < 2 || feedback.containsValue("")) {
            throw task.wrong("want two outcomes at least, '## a', '## b' and so on, each above lines with '> '");
        }
    }

    /** Returns what the lab finds. */
    OutcomeSet explore() throws InterruptedException {
        return Judge.outcomes(Program.of(task, code));
    }

    Sheet answer(@Nullable String written) throws InterruptedException {
        if (Letters.isOpen(written)) {
            return ask(task.sheet(Sheet.Mark.OPEN));
        }
        Letters letters = Letters.of(written, rows.sequencedKeySet());
        if (letters.problem() != null) {
            return ask(task.sheet(Sheet.Mark.UNCLEAR).say(letters.problem()));
        }
        Set<Character> marked = letters.chosen();
        OutcomeSet outcomes = explore();
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("outcome", "you said", "the lab found", "one such schedule"));
        List<Character> wrong = new ArrayList<>();
        rows.forEach((letter, text) -> {
            Optional<Outcome> found = outcomes.of(text);
            if (found.isPresent() != marked.contains(letter)) {
                wrong.add(letter);
            }
            table.add(List.of(
                    letter + ") `" + text + "`",
                    marked.contains(letter) ? "possible" : "impossible",
                    found.map(one -> "possible: " + Phrases.number(one.schedules()) + " of "
                                    + Phrases.number(outcomes.schedules()))
                            .orElse(outcomes.isComplete() ? "impossible" : "not seen"),
                    found.map(one -> "`" + one.example().schedule() + "`").orElse("–")));
        });
        for (Outcome one : outcomes.all()) {
            if (!rows.containsValue(one.text())) {
                table.add(List.of(
                        "`" + one.text() + "`",
                        "–",
                        "possible: " + Phrases.number(one.schedules()) + " of " + Phrases.number(outcomes.schedules()),
                        "`" + one.example().schedule() + "`"));
            }
        }
        Sheet sheet = task.sheet(wrong.isEmpty() ? Sheet.Mark.RIGHT : Sheet.Mark.NOT_YET)
                .table("Tried: " + outcomes.coverage() + ".", table);
        for (char letter : wrong.isEmpty() ? rows.sequencedKeySet() : wrong) {
            sheet.item(wrong.isEmpty(), letter + ")", String.valueOf(feedback.get(letter)));
        }
        return wrong.isEmpty()
                ? sheet
                : sheet.aside("Look at the schedules, then change your answer and run the cell again.");
    }

    private Sheet ask(Sheet sheet) {
        List<String> lines = new ArrayList<>();
        rows.forEach((letter, text) -> lines.add("- **" + letter + ")** `" + text + "`"));
        return sheet.markup(task.text())
                .code(code)
                .markup(String.join("\n", lines))
                .aside("Write the letters of all that are possible, such as `" + task.call("\"a c\"")
                        + "`, and run the cell again.");
    }
}

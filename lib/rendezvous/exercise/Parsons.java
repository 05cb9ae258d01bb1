package rendezvous.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.exercise.Judge.Fault;
import rendezvous.exercise.Program.Compiled;
import rendezvous.exercise.Program.Problem;
import rendezvous.lab.OutcomeSet;

/**
 * Lines to put into order, more than are needed. What was put together is compiled and tried under all schedules, so
 * every order that keeps the promise is right.
 *
 * <p>{@code ## Lines} holds them in a fence, each after its letter. {@code ## If D} is said where line D is used in an answer
 * that is not right, {@code ## If B A D} where the answer is just that. {@code ## Right} holds orders that are right, one a
 * line, and {@code ## Wrong} others, each with what must be said of it after an equals sign: a test tries them all. Where more
 * orders are right, {@code ## Also right} says on paper which.
 */
final class Parsons {
    private static final Pattern LINE = Pattern.compile("([A-Z])  ?(\\S.*)");
    private static final String INDENT = "    ";

    private final Task task;
    private final SequencedMap<Character, String> lines = new LinkedHashMap<>();

    Parsons(Task task) {
        this.task = task;
        for (String line : task.code("Lines").lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || matcher.group(1).charAt(0) != 'A' + lines.size()) {
                throw task.wrong("want lines 'A  code', 'B  code' and so on, got '" + line + "'");
            }
            lines.put(matcher.group(1).charAt(0), matcher.group(2));
        }
        if (lines.size() < 3 || task.field("prints").isEmpty()) {
            throw task.wrong("want three lines at least, and 'prints: …' below the title");
        }
    }

    Sheet answer(@Nullable String written) throws InterruptedException {
        if (Letters.isOpen(written)) {
            return ask(task.sheet(Sheet.Mark.OPEN));
        }
        Letters letters = Letters.of(written, lines.sequencedKeySet());
        if (letters.problem() != null) {
            return ask(task.sheet(Sheet.Mark.UNCLEAR).say(letters.problem()));
        }
        List<Character> order = List.copyOf(letters.chosen());
        String program = indented(order);
        String braces = braces(order);
        if (braces != null) {
            return notYet(order, program).say(braces).aside(again());
        }
        Compiled compiled = Program.compile(program);
        if (compiled.body() == null) {
            Sheet sheet = notYet(order, program).say("This does not compile.");
            for (Problem problem : compiled.problems()) {
                String where = problem.line() < 0 ? "" : "Line " + order.get(problem.line()) + ": ";
                sheet.say(where + problem.text() + meaning(problem.text()) + ".");
            }
            return explain(sheet, order).aside(again());
        }
        OutcomeSet outcomes = Judge.outcomes(compiled.body());
        Fault fault = new Judge(task).judge(outcomes);
        if (fault == null) {
            return task.sheet(Sheet.Mark.RIGHT)
                    .code(program)
                    .say("It keeps its promise: it prints " + wanted() + ", and ends, in " + outcomes.coverage() + ".");
        }
        Sheet sheet = notYet(order, program).say(fault.what());
        explain(sheet, order);
        if (fault.run() != null) {
            sheet.timeline(fault.run());
        }
        return sheet.aside(again());
    }

    private Sheet notYet(List<Character> order, String program) {
        StringBuilder lettered = new StringBuilder();
        List<String> shown = program.lines().toList();
        for (int i = 0; i < order.size(); i++) {
            lettered.append(order.get(i)).append("  ").append(shown.get(i)).append('\n');
        }
        return task.sheet(Sheet.Mark.NOT_YET).code(lettered.toString());
    }

    /** Adds what the author says to those who use a line, or give just this order. */
    private Sheet explain(Sheet sheet, List<Character> order) {
        order.forEach(letter -> sheet.markup(task.section("If " + letter)));
        String whole = order.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return order.size() > 1 ? sheet.markup(task.section("If " + whole)) : sheet;
    }

    private String again() {
        return "Change the order, and run the cell again. `" + task.call("") + "` shows the lines.";
    }

    private String wanted() {
        return "`" + String.join("` or `", task.alternatives("prints")) + "`";
    }

    /** The lines as a program, moved to the right within blocks. */
    private String indented(List<Character> order) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (char letter : order) {
            String line = line(letter);
            int opens = count(line, '{');
            int closes = count(line, '}');
            boolean first = line.startsWith("}");
            out.append(INDENT.repeat(Math.max(0, depth - (first ? 1 : 0))))
                    .append(line)
                    .append('\n');
            depth += opens - closes;
        }
        return out.toString().stripTrailing();
    }

    /** Returns what is wrong with the blocks; the compiler's words for that help nobody. */
    private @Nullable String braces(List<Character> order) {
        List<Character> open = new ArrayList<>();
        for (char letter : order) {
            String line = line(letter);
            int depth = count(line, '{') - count(line, '}');
            if (depth > 0) {
                open.add(letter);
            } else if (depth < 0 && open.isEmpty()) {
                return "Line " + letter + " closes a block that no line above it has opened.";
            } else if (depth < 0) {
                open.removeLast();
            }
        }
        return open.isEmpty() ? null : "Line " + open.getLast() + " opens a block that no line below it closes.";
    }

    private String line(char letter) {
        return String.valueOf(lines.get(letter));
    }

    private static int count(String line, char what) {
        return (int) line.chars().filter(c -> c == what).count();
    }

    private static String meaning(String text) {
        return text.startsWith("cannot find symbol") ? ": no line above it declares that" : "";
    }

    private Sheet ask(Sheet sheet) {
        StringBuilder all = new StringBuilder();
        lines.forEach(
                (letter, line) -> all.append(letter).append("  ").append(line).append('\n'));
        return sheet.markup(task.text())
                .code(all.toString())
                .aside("Write the letters in the order of the program, such as `" + task.call("\"B A C\"")
                        + "`, and run the cell again. Not every line is needed.");
    }
}

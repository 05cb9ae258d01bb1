package rendezvous.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rendezvous.exercise.Judge.Fault;
import rendezvous.exercise.Program.Compiled;
import rendezvous.exercise.Program.Problem;
import rendezvous.lab.OutcomeSet;

/**
 * A program with blanks to fill in. The whole is compiled and tried under all schedules: whatever keeps the promise is right.
 *
 * <p>{@code ## Code} holds the program, its blanks written {@code __1__}, {@code __2__} and so on. {@code ## If 1 = text} is
 * said to those who write just that into blank 1, spaces apart. {@code ## Right} and {@code ## Wrong} hold answers that a
 * test tries, one a line, the blanks separated by bars, a wrong one with what must be said of it after {@code =>}.
 */
final class Blanks {
    private static final Pattern BLANK = Pattern.compile("__(\\d)__");
    private static final Pattern FEEDBACK = Pattern.compile("If (\\d) = (.*)");

    /** What no blank of the course needs, and what could end the kernel. */
    private static final Pattern REFUSED =
            Pattern.compile("\\b(System|Runtime|Process\\w*|Thread|ClassLoader|Class|Unsafe|exit|halt)\\b");

    private static final int LONGEST = 200;

    private final Task task;
    private final String code;
    private final int count;

    Blanks(Task task) {
        this.task = task;
        this.code = task.code("Code");
        Matcher blanks = BLANK.matcher(code);
        int found = 0;
        while (blanks.find()) {
            if (!blanks.group(1).equals(Integer.toString(++found))) {
                throw task.wrong("want blanks __1__, __2__ and so on in order, got " + blanks.group());
            }
        }
        this.count = found;
        if (count == 0 || task.field("prints").isEmpty()) {
            throw task.wrong("want a blank at least, and 'prints: …' below the title");
        }
    }

    int count() {
        return count;
    }

    Sheet answer(@Nullable String @Nullable ... written) throws InterruptedException {
        List<String> filled = new ArrayList<>();
        for (String each : written == null ? new String[] {null} : written) {
            filled.add(each == null ? "" : each.strip());
        }
        if (filled.stream().allMatch(Letters::isOpen)) {
            return ask(task.sheet(Sheet.Mark.OPEN));
        }
        if (filled.size() != count) {
            return ask(task.sheet(Sheet.Mark.UNCLEAR)
                    .say("There " + (count == 1 ? "is 1 blank" : "are " + count + " blanks") + ", and you gave "
                            + filled.size() + "."));
        }
        for (int i = 0; i < count; i++) {
            String problem = problem(filled.get(i));
            if (problem != null) {
                return ask(task.sheet(Sheet.Mark.UNCLEAR).say("Blank " + (i + 1) + " " + problem));
            }
        }
        return tried(filled);
    }

    private static @Nullable String problem(String text) {
        if (Letters.isOpen(text)) {
            return "is still empty.";
        }
        if (text.length() > LONGEST || text.contains("\n")) {
            return "is too long: want one line of " + LONGEST + " characters at most.";
        }
        Matcher refused = REFUSED.matcher(text);
        if (refused.find()) {
            return "has `" + refused.group() + "` in it, which no blank needs.";
        }
        return balanced(text) ? null : "has a bracket without its other half, or a comment.";
    }

    /** Whether the text ends as deep in brackets as it began, and was never outside of where it began. */
    private static boolean balanced(String text) {
        StringBuilder open = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(c) >= 0) {
                open.append(")]}".charAt("([{".indexOf(c)));
            } else if (!quoted && ")]}".indexOf(c) >= 0) {
                if (open.isEmpty() || open.charAt(open.length() - 1) != c) {
                    return false;
                }
                open.setLength(open.length() - 1);
            } else if (!quoted && c == '/' && i + 1 < text.length() && "/*".indexOf(text.charAt(i + 1)) >= 0) {
                return false;
            }
        }
        return open.isEmpty() && !quoted;
    }

    private Sheet tried(List<String> filled) throws InterruptedException {
        int[] starts = new int[count];
        int[] ends = new int[count];
        StringBuilder program = new StringBuilder();
        Matcher blanks = BLANK.matcher(code);
        int from = 0;
        for (int i = 0; blanks.find(); i++) {
            program.append(code, from, blanks.start());
            starts[i] = program.length();
            program.append(filled.get(i));
            ends[i] = program.length();
            from = blanks.end();
        }
        program.append(code, from, code.length());
        String whole = program.toString();
        Compiled compiled = Program.compile(whole);
        if (compiled.body() == null) {
            Sheet sheet = said(filled, whole).say("This does not compile.");
            compiled.problems()
                    .forEach(problem -> sheet.say(where(problem, whole, starts, ends) + problem.text() + "."));
            return again(sheet);
        }
        OutcomeSet outcomes = Judge.outcomes(compiled.body());
        Fault fault = new Judge(task).judge(outcomes);
        if (fault == null) {
            return task.sheet(Sheet.Mark.RIGHT)
                    .code(whole)
                    .say("It prints what it should, and ends, in " + outcomes.coverage() + ".");
        }
        Sheet sheet = said(filled, whole).say(fault.what());
        if (fault.run() != null) {
            sheet.timeline(fault.run());
        }
        return again(sheet);
    }

    /** The program, and what its author has to say to those who wrote this. */
    private Sheet said(List<String> filled, String whole) {
        Sheet sheet = task.sheet(Sheet.Mark.NOT_YET).code(whole);
        for (Map.Entry<String, String> section : task.sections().entrySet()) {
            Matcher feedback = FEEDBACK.matcher(section.getKey());
            if (feedback.matches()) {
                int blank = Integer.parseInt(feedback.group(1));
                if (blank <= count && bare(filled.get(blank - 1)).equals(bare(feedback.group(2)))) {
                    sheet.markup(section.getValue());
                }
            }
        }
        return sheet;
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "").replaceAll(";$", "");
    }

    private static String where(Problem problem, String whole, int[] starts, int[] ends) {
        if (problem.line() < 0) {
            return "";
        }
        int at = problem.column();
        List<String> lines = Arrays.asList(whole.split("\n", -1));
        for (int i = 0; i < problem.line(); i++) {
            at += lines.get(i).length() + 1;
        }
        for (int i = 0; i < starts.length; i++) {
            if (at >= starts[i] && at <= ends[i]) {
                return "Blank " + (i + 1) + ": ";
            }
        }
        // The compiler often points at the call that the blank is an argument of.
        int begin = at - problem.column();
        int end = begin + lines.get(problem.line()).length();
        List<Integer> here = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] >= begin && ends[i] <= end) {
                here.add(i + 1);
            }
        }
        return here.size() == 1 ? "Blank " + here.getFirst() + ": " : "Line " + (problem.line() + 1) + ": ";
    }

    private Sheet again(Sheet sheet) {
        return sheet.aside("Change what you wrote, and run the cell again. `" + task.call("") + "` shows the blanks.");
    }

    private Sheet ask(Sheet sheet) {
        List<String> example = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            example.add("\"…\"");
        }
        return sheet.markup(task.text())
                .code(BLANK.matcher(code).replaceAll("▢$1"))
                .aside("Fill in " + (count == 1 ? "the blank" : "the blanks, in order") + ": `"
                        + task.call(String.join(", ", example)) + "`, and run the cell again.");
    }
}

package rendezvous.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rendezvous.exercise.Catalog;
import rendezvous.exercise.Exercise;
import rendezvous.exercise.Exercises;
import rendezvous.exercise.Verdict;

/**
 * Checks an answer that is in a file: {@code ./course check 05.1 My.java}. The file holds what the cell of a notebook
 * would: the class that implements the exercise's interface.
 */
final class CheckCommand {
    /** The answer passed. */
    static final int PASSED = 0;
    /** The answer did not pass, or does not compile. */
    static final int NOT_PASSED = 1;
    /** What was asked for is not there. */
    static final int USAGE = 2;

    private static final Pattern CONSTRUCTOR = Pattern.compile("(\\w+)::new");

    private CheckCommand() {}

    /** Called from the command line: the exercise and the file. */
    static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("want an exercise and a file, such as 05.1 My.java");
            System.exit(USAGE);
            return;
        }
        int code = check(arguments[0], Path.of(arguments[1]), System.out, System.err);
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code); // whatever the answer has started goes on
    }

    /** Checks the answer in the file; returns the exit code. */
    static int check(String id, Path file, PrintStream out, PrintStream err) {
        Exercise exercise;
        String source;
        try {
            exercise = Catalog.find(id);
            source = Files.readString(file);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (IOException e) {
            err.println("cannot read " + file + ": " + e);
            return USAGE;
        }
        try (Cells cells = new Cells()) {
            cells.run(String.valueOf(file.getFileName()), source);
            String call = call(exercise, source);
            Supplier<?> answer = call == null ? null : cells.value(call);
            if (answer == null) {
                out.println(exercise.id() + " · Not yet: no class implements `" + exercise.answerName() + "` in "
                        + file.getFileName() + ".");
                return NOT_PASSED;
            }
            Verdict verdict = Exercises.check(exercise.id(), answer);
            out.println(verdict.text());
            return verdict.passed() ? PASSED : NOT_PASSED;
        } catch (Cells.WrongCellException e) {
            out.println(exercise.id() + " · Not yet: it does not compile.");
            out.println(e.getMessage());
            return NOT_PASSED;
        }
    }

    /** How the file's answer is made: as the exercise says, else by the class in it that implements the interface. */
    private static @Nullable String call(Exercise exercise, String source) {
        Matcher usual = CONSTRUCTOR.matcher(exercise.call());
        if (usual.matches()
                && Pattern.compile("\\bclass\\s+" + usual.group(1) + "\\b")
                        .matcher(source)
                        .find()) {
            return exercise.call();
        }
        Matcher other = Pattern.compile("\\b(?:class|record|enum)\\s+(\\w+)[^{;]*\\bimplements\\b[^{;]*\\b"
                        + exercise.answerName() + "\\b")
                .matcher(source);
        return other.find() ? other.group(1) + "::new" : null;
    }
}

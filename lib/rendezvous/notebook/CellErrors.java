package rendezvous.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import org.dflib.jjava.kernel.execution.CompilationException;
import org.dflib.jjava.kernel.execution.IncompleteSourceException;
import org.jspecify.annotations.Nullable;

/** Tells a cell's failure in the learner's terms: what happened first, then the learner's own lines. */
final class CellErrors {
    private static final int MOST_CAUSES = 5;

    /**
     * A failure as Jupyter shows it.
     *
     * @param name the exception's simple name, or what else happened
     * @param message one line
     * @param lines all that is shown, the name and the message among it
     */
    record Told(String name, String message, List<String> lines) {}

    private final JShell shell;
    private final NotebookEvaluator evaluator;
    private final SnippetFrames frames;

    CellErrors(JShell shell, NotebookEvaluator evaluator) {
        this.shell = shell;
        this.frames = new SnippetFrames(shell);
        this.evaluator = evaluator;
    }

    /** Where the learner's code called, of a trace as a thread has it: {@code cell [3], line 2}. */
    String place(List<StackTraceElement> trace) {
        StackTraceElement[] translated = frames.of(trace.toArray(StackTraceElement[]::new));
        return new StackText(evaluator).caller(translated);
    }

    Told tell(Throwable failure) {
        Throwable cause = failure.getCause();
        if (failure instanceof CompilationException e) {
            return compilation(e.getBadSnippetCompilation().snippet());
        } else if (failure instanceof IncompleteSourceException e) {
            return new Told(
                    "IncompleteCell",
                    "the cell ends in the middle of a statement",
                    List.of(
                            "the cell ends in the middle of a statement that begins with:",
                            "    " + e.getSource().lines().findFirst().orElse(""),
                            "Look for a bracket, a quote or a semicolon that is missing."));
        } else if (failure instanceof StoppedCell e) {
            String message = String.valueOf(e.getMessage());
            return new Told("Interrupted", message, List.of("interrupted: " + message));
        } else if (failure instanceof NotebookEvaluator.Failure && cause instanceof UnresolvedReferenceException e) {
            return unresolved(e);
        } else if (failure instanceof NotebookEvaluator.Failure && cause instanceof JShellException e) {
            return thrown(e);
        }
        // Not from a cell's code: the kernel's own failure, or a renderer's.
        return thrown(failure);
    }

    private Told thrown(Throwable failure) {
        StackText text = new StackText(evaluator);
        List<String> lines = new ArrayList<>();
        Throwable next = failure;
        for (int depth = 0; next != null && depth < MOST_CAUSES; depth++) {
            ((depth == 0 ? "" : "Caused by: ") + headline(next)).lines().forEach(lines::add);
            if (next instanceof UnresolvedReferenceException e) {
                lines.add("    " + why(e));
            }
            lines.addAll(text.lines(frames.of(next)));
            next = next.getCause();
        }
        return new Told(
                StackText.simpleName(NotebookEvaluator.className(failure)),
                message(failure).lines().findFirst().orElse(""),
                lines);
    }

    private static String headline(Throwable failure) {
        String name = StackText.shortName(NotebookEvaluator.className(failure));
        String message = message(failure);
        return message.isEmpty() ? name : name + ": " + message;
    }

    private static String message(Throwable failure) {
        // JShell gives an exception without a message the text "<none>" or "null".
        String message = failure.getMessage();
        return message == null || message.equals("<none>") || message.equals("null") ? "" : message;
    }

    private Told unresolved(UnresolvedReferenceException e) {
        String message = why(e);
        List<String> lines = new ArrayList<>();
        lines.add("Unresolved: " + message);
        lines.addAll(new StackText(evaluator).lines(e.getStackTrace()));
        return new Told("Unresolved", message, lines);
    }

    private String why(UnresolvedReferenceException e) {
        return UnresolvedNames.told(e.getSnippet()) + " cannot be used before "
                + String.join(", ", UnresolvedNames.missing(shell, e.getSnippet())) + " is defined";
    }

    private Told compilation(Snippet snippet) {
        List<Diag> problems = shell.diagnostics(snippet).filter(Diag::isError).toList();
        List<String> lines = new ArrayList<>();
        for (Diag problem : problems) {
            lines.addAll(SourceLine.told(snippet, problem, evaluator.place(snippet.id())));
        }
        String first = problems.isEmpty()
                ? "the compiler does not say why"
                : SourceLine.message(problems.getFirst()).map(String::strip).collect(Collectors.joining("; "));
        if (lines.isEmpty()) {
            lines.add("This does not compile, and " + first + ":");
            snippet.source().lines().forEach(line -> lines.add("    " + line));
        }
        return new Told("CompilationError", first, lines);
    }

    /** Why and where a cell was stopped, as far as its own failure tells. */
    static String whyStopped(CellExecution.Stop stop, @Nullable JShellException failure, NotebookEvaluator evaluator) {
        String where = failure == null ? "" : new StackText(evaluator).place(failure.getStackTrace());
        String at = where.isEmpty() ? "" : " (" + where + ")";
        return switch (stop) {
            case TIMED_OUT ->
                "the cell was stopped, its time was over" + waiting(failure) + at
                        + "; JJAVA_TIMEOUT says how long a statement may run";
            case LEFT_BEHIND ->
                "the cell was stopped, but its code goes on: it does not look whether it is interrupted."
                        + " Restart the kernel to end it";
            default -> "the cell was stopped" + waiting(failure) + at;
        };
    }

    private static String waiting(@Nullable JShellException failure) {
        if (!(failure instanceof EvalException e) || !e.getExceptionClassName().contains("Interrupted")) {
            return "";
        }
        // The library's messages: "interrupted: it waits to receive on ch", "interrupted while waiting for main".
        String message = message(failure);
        int waits = message.indexOf("it waits ");
        int waiting = message.indexOf("while waiting ");
        if (waits >= 0) {
            return " while waiting " + message.substring(waits + "it waits ".length());
        }
        if (waiting >= 0) {
            return " " + message.substring(waiting);
        }
        if (message.equals("sleep interrupted")) {
            return " while it slept";
        }
        String called = StackText.calledByCell(e.getStackTrace());
        return called.isEmpty() ? "" : " in " + called;
    }
}

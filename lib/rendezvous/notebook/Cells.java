package rendezvous.notebook;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.jspecify.annotations.Nullable;

/**
 * Cells without a kernel: compiled and run by JShell in this JVM, with the imports that a notebook has. What they declare
 * are the same classes as there, so the agent looks into them too.
 *
 * <p>For one thread.
 */
public final class Cells implements AutoCloseable {
    private static volatile @Nullable Supplier<?> handedOver;

    private final JShell shell = JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .build();
    private final MentionedTypes types;

    /**
     * Something in the text of a cell is wrong. The message has the line that it is about, with a mark below the place, and
     * what the compiler says of it.
     */
    public static final class WrongCellException extends Exception {
        private static final long serialVersionUID = 1;

        WrongCellException(String message) {
            super(message);
        }
    }

    /** Starts an empty notebook. */
    public Cells() {
        shell.addToClasspath(place(Cells.class));
        Imports.evaluate(shell, List.of("import java.util.*;", "import java.util.concurrent.*;"));
        List<String> problems = new ArrayList<>();
        try {
            problems.addAll(Imports.evaluate(
                    shell,
                    Imports.always().stream()
                            .filter(line -> !line.contains("org.knowm"))
                            .toList()));
            List<String> all = new ArrayList<>(Imports.libraryTypes());
            all.addAll(Imports.courseTypes());
            types = new MentionedTypes(all);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list what a cell may name", e);
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("cells cannot be run: " + String.join(" ", problems));
        }
    }

    private static String place(Class<?> type) {
        try {
            return new File(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called by a cell of {@link #value}. */
    public static void handOver(Supplier<?> answer) {
        handedOver = answer;
    }

    /**
     * Runs an expression, such as {@code MyKitchen::new}, that makes objects.
     *
     * @return what it makes them by
     * @throws WrongCellException if it does not compile, or names what no cell has declared
     */
    public Supplier<?> value(String expression) throws WrongCellException {
        handedOver = null;
        run("", "rendezvous.notebook.Cells.handOver(" + expression + ");");
        Supplier<?> made = handedOver;
        if (made == null) {
            throw new IllegalStateException(expression + " handed nothing over");
        }
        return made;
    }

    /**
     * Runs a cell.
     *
     * @param file what to call the cell in messages; empty for its own lines only
     * @param source its text; a line that begins with {@code package} is passed over
     * @throws WrongCellException if something in it does not compile, names what nobody has declared, or throws
     */
    public void run(String file, String source) throws WrongCellException {
        String text = source.replaceAll("(?m)^package [\\w.]+;", "");
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        types.importFor(shell, text);
        String rest = text;
        int lines = 0;
        while (true) {
            int leading = CellText.leading(rest);
            lines += CellText.lines(rest, leading);
            rest = rest.substring(leading);
            if (rest.isEmpty()) {
                return;
            }
            CompletionInfo info = analysis.analyzeCompletion(rest);
            boolean isWhole = info.completeness().isComplete();
            for (SnippetEvent event : shell.eval(isWhole ? info.source() : rest)) {
                if (event.causeSnippet() == null) {
                    check(event, file, lines);
                }
            }
            if (!isWhole) {
                throw new WrongCellException(at(file, lines + 1)
                        + ": what begins here has no end. Look for a bracket, a quote or a semicolon that is missing.");
            }
            String next = info.remaining();
            lines += CellText.lines(rest, Math.max(0, rest.length() - next.length()));
            rest = next;
        }
    }

    private void check(SnippetEvent event, String file, int linesBefore) throws WrongCellException {
        Snippet snippet = event.snippet();
        List<String> problems = new ArrayList<>();
        for (Diag problem : shell.diagnostics(snippet).filter(Diag::isError).toList()) {
            problems.addAll(SourceLine.told(
                    snippet.source(),
                    problem.getStartPosition(),
                    problem.getEndPosition(),
                    SourceLine.message(problem).toList(),
                    line -> at(file, linesBefore + line)));
        }
        if (problems.isEmpty() && snippet instanceof DeclarationSnippet declaration) {
            for (String name : UnresolvedNames.missing(shell, declaration)) {
                int start = UnresolvedNames.position(declaration, name);
                problems.addAll(SourceLine.told(
                        snippet.source(),
                        start,
                        start < 0 ? start : start + UnresolvedNames.bare(name).length(),
                        List.of("cannot find " + name + ", which " + UnresolvedNames.told(declaration) + " uses"),
                        line -> at(file, linesBefore + line)));
            }
        }
        boolean isThere = event.status() == Snippet.Status.VALID || event.status() == Snippet.Status.OVERWRITTEN;
        if (problems.isEmpty() && (!isThere || event.exception() != null)) {
            problems.add(at(file, linesBefore + 1) + ": "
                    + (event.exception() == null ? "it does not compile" : "it threw " + event.exception()));
        }
        if (!problems.isEmpty()) {
            throw new WrongCellException(String.join("\n", problems));
        }
    }

    private static String at(String file, int line) {
        return file.isEmpty() ? "line " + line : file + ", line " + line;
    }

    /** Ends the notebook; what its code started goes on. */
    @Override
    public void close() {
        shell.close();
    }
}

package rendezvous.notebook;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Says, at a cell's end, which names its declarations use and nobody has defined.
 *
 * <p>JShell accepts such a declaration in the hope of a later one, and says nothing. Each line on standard error begins
 * with {@value #PREFIX}, for programs that run notebooks: a name that is still unresolved at the end of its chapter is
 * a mistake.
 */
final class UnresolvedNames implements CellHook {
    static final String PREFIX = "unresolved: ";

    private final JShell shell;
    private final NotebookEvaluator evaluator;
    private final PrintStream err;

    UnresolvedNames(JShell shell, NotebookEvaluator evaluator, PrintStream err) {
        this.shell = shell;
        this.evaluator = evaluator;
        this.err = err;
    }

    @Override
    public void after(Cell cell) {
        for (Snippet snippet : cell.snippets()) {
            if (snippet instanceof DeclarationSnippet declaration && isRecoverable(shell.status(snippet))) {
                for (String name : new TreeSet<>(missing(shell, declaration))) {
                    err.println(PREFIX + name + " is not defined; " + told(declaration)
                            + " uses it" + at(declaration, name)
                            + ". Define it in this cell or a later one, or correct the name.");
                }
            }
        }
    }

    /** Where in the cell a declaration first uses a name: " in line 2". */
    private String at(DeclarationSnippet declaration, String name) {
        int position = position(declaration, name);
        int before = evaluator.place(declaration.id()).linesBefore();
        return position < 0 ? "" : " in line " + (before + CellText.lines(declaration.source(), position) + 1);
    }

    /** The names that a declaration needs, as {@code `nope()`}. */
    static List<String> missing(JShell shell, DeclarationSnippet declaration) {
        return shell.unresolvedDependencies(declaration)
                .map(name -> "`" + name.substring(name.indexOf(' ') + 1) + "`")
                .toList();
    }

    private static boolean isRecoverable(Snippet.Status status) {
        return status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    }

    /** Returns where in its source a declaration first uses a name; -1 if that cannot be found. */
    static int position(DeclarationSnippet declaration, String name) {
        Matcher use = Pattern.compile("\\b" + Pattern.quote(bare(name)) + "\\b").matcher(declaration.source());
        return use.find() ? use.start() : -1;
    }

    /** Returns a name as it stands in the source: {@code nope} for {@code `nope()`}. */
    static String bare(String name) {
        return name.replaceAll("\\(.*\\)|`", "");
    }

    static String told(DeclarationSnippet declaration) {
        String kind = switch (declaration.kind()) {
            case METHOD -> "the method";
            case VAR -> "the variable";
            default -> "the type";
        };
        return kind + " `" + declaration.name() + "`";
    }
}

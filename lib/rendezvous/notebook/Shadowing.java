package rendezvous.notebook;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;

/**
 * Sees to names that a learner takes from the library.
 *
 * <p>A type of the learner's that has the name of an imported one would make every later cell fail, with a message about
 * an import that no cell has: so the import is dropped. A method or an import of the learner's hides the library's
 * without a word. Either is said once.
 */
final class Shadowing {
    private static final String OURS = "rendezvous.";

    private final Set<String> said = new HashSet<>();

    /** Looks at what an evaluated snippet did. */
    void after(JShell shell, SnippetEvent event, PrintStream out) {
        Snippet snippet = event.snippet();
        if (snippet instanceof TypeDeclSnippet type && event.status().isDefined()) {
            dropImports(shell, type.name(), out);
        } else if (snippet instanceof MethodSnippet method && event.status().isDefined()) {
            ourStatic(shell, method.name())
                    .ifPresent(ours -> say(
                            out,
                            "`" + method.name() + "` now means your method; the library's is still there as " + ours
                                    + "."));
        } else if (event.status() == Snippet.Status.OVERWRITTEN
                && snippet instanceof ImportSnippet replaced
                && replaced.fullname().startsWith(OURS)) {
            say(
                    out,
                    "`" + Imports.simpleName(replaced.fullname())
                            + "` now means what you imported; the library's is still" + " there as "
                            + replaced.fullname() + ".");
        }
    }

    private void dropImports(JShell shell, String name, PrintStream out) {
        List<ImportSnippet> clashing = shell.imports()
                .filter(i -> i.subKind() == Snippet.SubKind.SINGLE_TYPE_IMPORT_SUBKIND
                        && i.name().equals(name))
                .toList();
        for (ImportSnippet clash : clashing) {
            shell.drop(clash);
            say(
                    out,
                    "`" + name + "` now means your own type; the imported one is still there as " + clash.fullname()
                            + ".");
        }
    }

    private static java.util.Optional<String> ourStatic(JShell shell, String method) {
        return shell.imports()
                .filter(i -> i.isStatic() && i.fullname().startsWith(OURS))
                .map(ImportSnippet::fullname)
                .filter(name -> name.endsWith(".*"))
                .map(name -> name.substring(0, name.length() - 2))
                .filter(type -> hasStatic(type, method))
                .map(type -> type + "." + method)
                .findFirst();
    }

    private static boolean hasStatic(String type, String method) {
        try {
            for (var candidate :
                    Class.forName(type, false, Shadowing.class.getClassLoader()).getMethods()) {
                if (candidate.getName().equals(method)) {
                    return true;
                }
            }
            return false;
        } catch (ClassNotFoundException e) {
            return false; // an import that failed was said at the start
        }
    }

    private void say(PrintStream out, String what) {
        if (said.add(what)) {
            out.println("Note: " + what);
        }
    }
}

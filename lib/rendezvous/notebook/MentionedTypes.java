package rendezvous.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.TypeDeclSnippet;

/**
 * Imports types of the library, and of the exercises, when a cell first names them.
 *
 * <p>An import costs JShell some 10 ms of a processor while the kernel starts, and makes every later cell a little
 * slower; a session needs a few of the types only.
 *
 * <p>Not safe for use by many threads at once.
 */
final class MentionedTypes {
    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}\\w*");

    private final Map<String, String> waiting = new LinkedHashMap<>();

    /**
     * Creates imports that wait.
     *
     * @throws IllegalArgumentException if two types have one simple name
     */
    MentionedTypes(List<String> types) {
        for (String type : types) {
            String clash = waiting.put(Imports.simpleName(type), type);
            if (clash != null) {
                throw new IllegalArgumentException("two types have one simple name: " + clash + " and " + type
                        + "; rename one: a cell could name only one of them");
            }
        }
    }

    /** Imports what the source names and no cell has declared; returns what went wrong. */
    List<String> importFor(JShell shell, String source) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(source);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return importNames(shell, names);
    }

    /** Imports all that still waits, so that it can be completed; returns what went wrong. */
    List<String> importAll(JShell shell) {
        return importNames(shell, List.copyOf(waiting.keySet()));
    }

    private List<String> importNames(JShell shell, List<String> names) {
        List<String> declarations = new ArrayList<>();
        for (String name : names) {
            String type = waiting.remove(name);
            if (type != null && !isTaken(shell, name)) {
                declarations.add("import " + type + ";");
            }
        }
        return Imports.evaluate(shell, declarations);
    }

    private static boolean isTaken(JShell shell, String name) {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive())
                .anyMatch(snippet ->
                        (snippet instanceof TypeDeclSnippet type && type.name().equals(name))
                                || (snippet instanceof ImportSnippet imported
                                        && imported.name().equals(name)));
    }
}

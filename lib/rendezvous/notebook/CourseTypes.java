package rendezvous.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.TypeDeclSnippet;

/**
 * Imports an exercise's types when a cell first names them.
 *
 * <p>There is a handful for each exercise of the course, and a session needs those of one chapter.
 */
final class CourseTypes {
    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}\\w*");

    private final Map<String, String> waiting = new HashMap<>();

    CourseTypes(List<String> types) {
        for (String type : types) {
            String clash = waiting.put(Imports.simpleName(type), type);
            if (clash != null) {
                throw new IllegalStateException("two types of exercises have one simple name: " + clash + " and " + type
                        + ". Rename one: a cell could name only one of them.");
            }
        }
    }

    /** Imports what the source names and no cell has declared; returns what went wrong. */
    List<String> importFor(JShell shell, String source) {
        List<String> declarations = new ArrayList<>();
        Matcher names = NAME.matcher(source);
        while (names.find()) {
            String type = waiting.remove(names.group());
            if (type != null && !isTaken(shell, names.group())) {
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

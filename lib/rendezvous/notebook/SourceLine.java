package rendezvous.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.Snippet;

/** A compiler's message with the line it is about, and a mark below the place. */
final class SourceLine {
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:\\p{Ll}\\w*\\.)+(?<name>\\p{Lu}\\w*)");
    private static final Pattern SIMPLE = Pattern.compile("\\b\\p{Lu}\\w*");

    private SourceLine() {}

    static List<String> told(Snippet snippet, Diag problem, Cell.Place place) {
        return told(
                snippet.source(),
                problem.getStartPosition(),
                problem.getEndPosition(),
                message(problem).toList(),
                place::told);
    }

    static List<String> told(
            String source, long startPosition, long endPosition, List<String> message, IntFunction<String> place) {
        List<String> lines = new ArrayList<>();
        if (startPosition < 0 || startPosition > source.length() || message.isEmpty()) {
            lines.addAll(message);
            return lines;
        }
        int start = (int) startPosition;
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int nextLine = source.indexOf('\n', start);
        int lineEnd = nextLine < 0 ? source.length() : nextLine;
        int end = (int) Math.min(Math.max(endPosition, startPosition + 1L), Math.max(lineEnd, startPosition + 1L));
        int number = CellText.lines(source, start) + 1;
        lines.add(place.apply(number) + ": " + message.getFirst());
        lines.add("    " + source.substring(lineStart, lineEnd));
        // Tabs stay tabs, so that the mark stands below the place at any width of theirs.
        lines.add("    " + source.substring(lineStart, start).replaceAll("[^\t]", " ") + "^".repeat(end - start));
        message.stream().skip(1).forEach(more -> lines.add("  " + more));
        return lines;
    }

    /** The compiler's message, line by line, without the location, which names JShell's wrapper. */
    static Stream<String> message(Diag problem) {
        return String.valueOf(problem.getMessage(null))
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .map(line -> withoutPackages(line.stripTrailing()));
    }

    /** The line with simple names for qualified ones, unless two types would then have one name. */
    static String withoutPackages(String line) {
        Map<String, String> simple = new HashMap<>();
        Matcher names = QUALIFIED.matcher(line);
        while (names.find()) {
            String other = simple.put(names.group("name"), names.group());
            if (other != null && !other.equals(names.group())) {
                return line;
            }
        }
        Matcher unqualified = SIMPLE.matcher(QUALIFIED.matcher(line).replaceAll(" "));
        while (unqualified.find()) {
            if (simple.containsKey(unqualified.group())) {
                return line;
            }
        }
        return QUALIFIED.matcher(line).replaceAll("${name}");
    }
}

package rendezvous.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code exercise.md}.
 *
 * <pre>{@code
 * # 05.1 The kitchen
 * stars: 1
 * answer: Kitchen
 * checks: KitchenChecks
 * call: MyKitchen::new
 *
 * ## Hint 1
 * …
 * ## Hint 2
 * …
 * ## Hint 3
 * …
 * ## Explanation
 * …
 * }</pre>
 */
final class ExerciseFile {
    private static final Pattern TITLE = Pattern.compile("# (\\d\\d\\.\\d{1,2}) (\\S.*)");
    private static final Pattern FIELD = Pattern.compile("([a-z]+): *(\\S.*)");
    private static final Pattern NAME = Pattern.compile("[A-Z]\\w*");
    private static final List<String> FIELDS = List.of("stars", "answer", "checks", "call");
    private static final List<String> SECTIONS = List.of("Hint 1", "Hint 2", "Hint 3", "Explanation");

    private final String path;
    private final List<String> lines;
    private final Map<String, Integer> fieldLines = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> sections = new LinkedHashMap<>();

    private ExerciseFile(String path, String text) {
        this.path = path;
        this.lines = text.lines().toList();
    }

    /**
     * Reads the text of a file.
     *
     * @param path where it is on the class path
     * @throws IllegalArgumentException if it is not as it should be; the message names file, line and what is wanted
     */
    static Exercise read(String path, String text) {
        return new ExerciseFile(path, text).exercise();
    }

    private Exercise exercise() {
        Matcher title = TITLE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!title.matches()) {
            throw wrong(1, "want '# 05.1 Title', got '" + (lines.isEmpty() ? "" : lines.getFirst()) + "'");
        }
        readSections(readFields());
        String folder = path.substring(0, path.lastIndexOf('/'));
        String prefix = folder.replace('/', '.') + ".";
        return new Exercise(
                title.group(1),
                title.group(2).strip(),
                stars(),
                folder,
                prefix + name("answer"),
                prefix + name("checks"),
                field("call"),
                SECTIONS.subList(0, Exercise.HINTS).stream().map(this::section).toList(),
                section("Explanation"));
    }

    /** Returns the index of the first line after the fields. */
    private int readFields() {
        int i = 1;
        for (; i < lines.size() && !lines.get(i).startsWith("## "); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw wrong(i + 1, "want 'name: value' or '## Hint 1', got '" + line + "'");
            }
            if (!FIELDS.contains(field.group(1))) {
                throw wrong(i + 1, "'" + field.group(1) + "' is none of " + FIELDS);
            }
            if (fields.put(field.group(1), field.group(2).strip()) != null) {
                throw wrong(i + 1, "'" + field.group(1) + "' stands here a second time");
            }
            fieldLines.put(field.group(1), i + 1);
        }
        return i;
    }

    private void readSections(int start) {
        String name = null;
        List<String> body = new ArrayList<>();
        for (int i = start; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith("## ")) {
                body.add(line);
                continue;
            }
            finish(name, body);
            name = line.substring(3).strip();
            String wanted = sections.size() < SECTIONS.size() ? SECTIONS.get(sections.size()) : "the end of the file";
            if (!name.equals(wanted)) {
                throw wrong(i + 1, "want " + wanted + ", got '## " + name + "'");
            }
        }
        finish(name, body);
    }

    private void finish(@Nullable String name, List<String> body) {
        if (name != null) {
            sections.put(name, String.join("\n", body).strip());
            body.clear();
        }
    }

    private int stars() {
        String stars = field("stars");
        if (!stars.matches("[123]")) {
            throw wrong(line("stars"), "stars are 1, 2 or 3, got '" + stars + "'");
        }
        return Integer.parseInt(stars);
    }

    private String name(String field) {
        String name = field(field);
        if (!NAME.matcher(name).matches()) {
            throw wrong(
                    line(field),
                    "'" + field + "' wants the simple name of a type beside this file, got '" + name + "'");
        }
        return name;
    }

    private String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw wrong(1, "'" + name + ": …' is missing below the title");
        }
        return value;
    }

    private int line(String field) {
        return fieldLines.getOrDefault(field, 1);
    }

    private String section(String name) {
        String text = sections.get(name);
        if (text == null || text.isEmpty()) {
            throw wrong(lines.size(), "'## " + name + "' is missing or empty");
        }
        return text;
    }

    private IllegalArgumentException wrong(int line, String what) {
        return new IllegalArgumentException(path + ", line " + line + ": " + what);
    }
}

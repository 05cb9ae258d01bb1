package rendezvous.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question as its author wrote it down: the file {@code c05/q1.md} holds the task {@code 05.q1}.
 *
 * <pre>{@code
 * # 05.q1 When a send returns
 * recalls: 04
 *
 * What the learner is asked.
 *
 * ## a right
 * A choice.
 * > What is said to those who choose it.
 * }</pre>
 *
 * The letter of the name says of which kind it is; {@link Kind} says which fields and sections that kind wants.
 *
 * @param path where the file is, for messages
 * @param id chapter, letter and number, such as {@code 05.q1}
 * @param kind of which kind
 * @param title its name
 * @param fields what stands in lines {@code name: value} below the title
 * @param text what the learner is asked
 * @param sections the texts below headings of the second level, by heading
 */
record Task(
        String path,
        String id,
        Kind kind,
        String title,
        Map<String, String> fields,
        String text,
        SequencedMap<String, String> sections) {

    private static final Pattern TITLE = Pattern.compile("# (\\d\\d)\\.([a-z])(\\d{1,2}) (\\S.*)");
    private static final Pattern FIELD = Pattern.compile("([a-z]+): *(\\S.*)");

    /** The kinds of questions, by the letter of their names. */
    enum Kind {
        QUIZ('q', "quiz", "recalls"),
        PARSONS('p', "parsons", "prints", "sleeps"),
        BLANKS('f', "fill", "prints", "sleeps"),
        FIX('x', "fix", "prints", "channels", "goroutines", "sleeps"),
        SCHEDULE('s', "schedule", "goal"),
        OUTCOMES('o', "outcomes");

        final char letter;
        /** What a learner calls. */
        final String call;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> fields;

        Kind(char letter, String call, String... fields) {
            this.letter = letter;
            this.call = call;
            this.fields = List.of(fields);
        }

        static @Nullable Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            return null;
        }
    }

    Task {
        fields = Map.copyOf(fields);
        sections = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sections));
    }

    /**
     * Reads a file.
     *
     * @param path ends with the chapter's folder and the file's name: {@code …/c05/q1.md}
     * @throws IllegalArgumentException if it is not as it should be; the message names file, line and what is wanted
     */
    static Task read(String path, String text) {
        List<String> lines = text.lines().toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        Matcher title = TITLE.matcher(first);
        Kind kind = title.matches() ? Kind.of(title.group(2).charAt(0)) : null;
        if (kind == null) {
            throw wrong(path, 1, "want '# 05.q1 Title', got '" + first + "'");
        }
        String place = "c" + title.group(1) + "/" + title.group(2) + title.group(3) + ".md";
        if (!path.endsWith("/" + place)) {
            throw wrong(path, 1, "want this task in the file '" + place + "'");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        SequencedMap<String, String> sections = new LinkedHashMap<>();
        List<String> body = new ArrayList<>();
        String heading = "";
        boolean fenced = false;
        boolean inFields = true;
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher field = FIELD.matcher(line);
            if (inFields && field.matches()) {
                if (!kind.fields.contains(field.group(1))
                        || fields.put(field.group(1), field.group(2).strip()) != null) {
                    throw wrong(path, i + 1, "want each of " + kind.fields + " once, got '" + field.group(1) + "'");
                }
                continue;
            }
            inFields = false;
            fenced ^= line.startsWith("```");
            if (!fenced && line.startsWith("## ")) {
                sections.put(heading, String.join("\n", body).strip());
                body.clear();
                heading = line.substring(3).strip();
                if (sections.containsKey(heading)) {
                    throw wrong(path, i + 1, "a second '## " + heading + "'");
                }
            } else {
                body.add(line);
            }
        }
        sections.put(heading, String.join("\n", body).strip());
        String asked = sections.remove("");
        String id = title.group(1) + "." + title.group(2) + title.group(3);
        return new Task(path, id, kind, title.group(4).strip(), fields, asked == null ? "" : asked, sections);
    }

    /** Returns the chapter's number, of two digits. */
    String chapter() {
        return id.substring(0, 2);
    }

    /** Returns a field; empty if it is not there. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Returns the alternatives of a field, which stand between bars. */
    List<String> alternatives(String name) {
        return Pattern.compile("\\s*\\|\\s*")
                .splitAsStream(field(name))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Returns a section; empty if it is not there. */
    String section(String heading) {
        return sections.getOrDefault(heading, "");
    }

    /** Returns the code of a section, which stands in a fence. */
    String code(String heading) {
        String body = section(heading);
        int from = body.indexOf("```");
        int start = from < 0 ? -1 : body.indexOf('\n', from);
        int end = start < 0 ? -1 : body.indexOf("\n```", start);
        if (end < 0) {
            throw wrong(path, 1, "'## " + heading + "' wants code in a fence of three backticks");
        }
        return body.substring(start + 1, end);
    }

    /** Returns the call that a learner writes, with something in place of the answer. */
    String call(String answer) {
        return kind.call + "(\"" + id + "\"" + (answer.isEmpty() ? "" : ", " + answer) + ")";
    }

    Sheet sheet(Sheet.Mark mark) {
        return new Sheet(mark, id, title);
    }

    IllegalArgumentException wrong(String what) {
        return wrong(path, 1, what);
    }

    private static IllegalArgumentException wrong(String path, int line, String what) {
        return new IllegalArgumentException(path + ", line " + line + ": " + what);
    }
}

package rendezvous.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an example says that happens: {@code // Output: text} for each line that is printed, in order, and
 * {@code // Throws: ExceptionName: beginning of the message} on the line that throws, or below it.
 *
 * @param output the lines that it prints
 * @param failure what it throws; null if it returns
 */
record Promises(List<Output> output, @Nullable Failure failure) {
    private static final Pattern PROMISE = Pattern.compile("(?:^|\\s)// (Output|Throws):(?: (.*))?$");
    private static final Pattern NEARLY = Pattern.compile("//\\s*(?i:output|outputs|prints|throws)\\b.*$");
    private static final Pattern MARKUP = Pattern.compile("//\\s*@(\\w+).*$");
    private static final Pattern THROWN = Pattern.compile("(\\w+)(?:: (\\S.*))?");
    private static final List<String> MARKUP_OF_LOOKS = List.of("highlight", "link", "start", "end");

    /**
     * A line that is printed.
     *
     * @param line of the file, where it is promised
     * @param text what is printed
     */
    record Output(int line, String text) {}

    /**
     * An exception.
     *
     * @param line of the file, where it is thrown
     * @param type its simple name
     * @param message how its message begins
     */
    record Failure(int line, String type, String message) {}

    /**
     * Reads the comments.
     *
     * @throws IllegalArgumentException if one is not as wanted; the message says where, got and want
     */
    static Promises of(Example example) {
        List<Output> output = new ArrayList<>();
        Failure failure = null;
        int code = example.line(); // the last line that holds code
        for (int i = 0; i < example.code().size(); i++) {
            int line = example.line() + i;
            String text = withoutMarkup(example, line, example.code().get(i));
            Matcher promise = PROMISE.matcher(text);
            String before = text;
            if (promise.find()) {
                before = text.substring(0, promise.start());
                code = before.isBlank() ? code : line;
                String what = promise.group(2) == null ? "" : promise.group(2).stripTrailing();
                if (promise.group(1).equals("Output")) {
                    output.add(new Output(line, what));
                } else if (failure == null) {
                    failure = failure(example, line, code, what);
                } else {
                    throw new IllegalArgumentException(
                            example.at(line) + ": got a second \"// Throws:\", want one: the first ends the example");
                }
            } else {
                code = text.isBlank() || text.strip().startsWith("//") ? code : line;
            }
            if (NEARLY.matcher(before).find()) {
                throw new IllegalArgumentException(example.at(line) + ": got \"" + text.strip()
                        + "\", want \"// Output: text\" or \"// Throws: ExceptionName: beginning of its message\"");
            }
        }
        return new Promises(List.copyOf(output), failure);
    }

    private static Failure failure(Example example, int line, int code, String what) {
        Matcher thrown = THROWN.matcher(what);
        if (!thrown.matches()) {
            throw new IllegalArgumentException(example.at(line) + ": got \"// Throws: " + what
                    + "\", want \"// Throws: ExceptionName: beginning of its message\"");
        }
        return new Failure(code, thrown.group(1), thrown.group(2) == null ? "" : thrown.group(2));
    }

    /** Javadoc's own comments change looks at most; one that changes the code would show what nobody compiled. */
    private static String withoutMarkup(Example example, int line, String text) {
        Matcher markup = MARKUP.matcher(text);
        if (!markup.find()) {
            return text;
        }
        if (!MARKUP_OF_LOOKS.contains(markup.group(1))) {
            throw new IllegalArgumentException(example.at(line) + ": got \"@" + markup.group(1)
                    + "\" in an example, want none but " + MARKUP_OF_LOOKS
                    + ": what readers see must be what is compiled");
        }
        return text.substring(0, markup.start());
    }
}

package rendezvous.notebook;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets so much of a cell's output through and no more; counts the rest, and keeps the whole in a file.
 *
 * <p>A browser page with a hundred thousand lines is of no use to anybody, and slow to anybody who opens it later.
 */
final class OutputCap {
    /**
     * How much is shown, and where the whole goes.
     *
     * @param lines the most lines shown
     * @param chars the most characters shown
     * @param fileChars the most characters kept in the file: an endless loop must not fill the disk
     * @param directory where files go; made when the first is needed
     */
    record Limits(int lines, int chars, long fileChars, Path directory) {
        static Limits standard(Path directory) {
            return new Limits(1_000, 256 * 1024, 64L * 1024 * 1024, directory);
        }

        /** For output of cells that have ended: a tenth. */
        Limits forOthers() {
            return new Limits(lines / 10, chars / 10, fileChars, directory);
        }
    }

    private final Limits limits;
    private final Path file;
    private final StringBuilder shown = new StringBuilder();
    private boolean full;
    private int shownLines;
    private long hiddenLines;
    private boolean inHiddenLine;
    private long fileChars;
    private @Nullable Writer writer;
    private @Nullable IOException failure;

    /**
     * Creates a cap that has let nothing through yet.
     *
     * @param name of the file, without what makes it this process's and without its ending
     */
    OutputCap(Limits limits, String name) {
        this.limits = limits;
        this.file =
                limits.directory().resolve(name + "-" + ProcessHandle.current().pid() + ".txt");
    }

    /** Returns as much of the text as is shown. */
    String take(String text) {
        int end = full ? 0 : fitting(text);
        shown.append(text, 0, end);
        if (end < text.length()) {
            full = true;
            hide(text.substring(end));
        }
        return text.substring(0, end);
    }

    private int fitting(String text) {
        int most = Math.min(text.length(), limits.chars() - shown.length());
        int at = 0;
        while (at < most && shownLines < limits.lines()) {
            int lineEnd = text.indexOf('\n', at) + 1;
            if (lineEnd == 0 || lineEnd > most) {
                at = most;
            } else {
                shownLines++;
                at = lineEnd;
            }
        }
        boolean splitsPair = at > 0 && at < text.length() && Character.isHighSurrogate(text.charAt(at - 1));
        return splitsPair ? at - 1 : at;
    }

    private void hide(String text) {
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at) + 1;
            hiddenLines += inHiddenLine ? 0 : 1;
            inHiddenLine = end == 0;
            at = end == 0 ? text.length() : end;
        }
        if (failure != null) {
            return;
        }
        try {
            if (writer == null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                writer = Files.newBufferedWriter(file);
                save(writer, shown.toString());
            }
            save(writer, text);
        } catch (IOException e) {
            failure = e;
        }
    }

    private void save(Writer to, String text) throws IOException {
        long room = limits.fileChars() - fileChars;
        fileChars += text.length();
        if (room > 0) {
            to.write(text, 0, (int) Math.min(room, text.length()));
        }
    }

    /** Ends the output, and returns a last line that says what was not shown; empty if all was. */
    String close() {
        if (writer != null) {
            try (Writer closing = writer) {
                closing.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (!full) {
            return "";
        }
        boolean midLine = !shown.isEmpty() && shown.charAt(shown.length() - 1) != '\n';
        String count = String.format(Locale.ROOT, "%,d", hiddenLines).replace(',', ' ');
        return (midLine ? "\n" : "") + "… " + count + (hiddenLines == 1 ? " more line" : " more lines") + where()
                + "\n";
    }

    private String where() {
        if (failure != null) {
            return ", lost: " + told(file) + " cannot be written (" + failure + ")";
        }
        return fileChars > limits.fileChars()
                ? ", the first " + limits.fileChars() / (1024 * 1024) + " MB of the output in " + told(file)
                : ", whole output in " + told(file);
    }

    /** A path as a reader of the notebook finds it: from the working directory where it lies below that. */
    private static Path told(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}

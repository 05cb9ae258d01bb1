package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputCapTest {
    @TempDir
    Path directory;

    private OutputCap cap(int lines, int chars, long fileChars) {
        return new OutputCap(new OutputCap.Limits(lines, chars, fileChars, directory.resolve("made")), "cell-7");
    }

    private List<Path> files() throws IOException {
        Path made = directory.resolve("made");
        if (!Files.exists(made)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(made)) {
            return files.toList();
        }
    }

    @Test
    void asMuchAsFits_isShown_andNoFileIsMade() throws IOException {
        OutputCap cap = cap(3, 100, 1_000);
        assertEquals("a\nb\n", cap.take("a\nb\n"));
        assertEquals("c\n", cap.take("c\n"));
        assertEquals("", cap.close());
        assertEquals(List.of(), files());
    }

    @Test
    void whatIsOverTheLines_isCounted_andTheWholeIsInTheFile() throws IOException {
        OutputCap cap = cap(2, 100, 1_000);
        assertEquals("a\nb\n", cap.take("a\nb\nc\nd"));
        assertEquals("", cap.take("d\ne\n"));
        Path file = directory
                .resolve("made")
                .resolve("cell-7-" + ProcessHandle.current().pid() + ".txt");
        assertEquals("… 3 more lines, whole output in " + file + "\n", cap.close());
        assertEquals("a\nb\nc\ndd\ne\n", Files.readString(file));
    }

    @Test
    void whatIsOverTheCharacters_isCutInTheLine_butNotInACharacter() {
        OutputCap cap = cap(100, 4, 1_000);
        assertEquals("abc", cap.take("abc😀\n"));
        String closing = cap.close();
        assertTrue(closing.startsWith("\n… 1 more line, whole output in "), closing);
    }

    @Test
    void thousands_areSeparated() {
        OutputCap cap = cap(1, 100_000, 1_000_000);
        cap.take("x\n".repeat(12_346));
        assertTrue(cap.close().startsWith("… 12 345 more lines"));
    }

    @Test
    void theFile_isCappedToo_andSaysSo() throws IOException {
        OutputCap cap = cap(1, 100, 10);
        cap.take("x\n".repeat(100));
        String closing = cap.close();
        assertTrue(closing.contains("99 more lines, the first 0 MB of the output in "), closing);
        assertEquals(10, Files.size(files().getFirst()));
    }

    @Test
    void aFileThatCannotBeWritten_isSaid() throws IOException {
        Files.writeString(directory.resolve("made"), "a file where a directory is wanted");
        OutputCap cap = cap(1, 100, 1_000);
        assertEquals("a\n", cap.take("a\nb\n"));
        String closing = cap.close();
        assertTrue(closing.startsWith("… 1 more line, lost: "), closing);
        assertTrue(closing.contains("cannot be written"), closing);
        assertFalse(closing.contains("whole output"), closing);
    }
}

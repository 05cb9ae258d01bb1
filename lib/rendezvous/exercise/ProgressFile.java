package rendezvous.exercise;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rendezvous.exercise.Progress.Standing;

/**
 * The file of a learner's progress. The command reads and writes it too ({@code lib/course/record.py}); both keep to this:
 *
 * <ul>
 *   <li>UTF-8. The first line is {@code rendezvous-progress 1}; each other is a record of seven fields, with tabs between:
 *       id, tries, solved, hints, shown, last, answer.
 *   <li>In a field {@code \\}, {@code \t}, {@code \n} and {@code \r} stand for a backslash, a tab and the ends of lines.
 *   <li>Whoever changes it holds a lock on the file {@code NAME.lock} beside it, writes a new file and puts it in place.
 *   <li>A file that cannot be understood is copied to {@code NAME.damaged-TIME}; its good lines are kept.
 *   <li>A file of a later version is left alone.
 * </ul>
 */
final class ProgressFile {
    private static final String NAME = "rendezvous-progress";
    private static final String HEAD = NAME + " 1";
    private static final int FIELDS = 7;
    private static final long WAIT_MILLIS = 3_000;
    private static final long LOOK_MILLIS = 20;

    private ProgressFile() {}

    /** Reads the file; empty if it is not there. What is damaged is left out, and said. */
    static SequencedMap<String, Standing> read(Path file, Consumer<String> say) throws IOException {
        SequencedMap<String, Standing> records = new TreeMap<>();
        if (!parse(bytes(file), records)) {
            say.accept("Your progress in " + file
                    + " is damaged. What can be read of it counts; it is set aside when next something is noted.");
        }
        return records;
    }

    /** Reads, changes and replaces the file. */
    static void update(Path file, UnaryOperator<SequencedMap<String, Standing>> change, Consumer<String> say)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = locked(channel, lock)) {
            byte[] old = bytes(file);
            SequencedMap<String, Standing> records = new TreeMap<>();
            if (!parse(old, records)) {
                Path aside = file.resolveSibling(file.getFileName() + ".damaged-"
                        + Instant.now()
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString()
                                .replace(':', '-'));
                Files.write(aside, old);
                say.accept("Your progress was damaged. The old file is now " + aside + "; what could be read of it, "
                        + records.size() + " records, is kept.");
            }
            replace(file, text(change.apply(records)));
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static FileLock locked(FileChannel channel, Path lock) throws IOException {
        long deadline = System.nanoTime() + WAIT_MILLIS * 1_000_000;
        while (System.nanoTime() < deadline) {
            try {
                FileLock held = channel.tryLock();
                if (held != null) {
                    return held;
                }
            } catch (OverlappingFileLockException e) {
                // Somebody in this JVM has it.
            }
            try {
                Thread.sleep(LOOK_MILLIS); // the system tells nobody when a lock is free
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        throw new IOException("another program has held " + lock + " for " + WAIT_MILLIS / 1_000 + " s");
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    /** Puts what can be understood into the records; returns whether that was all. */
    private static boolean parse(byte[] bytes, SequencedMap<String, Standing> records) throws IOException {
        if (bytes.length == 0) {
            return true;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", -1);
        if (lines[0].matches(NAME + " \\d+") && !lines[0].equals(HEAD)) {
            throw new IOException("a later version of the course wrote it: update this one");
        }
        boolean whole = lines[0].equals(HEAD) && lines[lines.length - 1].isEmpty();
        for (int i = lines[0].equals(HEAD) ? 1 : 0; i < lines.length - 1; i++) {
            String[] fields = lines[i].split("\t", -1);
            Standing record = fields.length == FIELDS ? record(fields) : null;
            if (record == null || !fields[0].matches("\\d\\d\\.[a-z]?\\d{1,2}")) {
                whole = false;
            } else {
                records.put(fields[0], record);
            }
        }
        return whole;
    }

    private static @Nullable Standing record(String[] fields) {
        if (!fields[1].matches("\\d{1,6}") || !fields[3].matches("\\d{1,2}")) {
            return null;
        }
        return new Standing(
                Integer.parseInt(fields[1]),
                plain(fields[2]),
                Integer.parseInt(fields[3]),
                plain(fields[4]),
                plain(fields[5]),
                plain(fields[6]));
    }

    private static String text(SequencedMap<String, Standing> records) {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        records.forEach((id, record) -> out.append(String.join(
                        "\t",
                        id,
                        Integer.toString(record.tries()),
                        escaped(record.solved()),
                        Integer.toString(record.hints()),
                        escaped(record.shown()),
                        escaped(record.last()),
                        escaped(record.answer())))
                .append('\n'));
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                out.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Puts a new file in the place of the old one, whole or not at all. */
    private static void replace(Path file, String text) throws IOException {
        Path half = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        try (FileChannel out = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package rendezvous.runtime;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The virtual threads of this JVM.
 *
 * <p>No method lists them; but the JDK writes them to a file, with their stacks: 2 ms for a few, 15 µs for each of many. It
 * is done only when all else says that nobody could act.
 */
final class VirtualThreads {
    /** The first line of a thread: {@code #31 "name" virtual WAITING 2026-…}. */
    private static final Pattern HEAD = Pattern.compile("#(\\d+) \".*\" virtual [A-Z_]+ \\S+");

    private static final String FRAME = "    at ";
    private static final String FRAME_OF_JDK = FRAME + "java.base/";

    /** A loop of the JDK's in a thread of its own: it wakes virtual threads that wait for a socket, and those are seen. */
    private static final String FRAME_OF_POLLER = FRAME_OF_JDK + "sun.nio.ch.Poller.subPollerLoop(";

    private VirtualThreads() {}

    /**
     * Returns whether these are all the virtual threads that live, for certain.
     *
     * @param known their numbers, in order
     */
    static boolean areAll(long[] known) {
        if ("false".equals(System.getProperty("jdk.trackAllThreads"))) {
            return false; // then the JDK does not know them
        }
        Path directory = null;
        try {
            directory = makeDirectory();
            Path file = directory.resolve("threads");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            return lists(file, known);
        } catch (IOException | RuntimeException | LinkageError e) {
            return false; // no place to write to, or no such bean in this JVM: it is not known
        } finally {
            delete(directory);
        }
    }

    /** Makes one that nobody else can read. (The JDK's method for it takes 30 ms, for a name that cannot be guessed.) */
    private static Path makeDirectory() throws IOException {
        String name = "rendezvous-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path directory = Path.of(System.getProperty("java.io.tmpdir"), name);
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(directory);
    }

    /** Returns whether the dump names just these, and besides them only what wakes threads that wait for sockets. */
    private static boolean lists(Path file, long[] known) throws IOException {
        int found = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            while (line != null) {
                Matcher head = HEAD.matcher(line);
                boolean virtual = line.startsWith("#") && head.matches();
                line = reader.readLine();
                if (virtual && Arrays.binarySearch(known, Long.parseLong(head.group(1))) >= 0) {
                    found++;
                } else if (virtual) {
                    boolean polls = false;
                    while (line != null && line.startsWith(FRAME)) {
                        if (!line.startsWith(FRAME_OF_JDK)) {
                            return false;
                        }
                        polls |= line.startsWith(FRAME_OF_POLLER);
                        line = reader.readLine();
                    }
                    if (!polls) {
                        return false;
                    }
                }
            }
        }
        return found == known.length; // else it does not name all
    }

    private static void delete(@Nullable Path directory) {
        try {
            if (directory != null) {
                Files.deleteIfExists(directory.resolve("threads"));
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            // It is a temporary file.
        }
    }
}

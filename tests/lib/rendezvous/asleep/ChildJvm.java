package rendezvous.asleep;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * A JVM in which a test's threads are not. It runs programs, and prints for each {@code program NAME}, what came of it, and
 * {@code end}.
 *
 * <p>A test waits for its own program only. So how long all of them take matters to none, however slow the machine is.
 */
final class ChildJvm {
    /** What lets the deadlock check see shutdown hooks and signal handlers, so that it can report again and again. */
    static final List<String> OPENED = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

    /** After so long without a line from it a child hangs: less than the limit of a test, which is told so then. */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(50);

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        // A child that hangs must not outlive the tests.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final BiConsumer<Process, String> onLine;
    private final List<String> lines = new ArrayList<>(); // guarded by this
    private long lastLine = System.nanoTime();
    private boolean ended;

    private ChildJvm(Process process, BiConsumer<Process, String> onLine) {
        this.process = process;
        this.onLine = onLine;
    }

    /** Starts the class. */
    static ChildJvm start(Class<?> main, List<String> options, String... arguments) {
        return start(main, options, (_, _) -> {}, arguments);
    }

    /**
     * Starts the class.
     *
     * @param onLine called with each line as it comes
     */
    static ChildJvm start(
            Class<?> main, List<String> options, BiConsumer<Process, String> onLine, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Collections.addAll(command, arguments);
        try {
            ChildJvm child = new ChildJvm(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), onLine);
            RUNNING.add(child.process);
            Thread.ofPlatform().daemon().name("reads a child JVM").start(child::read);
            return child;
        } catch (IOException e) {
            throw new AssertionError("the child JVM could not be started: " + command, e);
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                add(line, false);
                onLine.accept(process, line);
            }
            add("exit " + process.waitFor(), true);
        } catch (IOException | InterruptedException e) {
            add("could not be read: " + e, true);
        } finally {
            RUNNING.remove(process);
        }
    }

    private synchronized void add(String line, boolean last) {
        lines.add(line);
        lastLine = System.nanoTime();
        ended = last;
        notifyAll();
    }

    /** Waits for the end of a program; returns the lines in between. If it does not come, returns all lines. */
    synchronized List<String> printedBy(String program) throws InterruptedException {
        while (true) {
            int from = lines.indexOf("program " + program);
            int length = from < 0 ? -1 : lines.subList(from, lines.size()).indexOf("end");
            if (length >= 0) {
                return List.copyOf(lines.subList(from + 1, from + length));
            }
            if (ended) {
                return List.copyOf(lines);
            }
            awaitLine();
        }
    }

    /** Waits for the end of the JVM; returns all lines, the last of which is its exit code. */
    synchronized List<String> printed() throws InterruptedException {
        while (!ended) {
            awaitLine();
        }
        return List.copyOf(lines);
    }

    @SuppressWarnings("WaitNotInLoop") // the callers have the loop
    private synchronized void awaitLine() throws InterruptedException {
        long left = lastLine + LIMIT_NANOS - System.nanoTime();
        if (left > 0) {
            wait(1 + TimeUnit.NANOSECONDS.toMillis(left));
        } else {
            add("hangs", true);
            end();
        }
    }

    /** Ends it. */
    void end() {
        process.destroyForcibly();
    }
}

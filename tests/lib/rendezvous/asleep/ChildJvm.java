package rendezvous.asleep;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A JVM in which a test's threads are not. */
final class ChildJvm {
    /** What lets the deadlock check see shutdown hooks and signal handlers, so that it can report again and again. */
    static final List<String> OPENED = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

    private static final int LIMIT_SECONDS = 100;

    private ChildJvm() {}

    /** Runs the class and returns the lines that it printed; the last one is its exit code. */
    static List<String> run(Class<?> main, List<String> options, String... arguments) {
        return run(main, options, (_, _) -> {}, arguments);
    }

    /**
     * Runs the class and returns the lines that it printed; the last one is its exit code.
     *
     * @param onLine called with each line as it comes
     */
    static List<String> run(
            Class<?> main, List<String> options, BiConsumer<Process, String> onLine, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Collections.addAll(command, arguments);
        List<String> lines = new ArrayList<>();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread watch = Thread.ofPlatform().daemon().start(() -> endAtLimit(process));
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    lines.add(line);
                    onLine.accept(process, line);
                }
                lines.add("exit " + process.waitFor());
            } finally {
                process.destroyForcibly();
                watch.interrupt();
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the child JVM, after it printed " + lines, e);
        }
        return lines;
    }

    private static void endAtLimit(Process process) {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

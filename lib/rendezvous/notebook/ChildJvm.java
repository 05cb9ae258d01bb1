package rendezvous.notebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a program in a JVM of its own, for what a notebook's JVM must not go through: the end of {@code main}, a crash, a
 * million threads.
 *
 * <p>What the program prints is printed as it comes. The program is a Java file without a class around it, with a
 * {@code main}; it may name what a cell may name, charts left out, without imports. Such a JVM takes a second to start, has a heap of
 * {@value #HEAP}, and is ended when its time is up, or when whoever waits for it is interrupted.
 *
 * {@snippet :
 * ChildJvm.Ended ended = ChildJvm.run("""
 *         void main() {
 *             go(() -> { sleep(ofSeconds(60)); println("done"); });
 *             println("main ends");
 *         }
 *         """);                    // Output: main ends
 * println(ended.code());           // Output: 0
 * }
 */
public final class ChildJvm {
    /** How long a program may run. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String HEAP = "128m";

    private ChildJvm() {}

    /**
     * How a program ended.
     *
     * @param code its exit code: 0 if all went well
     * @param stopped whether it was ended because its time was up; then the code says nothing
     * @param time how long it took, with the start of its JVM
     * @param lines what it printed, on both streams
     */
    public record Ended(int code, boolean stopped, Duration time, List<String> lines) {
        /** Returns how it ended, as a sentence without a full stop. */
        @Override
        public String toString() {
            String after = " after " + Math.round(time.toMillis() / 100.0) / 10.0 + " s";
            return stopped
                    ? "the program was stopped" + after
                    : "the program ended" + after + ", with exit code " + code;
        }
    }

    /**
     * Runs a program and waits for its end.
     *
     * @param program a Java file: {@code void main() { … }}, and what else it needs
     * @throws IOException if no JVM can be started
     * @throws InterruptedException if the calling thread is interrupted; the program is ended then
     */
    public static Ended run(String program) throws IOException, InterruptedException {
        return run(program, LIMIT);
    }

    /**
     * Runs a program and waits for its end, at most for a time.
     *
     * @param program a Java file
     * @param most how long it may run
     * @throws IOException if no JVM can be started
     * @throws InterruptedException if the calling thread is interrupted; the program is ended then
     */
    public static Ended run(String program, Duration most) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("rendezvous-child");
        Path file = folder.resolve("Main.java");
        try {
            Files.writeString(file, imports() + program); // on one line, so that the program's lines keep their numbers
            List<String> options = List.of("-Xmx" + HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
            return run(options, List.of(file.toString()), most, System.out::println);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static String imports() throws IOException {
        return Stream.concat(
                        Imports.always().stream().filter(line -> !line.contains("xchart")),
                        Imports.libraryTypes().stream()
                                .filter(type -> !type.startsWith("rendezvous.chart."))
                                .map(type -> "import " + type + ";"))
                .collect(Collectors.joining(" ", "", " "));
    }

    /**
     * Runs a JVM on the class path of this one.
     *
     * @param options of the JVM
     * @param main the class or file, and its arguments
     * @param most how long it may run
     * @param line told each line, in the calling thread
     */
    static Ended run(List<String> options, List<String> main, Duration most, Consumer<String> line)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(main);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            List<String> lines = new ArrayList<>();
            boolean stopped = !follow(process, begin + most.toNanos(), line, lines);
            if (stopped) {
                process.destroyForcibly();
            }
            int code = process.waitFor();
            return new Ended(code, stopped, Duration.ofNanos(System.nanoTime() - begin), List.copyOf(lines));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Hands on what the program prints, until it has ended; false if its time is up before. */
    private static boolean follow(Process process, long deadline, Consumer<String> line, List<String> lines)
            throws InterruptedException {
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        String end = new String("end"); // told from the program's lines by its identity
        Thread reader = Thread.ofPlatform().daemon().name("reader of a child").start(() -> {
            try (BufferedReader from =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                from.lines().forEach(printed::add);
            } catch (IOException | java.io.UncheckedIOException e) {
                // It was ended: nothing more will come.
            } finally {
                printed.add(end);
            }
        });
        while (true) {
            String next = printed.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return false;
            }
            if (isSame(next, end)) {
                reader.join();
                return process.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            lines.add(next);
            line.accept(next);
        }
    }

    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    private static boolean isSame(String one, String other) {
        return one == other;
    }
}

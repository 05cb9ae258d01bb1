package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;

/** The programs that do in Java what they do in Go do it under every schedule that is tried: rules 1 to 129 in a lab. */
class PhraseBookTest {
    private static final Path PROGRAMS = Path.of("tests", "differential");
    private static final int WALKS = 100;
    private static final int SCHEDULES = 250;

    /** A row of the phrase book's table: what Go prints, and how the message begins in Java. */
    private static final Pattern ROW =
            Pattern.compile("\\| `(?:panic|fatal error): ([^`]+)` \\| `\\w+` \\| `([^`]+)` \\|");

    /** What reads the JDK's clock, which is not the run's. */
    private static final Pattern REAL_CLOCK = Pattern.compile("System\\.nanoTime|Instant\\.now");

    private static final Map<Pattern, String> MESSAGES = new LinkedHashMap<>();

    @TempDir
    private static Path classes;

    private static ClassLoader loader;

    @BeforeAll
    static void compile() throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            assertTrue(javac.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources()))
                    .call());
        }
        for (String line : Files.readAllLines(PROGRAMS.resolve("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                MESSAGES.put(
                        Pattern.compile(Pattern.quote(row.group(2)) + ".*"), Matcher.quoteReplacement(row.group(1)));
            }
        }
        assertTrue(MESSAGES.size() > 5, "the phrase book has a table of messages");
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, PhraseBookTest.class.getClassLoader());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    static Stream<String> programs() throws IOException {
        return sources().stream().map(file -> file.getFileName().toString().replace(".java", ""));
    }

    /** What the head of a program promises. */
    record Head(Set<String> outcomes, Set<String> possible, boolean fails) {
        static Head of(Path file) throws IOException {
            StringBuilder output = new StringBuilder();
            Set<String> outcomes = new TreeSet<>();
            Set<String> possible = new TreeSet<>();
            boolean prints = false;
            boolean fails = false;
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith("//")) {
                    break;
                }
                String text = line.substring(2).strip();
                if (text.startsWith("Outcomes:")) {
                    alternatives(text).forEach(outcomes::add);
                } else if (text.startsWith("Possibly:")) {
                    alternatives(text).forEach(possible::add);
                } else if (text.startsWith("Stderr:")) {
                    fails = true;
                } else if (text.startsWith("Output:")) {
                    prints = true;
                } else if (prints) {
                    output.append(text).append('\n');
                }
            }
            if (outcomes.isEmpty()) {
                outcomes.add(output.toString().strip());
            }
            possible.addAll(outcomes);
            return new Head(outcomes, possible, fails);
        }

        private static Stream<String> alternatives(String text) {
            return Arrays.stream(text.substring(text.indexOf(':') + 1).split("\\|", -1))
                    .map(String::strip);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void it_does_what_its_head_says_under_every_schedule(String program) throws Exception {
        Head head = Head.of(PROGRAMS.resolve(program + ".java"));
        String source = Files.readString(PROGRAMS.resolve(program + ".java"));
        assumeFalse(REAL_CLOCK.matcher(source).find(), "it reads the JDK's clock");
        assumeTrue(!head.outcomes.equals(Set.of("")) || head.fails, "it prints nothing");
        Body body = body(program);
        Set<String> seen = new TreeSet<>();
        for (End end : ends(body)) {
            check(head, end);
            seen.add(end.output);
        }
        assertTrue(seen.containsAll(head.outcomes), () -> "want each of " + head.outcomes + ", seen " + seen);
    }

    /** How a run ended. */
    private record End(@Nullable Failure failure, String output, String schedule) {
        static End of(LabWorld world) {
            Scheduler scheduler = world.scheduler();
            return new End(
                    scheduler.failure(),
                    inWordsOfGo(world.output()).strip(),
                    Schedule.of(scheduler.choices.toArray()).toString());
        }
    }

    private static String inWordsOfGo(String output) {
        String text = output;
        for (Map.Entry<Pattern, String> message : MESSAGES.entrySet()) {
            text = message.getKey().matcher(text).replaceAll(message.getValue());
        }
        return text;
    }

    private static List<End> ends(Body body) throws InterruptedException {
        Trials trials = new Trials(body, Limits.DEFAULT);
        return Job.of(trials, () -> ends(trials), failure -> {
            throw new AssertionError(failure.message());
        });
    }

    private static List<End> ends(Trials trials) {
        List<End> ends = new ArrayList<>();
        for (int seed = 0; seed < WALKS; seed++) {
            ends.add(End.of(trials.run(new RandomWalk(seed), false)));
        }
        Systematic strategy = new Systematic(1);
        boolean more = true;
        for (int i = 0; more && i < SCHEDULES; i++) {
            ends.add(End.of(trials.run(strategy, false)));
            more = strategy.advance();
        }
        return ends;
    }

    private static void check(Head head, End end) {
        Kind kind = end.failure == null ? null : end.failure.kind();
        if (head.fails) {
            assertTrue(kind == Kind.PANIC || kind == Kind.DEADLOCK, end::toString);
        } else {
            // As in Go, the end of main ends the program: who is left then does not matter.
            assertTrue(kind == null || kind == Kind.LEAK, end::toString);
        }
        assertTrue(head.possible.contains(end.output), () -> "want one of " + head.possible + ", got " + end);
    }

    private static Body body(String program) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass(program);
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method main = type.getDeclaredMethod("main");
        main.setAccessible(true);
        return () -> {
            try {
                main.invoke(constructor.newInstance());
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) e.getCause();
            }
        };
    }

    /** That a wrong promise is seen. */
    @ParameterizedTest
    @MethodSource("wrongHeads")
    void a_head_that_is_wrong_is_refuted(Head head) throws Exception {
        Body body = body("select_heads_or_tails");
        Set<String> seen = new TreeSet<>();
        boolean refuted = false;
        for (End end : ends(body)) {
            seen.add(end.output);
            try {
                check(head, end);
            } catch (AssertionError e) {
                refuted = true;
            }
        }
        assertTrue(refuted || !seen.containsAll(head.outcomes));
    }

    static Stream<Head> wrongHeads() {
        return Stream.of(
                new Head(Set.of("heads"), Set.of("heads"), false),
                new Head(Set.of("heads", "tails", "edge"), Set.of("heads", "tails", "edge"), false),
                new Head(Set.of("heads", "tails"), Set.of("heads", "tails"), true));
    }
}

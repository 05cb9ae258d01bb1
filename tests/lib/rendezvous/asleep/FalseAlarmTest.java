package rendezvous.asleep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No program that only looks stuck is reported, and each completes. */
class FalseAlarmTest {
    /** The programs sleep most of the time, so several JVMs run them beside one another. */
    private static final int CHILDREN = 3;

    private static final List<ChildJvm> RUNNING = new ArrayList<>();

    /** Those that run a lasting program, by its name; each is started with the one before. */
    private static final Map<String, ChildJvm> LASTING = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        for (int i = 0; i < CHILDREN; i++) {
            RUNNING.add(ChildJvm.start(LookStuck.class, ChildJvm.OPENED, i + "/" + CHILDREN));
        }
    }

    @AfterAll
    static void end() {
        RUNNING.forEach(ChildJvm::end);
        LASTING.values().forEach(ChildJvm::end);
    }

    static Stream<Program> programs() {
        return LookStuck.all().stream();
    }

    /** Those that need no signal, which comes only from another process. */
    static Stream<Program> lasting() {
        return LookStuck.lasting().stream().filter(program -> !isForSignal(program.name()));
    }

    private static boolean isForSignal(String name) {
        return name.equals("a signal handler") || name.equals("a shutdown hook");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_program_that_looks_stuck_completes_and_a_deadlock_after_it_is_reported(Program program)
            throws InterruptedException {
        ChildJvm child =
                RUNNING.get(LookStuck.all().stream().map(Program::name).toList().indexOf(program.name()) % CHILDREN);
        assertEquals(List.of("completed", "control true"), child.printedBy(program.name()));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void a_program_that_leaves_doubt_completes(Program program) throws InterruptedException {
        List<String> names = lasting().map(Program::name).toList();
        int at = names.indexOf(program.name());
        for (String name : names.subList(at, Math.min(at + 2, names.size()))) { // the next one begins meanwhile
            LASTING.computeIfAbsent(
                    name, _ -> ChildJvm.start(LookStuck.class, ChildJvm.OPENED, FalseAlarmTest::type, name));
        }
        List<String> printed = new ArrayList<>(LASTING.get(program.name()).printed());
        printed.remove("type");
        assertEquals(List.of("control true", "program " + program, "completed", "end", "exit 0"), printed);
    }

    /** Types what a program waits for, after the time in which it must not be reported. */
    private static void type(Process process, String line) {
        if (line.equals("type")) {
            Deadlocks.sleepMillis(2 * LookStuck.QUIET_MILLIS);
            try (var in = process.outputWriter()) {
                in.write("y\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a signal handler", "a shutdown hook"})
    @DisabledOnOs(OS.WINDOWS) // there a process can only be ended
    void a_program_that_waits_for_a_signal_completes_when_it_comes(String name) throws InterruptedException {
        assertSignalled(name, ChildJvm.OPENED, List.of("control true", "program " + name, "signal me"), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a signal handler", "a shutdown hook"})
    @DisabledOnOs(OS.WINDOWS)
    void so_it_does_where_the_jdk_hides_who_waits_for_signals(String name) throws InterruptedException {
        assertSignalled(name, List.of(), List.of("no control", "program " + name, "signal me"), name, "no control");
    }

    private static void assertSignalled(String name, List<String> options, List<String> before, String... arguments)
            throws InterruptedException {
        List<String> expected = new ArrayList<>(before);
        expected.addAll(List.of("completed", "end"));
        expected.add(name.equals("a signal handler") ? "exit 0" : "exit 143");
        ChildJvm child = ChildJvm.start(
                LookStuck.class,
                options,
                (process, line) -> {
                    if (line.equals("signal me")) {
                        Deadlocks.sleepMillis(2 * LookStuck.QUIET_MILLIS); // the time in which it must not be reported
                        process.toHandle().destroy(); // the process itself would close what it prints to
                    }
                },
                arguments);
        try {
            assertEquals(expected, child.printed());
        } finally {
            child.end();
        }
    }
}

package rendezvous.asleep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No program that only looks stuck is reported, and each completes. */
class FalseAlarmTest {
    private static List<String> printed = List.of();

    @BeforeAll
    static void runAll() {
        printed = ChildJvm.run(LookStuck.class, ChildJvm.OPENED);
    }

    static Stream<Program> programs() {
        return LookStuck.all().stream();
    }

    static Stream<Program> lasting() {
        return LookStuck.lasting().stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_program_that_looks_stuck_completes_and_a_deadlock_after_it_is_reported(Program program) {
        int at = printed.indexOf("program " + program);
        assertEquals(
                List.of("program " + program, "completed", "control true"),
                at < 0 ? printed : printed.subList(at, Math.min(at + 3, printed.size())));
    }

    /** A signal comes only from another process, and handlers leave doubt: those are for the methods below. */
    @ParameterizedTest
    @MethodSource("lasting")
    void a_program_that_leaves_doubt_completes(Program program) {
        if (isForSignal(program.name())) {
            return;
        }
        assertEquals(
                List.of("control true", "program " + program, "completed", "exit 0"),
                ChildJvm.run(LookStuck.class, ChildJvm.OPENED, program.name()));
    }

    private static boolean isForSignal(String name) {
        return name.equals("a signal handler") || name.equals("a shutdown hook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a signal handler", "a shutdown hook"})
    @DisabledOnOs(OS.WINDOWS) // there a process can only be ended
    void a_program_that_waits_for_a_signal_completes_when_it_comes(String name) {
        assertSignalled(name, ChildJvm.OPENED, List.of("control true", "program " + name, "signal me"), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a signal handler", "a shutdown hook"})
    @DisabledOnOs(OS.WINDOWS)
    void so_it_does_where_the_jdk_hides_who_waits_for_signals(String name) {
        assertSignalled(name, List.of(), List.of("no control", "program " + name, "signal me"), name, "no control");
    }

    private static void assertSignalled(String name, List<String> options, List<String> before, String... arguments) {
        List<String> expected = new ArrayList<>(before);
        expected.add("completed");
        expected.add(name.equals("a signal handler") ? "exit 0" : "exit 143");
        List<String> lines = ChildJvm.run(
                LookStuck.class,
                options,
                (process, line) -> {
                    if (line.equals("signal me")) {
                        Deadlocks.sleepMillis(600); // the time in which it must not be reported
                        process.destroy();
                    }
                },
                arguments);
        assertEquals(expected, lines);
    }
}

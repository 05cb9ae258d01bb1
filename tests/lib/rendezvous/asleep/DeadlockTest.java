package rendezvous.asleep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program that is stuck is reported, and the report says who waits for what. */
class DeadlockTest {
    private static final String HEADLINE = "| rendezvous.runtime.DeadlockError: all goroutines are asleep - deadlock!";
    private static final String MILLIS = "millis ";

    private static ChildJvm child;

    @BeforeAll
    static void start() {
        child = ChildJvm.start(Deadlocks.class, ChildJvm.OPENED);
    }

    @AfterAll
    static void end() {
        child.end();
    }

    static Stream<Program> programs() {
        return Deadlocks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_program_that_is_stuck_is_reported_with_who_waits_for_what(Program program) throws InterruptedException {
        List<String> want = new ArrayList<>(List.of(HEADLINE));
        program.told().forEach(line -> want.add("|   " + line));
        List<String> got = new ArrayList<>(child.printedBy(program.name()).stream()
                .filter(line -> !line.startsWith(MILLIS))
                .map(line -> line.replaceAll(", for (≥ )?\\d+\\.\\d\\d s", "").replaceAll("(goroutine) \\d+", "$1 #"))
                .toList());
        if (program.name().equals(DeadlocksOfChannels.TWO_THREADS)) {
            want.sort(null); // the one that looked is the first, and either may have
            got.sort(null);
        }
        assertEquals(String.join("\n", want), String.join("\n", got));
    }

    @Test
    @SuppressWarnings("SystemOut") // how soon a report comes is for whoever reads the run's output
    void the_programs_leave_a_jvm_that_ends() throws InterruptedException {
        List<String> printed = child.printed();
        System.out.println("deadlocks reported after "
                + printed.stream()
                        .filter(line -> line.startsWith(MILLIS))
                        .map(line -> line.substring(MILLIS.length()))
                        .toList()
                + " ms after all were asleep");
        assertEquals("exit 0", printed.getLast());
    }
}

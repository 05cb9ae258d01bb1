package rendezvous.asleep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program that is stuck is reported, and the report says who waits for what. */
class DeadlockTest {
    private static final String HEADLINE = "| rendezvous.runtime.DeadlockError: all goroutines are asleep - deadlock!";

    /** What each program printed. */
    private static final Map<String, List<String>> PRINTED = new LinkedHashMap<>();

    @BeforeAll
    @SuppressWarnings("SystemOut") // how soon a report comes is for whoever reads the run's output
    static void runAll() {
        List<Long> millis = new ArrayList<>();
        List<String> lines = ChildJvm.run(Deadlocks.class, ChildJvm.OPENED);
        List<String> printed = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("program ")) {
                printed = new ArrayList<>();
                PRINTED.put(line.substring("program ".length()), printed);
            } else if (line.startsWith("millis ")) {
                millis.add(Long.valueOf(line.substring("millis ".length())));
            } else {
                printed.add(line);
            }
        }
        System.out.println("deadlocks reported after " + millis + " ms");
    }

    static Stream<Program> programs() {
        return Deadlocks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_program_that_is_stuck_is_reported_with_who_waits_for_what(Program program) {
        List<String> expected = new ArrayList<>(List.of(HEADLINE));
        program.told().forEach(line -> expected.add("|   " + line));
        List<String> printed = PRINTED.getOrDefault(program.name(), List.of("was not run")).stream()
                .map(line -> line.replaceAll(", for (≥ )?\\d+\\.\\d\\d s", ""))
                .filter(line -> !line.startsWith("exit "))
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", printed));
    }

    @Test
    void the_programs_left_a_jvm_that_ends() {
        assertEquals("exit 0", PRINTED.values().stream().toList().getLast().getLast());
    }
}

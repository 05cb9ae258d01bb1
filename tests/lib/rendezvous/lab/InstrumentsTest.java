package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rendezvous.runtime.Goroutine;
import rendezvous.studied.Counters;
import rendezvous.testing.ChildJvm;

/** A detector that sees nothing, or not all, does not say that all is well. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InstrumentsTest {
    private int unseen;

    private static String refused(rendezvous.runtime.Body known, Limits limits) {
        return assertThrows(IllegalStateException.class, () -> Instruments.prove(known, limits))
                .getMessage();
    }

    @Test
    void a_detector_that_is_on_is_proven_before_each_search() throws Exception {
        Instruments.prove();
    }

    @Test
    void a_detector_that_is_off_is_noticed() {
        String message = refused(Counters::unguarded, Limits.DEFAULT);
        assertTrue(message.contains("did not see a race that is known to be there"), message);
        assertTrue(message.endsWith("got no failure"), message);
    }

    @Test
    void code_that_is_not_rewritten_is_noticed() {
        String message = refused(
                () -> {
                    Goroutine other = go(() -> unseen++);
                    unseen++;
                    other.await();
                },
                Limits.DEFAULT.withRaces());
        assertTrue(message.endsWith("got no failure"), message);
    }

    @Test
    void a_failure_of_another_kind_is_no_proof() {
        String message = refused(Counters::lostThoughVolatile, Limits.DEFAULT.withRaces());
        assertTrue(message.contains("did not see a race"), message);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_class_that_cannot_be_rewritten_makes_the_search_fail_by_name_and_reason(boolean before) throws Exception {
        String agent = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-javaagent:"))
                .findFirst()
                .orElseThrow();
        List<String> said = ChildJvm.run(
                        Unwoven.class, agent, "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dbefore=" + before)
                .lines()
                .toList();
        assertTrue(
                said.getFirst()
                        .startsWith("rendezvous.studied.TooLarge after " + (before ? 0 : 1)
                                + " runs: the race detector cannot look into the class rendezvous.studied.TooLarge: "),
                said::toString);
        assertTrue(said.getFirst().contains("Code length"), said::toString);
        assertEquals("true", said.getLast(), "a run that looks for no races does not need the class");
    }
}

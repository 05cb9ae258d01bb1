package rendezvous.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.runtime.LeakProfile;

/** Rule 168: goroutines that wait on what nobody can reach are found by the garbage collector. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LeakProfileRulesTest {
    private record Ended(List<String> lines, int exit) {}

    private static Ended profile(String... options) throws Exception {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), LeakProfile.class.getName(), Leaking.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(40, TimeUnit.SECONDS), said);
            return new Ended(said.lines().toList(), process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void check(Ended ended) {
        assertTrue(
                ended.lines.getFirst().equals("goroutine leak profile: total 8, which nobody can wake. 5 others live."),
                ended.lines::toString);
        assertEquals(
                List.of(
                        "leaks: answer waits to send on `answers` (unbuffered)",
                        "leaks: first waits for a close of channel (unbuffered)",
                        "leaks: group waits for a group: WaitGroup (counter 1, 1 waiting)",
                        "leaks: lock waits for a lock: mutex (locked, 1 waiting)",
                        "leaks: never waits on a channel that is never ready",
                        "leaks: second waits for a goroutine to end: leaks: first",
                        "leaks: select waits in a select",
                        "leaks: signal waits for a signal"),
                ended.lines.stream()
                        .skip(1)
                        .map(line -> line.strip().replaceFirst(", for \\d+\\.\\d s[,;].*", ""))
                        .map(line -> line.replaceFirst("select: .*", "select"))
                        .sorted()
                        .toList());
        assertTrue(
                ended.lines.stream()
                        .skip(1)
                        .allMatch(
                                line -> line.matches(
                                        ".*(, at Leaking\\.\\S+\\(Leaking.java:\\d+\\))?; started at Leaking\\.\\S+ \\(Leaking.java:\\d+\\)")),
                ended.lines::toString);
        assertEquals(3, ended.exit);
    }

    @Test
    void rule_168_goroutines_that_nobody_can_wake_are_found_by_the_collector() throws Exception {
        check(profile("-XX:+UseSerialGC"));
        check(profile("-XX:+UseG1GC"));
    }

    @Test
    void rule_168_differs_only_in_a_JVM_that_does_not_hold_its_virtual_threads() {
        String message =
                assertThrows(IllegalStateException.class, LeakProfile::take).getMessage();
        assertTrue(message.contains("-Djdk.trackAllThreads=false"), message);
    }
}

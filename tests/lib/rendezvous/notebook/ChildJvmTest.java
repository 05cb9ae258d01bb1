package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChildJvmTest {
    @Test
    void aProgramNamesWhatACellMayNameAndItsMainDoesNotWait() throws Exception {
        ChildJvm.Ended ended = ChildJvm.run("""
                void main() throws InterruptedException {
                    Chan<Integer> ch = Chan.make(1);
                    ch.send(7);
                    go(() -> { sleep(ofSeconds(60)); println("never"); });
                    println("main ends with " + ch.receive());
                }
                """);
        assertEquals(List.of("main ends with 7"), ended.lines());
        assertEquals(0, ended.code());
        assertFalse(ended.stopped());
    }

    @Test
    void anExceptionHasTheLineOfTheProgramAndAnExitCode() throws Exception {
        ChildJvm.Ended ended = ChildJvm.run("""
                void main() {
                    throw new IllegalStateException("no more");
                }
                """);
        assertEquals(1, ended.code());
        String all = String.join("\n", ended.lines());
        assertTrue(all.contains("no more") && all.contains("Main.java:2"), all);
    }

    @Test
    void whoRunsTooLongIsStopped() throws Exception {
        ChildJvm.Ended ended =
                ChildJvm.run("void main() throws Exception { Thread.sleep(60_000); }", Duration.ofSeconds(2));
        assertTrue(ended.stopped(), ended.toString());
        assertTrue(ended.time().toSeconds() < 30, ended.toString());
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> ChildJvm.run("void main() {}"));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void itSaysHowItEnded() {
        assertEquals(
                "the program ended after 1.2 s, with exit code 0",
                new ChildJvm.Ended(0, false, Duration.ofMillis(1234), List.of()).toString());
        assertEquals(
                "the program was stopped after 20.0 s",
                new ChildJvm.Ended(137, true, Duration.ofSeconds(20), List.of()).toString());
    }
}

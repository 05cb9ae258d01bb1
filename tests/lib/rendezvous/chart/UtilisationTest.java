package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Go;
import rendezvous.lab.Lab;
import rendezvous.lab.Run;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;
import rendezvous.runtime.World;
import rendezvous.trace.Trace;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class UtilisationTest {
    /** A quarter of its time it runs, a quarter it sleeps, half of it it waits. */
    private static Trace made() {
        Goroutine main = Goroutine.start("main", World.REAL, () -> {});
        List<Event> events = List.of(
                new Event(0, Event.Kind.START, main, null, null, null),
                new Event(25, Event.Kind.BLOCK, main, null, Wait.SLEEP, null),
                new Event(50, Event.Kind.UNBLOCK, main, null, null, null),
                new Event(50, Event.Kind.BLOCK, main, null, Wait.RECEIVE, null),
                new Event(100, Event.Kind.UNBLOCK, main, null, null, null),
                new Event(100, Event.Kind.END, main, null, null, null));
        return new Trace(
                Trace.Unit.TIME, events, 0, List.of(main), Duration.ofNanos(100), List.of(), null, "It ended.");
    }

    @Test
    void who_runs_or_sleeps_is_busy() {
        assertEquals(0.5, Utilisation.busy(made(), "main"), 1e-9);
        String text = Utilisation.of("t", made()).text();
        assertTrue(text.startsWith("goroutine  busy  runs  waits to receive  sleeps\nmain       50 %  25 %"), text);
    }

    @Test
    void goroutines_of_one_name_share_a_bar_and_many_names_are_folded() throws Exception {
        Trace same = Trace.of(() -> {
            for (int i = 0; i < 3; i++) {
                Go.go("worker", () -> Go.sleep(Duration.ofMillis(1)));
            }
        });
        assertTrue(Utilisation.of("t", same).caption().contains("worker × 3"));
        Trace many = Trace.of(() -> {
            for (int i = 0; i < 30; i++) {
                Go.go("worker " + i, () -> Go.sleep(Duration.ofMillis(1)));
            }
        });
        Figure folded = Utilisation.of("t", many);
        assertTrue(folded.caption().contains("+ 20 more"), folded::caption);
        assertTrue(folded.alt().startsWith("Chart of what 12 goroutines did"), folded::alt);
    }

    @Test
    void a_run_of_the_lab_is_drawn_too() throws Exception {
        Run run = Lab.run(
                7, () -> Go.go("sleeper", () -> Go.sleep(Duration.ofHours(1))).await());
        assertTrue(Utilisation.busy(run.steps(), "sleeper") > 0.5);
        String text = Utilisation.of("t", run.steps()).text();
        assertTrue(text.contains("could run"), text);
    }

    @Test
    void an_unknown_name_is_refused_with_those_there_are() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Utilisation.busy(made(), "cook"));
        assertEquals("no goroutine \"cook\" in this run: it had main", refused.getMessage());
    }
}

package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.lab.OutcomeSet.Outcome;
import rendezvous.runtime.Body;
import rendezvous.sync.WaitGroup;

/** All that a program can come to, with a schedule for each. */
@Timeout(60)
class OutcomeSetTest {
    private static final Body TWO_SENDERS = () -> {
        Chan<String> ch = Chan.make();
        go(() -> ch.send("a"));
        go(() -> ch.send("b"));
        println(ch.receive());
        println(ch.receive());
    };

    @SuppressWarnings("SystemOut") // the run keeps it
    private static void println(Object what) {
        System.out.println(what);
    }

    private static Set<String> texts(OutcomeSet outcomes) {
        return outcomes.all().stream().map(Outcome::text).collect(Collectors.toSet());
    }

    @Test
    void all_outcomes_are_found_and_each_schedule_leads_to_its_own() throws InterruptedException {
        OutcomeSet outcomes = Lab.explore(TWO_SENDERS).outcomes();
        assertEquals(Set.of("a, b", "b, a"), texts(outcomes));
        assertTrue(outcomes.preemptions() >= 2, outcomes::coverage);
        assertEquals(
                outcomes.schedules(),
                outcomes.all().stream().mapToInt(Outcome::schedules).sum());
        for (Outcome one : outcomes.all()) {
            Run again = Lab.replay(one.example().schedule(), TWO_SENDERS);
            assertEquals(
                    one.text(), OutcomeSet.text(again.output(), again.failure().orElse(null)));
        }
    }

    @Test
    void of_a_small_program_all_schedules_are_tried() throws InterruptedException {
        OutcomeSet outcomes = Lab.explore(() -> {
                    Chan<String> ch = Chan.make(1);
                    go(() -> ch.trySend("a"));
                    ch.trySend("b");
                    println(ch.receive());
                })
                .outcomes();
        assertEquals(Set.of("a", "b"), texts(outcomes));
        assertTrue(outcomes.isComplete());
        assertEquals("all " + outcomes.schedules() + " schedules", outcomes.coverage());
    }

    @Test
    void a_failure_does_not_end_the_search() throws InterruptedException {
        OutcomeSet outcomes = Lab.explore(() -> {
                    WaitGroup group = new WaitGroup();
                    go(() -> {
                        group.add(1);
                        println("working");
                        group.done();
                    });
                    group.await();
                    println("all done");
                })
                .outcomes();
        assertEquals(Set.of("all done, working", "working, all done"), texts(outcomes));
        OutcomeSet locked = Lab.explore(() -> {
                    Chan<Integer> ch = Chan.make(1);
                    go(() -> ch.trySend(1));
                    if (ch.len() == 1) {
                        throw new IllegalStateException("full");
                    }
                    ch.send(1);
                    ch.send(2);
                })
                .outcomes();
        assertEquals(Set.of("deadlock", "panic IllegalStateException"), texts(locked));
    }

    @Test
    void nothing_printed_is_an_outcome_too() throws InterruptedException {
        OutcomeSet outcomes = Lab.explore(() -> {}).outcomes();
        assertEquals("nothing: 1 schedule\nTried: the only schedule.", outcomes.toString());
    }

    @Test
    void a_large_program_is_not_called_complete() throws InterruptedException {
        Body large = () -> {
            Chan<Integer> ch = Chan.make(100);
            for (int i = 0; i < 6; i++) {
                int mine = i;
                go(() -> ch.send(mine));
            }
            for (int i = 0; i < 6; i++) {
                ch.receive();
            }
        };
        OutcomeSet outcomes = Lab.explore(large).schedules(200).outcomes();
        assertFalse(outcomes.isComplete());
        assertEquals("200 schedules, which are not all", outcomes.coverage());
        assertEquals(Set.of("nothing"), texts(outcomes));
    }

    @Test
    void a_program_that_spins_is_an_outcome_of_its_own() throws InterruptedException {
        boolean[] enough = new boolean[1];
        OutcomeSet outcomes = Lab.explore(() -> {
                    while (!Thread.interrupted() && !enough[0]) {
                        Thread.onSpinWait();
                    }
                })
                .stall(Duration.ofMillis(200))
                .outcomes();
        assertEquals(Set.of("stalled"), texts(outcomes));
        assertFalse(outcomes.isComplete());
    }
}

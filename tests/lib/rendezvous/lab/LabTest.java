package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.count;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.goroutines;
import static rendezvous.chan.Go.sleep;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rendezvous.chan.Chan;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.WaitGroup;
import rendezvous.testing.ChildJvm;
import rendezvous.trace.Trace;

/** One run: that its seed, or its schedule, is all that it depends on, and what is told of it. */
@SuppressWarnings("SystemOut") // runs keep what they print
class LabTest {
    /** Three workers take jobs from a channel, and print; a good part of the library has a part in it. */
    static void workers() throws InterruptedException {
        Chan<Integer> jobs = Chan.named("jobs", 2);
        WaitGroup group = new WaitGroup();
        for (int w = 0; w < 3; w++) {
            int worker = w;
            group.go(() -> {
                for (int job : jobs) {
                    sleep(Duration.ofMillis(job % 3));
                    System.out.println("worker " + worker + " does " + job);
                }
            });
        }
        for (int job = 0; job < 6; job++) {
            jobs.send(job);
        }
        jobs.close();
        group.await();
    }

    static final Body LOCK_ORDER = () -> {
        rendezvous.sync.Mutex fork = new rendezvous.sync.Mutex();
        rendezvous.sync.Mutex spoon = new rendezvous.sync.Mutex();
        Goroutine left = go("left", () -> {
            fork.lock();
            spoon.lock();
            spoon.unlock();
            fork.unlock();
        });
        Goroutine right = go("right", () -> {
            spoon.lock();
            fork.lock();
            fork.unlock();
            spoon.unlock();
        });
        left.await();
        right.await();
    };

    @Test
    void a_seed_makes_the_same_run_each_time() throws InterruptedException {
        Set<String> outputs = new HashSet<>();
        for (int seed = 0; seed < 30; seed++) {
            Run first = Lab.run(seed, LabTest::workers).orThrow();
            Run second = Lab.run(seed, LabTest::workers);
            assertEquals(first.output(), second.output());
            assertEquals(first.schedule(), second.schedule());
            assertEquals(first.lanes(), second.lanes());
            assertEquals(first.trace().toString(), second.trace().toString());
            assertEquals(first.steps().toString(), second.steps().toString());
            outputs.add(first.output());
        }
        assertTrue(outputs.size() > 5, "30 seeds made only " + outputs.size() + " different outputs");
    }

    @Test
    void a_schedule_repeats_a_run() throws InterruptedException {
        for (int seed = 0; seed < 30; seed++) {
            Run run = Lab.run(seed, LabTest::workers);
            String text = run.schedule().toString();
            Run again = Lab.replay(text, LabTest::workers).orThrow();
            assertEquals(text, again.schedule().toString());
            assertEquals(run.output(), again.output());
            assertEquals(run.trace().toString(), again.trace().toString());
        }
    }

    /** Prints runs of some seeds. */
    static final class Prints {
        private Prints() {}

        public static void main(String[] args) throws InterruptedException {
            for (int seed = 0; seed < 5; seed++) {
                System.out.println(Lab.run(seed, LabTest::workers));
                System.out.println(Lab.run(seed, LabTest::workers).schedule());
            }
            System.out.println(Lab.explore(LOCK_ORDER).run());
        }
    }

    @Test
    void a_seed_makes_the_same_run_in_every_jvm_with_and_without_its_internals() throws Exception {
        String opened = "--add-opens=java.base/java.lang=ALL-UNNAMED";
        String one = ChildJvm.run(Prints.class, opened, "-XX:ActiveProcessorCount=1");
        assertTrue(one.contains("worker 2 does"), one);
        assertEquals(one, ChildJvm.run(Prints.class, opened, "-Xint"));
        assertEquals(one, ChildJvm.run(Prints.class)); // the way without the JDK's internals
    }

    @Test
    void the_simplest_run_lets_each_go_on_as_long_as_it_can() throws InterruptedException {
        Run run = Lab.run(() -> {
            go(() -> System.out.println("b"));
            System.out.println("a");
        });
        assertEquals("a\nb\n", run.output());
        assertEquals(0, run.preemptions());
        assertEquals("1x3,2x2", run.schedule().toString());
    }

    @Test
    void a_run_that_fails_tells_why_and_how_to_repeat_it() throws InterruptedException {
        Run run = Lab.run(3, () -> {
            System.out.println("begins");
            throw new IOException("no disk");
        });
        Failure failure = run.failure().orElseThrow();
        assertEquals(Kind.PANIC, failure.kind());
        assertEquals("main panicked: IOException: no disk", failure.message());
        AssertionError error = assertThrows(AssertionError.class, run::orThrow);
        assertSame(failure.thrown(), error.getCause());
        assertEquals("""
                begins
                main panicked: IOException: no disk
                (1 goroutine, 2 steps)

                Repeat it by Lab.run(3, …).

                 step  main
                    0  is started
                    2  prints; panics: IOException: no disk
                """.strip(), run.toString().strip());
    }

    @Test
    void a_lane_takes_the_room_that_others_leave() throws InterruptedException {
        String lanes = Lab.run(3, () -> {
                    System.out.println("begins");
                    throw new IOException("no disk, ".repeat(20));
                })
                .lanes();
        assertTrue(lanes.contains("    2  prints; panics: IOException: no disk, no disk, no disk, no disk,"), lanes);
        assertEquals(90, lanes.lines().mapToInt(String::length).max().orElseThrow(), lanes);
    }

    @Test
    void lanes_show_who_did_what_at_which_step() throws InterruptedException {
        Run run = Lab.replay("1x2,2x3,1x2", () -> {
            Chan<Integer> ch = Chan.named("ch");
            go("sender", () -> ch.send(7));
            ch.receive();
        });
        assertEquals("""
                 step  main                                sender
                    0  is started
                    1                                      is started by main
                    4                                      waits to send on ch
                    5  receives 7 on ch from sender; ends  sends 7 on ch to main
                    6                                      ends
                """, run.lanes());
    }

    @Test
    void a_schedule_that_does_not_fit_is_reported() throws InterruptedException {
        Run run = Lab.replay("1,5x3", () -> System.out.println("a"));
        assertEquals(Kind.DIVERGED, run.failure().orElseThrow().kind());
        assertTrue(run.toString().contains("3 of its 4 choices could not be made"), run::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,,2", "1x0", "-1", "1x99999999", "a", "1 2", "b3", "1x2x3", "٣"})
    void a_text_that_is_no_schedule_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Schedule.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1x3,2,a1,d2,1x2"})
    void a_schedule_is_read_as_it_is_written(String text) {
        assertEquals(text, Schedule.parse(text).toString());
        assertEquals(Schedule.parse(text), Schedule.parse(" " + text + " "));
    }

    @Test
    void a_schedule_cannot_be_longer_than_memory() {
        String much = "1x9999999,".repeat(3) + "1";
        assertThrows(IllegalArgumentException.class, () -> Schedule.parse(much));
    }

    @Test
    void a_panic_of_any_goroutine_ends_the_run_as_a_program_of_gos() throws InterruptedException {
        Run run = Lab.run(1, () -> {
            go("worker", () -> {
                throw new IllegalStateException("oops");
            });
            Chan.make().receive();
        });
        assertEquals(
                "worker panicked: IllegalStateException: oops",
                run.failure().orElseThrow().message());
    }

    @Test
    void what_is_printed_is_the_runs_and_nobody_elses() throws Exception {
        PrintStream real = System.out;
        Chan<String> done = Chan.make();
        Run run = Lab.run(() -> {
            System.out.printf("%d %s%n", 1, "two");
            System.err.println("three");
            System.out.append('4').append("five", 1, 3).println();
            System.out.write("six\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            System.out.print(new char[] {'7', '\n'});
        });
        assertEquals("1 two\nthree\n4iv\nsix\n7\n", run.orThrow().output());
        assertSame(real, System.out);
        go(() -> done.trySend("")).await();
    }

    @Test
    void output_without_end_is_cut() throws InterruptedException {
        Run run = Lab.run(() -> {
            for (int i = 0; i < 2_000; i++) {
                System.out.println("x".repeat(1_000));
            }
        });
        assertTrue(run.orThrow().output().length() < 1_010_000, "a run keeps a million characters");
        assertTrue(run.output().contains("which is not kept"));
    }

    @Test
    void a_run_knows_its_own_goroutines_and_leaves_none() throws InterruptedException {
        long before = count();
        Lab.run(() -> {
                    assertEquals(1, count());
                    Goroutine waiter = go("waiter", () -> Chan.named("nothing").receive());
                    Lab.settle();
                    assertEquals(2, count());
                    assertEquals(
                            "waiter waits to receive on `nothing` (unbuffered)",
                            goroutines().getLast().toString());
                    assertEquals(2, waiter.id());
                    waiter.interrupt();
                })
                .orThrow();
        Lab.run(() -> Chan.make().receive());
        assertEquals(before, count());
        assertFalse(goroutines().toString().contains("main"), goroutines()::toString);
    }

    @Test
    void the_trace_has_the_times_of_the_runs_clock_or_steps() throws InterruptedException {
        Run run = Lab.run(5, LabTest::workers);
        assertEquals(Trace.Unit.VIRTUAL, run.trace().unit());
        assertEquals(Trace.Unit.STEPS, run.steps().unit());
        assertEquals(run.stepCount(), run.steps().duration().toNanos());
        assertEquals(List.of(), run.trace().stuck());
        assertNotEquals(0, run.trace().events().size());
    }

    @Test
    void whoever_waits_for_a_run_can_be_interrupted() throws Exception {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () -> Lab.run(() -> {
                    while (true) {
                        sleep(Duration.ofDays(1));
                    }
                }));
        assertFalse(Thread.interrupted());
        Lab.run(LabTest::workers).orThrow();
    }
}

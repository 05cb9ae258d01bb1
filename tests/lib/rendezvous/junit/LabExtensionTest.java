package rendezvous.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;
import static rendezvous.chan.Signal.SIGNAL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.junit.LabTest.Strategy;
import rendezvous.runtime.Goroutine;
import rendezvous.studied.Tally;
import rendezvous.sync.Mutex;
import rendezvous.sync.WaitGroup;

/** A test that runs under many schedules: what it finds, what it tells, and that what it tells repeats it. */
class LabExtensionTest {
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** Run by the tests below, not by themselves. */
    static final class Samples {
        /** The bell rings into the void if the sleeper is not there yet. */
        private static void sleepAndWake(int buffer) throws InterruptedException {
            RUNS.incrementAndGet();
            Chan<Signal> bell = Chan.named("bell", buffer);
            Mutex mutex = new Mutex();
            boolean[] ready = {false};
            Goroutine sleeper = go("sleeper", () -> {
                mutex.lock();
                boolean isReady = ready[0];
                mutex.unlock();
                if (!isReady) {
                    bell.receive();
                }
            });
            mutex.lock();
            ready[0] = true;
            mutex.unlock();
            bell.trySend(SIGNAL);
            sleeper.await();
        }

        @LabTest
        void loses_a_wake_up() throws InterruptedException {
            sleepAndWake(0);
        }

        @LabTest(schedules = 500, seed = 7, strategy = Strategy.RANDOM)
        void loses_a_wake_up_at_random() throws InterruptedException {
            sleepAndWake(0);
        }

        @LabTest(replay = "1x2,2x4,1x5,2")
        void loses_it_again() throws InterruptedException {
            sleepAndWake(0);
        }

        @LabTest(schedules = 200)
        void keeps_the_wake_up() throws InterruptedException {
            sleepAndWake(1);
        }

        @LabTest(strategy = Strategy.SYSTEMATIC, preemptions = 1)
        void waits_for_hours() throws InterruptedException {
            WaitGroup group = new WaitGroup();
            group.go(() -> sleep(Duration.ofHours(9)));
            group.await();
        }

        @LabTest(strategy = Strategy.PCT, depth = 2, schedules = 300)
        void asserts_what_does_not_hold(TestInfo info) throws InterruptedException {
            assertEquals(
                    "asserts_what_does_not_hold",
                    info.getTestMethod().orElseThrow().getName());
            WaitGroup group = new WaitGroup();
            List<Integer> order = new ArrayList<>();
            Chan<Integer> ch = Chan.make(2);
            group.go(() -> ch.send(1));
            group.go(() -> ch.send(2));
            group.await();
            order.add(ch.receive());
            order.add(ch.receive());
            assertEquals(List.of(1, 2), order);
        }

        private static void addTwice(Consumer<Tally> add) throws InterruptedException {
            Tally tally = new Tally();
            WaitGroup group = new WaitGroup();
            group.go(() -> add.accept(tally));
            group.go(() -> add.accept(tally));
            group.await();
        }

        @LabTest(race = true)
        void races() throws InterruptedException {
            addTwice(Tally::addPlainly);
        }

        @LabTest(race = true, replay = "1")
        void races_again() throws InterruptedException {
            addTwice(Tally::addPlainly);
        }

        @LabTest
        void does_not_look_for_races() throws InterruptedException {
            addTwice(Tally::addPlainly);
        }

        @LabTest(race = true, schedules = 100)
        void does_not_race() throws InterruptedException {
            addTwice(Tally::addUnderLock);
        }

        @LabTest
        void assumes_what_does_not_hold() {
            assumeTrue(false, "not here");
        }

        @LabTest(replay = "nonsense")
        void repeats_nonsense() {}
    }

    /** What became of a sample. */
    private record Outcome(TestExecutionResult result, List<String> entries) {
        String message() {
            return result.getThrowable().orElseThrow().getMessage();
        }
    }

    private static Outcome run(String method, Class<?>... parameters) throws NoSuchMethodException {
        List<TestExecutionResult> results = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    results.add(result);
                }
            }

            @Override
            public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                entries.add(String.valueOf(entry.getKeyValuePairs()));
            }
        };
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(
                                        Samples.class, Samples.class.getDeclaredMethod(method, parameters)))
                                .build(),
                        listener);
        assertEquals(1, results.size());
        return new Outcome(results.getFirst(), entries);
    }

    @Test
    void a_lost_wake_up_is_found_shortened_and_told_with_what_repeats_it() throws Exception {
        Outcome outcome = run("loses_a_wake_up");
        assertEquals(Status.FAILED, outcome.result.getStatus());
        String message = outcome.message();
        assertTrue(message.startsWith("deadlock: all goroutines of the run are blocked\n"), message);
        assertTrue(message.contains("sleeper waits to receive on `bell` (unbuffered)"), message);
        assertTrue(message.contains("tries to send on bell"), message);
        assertTrue(message.endsWith("Repeat it by @LabTest(replay = \"1x2,2x4,1x5,2\")."), message);
    }

    @Test
    void the_schedule_it_told_fails_again_at_once() throws Exception {
        RUNS.set(0);
        Outcome outcome = run("loses_it_again");
        assertEquals(1, RUNS.get());
        assertEquals(Status.FAILED, outcome.result.getStatus());
        assertTrue(outcome.message().startsWith("deadlock: all goroutines of the run are blocked\n"), outcome::message);
    }

    @Test
    void what_is_found_at_random_is_told_with_its_seed() throws Exception {
        String message = run("loses_a_wake_up_at_random").message();
        Matcher seed = Pattern.compile(
                        "as it was found by @LabTest\\(strategy = RANDOM, seed = (\\d+), schedules = 1\\)")
                .matcher(message);
        assertTrue(seed.find(), message);
        assertTrue(Long.parseLong(seed.group(1)) >= 7, message);
    }

    @Test
    void a_test_that_passes_says_what_was_tried() throws Exception {
        RUNS.set(0);
        Outcome outcome = run("keeps_the_wake_up");
        assertEquals(Status.SUCCESSFUL, outcome.result.getStatus());
        assertEquals(200, RUNS.get());
        String entry = outcome.entries.getFirst();
        assertTrue(entry.startsWith("{schedules=200 schedules, "), entry);
        assertTrue(entry.contains("systematic up to 2 preemptions: complete"), entry);
    }

    @Test
    void a_race_is_found_if_it_is_looked_for_and_what_repeats_it_looks_too() throws Exception {
        Outcome outcome = run("races");
        assertEquals(Status.FAILED, outcome.result.getStatus());
        String message = outcome.message();
        assertTrue(message.contains("data race") && message.contains("Tally.java:"), message);
        assertTrue(message.contains("Repeat it by @LabTest(race = true, replay = \""), message);
        assertEquals(Status.SUCCESSFUL, run("does_not_look_for_races").result.getStatus());
        assertEquals(Status.SUCCESSFUL, run("does_not_race").result.getStatus());
    }

    @Test
    void a_replay_looks_for_races_too() throws Exception {
        Outcome outcome = run("races_again");
        assertEquals(Status.FAILED, outcome.result.getStatus());
        assertTrue(outcome.message().contains("data race"), outcome::message);
    }

    @Test
    void time_is_virtual() throws Exception {
        assertEquals(Status.SUCCESSFUL, run("waits_for_hours").result.getStatus());
    }

    @Test
    void an_assertion_that_fails_is_the_cause_and_parameters_are_passed_on() throws Exception {
        Outcome outcome = run("asserts_what_does_not_hold", TestInfo.class);
        assertEquals(Status.FAILED, outcome.result.getStatus());
        Throwable cause = outcome.result.getThrowable().orElseThrow().getCause();
        assertInstanceOf(AssertionError.class, cause);
        assertTrue(cause.getMessage().contains("expected: <[1, 2]> but was: <[2, 1]>"), cause::getMessage);
    }

    @Test
    void an_assumption_that_does_not_hold_ends_the_test_as_anywhere() throws Exception {
        assertEquals(Status.ABORTED, run("assumes_what_does_not_hold").result.getStatus());
    }

    @Test
    void a_schedule_that_is_none_is_refused() throws Exception {
        assertTrue(run("repeats_nonsense").message().contains("got \"nonsense\", want a goroutine's number"));
    }

    /** And as people use it. */
    @LabTest(schedules = 300)
    void a_hand_over_keeps_all_values() throws InterruptedException {
        Chan<Integer> ch = Chan.named("ch");
        go("sender", () -> {
            for (int i = 0; i < 3; i++) {
                ch.send(i);
            }
            ch.close();
        });
        int sum = 0;
        for (int value : ch) {
            sum += value;
        }
        assertEquals(3, sum);
    }
}

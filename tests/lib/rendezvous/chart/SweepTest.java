package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class SweepTest {
    private final AtomicLong now = new AtomicLong();
    private final List<String> order = new ArrayList<>();

    /** Work that takes a time on the clock of the test, and none in truth. */
    private Sweep.Work takes(String name, long micros, long operations) {
        return value -> {
            order.add(name + value);
            now.addAndGet(micros * 1_000 * value);
            return operations;
        };
    }

    private Sweep twoByTwo(Duration time) {
        return Sweep.over("n", 1, 2)
                .measure("A", takes("A", 1_000, 1_000))
                .measure("B", takes("B", 2_000, 1_000))
                .within(time)
                .clock(now::get);
    }

    @Test
    void competitors_alternate_and_rounds_turn_round() throws InterruptedException {
        twoByTwo(Duration.ofMillis(45)).run();
        List<String> round = List.of("A1", "B1", "A2", "B2");
        List<String> expected = new ArrayList<>(round); // warm-up: 9 ms, a fifth of the time
        expected.addAll(round);
        expected.addAll(round.reversed());
        expected.addAll(round);
        expected.addAll(round.reversed());
        assertEquals(expected, order);
    }

    @Test
    void a_point_is_the_median_with_least_and_most_and_the_warm_up_does_not_count() throws InterruptedException {
        long[] micros = {9_000, 3_000, 1_000, 2_000, 100_000};
        int[] run = new int[1];
        SweepResult result = Sweep.over("n", 7)
                .measure("A", _ -> {
                    now.addAndGet(micros[run[0]++] * 1_000);
                    return 100;
                })
                .within(Duration.ofMillis(15))
                .clock(now::get)
                .run();
        SweepResult.Row row = result.at("A", 7);
        assertEquals(3, row.repetitions(), "9 ms of warm-up, then 3, 1 and 2 ms; at 15 ms the time is up");
        assertEquals(new SweepResult.Row(7, "A", 3, 20_000, 10_000, 30_000), row);
        assertEquals(50_000, row.perSecond(), 1e-6);
    }

    @Test
    void a_ratio_compares_and_knows_what_was_measured() throws InterruptedException {
        SweepResult result = twoByTwo(Duration.ofMillis(100)).run();
        assertEquals(2, result.ratio("A", "B", 1), 1e-9);
        assertEquals(0.5, result.ratio("B", "A", 2), 1e-9);
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> result.ratio("A", "C", 1));
        assertTrue(
                unknown.getMessage().contains("\"C\" at n = 1")
                        && unknown.getMessage().contains("\"B\" at 1"),
                unknown::getMessage);
        assertTrue(result.text().contains("ns per operation"), result::text);
        assertEquals(List.of(), result.missing());
    }

    @Test
    void the_time_is_kept_and_what_is_missing_is_said() throws InterruptedException {
        SweepResult result = twoByTwo(Duration.ofMillis(11)).run();
        assertEquals(List.of("A1", "B1", "A2", "B2", "A1", "B1"), order);
        assertEquals(List.of("\"A\" at n = 2", "\"B\" at n = 2"), result.missing());
        assertTrue(result.notes().toString().contains("Not measured for want of time"), result::text);
        assertTrue(result.notes().toString().contains("Only 1 repetition at some points, want 3"), result::text);
        assertThrows(IllegalStateException.class, () -> result.ratio("A", "B", 2));
        assertTrue(result.chart("t", "operations per second").caption().contains("Not measured"));
    }

    @Test
    void rounds_are_bounded_though_there_is_time() throws InterruptedException {
        SweepResult result = twoByTwo(Duration.ofHours(1)).run();
        assertEquals(Sweep.MOST_ROUNDS, result.at("A", 1).repetitions());
    }

    @Test
    void work_that_never_ends_is_interrupted_at_twice_the_time() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        SweepResult result = Sweep.over("n", 1)
                .measure("quick", _ -> 1)
                .measure("slow", _ -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                        throw e;
                    }
                    return 1;
                })
                .within(Duration.ofMillis(400))
                .progress(_ -> {})
                .run();
        assertTrue(interrupted.get());
        assertEquals(2, result.missing().size(), "the warm-up did not end");
        assertTrue(
                result.notes()
                        .getFirst()
                        .startsWith("Stopped at twice its time of 400 ms, measuring \"slow\" at n = 1"),
                result::text);
        assertThrows(IllegalStateException.class, () -> result.chart("t", "m"));
    }

    @Test
    void work_deaf_to_its_interrupt_does_not_hold_the_caller() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        try {
            SweepResult result = Sweep.over("n", 1)
                    .measure("deaf", _ -> {
                        while (!stop.get()) {
                            LockSupport.parkNanos(1_000_000);
                            Thread.interrupted();
                        }
                        return 1;
                    })
                    .within(Duration.ofMillis(20))
                    .run();
            assertTrue(result.notes().toString().contains("does not heed its interrupt"), result::text);
        } finally {
            stop.set(true);
        }
    }

    @Test
    void what_the_work_throws_is_named_and_is_the_cause() {
        IllegalArgumentException boom = new IllegalArgumentException("boom");
        IllegalStateException failed = assertThrows(
                IllegalStateException.class,
                () -> Sweep.over("n", 4)
                        .measure("A", _ -> {
                            throw boom;
                        })
                        .run());
        assertSame(boom, failed.getCause());
        assertTrue(failed.getMessage().contains("\"A\" at n = 4"), failed::getMessage);
    }

    @Test
    void an_interrupt_of_the_caller_ends_the_work_too() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                Sweep.over("n", 1)
                        .measure("A", _ -> {
                            begun.countDown();
                            try {
                                new CountDownLatch(1).await();
                                return 1;
                            } finally {
                                ended.countDown();
                            }
                        })
                        .within(Duration.ofMinutes(1))
                        .run();
            } catch (Throwable t) {
                thrown.set(t);
            }
        });
        begun.await();
        caller.interrupt();
        caller.join();
        assertTrue(thrown.get() instanceof InterruptedException, () -> String.valueOf(thrown.get()));
        ended.await();
    }

    @Test
    void work_that_is_interrupted_by_itself_ends_the_sweep_with_that() {
        Sweep sweep = Sweep.over("n", 1).measure("A", _ -> {
            throw new InterruptedException("mine");
        });
        assertEquals(
                "mine", assertThrows(InterruptedException.class, sweep::run).getMessage());
    }

    @Test
    void misuse_is_refused_with_what_to_do() {
        refused("at least one", () -> Sweep.over("n"));
        refused("each value once", () -> Sweep.over("n", 1, 2, 1));
        refused("got no name", () -> Sweep.over(" ", 1));
        refused("each name once", () -> Sweep.over("n", 1).measure("A", _ -> 1).measure("A", _ -> 1));
        refused("more than zero", () -> Sweep.over("n", 1).within(Duration.ZERO));
        assertTrue(assertThrows(IllegalStateException.class, Sweep.over("n", 1)::run)
                .getMessage()
                .contains("measure(name, work)"));
        IllegalStateException none =
                assertThrows(IllegalStateException.class, Sweep.over("n", 1).measure("A", _ -> 0)::run);
        assertTrue(none.getMessage().contains("at least 1"), none::getMessage);
    }

    private static void refused(String part, org.junit.jupiter.api.function.Executable code) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, code);
        assertTrue(refused.getMessage().contains(part), refused::getMessage);
    }

    @Test
    void one_value_is_drawn_as_bars_and_several_as_lines() throws InterruptedException {
        SweepResult several = twoByTwo(Duration.ofSeconds(10)).run();
        assertTrue(several.chart("t", "m").alt().startsWith("Line chart"));
        SweepResult one = Sweep.over("n", 3)
                .measure("A", takes("A", 10, 5))
                .within(Duration.ofSeconds(10))
                .clock(now::get)
                .run();
        assertTrue(one.chart("t", "m").alt().startsWith("Bar chart"));
        assertTrue(one.notes().toString().contains("do more operations in one go"), one::text);
        assertFalse(one.chart("t", "m").caption().isBlank());
    }
}

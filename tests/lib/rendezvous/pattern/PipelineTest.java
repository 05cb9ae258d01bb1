package rendezvous.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.pattern.Leaks.all;
import static rendezvous.pattern.Leaks.endsAtEachStep;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.context.CancelContext;
import rendezvous.context.CancelledException;
import rendezvous.context.Context;
import rendezvous.context.DeadlineExceededException;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.GoroutineState;
import rendezvous.runtime.PanicException;
import rendezvous.semaphore.Weighted;
import rendezvous.testing.Leftovers;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Stages that fail together. */
@Timeout(60)
class PipelineTest {
    private final Leftovers left = new Leftovers();
    private final IOException disk = new IOException("disk full");
    private final CancelContext ctx = Context.withCancel(Context.background());
    private final Pipeline<IOException> line = new Pipeline<>(ctx);

    @AfterEach
    void nothing_is_left() {
        line.close();
        ctx.cancel();
        left.assertNone("when the pipeline was closed");
    }

    private static List<Integer> numbers(int from, int until) {
        return IntStream.range(from, until).boxed().toList();
    }

    private static ReceiveChan<Integer> upTo(Pipeline<IOException> line, int count) {
        return line.generate(out -> {
            for (int i = 0; i < count; i++) {
                out.send(i);
            }
        });
    }

    private static ReceiveChan<Integer> endless(Pipeline<IOException> line) {
        return upTo(line, Integer.MAX_VALUE);
    }

    @Test
    void values_go_through_all_stages_in_order() throws Exception {
        ReceiveChan<Integer> even = line.filter(upTo(line, 10), n -> n % 2 == 0);
        ReceiveChan<String> words = line.map(even, n -> "n" + n);
        assertEquals(List.of("n0", "n2", "n4", "n6", "n8"), all(words));
        line.await();
    }

    @Test
    void a_pipeline_without_stages_ends_at_once() throws Exception {
        line.await();
    }

    @Test
    void await_waits_for_what_uses_values_up() throws Exception {
        List<Integer> plain = new ArrayList<>();
        line.drain(upTo(line, 100), plain::add);
        line.await();
        assertEquals(numbers(0, 100), plain);
    }

    @Test
    void fanOut_works_on_as_many_at_a_time_as_there_are_workers() throws Exception {
        int workers = 4;
        AtomicInteger active = new AtomicInteger();
        Chan<Signal> together = Chan.make();
        ReceiveChan<Integer> out = line.fanOut(workers, upTo(line, workers), n -> {
            if (active.incrementAndGet() == workers) {
                together.close();
            }
            together.await(); // only all of them together get past this
            return n;
        });
        List<Integer> got = all(out);
        line.await();
        got.sort(null);
        assertEquals(numbers(0, workers), got);
    }

    @Test
    void fanOut_brings_each_once_and_has_no_more_workers_than_said() throws Exception {
        AtomicInteger active = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Integer> got = all(line.fanOut(3, upTo(line, 1_000), n -> {
            most.accumulateAndGet(active.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000);
            active.decrementAndGet();
            return n;
        }));
        line.await();
        got.sort(null);
        assertEquals(numbers(0, 1_000), got);
        assertTrue(most.get() <= 3, () -> most + " at a time");
    }

    @Test
    void fanOutOrdered_keeps_the_order_whoever_is_slow() throws Exception {
        for (int workers : new int[] {1, 2, 5}) {
            Pipeline<IOException> own = new Pipeline<>(ctx);
            Random random = new Random(5);
            ReceiveChan<Integer> out = own.fanOutOrdered(workers, upTo(own, 500), n -> {
                int nanos;
                synchronized (random) {
                    nanos = random.nextInt(50_000);
                }
                LockSupport.parkNanos(nanos);
                return n;
            });
            assertEquals(numbers(0, 500), all(out));
            own.await();
        }
    }

    @Test
    void fanOutOrdered_works_ahead_while_the_first_takes_long() throws Exception {
        Chan<Signal> gate = Chan.make();
        AtomicInteger done = new AtomicInteger();
        ReceiveChan<Integer> out = line.fanOutOrdered(2, upTo(line, 10), n -> {
            if (n == 0) {
                gate.await();
            }
            done.incrementAndGet();
            return n;
        });
        Until.holds("the other works ahead", () -> done.get() >= 2);
        assertTrue(out.tryReceive().isEmpty());
        gate.close();
        assertEquals(numbers(0, 10), all(out));
        line.await();
    }

    @Test
    void fanOutOrdered_does_not_work_ahead_without_bound() throws Exception {
        Chan<Signal> gate = Chan.make();
        AtomicInteger begun = new AtomicInteger();
        ReceiveChan<Integer> out = line.fanOutOrdered(3, endless(line), n -> {
            begun.incrementAndGet();
            if (n == 0) {
                gate.await();
            }
            return n;
        });
        Until.holds(
                "all wait",
                () -> begun.get() >= 3
                        && left.now().stream().noneMatch(state -> state.doing() == GoroutineState.Doing.RUNS));
        assertTrue(begun.get() <= 2 * 3 + 1, () -> begun + " were begun");
        gate.close();
        assertEquals(0, out.receive());
    }

    @Test
    void the_first_failure_ends_all_stages_and_is_thrown() throws Exception {
        for (int at : new int[] {0, 1, 7}) {
            for (int kind = 0; kind < 6; kind++) {
                Pipeline<IOException> own = new Pipeline<>(ctx);
                ReceiveChan<Integer> in = kind == 0
                        ? own.generate(out -> {
                            for (int i = 0; i < at; i++) {
                                out.send(i);
                            }
                            throw disk;
                        })
                        : endless(own);
                List<Integer> got = all(own.map(failing(own, kind, at, in), n -> n));
                assertSame(disk, assertThrows(IOException.class, own::await));
                assertSame(disk, Context.cause(own.context()));
                if (kind != 4 && kind != 5) {
                    assertEquals(got, numbers(0, got.size()));
                }
                assertTrue(got.size() <= at + 4, got::toString);
                left.assertNone("after a failure of kind " + kind);
            }
        }
        assertNull(ctx.err(), "the caller's context is none of its business");
    }

    private ReceiveChan<Integer> failing(Pipeline<IOException> own, int kind, int at, ReceiveChan<Integer> in) {
        Pipeline.Step<Integer, Integer, IOException> step = n -> {
            if (n == at) {
                throw disk;
            }
            return n;
        };
        return switch (kind) {
            case 1 -> own.map(in, step);
            case 2 -> own.filter(in, n -> step.apply(n).equals(n));
            case 3 -> own.fanOutOrdered(3, in, step);
            case 4 -> own.fanOut(3, in, step);
            case 5 -> {
                own.drain(in, step::apply);
                yield Chan.never();
            }
            default -> in;
        };
    }

    @Test
    void a_panic_ends_all_stages_and_is_thrown_as_one() throws Exception {
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> told = new ArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
        try {
            IllegalStateException panic = new IllegalStateException("no");
            ReceiveChan<Integer> out = line.map(endless(line), n -> {
                throw panic;
            });
            assertEquals(List.of(), all(out));
            assertSame(panic, assertThrows(PanicException.class, line::await).getCause());
            left.assertNone("after a panic");
            assertEquals(List.of(panic), told);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(handler);
        }
    }

    @Test
    void it_ends_at_each_step_when_its_context_is_done() throws Exception {
        endsAtEachStep(6, ctx -> {
            Pipeline<IOException> own = new Pipeline<>(ctx);
            return List.of(own.map(own.filter(endless(own), n -> n % 2 == 0), n -> n + 1));
        });
        endsAtEachStep(6, ctx -> {
            Pipeline<IOException> own = new Pipeline<>(ctx);
            return List.of(own.fanOut(3, endless(own), n -> n));
        });
        endsAtEachStep(6, ctx -> {
            Pipeline<IOException> own = new Pipeline<>(ctx);
            return List.of(own.fanOutOrdered(3, endless(own), n -> n));
        });
        endsAtEachStep(6, ctx -> {
            Pipeline<IOException> own = new Pipeline<>(ctx);
            Patterns.Tee<Integer> both = Patterns.tee(own.context(), endless(own));
            own.drain(both.left(), n -> {});
            return List.of(both.right());
        });
    }

    @Test
    void it_ends_at_each_step_when_it_is_closed() throws Exception {
        for (int steps = 0; steps < 6; steps++) {
            Pipeline<IOException> own = new Pipeline<>(ctx);
            ReceiveChan<Integer> out = own.fanOutOrdered(2, own.map(endless(own), n -> n), n -> n);
            for (int i = 0; i < steps; i++) {
                assertEquals(i, out.receive());
            }
            own.close();
            own.close();
            assertThrows(CancelledException.class, own::await);
            left.assertNone("after await");
        }
    }

    @Test
    void await_tells_that_it_was_cut_short() throws Exception {
        Pipeline<IOException> late = new Pipeline<>(Context.withTimeout(Context.background(), Duration.ofMillis(5)));
        late.drain(Chan.<Integer>never(), n -> {});
        assertThrows(DeadlineExceededException.class, late::await);
        Pipeline<IOException> over = new Pipeline<>(Context.withTimeout(Context.background(), Duration.ZERO));
        assertEquals(List.of(), all(upTo(over, 3)));
        assertThrows(DeadlineExceededException.class, over::await);
    }

    @Test
    void await_does_not_tell_of_a_context_that_is_done_when_all_was_over() throws Exception {
        assertEquals(numbers(0, 3), all(upTo(line, 3)));
        line.await();
        ctx.cancel();
        line.await();
    }

    @Test
    void a_context_of_the_codes_own_is_a_failure() throws Exception {
        Weighted none = new Weighted(0);
        line.drain(
                upTo(line, 1), n -> none.acquire(Context.withTimeout(Context.background(), Duration.ofMillis(1)), 1));
        assertThrows(DeadlineExceededException.class, line::await);
        assertInstanceOf(DeadlineExceededException.class, Context.cause(line.context()));
    }

    @OnBothThreads
    void an_interrupted_await_leaves_the_stages_alone(Setup setup) throws Exception {
        ReceiveChan<Integer> out = upTo(line, 2);
        Task<Boolean> waiter = setup.run(line::await);
        waiter.untilParked().interrupt();
        waiter.failure(InterruptedException.class);
        assertEquals(List.of(0, 1), all(out));
        line.await();
    }

    @Test
    void an_interrupt_of_a_stage_ends_all() throws Exception {
        Chan<Goroutine> stage = Chan.make(1);
        ReceiveChan<Integer> out = line.generate(values -> {
            stage.send(Go.current().orElseThrow());
            values.send(1);
        });
        stage.receive().interrupt();
        assertInstanceOf(
                InterruptedException.class,
                assertThrows(PanicException.class, line::await).getCause());
        assertEquals(List.of(), all(out));
    }

    @Test
    void what_is_out_of_range_or_null_is_refused_and_starts_nothing() {
        ReceiveChan<Integer> in = Chan.never();
        assertEquals(
                "fanOut: workers: got 0, want 1 or more",
                assertThrows(IllegalArgumentException.class, () -> line.fanOut(0, in, n -> n))
                        .getMessage());
        assertEquals(
                "fanOutOrdered: workers: got -1, want 1 or more",
                assertThrows(IllegalArgumentException.class, () -> line.fanOutOrdered(-1, in, n -> n))
                        .getMessage());
        for (Executable bad : List.<Executable>of(
                () -> new Pipeline<IOException>(null),
                () -> line.generate(null),
                () -> line.map(null, n -> n),
                () -> line.map(in, null),
                () -> line.filter(null, n -> true),
                () -> line.filter(in, null),
                () -> line.drain(null, n -> {}),
                () -> line.drain(in, null),
                () -> line.fanOut(1, null, n -> n),
                () -> line.fanOut(1, in, null),
                () -> line.fanOutOrdered(1, null, n -> n),
                () -> line.fanOutOrdered(1, in, null))) {
            String message =
                    String.valueOf(assertThrows(NullPointerException.class, bad).getMessage());
            assertTrue(message.contains("got null, want "), message);
        }
        assertEquals(List.of(), left.now());
    }
}

package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.context.Contexts.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.InterruptedIterationException;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Body;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;

/** Code that knows no contexts, run under one. */
class CallTest {
    private final CancelCauseContext ctx = Context.withCancelCause(Context.background());
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);

    @Test
    void what_the_code_returns_or_throws_comes_through() throws Exception {
        queue.add("value");
        String value = Context.call(ctx, queue::take);
        assertEquals("value", value);
        assertNull(Context.<String, RuntimeException>call(ctx, () -> null));
        assertEquals(3, Context.<Integer, RuntimeException>call(Context.background(), () -> 3));
        IOException thrown = new IOException("the code's own");
        assertSame(
                thrown,
                assertThrows(
                        IOException.class,
                        () -> Context.call(ctx, () -> {
                            throw thrown;
                        })));
        assertEquals(0, node(ctx).children(), "nothing is left with the context");
    }

    @Test
    void what_a_foreign_stop_throws_does_not_hide_what_the_code_throws() {
        IllegalStateException fromStop = new IllegalStateException("from stop");
        class Bad implements AfterFuncContext {
            private final Chan<Signal> never = Chan.make();

            @Override
            public Optional<Instant> deadline() {
                return Optional.empty();
            }

            @Override
            public ReceiveChan<Signal> done() {
                return never;
            }

            @Override
            public ContextException err() {
                return null;
            }

            @Override
            public <T> T value(Key<T> key) {
                return null;
            }

            @Override
            public Stop afterFunc(Body body) {
                return () -> {
                    throw fromStop;
                };
            }
        }
        IOException thrown = new IOException("the code's own");
        assertSame(
                thrown,
                assertThrows(
                        IOException.class,
                        () -> Context.call(new Bad(), () -> {
                            throw thrown;
                        })));
        assertArrayEquals(new Throwable[] {fromStop}, thrown.getSuppressed());
        assertSame(
                fromStop,
                assertThrows(
                        IllegalStateException.class,
                        () -> Context.<Integer, RuntimeException>call(new Bad(), () -> 1)));
    }

    @OnBothThreads
    void a_cancel_ends_code_that_blocks(Setup setup) {
        IOException why = new IOException("why");
        Task<String> task = setup.call(() -> {
            try {
                return Context.call(ctx, queue::take);
            } finally {
                assertFalse(Thread.currentThread().isInterrupted());
            }
        });
        task.untilParked();
        ctx.cancel(why);
        CancelledException thrown = task.failure(CancelledException.class);
        assertSame(why, thrown.getCause());
        assertInstanceOf(InterruptedException.class, thrown.getSuppressed()[0]);
    }

    @OnBothThreads
    void a_deadline_does_too(Setup setup) {
        Task<String> task = setup.call(() -> {
            try (CancelContext late = Context.withTimeout(ctx, Duration.ofMillis(5))) {
                return Context.call(late, queue::take);
            }
        });
        task.failure(DeadlineExceededException.class);
    }

    @OnBothThreads
    void so_do_interrupts_in_other_clothes(Setup setup) throws Exception {
        Pipe pipe = Pipe.open();
        try (Pipe.SourceChannel source = pipe.source();
                Pipe.SinkChannel _ = pipe.sink()) {
            Chan<Integer> ch = Chan.make();
            Task<Integer> reading = setup.call(() -> Context.call(ctx, () -> source.read(ByteBuffer.allocate(1))));
            Task<Integer> looping = setup.call(() -> Context.call(ctx, () -> {
                int sum = 0;
                for (int value : ch) {
                    sum += value;
                }
                return sum;
            }));
            looping.untilParked();
            ctx.cancel();
            CancelledException thrown = reading.failure(CancelledException.class);
            if (thrown.getSuppressed().length > 0) { // none if it was cancelled before it began
                assertInstanceOf(ClosedByInterruptException.class, thrown.getSuppressed()[0]);
            }
            CancelledException looped = looping.failure(CancelledException.class);
            assertInstanceOf(InterruptedIterationException.class, looped.getSuppressed()[0]);
        }
    }

    @Test
    void under_a_context_that_is_done_the_code_does_not_begin() {
        ctx.cancel();
        CancelledException thrown = assertThrows(
                CancelledException.class,
                () -> Context.call(ctx, () -> {
                    throw new AssertionError("it began");
                }));
        assertArrayEquals(new Throwable[0], thrown.getSuppressed());
    }

    @OnBothThreads
    void what_succeeds_in_spite_of_the_interrupt_counts_and_leaves_no_flag(Setup setup) {
        setup.run(() -> {
                    String value = Context.call(ctx, () -> {
                        ctx.cancel();
                        while (!Thread.currentThread().isInterrupted()) {
                            Thread.onSpinWait();
                        }
                        return "done";
                    });
                    assertEquals("done", value);
                    assertFalse(Thread.interrupted());
                })
                .get();
    }

    @OnBothThreads
    void a_failure_that_is_no_interrupt_comes_through_after_a_cancel_too(Setup setup) {
        IOException own = new IOException("the code's own");
        setup.run(() -> {
                    IOException thrown = assertThrows(
                            IOException.class,
                            () -> Context.call(ctx, () -> {
                                ctx.cancel();
                                while (!Thread.interrupted()) {
                                    Thread.onSpinWait();
                                }
                                throw own;
                            }));
                    assertSame(own, thrown);
                    assertFalse(Thread.interrupted());
                })
                .get();
    }

    @OnBothThreads
    void an_interrupt_by_somebody_else_is_what_it_is(Setup setup) {
        Task<String> task = setup.call(() -> Context.call(ctx, queue::take));
        task.untilParked();
        task.interrupt();
        task.failure(InterruptedException.class);
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    assertEquals(1, Context.<Integer, RuntimeException>call(ctx, () -> 1));
                    assertTrue(Thread.interrupted(), "the flag is left as it was");
                })
                .get();
    }

    @OnBothThreads
    void no_interrupt_comes_after_the_end(Setup setup) throws Exception {
        SpinBarrier barrier = new SpinBarrier(2);
        int[] ended = new int[2];
        for (int round = 0; round < 3_000; round++) {
            CancelContext each = Context.withCancel(Context.background());
            int spins = round % 100;
            Task<Integer> task = setup.call(() -> {
                barrier.await();
                int how;
                try {
                    how = Context.<Integer, RuntimeException>call(each, () -> {
                        int n = 0;
                        while (n < spins * 20) {
                            Thread.onSpinWait();
                            n++;
                        }
                        return 1;
                    });
                } catch (CancelledException e) {
                    how = 0;
                }
                each.done().await(); // would throw
                Thread.sleep(0);
                return how;
            });
            barrier.await();
            each.cancel();
            ended[task.get()]++;
        }
        assertTrue(ended[1] > 0, "some of the code ran");
    }
}

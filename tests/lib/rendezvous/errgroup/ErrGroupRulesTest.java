package rendezvous.errgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Signal;
import rendezvous.context.CancelCauseContext;
import rendezvous.context.CancelledException;
import rendezvous.context.Context;
import rendezvous.runtime.GoroutineState;
import rendezvous.runtime.PanicException;
import rendezvous.runtime.Wait;
import rendezvous.testing.Leftovers;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 130 to 136: the group that fails together. */
@Timeout(60)
class ErrGroupRulesTest {
    private final IOException disk = new IOException("disk full");
    private final Chan<Signal> gate = Chan.make();

    private static void untilActive(ErrGroup<?> group, int many) {
        Until.holds(many + " active", () -> group.toString().startsWith("ErrGroup (" + many + " active"));
    }

    @Test
    void rule_130_a_new_group_waits_for_nobody_and_has_a_context_that_is_never_cancelled() throws Exception {
        ErrGroup<IOException> group = new ErrGroup<>();
        group.await();
        assertSame(Context.background(), group.context());
        assertEquals("ErrGroup (0 active)", group.toString());
    }

    @OnBothThreads
    void rule_130_await_waits_for_all_also_when_one_has_failed(Setup setup) throws Exception {
        ErrGroup<IOException> group = new ErrGroup<>();
        int[] plain = new int[1];
        group.go(() -> {
            throw disk;
        });
        group.go(() -> {
            gate.await();
            plain[0] = 42;
        });
        untilActive(group, 1);
        Task<Boolean> waiter = setup.run(() -> {
            try {
                group.await();
            } finally {
                assertEquals(42, plain[0]);
            }
        });
        waiter.untilParkedAgainAfterSpuriousWakeups();
        gate.close();
        assertSame(disk, waiter.failure(IOException.class));
        assertSame(disk, assertThrows(IOException.class, group::await), "each call throws it");
    }

    @OnBothThreads
    void rule_130_the_first_failure_in_time_counts_and_no_other(Setup setup) throws Exception {
        ErrGroup<IOException> group = new ErrGroup<>();
        group.go(() -> {
            gate.await();
            throw new IOException("second");
        });
        group.go(() -> {
            throw disk;
        });
        untilActive(group, 1);
        gate.close();
        Task<Boolean> waiter = setup.run(group::await);
        assertSame(disk, waiter.failure(IOException.class));
    }

    @Test
    void rule_130_what_tasks_did_is_seen_after_await() throws Exception {
        ErrGroup<RuntimeException> group = new ErrGroup<>();
        int[] plain = new int[1_000];
        for (int i = 0; i < plain.length; i++) {
            int me = i;
            group.go(() -> plain[me] = me);
        }
        group.await();
        for (int i = 0; i < plain.length; i++) {
            assertEquals(i, plain[i]);
        }
    }

    @Test
    void rule_130_a_task_may_start_another() throws Exception {
        ErrGroup<IOException> group = new ErrGroup<>();
        AtomicInteger ran = new AtomicInteger();
        group.go(() -> {
            group.go(() -> {
                ran.incrementAndGet();
                throw disk;
            });
            ran.incrementAndGet();
        });
        assertSame(disk, assertThrows(IOException.class, group::await));
        assertEquals(2, ran.get());
    }

    @Test
    void rule_131_the_context_is_cancelled_by_the_first_failure_while_others_work() throws Exception {
        ErrGroup<IOException> group = ErrGroup.withContext(Context.background());
        Context ctx = group.context();
        assertNull(ctx.err());
        group.go(() -> ctx.done().await()); // would wait for ever else
        group.go(() -> {
            throw disk;
        });
        assertSame(disk, assertThrows(IOException.class, group::await));
        assertInstanceOf(CancelledException.class, ctx.err());
    }

    @OnBothThreads
    void rule_131_the_context_is_cancelled_when_await_returns_and_not_before(Setup setup) throws Exception {
        ErrGroup<IOException> group = ErrGroup.withContext(Context.background());
        group.go(() -> gate.await());
        Task<Boolean> waiter = setup.run(group::await);
        waiter.untilParkedAgainAfterSpuriousWakeups();
        assertNull(group.context().err());
        gate.close();
        waiter.get();
        assertInstanceOf(CancelledException.class, group.context().err());
    }

    @Test
    void rule_131_the_parents_end_is_the_groups() throws Exception {
        CancelCauseContext parent = Context.withCancelCause(Context.background());
        ErrGroup<IOException> group = ErrGroup.withContext(parent);
        group.go(() -> group.context().done().await());
        parent.cancel(disk);
        group.await(); // no task failed
        assertSame(disk, Context.cause(group.context()));
    }

    @Test
    void rule_131_a_failure_leaves_the_parent_alone() throws Exception {
        CancelCauseContext parent = Context.withCancelCause(Context.background());
        ErrGroup<IOException> group = ErrGroup.withContext(parent);
        group.go(() -> {
            throw disk;
        });
        assertThrows(IOException.class, group::await);
        assertNull(parent.err());
    }

    @Test
    void rule_132_the_cause_of_the_context_is_the_first_failure() throws Exception {
        ErrGroup<Exception> group = ErrGroup.withContext(Context.background());
        group.go(() -> {
            group.context().done().await();
            throw Objects.requireNonNull(group.context().err());
        });
        group.go(() -> {
            throw disk;
        });
        assertSame(disk, assertThrows(Exception.class, group::await));
        assertSame(disk, Context.cause(group.context()));
        assertSame(disk, Objects.requireNonNull(group.context().err()).getCause());
    }

    @Test
    void rule_132_if_all_succeed_the_cause_is_that_it_was_cancelled() throws Exception {
        ErrGroup<IOException> group = ErrGroup.withContext(Context.background());
        group.go(() -> {});
        group.await();
        assertInstanceOf(CancelledException.class, Context.cause(group.context()));
        assertNull(Objects.requireNonNull(group.context().err()).getCause());
    }

    @OnBothThreads
    void rule_133_no_more_tasks_are_active_than_the_limit_and_go_waits_for_a_slot(Setup setup) throws Exception {
        ErrGroup<IOException> group = new ErrGroup<>();
        group.setLimit(2);
        group.go(() -> gate.await());
        group.go(() -> gate.await());
        AtomicInteger ran = new AtomicInteger();
        Task<Boolean> third = setup.run(() -> group.go(ran::incrementAndGet));
        third.untilParkedAgainAfterSpuriousWakeups();
        assertEquals("ErrGroup (3 active, limited by a semaphore (2 of 2 held, 1 waiting))", group.toString());
        assertEquals(0, ran.get());
        gate.close();
        third.get();
        group.await();
        assertEquals(1, ran.get());
        assertEquals("ErrGroup (0 active, limited by a semaphore (0 of 2 held))", group.toString());
    }

    @OnBothThreads
    void rule_133_under_a_limit_all_run_and_never_too_many_at_a_time(Setup setup) throws Exception {
        for (int limit : new int[] {1, 2, 5}) {
            ErrGroup<IOException> group = new ErrGroup<>();
            group.setLimit(limit);
            AtomicInteger active = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            AtomicInteger ran = new AtomicInteger();
            Task<Boolean> starter = setup.run(() -> {
                for (int i = 0; i < 500; i++) {
                    group.go(() -> {
                        most.accumulateAndGet(active.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(10_000);
                        active.decrementAndGet();
                        ran.incrementAndGet();
                    });
                }
            });
            starter.get();
            group.await();
            assertEquals(500, ran.get());
            assertTrue(most.get() <= limit, () -> most.get() + " at a time, want at most " + limit);
        }
    }

    @OnBothThreads
    void rule_133_a_failed_task_gives_its_slot_back(Setup setup) throws Exception {
        ErrGroup<IOException> group = new ErrGroup<>();
        group.setLimit(1);
        setup.run(() -> {
                    for (int i = 0; i < 10; i++) {
                        group.go(() -> {
                            throw disk;
                        });
                    }
                })
                .get();
        assertThrows(IOException.class, group::await);
    }

    @OnBothThreads
    void rule_133_with_limit_zero_go_waits_for_ever_and_below_zero_there_is_none(Setup setup) throws Exception {
        ErrGroup<IOException> none = new ErrGroup<>();
        none.setLimit(0);
        assertFalse(none.tryGo(() -> {}));
        Task<Boolean> starter = setup.run(() -> none.go(() -> {}));
        starter.untilParkedAgainAfterSpuriousWakeups();
        starter.interrupt();
        assertEquals(
                "interrupted: it waits for a semaphore: semaphore (0 of 0 held)",
                starter.failure(InterruptedException.class).getMessage());
        none.setLimit(-1);
        for (int i = 0; i < 100; i++) {
            assertTrue(none.tryGo(() -> gate.await()));
        }
        gate.close();
        none.await();
    }

    @Test
    void rule_134_try_go_starts_a_task_only_if_there_is_a_slot() throws Exception {
        ErrGroup<IOException> group = new ErrGroup<>();
        group.setLimit(2);
        AtomicInteger ran = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            assertTrue(group.tryGo(() -> {
                gate.await();
                ran.incrementAndGet();
            }));
        }
        assertFalse(group.tryGo(ran::incrementAndGet));
        assertFalse(group.tryGo(() -> {
            throw disk;
        }));
        gate.close();
        group.await();
        assertEquals(2, ran.get());
        assertTrue(group.tryGo(ran::incrementAndGet));
        group.await();
        assertEquals(3, ran.get());
    }

    @OnBothThreads
    void rule_135_the_limit_cannot_be_set_while_a_task_is_active_or_waits(Setup setup) throws Exception {
        ErrGroup<IOException> group = new ErrGroup<>();
        group.go(() -> gate.await());
        assertEquals(
                "limit of a group in use: got setLimit(3) with 1 active, want it set before the first go(…), or after"
                        + " await()",
                assertThrows(IllegalStateException.class, () -> group.setLimit(3))
                        .getMessage());
        assertEquals("ErrGroup (1 active)", group.toString(), "the limit is left as it was");
        gate.close();
        group.await();
        group.setLimit(0);
        Task<Boolean> starter = setup.run(() -> group.go(() -> {}));
        untilActive(group, 1);
        assertThrows(IllegalStateException.class, () -> group.setLimit(-1));
        starter.interrupt();
        starter.failure(InterruptedException.class);
        group.setLimit(1);
        group.go(() -> {});
        group.await();
    }

    @OnBothThreads
    void rule_136_differs_a_panic_is_told_cancels_and_is_thrown_by_every_await_at_once(Setup setup) throws Exception {
        for (Throwable panic : List.of(new IllegalStateException("no"), new StackOverflowError("deep"))) {
            Chan<Signal> never = Chan.make();
            ErrGroup<IOException> group = ErrGroup.withContext(Context.background());
            group.go(() -> never.await());
            Task<Boolean> waiter = setup.run(group::await);
            waiter.untilParked();
            List<Throwable> told = told(() -> {
                group.go(() -> {
                    if (panic instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) panic;
                });
                assertSame(panic, waiter.failure(PanicException.class).getCause());
            });
            assertEquals(List.of(panic), told);
            assertSame(panic, Context.cause(group.context()));
            assertSame(panic, assertThrows(PanicException.class, group::await).getCause());
            never.close();
        }
    }

    @Test
    void rule_136_differs_a_panic_counts_though_a_task_failed_before() throws Exception {
        ErrGroup<IOException> group = ErrGroup.withContext(Context.background());
        List<Throwable> told = told(() -> {
            group.go(() -> {
                throw disk;
            });
            group.context().done().await();
            group.go(() -> {
                throw new IllegalStateException("no");
            });
            assertThrows(PanicException.class, group::await);
        });
        assertEquals(1, told.size());
        assertSame(disk, Context.cause(group.context()));
    }

    @Test
    void rule_136_differs_an_interrupted_task_panics_in_silence() throws Exception {
        ErrGroup<IOException> group = ErrGroup.withContext(Context.background());
        List<Throwable> told = told(() -> {
            group.go(() -> gate.await());
            Until.holds("it waits", () -> waiterAtGate() != null);
            Objects.requireNonNull(waiterAtGate()).goroutine().interrupt();
            assertInstanceOf(
                    InterruptedException.class,
                    assertThrows(PanicException.class, group::await).getCause());
        });
        assertEquals(List.of(), told);
        assertInstanceOf(InterruptedException.class, Context.cause(group.context()));
    }

    private GoroutineState waiterAtGate() {
        return Go.goroutines().stream()
                .filter(state -> state.reason() == Wait.CLOSE && state.subject() == gate)
                .findFirst()
                .orElse(null);
    }

    /** Runs the code; returns what uncaught exception handlers were told meanwhile. */
    private static List<Throwable> told(rendezvous.runtime.Body code) throws Exception {
        List<Throwable> told = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            synchronized (told) {
                told.add(thrown);
            }
        });
        try {
            code.run();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        synchronized (told) {
            return List.copyOf(told);
        }
    }

    @OnBothThreads
    void an_await_that_is_interrupted_leaves_the_tasks_and_their_context_alone(Setup setup) throws Exception {
        ErrGroup<IOException> group = ErrGroup.withContext(Context.background());
        group.go(() -> gate.await());
        Task<Boolean> waiter = setup.run(group::await);
        waiter.untilParked().interrupt();
        waiter.failure(InterruptedException.class);
        assertNull(group.context().err());
        gate.close();
        group.await();
        assertNotNull(group.context().err());
    }

    @Test
    void no_task_and_no_context_are_refused_and_take_no_slot() throws Exception {
        ErrGroup<IOException> group = new ErrGroup<>();
        group.setLimit(1);
        String message = "task for a group: got null, want what it runs";
        assertEquals(
                message,
                assertThrows(NullPointerException.class, () -> group.go(null)).getMessage());
        assertEquals(
                message,
                assertThrows(NullPointerException.class, () -> group.tryGo(null))
                        .getMessage());
        assertTrue(group.tryGo(() -> {}));
        group.await();
        assertThrows(NullPointerException.class, () -> ErrGroup.withContext(null));
    }

    @Test
    void no_goroutine_is_left_by_a_group_that_failed() throws Exception {
        Leftovers left = new Leftovers();
        for (int i = 0; i < 100; i++) {
            ErrGroup<IOException> group = ErrGroup.withContext(Context.background());
            for (int k = 0; k < 3; k++) {
                group.go(() -> group.context().done().await());
            }
            group.go(() -> {
                throw disk;
            });
            assertThrows(IOException.class, group::await);
        }
        left.assertNone("when it failed");
    }
}

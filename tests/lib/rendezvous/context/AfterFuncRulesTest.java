package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.context.Contexts.assertCancelled;
import static rendezvous.context.Contexts.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 97 to 99: functions that run when a context is done. */
class AfterFuncRulesTest {
    private final ManualWorld world = new ManualWorld();
    private final AtomicInteger runs = new AtomicInteger();

    @OnBothThreads
    void rule_97_it_runs_once_in_a_goroutine_of_its_own_after_the_cancel(Setup setup) {
        setup.run(() -> {
                    CancelContext ctx = Context.withCancel(Context.background());
                    Chan<Thread> ran = Chan.make(2);
                    Context.afterFunc(Context.withValue(ctx, Context.key("k"), 1), () -> {
                        assertCancelled(ctx);
                        ran.send(Thread.currentThread());
                    });
                    assertTrue(ran.tryReceive().isEmpty());
                    ctx.cancel();
                    Thread thread = ran.receive();
                    assertNotSame(Thread.currentThread(), thread);
                    assertTrue(thread.isVirtual());
                    ctx.cancel();
                    thread.join();
                    assertTrue(ran.tryReceive().isEmpty());
                })
                .get();
    }

    @Test
    void rule_97_it_runs_once_however_the_end_came() throws Exception {
        world.run(() -> {
            CancelContext parent = Context.withCancel(Context.background());
            CancelContext late = Context.withTimeout(Context.background(), Duration.ofSeconds(1));
            CancelContext done = Context.withTimeout(Context.background(), Duration.ZERO);
            for (Context ctx : List.of(Context.withCancel(parent), Context.withCancel(late), late, done)) {
                Context.afterFunc(ctx, runs::incrementAndGet);
                Context.afterFunc(ctx, runs::incrementAndGet);
            }
            world.awaitThreads();
            assertEquals(2, runs.get(), "of the one that is done already");
            world.advance(Duration.ofSeconds(1));
            world.awaitThreads();
            assertEquals(6, runs.get());
            parent.cancel();
            world.awaitThreads();
            assertEquals(8, runs.get());
            assertEquals(8, world.started());
        });
    }

    @Test
    void rule_97_the_goroutine_lives_in_the_world_of_who_registered_it() throws Exception {
        CancelContext ctx = Context.withCancel(Context.background());
        Chan<World> ran = Chan.make(1);
        world.run(() -> Context.afterFunc(ctx, () -> ran.send(World.current())));
        ctx.cancel();
        assertSame(world, ran.receive());
    }

    @Test
    void rule_98_stop_says_whether_it_prevented_the_function() throws Exception {
        world.run(() -> {
            CancelContext ctx = Context.withCancel(Context.background());
            Context.Stop stop = Context.afterFunc(ctx, runs::incrementAndGet);
            assertEquals(1, node(ctx).children());
            assertTrue(stop.stop());
            assertEquals(0, node(ctx).children());
            assertFalse(stop.stop());
            try (Context.Stop _ = Context.afterFunc(ctx, runs::incrementAndGet)) {
                assertEquals(1, node(ctx).children());
            }
            assertEquals(0, node(ctx).children());
            ctx.cancel();
            assertFalse(stop.stop());
            assertEquals(0, world.started());
            Context.Stop tooLate = Context.afterFunc(ctx, runs::incrementAndGet);
            assertFalse(tooLate.stop());
            world.awaitThreads();
            assertEquals(1, runs.get());
        });
    }

    @Test
    void rule_98_of_a_context_that_is_never_done_stop_prevents_it() {
        for (Context ctx : List.of(Context.background(), Context.todo(), Context.withoutCancel(Context.todo()))) {
            Context.Stop stop = Context.afterFunc(ctx, runs::incrementAndGet);
            assertTrue(stop.stop());
            assertFalse(stop.stop());
        }
    }

    @OnBothThreads
    void rule_98_it_runs_if_and_only_if_no_stop_prevented_it(Setup setup) throws Exception {
        SpinBarrier barrier = new SpinBarrier(3);
        Map<Integer, Boolean> ran = new ConcurrentHashMap<>();
        int prevented = 0;
        int rounds = 3_000;
        for (int i = 0; i < rounds; i++) {
            int round = i;
            CancelContext ctx = Context.withCancel(Context.background());
            Context.Stop stop = Context.afterFunc(
                    ctx,
                    () -> ran.merge(round, true, (a, b) -> {
                        throw new AssertionError("it ran twice");
                    }));
            Task<Boolean> canceller = setup.run(() -> {
                barrier.await();
                ctx.cancel();
            });
            Task<Boolean> stopper = setup.call(() -> {
                barrier.await();
                return stop.stop();
            });
            barrier.await();
            boolean first = stop.stop();
            boolean second = stopper.get();
            canceller.get();
            assertFalse(first && second, "one stop at most prevents it");
            if (first || second) {
                prevented++;
            } else {
                Until.holds("it ran", () -> ran.containsKey(round));
            }
            assertEquals(0, node(ctx).children());
        }
        assertEquals(rounds - prevented, ran.size());
    }

    @OnBothThreads
    void rule_99_cancel_does_not_wait_for_the_function(Setup setup) {
        setup.run(() -> {
                    Chan<Integer> gate = Chan.make();
                    Chan<Integer> over = Chan.make();
                    CancelContext ctx = Context.withCancel(Context.background());
                    Context.Stop stop = Context.afterFunc(ctx, () -> {
                        gate.receive();
                        over.send(1);
                    });
                    ctx.cancel();
                    assertFalse(stop.stop(), "nor does stop");
                    gate.send(1);
                    over.receive();
                })
                .get();
    }

    @Test
    void a_function_may_do_anything_with_the_tree() throws Exception {
        world.run(() -> {
            CancelContext ctx = Context.withCancel(Context.background());
            CancelContext child = Context.withCancel(ctx);
            Context.afterFunc(child, () -> {
                ctx.cancel();
                child.cancel();
                assertCancelled(Context.withCancel(ctx));
                Context.afterFunc(ctx, runs::incrementAndGet);
            });
            child.cancel();
            Until.holds("the second function ran", () -> runs.get() == 1);
            assertCancelled(ctx);
            world.awaitThreads();
            assertEquals(List.of(), world.panics());
        });
    }

    @Test
    void what_a_function_throws_is_a_panic_of_its_goroutine_and_hurts_nobody_else() throws Exception {
        world.run(() -> {
            CancelContext ctx = Context.withCancel(Context.background());
            IllegalStateException thrown = new IllegalStateException("from a function");
            Context.afterFunc(ctx, () -> {
                throw thrown;
            });
            Context.afterFunc(ctx, runs::incrementAndGet);
            ctx.cancel();
            world.awaitThreads();
            assertEquals(List.of(thrown), world.panics());
            assertEquals(1, runs.get());
        });
    }

    @Test
    void where_no_goroutine_can_be_started_all_is_cancelled_and_the_failure_is_told() throws Exception {
        world.run(() -> {
            CancelContext ctx = Context.withCancel(Context.background());
            List<CancelContext> children = new ArrayList<>();
            Chan<Goroutine> ranElsewhere = Chan.make(1);
            for (int i = 0; i < 3; i++) {
                Context.afterFunc(ctx, runs::incrementAndGet);
                children.add(Context.withCancel(ctx));
            }
            Goroutine.start(
                            null,
                            World.REAL,
                            () -> Context.afterFunc(ctx, () -> ranElsewhere.send(Goroutine.current())))
                    .await();
            world.refuse(true);
            OutOfMemoryError thrown = assertThrows(OutOfMemoryError.class, ctx::cancel);
            assertEquals(2, thrown.getSuppressed().length, "one for each of the others");
            world.refuse(false);
            assertCancelled(ctx);
            children.forEach(Contexts::assertCancelled);
            ranElsewhere.receive();
            assertEquals(0, runs.get());
            ctx.cancel(); // does nothing more
        });
    }

    @Test
    void a_deadline_that_cannot_start_a_function_tells_the_handler_of_the_clocks_thread() throws Exception {
        CancelContext ctx = world.call(() -> Context.withTimeout(Context.background(), Duration.ofSeconds(1)));
        world.run(() -> Context.afterFunc(ctx, runs::incrementAndGet));
        List<Throwable> told = new ArrayList<>();
        world.refuse(true);
        Thread clock = Thread.ofPlatform()
                .uncaughtExceptionHandler((t, e) -> told.add(e))
                .start(() -> {
                    world.advance(Duration.ofSeconds(1));
                    told.add(new AssertionError("and goes on"));
                });
        clock.join();
        assertEquals(2, told.size());
        assertTrue(told.getFirst() instanceof OutOfMemoryError);
        Contexts.assertLate(ctx);
    }
}

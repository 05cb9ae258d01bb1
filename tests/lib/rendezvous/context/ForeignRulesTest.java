package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.context.Contexts.assertCancelled;
import static rendezvous.context.Contexts.assertLate;
import static rendezvous.context.Contexts.assertLive;
import static rendezvous.context.Contexts.node;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.Until;

/** Rules 87 and 100: the built-in chain, and contexts of somebody else's. */
class ForeignRulesTest {
    /** Passes on everything, as a context does that adds something of its own. */
    static class Wrapper implements Context {
        final Context inner;

        Wrapper(Context inner) {
            this.inner = inner;
        }

        @Override
        public Optional<Instant> deadline() {
            return inner.deadline();
        }

        @Override
        public ReceiveChan<Signal> done() {
            return inner.done();
        }

        @Override
        public @Nullable ContextException err() {
            return inner.err();
        }

        @Override
        public <T> @Nullable T value(Key<T> key) {
            return inner.value(key);
        }
    }

    /** Has its own end. */
    static class Own extends Wrapper {
        final Chan<Signal> done = Chan.make();
        volatile @Nullable ContextException err;

        Own(Context inner) {
            super(inner);
        }

        @Override
        public ReceiveChan<Signal> done() {
            return done;
        }

        @Override
        public @Nullable ContextException err() {
            return err;
        }

        void end(ContextException why) {
            err = why;
            done.close();
        }
    }

    /** Has its own end, and calls back. */
    static final class Calling extends Own implements AfterFuncContext {
        final List<Body> registered = new CopyOnWriteArrayList<>();
        final AtomicInteger stops = new AtomicInteger();

        Calling() {
            super(Context.background());
        }

        @Override
        public Stop afterFunc(Body body) {
            registered.add(body);
            return () -> {
                stops.incrementAndGet();
                return registered.remove(body);
            };
        }

        void call() {
            List<Body> all = List.copyOf(registered);
            registered.clear();
            for (Body body : all) {
                Goroutine.start(null, rendezvous.runtime.World.current(), body);
            }
        }
    }

    private final IOException why = new IOException("why");
    private final ManualWorld world = new ManualWorld();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void rule_87_the_built_in_chain_starts_no_goroutine() throws Exception {
        world.run(() -> {
            CancelContext top = Context.withCancel(Context.background());
            for (int i = 0; i < 100; i++) {
                Context ctx = Context.withValue(top, Context.key("k"), i);
                Context low = Context.withCancel(Context.withTimeout(ctx, Duration.ofSeconds(1 + i)));
                Context.afterFunc(low, runs::incrementAndGet);
                Context.withCancel(Context.withoutCancel(low));
                low.done();
            }
            assertEquals(0, world.started());
            world.advance(Duration.ofSeconds(50));
            world.awaitThreads();
            assertEquals(50, world.started(), "the functions only");
            top.cancel();
            world.awaitThreads();
            assertEquals(100, world.started());
            assertEquals(100, runs.get());
        });
    }

    @Test
    void rule_87_a_wrapper_of_a_built_in_context_needs_no_goroutine_either() throws Exception {
        world.run(() -> {
            CancelContext top = Context.withCancel(Context.background());
            Context wrapped = new Wrapper(Context.withValue(new Wrapper(top), Context.key("k"), 1));
            CancelContext child = Context.withCancel(Context.withValue(wrapped, Context.key("k"), 2));
            Context.Stop stop = Context.afterFunc(wrapped, runs::incrementAndGet);
            assertEquals(0, world.started());
            assertEquals(2, node(top).children());
            assertTrue(stop.stop());
            assertEquals(1, node(top).children());
            top.cancel();
            assertCancelled(child);
            assertCancelled(Context.withCancel(wrapped));
            assertEquals(0, world.started());
        });
    }

    @Test
    void rule_87_a_wrapper_of_what_is_never_done_needs_nothing() throws Exception {
        world.run(() -> {
            for (Context never :
                    List.of(Context.background(), Context.withoutCancel(Context.withCancel(Context.todo())))) {
                CancelContext child = Context.withCancel(new Wrapper(never));
                assertLive(child);
                child.cancel();
                assertCancelled(child);
                assertTrue(Context.afterFunc(new Wrapper(never), runs::incrementAndGet)
                        .stop());
            }
            assertEquals(0, world.started());
        });
    }

    @Test
    void rule_87_a_context_with_an_end_of_its_own_is_watched_and_its_end_passed_on() throws Exception {
        world.run(() -> {
            CancelContext above = Context.withCancel(Context.background());
            Own own = new Own(above); // tells of the built-in one above it, whose end is not its own
            CancelContext child = Context.withCancel(own);
            CancelContext below = Context.withCancel(child);
            Context.afterFunc(own, runs::incrementAndGet);
            assertEquals(2, world.started());
            above.cancel();
            assertLive(child);
            own.end(new CancelledException(why));
            world.awaitThreads();
            assertCancelled(child, why);
            assertCancelled(below, why);
            assertEquals(1, runs.get());
            assertEquals(3, world.started());
        });
    }

    @Test
    void rule_87_the_kind_of_the_end_is_passed_on() throws Exception {
        world.run(() -> {
            Own own = new Own(Context.background());
            CancelContext watching = Context.withCancel(own);
            own.end(new DeadlineExceededException());
            world.awaitThreads();
            assertLate(watching);
            int before = world.started();
            assertLate(Context.withCancel(own));
            assertLate(Context.withTimeout(own, Duration.ofDays(1)));
            assertEquals(before, world.started(), "of one that is done none is needed");
            assertEquals(0, world.alarms());
        });
    }

    @Test
    void rule_87_a_cancelled_child_ends_its_watch() throws Exception {
        world.run(() -> {
            Own own = new Own(Context.background());
            CancelContext child = Context.withCancel(own);
            CancelContext timed = Context.withTimeout(own, Duration.ofSeconds(1));
            Context.Stop stop = Context.afterFunc(own, runs::incrementAndGet);
            assertEquals(3, world.started());
            child.cancel();
            world.advance(Duration.ofSeconds(1));
            assertTrue(stop.stop());
            world.awaitThreads(); // though own is never done
            assertEquals(3, world.started());
            assertEquals(List.of(), world.panics());
            assertCancelled(child);
            assertLate(timed);
        });
    }

    @Test
    void rule_87_the_deadline_of_a_foreign_parent_counts_if_it_is_earlier() throws Exception {
        world.run(() -> {
            CancelContext top = Context.withTimeout(Context.background(), Duration.ofSeconds(2));
            Wrapper wrapper = new Wrapper(top);
            assertEquals(top.deadline(), Context.withCancel(wrapper).deadline());
            assertEquals(
                    top.deadline(),
                    Context.withTimeout(wrapper, Duration.ofSeconds(3)).deadline());
            assertEquals(1, world.alarms());
            CancelContext early = Context.withTimeout(wrapper, Duration.ofSeconds(1));
            assertEquals(Optional.of(ManualWorld.START.plusSeconds(1)), early.deadline());
            world.advance(Duration.ofSeconds(1));
            assertLate(early);
            assertLive(top);
        });
    }

    @Test
    void rule_100_a_context_that_calls_back_is_asked_to_instead_of_watched() throws Exception {
        world.run(() -> {
            Calling calling = new Calling();
            CancelContext child = Context.withCancel(calling);
            CancelContext below =
                    Context.withTimeout(Context.withValue(calling, Context.key("k"), 1), Duration.ofDays(1));
            Context.Stop stop = Context.afterFunc(calling, runs::incrementAndGet);
            assertEquals(3, calling.registered.size());
            assertEquals(0, world.started());
            calling.end(new CancelledException(why));
            calling.call();
            world.awaitThreads();
            assertCancelled(child, why);
            assertCancelled(below, why);
            assertEquals(1, runs.get());
            assertFalse(stop.stop());
            assertEquals(0, calling.stops.get(), "who was called needs not be called off");
        });
    }

    @Test
    void rule_100_what_needs_no_call_any_more_calls_it_off() throws Exception {
        world.run(() -> {
            Calling calling = new Calling();
            Context.withCancel(calling).cancel();
            assertEquals(1, calling.stops.get());
            Context.Stop stop = Context.afterFunc(calling, runs::incrementAndGet);
            assertTrue(stop.stop());
            assertFalse(stop.stop());
            assertEquals(2, calling.stops.get());
            assertEquals(List.of(), calling.registered);
        });
    }

    @Test
    void rule_100_where_a_deadline_calls_it_off_that_is_not_done_on_the_clocks_thread() throws Exception {
        List<Thread> stoppers = new CopyOnWriteArrayList<>();
        class Noting extends Own implements AfterFuncContext {
            Noting() {
                super(Context.background());
            }

            @Override
            public Stop afterFunc(Body body) {
                return () -> stoppers.add(Thread.currentThread());
            }
        }
        CancelContext ctx = world.call(() -> Context.withTimeout(new Noting(), Duration.ofSeconds(1)));
        world.advance(Duration.ofSeconds(1));
        assertLate(ctx);
        Until.holds("it is called off", () -> stoppers.size() == 1);
        assertNotSame(Thread.currentThread(), stoppers.getFirst());
    }

    @Test
    void rule_100_a_call_back_from_within_the_registration_counts() throws Exception {
        class Hasty extends Own implements AfterFuncContext {
            Hasty() {
                super(Context.background());
            }

            @Override
            public Stop afterFunc(Body body) {
                err = new CancelledException(why);
                try {
                    body.run();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                return () -> false;
            }
        }
        assertCancelled(Context.withCancel(new Hasty()).err(), why);
    }

    private static void assertCancelled(@Nullable ContextException err, Throwable cause) {
        assertTrue(err instanceof CancelledException);
        assertSame(cause, err.getCause());
    }

    private static void assertCancelled(Context ctx, Throwable cause) {
        Contexts.assertCancelled(ctx, cause);
    }

    private static void assertCancelled(Context ctx) {
        Contexts.assertCancelled(ctx);
    }

    @Test
    void a_watch_that_somebody_interrupts_cancels_its_child_rather_than_leave_it_alone() throws Exception {
        world.run(() -> {
            Own own = new Own(Context.background());
            CancelContext child = Context.withCancel(own);
            world.interruptThreads();
            world.awaitThreads();
            assertTrue(child.err() instanceof CancelledException);
            assertTrue(Context.cause(child) instanceof InterruptedException);
        });
    }

    @Test
    void a_done_that_is_null_is_refused() {
        Context bad = new Wrapper(Context.background()) {
            @Override
            public ReceiveChan<Signal> done() {
                return null;
            }
        };
        for (Body derive : List.<Body>of(
                () -> Context.withCancel(bad),
                () -> Context.withTimeout(bad, Duration.ofDays(1)),
                () -> Context.afterFunc(bad, () -> {}))) {
            NullPointerException refused = assertThrows(NullPointerException.class, derive::run);
            assertEquals(
                    "done() of " + bad.getClass().getName()
                            + ": got null, want a channel; that of a context that is never cancelled is Chan.never()",
                    refused.getMessage());
        }
    }

    @Test
    void a_deadline_that_is_null_is_refused() {
        Context bad = new Wrapper(Context.background()) {
            @Override
            public Optional<Instant> deadline() {
                return null;
            }
        };
        NullPointerException refused =
                assertThrows(NullPointerException.class, () -> Context.withTimeout(bad, Duration.ofDays(1)));
        assertEquals(
                "deadline() of " + bad.getClass().getName() + ": got null, want an Optional, empty for none",
                refused.getMessage());
    }

    @Test
    void an_after_func_that_returns_null_is_refused() {
        class Bad extends Own implements AfterFuncContext {
            Bad() {
                super(Context.background());
            }

            @Override
            public Stop afterFunc(Body body) {
                return null;
            }
        }
        NullPointerException refused = assertThrows(NullPointerException.class, () -> Context.withCancel(new Bad()));
        assertEquals(
                "afterFunc() of " + Bad.class.getName() + ": got null, want what calls it off", refused.getMessage());
    }

    @Test
    void one_that_is_done_without_a_reason_is_refused_where_it_can_be() throws Exception {
        world.run(() -> {
            Own bad = new Own(Context.background());
            CancelContext child = Context.withCancel(bad);
            bad.done.close();
            world.awaitThreads();
            List<Throwable> panics = world.panics();
            assertEquals(1, panics.size());
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> Context.withCancel(bad));
            for (Throwable told : List.of(panics.getFirst(), refused)) {
                assertEquals(
                        "err() of " + Own.class.getName()
                                + ": got null, want why it is done, since its done() is closed",
                        told.getMessage());
            }
            assertCancelled(child, panics.getFirst());
        });
    }

    @Test
    void what_a_foreign_context_throws_reaches_who_derives() {
        IllegalStateException thrown = new IllegalStateException("from a context");
        List<Context> bad = List.of(
                new Own(Context.background()) {
                    @Override
                    public ReceiveChan<Signal> done() {
                        throw thrown;
                    }
                },
                new Own(Context.background()) {
                    @Override
                    public <T> T value(Key<T> key) {
                        throw thrown;
                    }
                },
                new Own(Context.background()) {
                    @Override
                    public Optional<Instant> deadline() {
                        throw thrown;
                    }
                });
        for (Context ctx : bad) {
            assertSame(
                    thrown,
                    assertThrows(IllegalStateException.class, () -> Context.withTimeout(ctx, Duration.ofDays(1))));
        }
    }

    @Test
    void what_a_foreign_context_throws_in_the_watch_cancels_the_child_and_is_told() throws Exception {
        IllegalStateException thrown = new IllegalStateException("from err()");
        world.run(() -> {
            Own bad = new Own(Context.background()) {
                @Override
                public ContextException err() {
                    throw thrown;
                }
            };
            CancelContext child = Context.withCancel(bad);
            bad.done.close();
            world.awaitThreads();
            assertCancelled(child, thrown);
            assertEquals(List.of(thrown), world.panics());
        });
    }

    @Test
    void what_a_foreign_stop_throws_reaches_who_cancels_after_all_is_cancelled() throws Exception {
        IllegalStateException thrown = new IllegalStateException("from stop");
        class Bad extends Own implements AfterFuncContext {
            Bad() {
                super(Context.background());
            }

            @Override
            public Stop afterFunc(Body body) {
                return () -> {
                    throw thrown;
                };
            }
        }
        CancelContext child = Context.withCancel(new Bad());
        CancelContext below = Context.withCancel(child);
        assertSame(thrown, assertThrows(IllegalStateException.class, child::cancel));
        assertCancelled(child);
        assertCancelled(below);
        child.cancel();
    }

    @Test
    void one_that_has_a_value_for_every_key_is_not_taken_for_a_built_in_one() throws Exception {
        world.run(() -> {
            Own odd = new Own(Context.background()) {
                @Override
                @SuppressWarnings("unchecked")
                public <T> T value(Key<T> key) {
                    return (T) "surprise";
                }
            };
            CancelContext child = Context.withCancel(odd);
            odd.end(new CancelledException());
            world.awaitThreads();
            assertCancelled(child);
        });
    }

    @Test
    void a_value_on_done_is_not_its_close() throws Exception {
        world.run(() -> {
            Own own = new Own(Context.background());
            CancelContext child = Context.withCancel(own);
            assertFalse(own.done.trySend(Signal.SIGNAL), "who waits for a close takes nothing");
            assertLive(child);
            own.end(new CancelledException());
            world.awaitThreads();
            assertCancelled(child);
        });
    }

    @Test
    void a_done_channel_that_somebody_closes_by_a_cast_does_not_stop_a_cancel() {
        CancelContext ctx = Context.withCancel(Context.background());
        CancelContext below = Context.withCancel(ctx);
        ((Chan<Signal>) ctx.done()).close();
        assertEquals(null, ctx.err());
        ctx.cancel();
        assertCancelled(ctx);
        assertCancelled(below);
    }

    @Test
    void many_layers_of_wrappers_are_seen_through() throws Exception {
        world.run(() -> {
            CancelContext top = Context.withCancel(Context.background());
            Context ctx = top;
            List<Context> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                ctx = i % 3 == 0 ? Context.withCancel(ctx) : new Wrapper(ctx);
                all.add(ctx);
            }
            top.cancel();
            all.forEach(Contexts::assertCancelled);
            assertEquals(0, world.started());
        });
    }
}

package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Select.choose;
import static rendezvous.chan.Select.closed;
import static rendezvous.chan.Select.orElse;
import static rendezvous.context.Contexts.assertCancelled;
import static rendezvous.context.Contexts.assertLive;
import static rendezvous.context.Contexts.isClosed;
import static rendezvous.context.Contexts.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;

/** Rules 81 to 86 and 101: what cancelling does. */
class CancelRulesTest {
    private static final Context.Key<String> KEY = Context.key("key");
    private static final Duration LONG = Duration.ofDays(1);

    /** Derives a context of each kind that can be cancelled. */
    private static List<CancelContext> derived(Context parent) {
        return List.of(
                Context.withCancel(parent),
                Context.withCancelCause(parent),
                Context.withTimeout(parent, LONG),
                Context.withDeadline(parent, Instant.MAX),
                Context.withCancel(Context.withValue(parent, KEY, "v")));
    }

    @Test
    void rule_81_the_top_is_never_cancelled_and_has_neither_deadline_nor_values() throws Exception {
        for (Context top : List.of(Context.background(), Context.todo())) {
            assertSame(Chan.<Signal>never(), top.done());
            assertNull(top.err());
            assertNull(Context.cause(top));
            assertEquals(Optional.empty(), top.deadline());
            assertNull(top.value(KEY));
            assertEquals("waits", choose(closed(top.done(), () -> "done"), orElse(() -> "waits")));
        }
        assertEquals("context.background", Context.background().toString());
        assertEquals("context.todo", Context.todo().toString());
        assertNotSame(Context.background(), Context.todo());
    }

    @OnBothThreads
    void rule_82_cancel_closes_done_and_says_so_and_more_of_it_changes_nothing(Setup setup) throws Exception {
        for (CancelContext ctx : derived(Context.background())) {
            assertLive(ctx);
            Task<Boolean> waiting = setup.run(() -> ctx.done().await());
            waiting.untilParked();
            ctx.cancel();
            assertCancelled(ctx);
            waiting.get();
            ctx.cancel();
            ctx.close();
            setup.run(ctx::cancel).get();
            assertCancelled(ctx);
        }
    }

    @Test
    void rule_82_the_end_of_a_try_block_cancels() {
        CancelContext kept;
        try (CancelContext ctx = Context.withCancel(Context.background())) {
            kept = ctx;
            assertLive(ctx);
        }
        assertCancelled(kept);
    }

    @Test
    void rule_83_done_is_the_same_channel_each_time_before_and_after() {
        for (CancelContext ctx : derived(Context.background())) {
            ReceiveChan<Signal> before = ctx.done();
            assertSame(before, ctx.done());
            ctx.cancel();
            assertSame(before, ctx.done());
        }
        for (CancelContext ctx : derived(Context.background())) {
            ctx.cancel(); // before anybody asked
            assertSame(ctx.done(), ctx.done());
            assertTrue(isClosed(ctx));
        }
    }

    @OnBothThreads
    void rule_83_all_who_ask_at_once_get_the_same_channel(Setup setup) throws Exception {
        SpinBarrier barrier = new SpinBarrier(2);
        for (int round = 0; round < 2_000; round++) {
            CancelContext ctx = Context.withCancel(Context.background());
            boolean cancels = round % 2 == 0;
            Task<ReceiveChan<Signal>> other = setup.call(() -> {
                barrier.await();
                if (cancels) {
                    ctx.cancel();
                }
                return ctx.done();
            });
            barrier.await();
            assertSame(ctx.done(), other.get());
            ctx.cancel();
            assertTrue(isClosed(ctx));
        }
    }

    @OnBothThreads
    void rule_83_a_channel_asked_for_at_the_moment_of_the_cancel_is_the_one_that_is_closed(Setup setup)
            throws Exception {
        SpinBarrier barrier = new SpinBarrier(2);
        for (int round = 0; round < 100; round++) {
            List<CancelContext> contexts = new ArrayList<>();
            List<ReceiveChan<Signal>> asked = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                contexts.add(Context.withCancel(Context.background()));
            }
            Task<Boolean> canceller = setup.run(() -> {
                barrier.await();
                contexts.forEach(CancelContext::cancel);
            });
            barrier.await();
            contexts.forEach(ctx -> asked.add(ctx.done())); // side by side with the canceller
            canceller.get();
            for (int i = 0; i < contexts.size(); i++) {
                assertSame(asked.get(i), contexts.get(i).done());
                assertTrue(isClosed(contexts.get(i)));
            }
        }
    }

    @OnBothThreads
    void rule_83_err_is_seen_if_and_only_if_done_is_closed(Setup setup) throws Exception {
        SpinBarrier barrier = new SpinBarrier(2);
        int rounds = 8_000;
        List<CancelContext> parents = new ArrayList<>();
        List<Context> looked = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            CancelContext parent = Context.withCancel(Context.background());
            parents.add(parent);
            looked.add(i % 2 == 0 ? parent : Context.withCancel(parent));
            if (i % 4 < 2) {
                assertFalse(isClosed(looked.getLast())); // the channel is made before; else it comes with the end
            }
        }
        Task<Boolean> canceller = setup.run(() -> {
            for (CancelContext parent : parents) {
                barrier.await();
                parent.cancel();
            }
        });
        for (int i = 0; i < rounds; i++) {
            Context ctx = looked.get(i);
            barrier.await();
            if (i % 3 == 0) {
                spinUntil(() -> isClosed(ctx));
                assertNotNull(ctx.err(), "done is closed");
            } else {
                spinUntil(() -> ctx.err() != null);
                assertTrue(isClosed(ctx), "err was seen");
            }
        }
        canceller.get();
    }

    /** Looks as often as possible, and lets others run if it takes long. */
    private static void spinUntil(BooleanSupplier condition) {
        for (int i = 0; !condition.getAsBoolean(); i++) {
            if (i > 2_000) {
                LockSupport.parkNanos(10_000);
            }
        }
    }

    @Test
    void rule_83_differs_err_makes_a_new_exception_with_the_callers_stack_trace_each_time() {
        CancelCauseContext ctx = Context.withCancelCause(Context.background());
        ctx.cancel(new IllegalStateException("why"));
        ContextException one = ctx.err();
        ContextException two = ctx.err();
        assertNotSame(one, two);
        assertEquals(one.getClass(), two.getClass());
        assertSame(one.getCause(), two.getCause());
        assertTrue(List.of(one.getStackTrace()).stream()
                .anyMatch(frame -> frame.getMethodName().startsWith("rule_83_differs")));
    }

    @OnBothThreads
    void rule_84_cancelling_a_parent_cancels_all_below_before_it_returns(Setup setup) {
        setup.run(() -> {
                    CancelContext top = Context.withCancel(Context.background());
                    List<Context> all = new ArrayList<>();
                    for (CancelContext child : derived(top)) {
                        all.add(child);
                        for (CancelContext grandchild : derived(Context.withValue(child, KEY, "w"))) {
                            all.add(grandchild);
                            all.add(Context.withValue(grandchild, KEY, "x"));
                        }
                    }
                    all.forEach(Contexts::assertLive);
                    top.cancel();
                    all.forEach(Contexts::assertCancelled);
                    assertEquals(0, node(top).children());
                })
                .get();
    }

    @Test
    void rule_84_cancelling_a_child_leaves_parent_and_siblings_alone() {
        CancelContext top = Context.withCancel(Context.background());
        List<CancelContext> children = derived(top);
        for (int i = 0; i < children.size(); i++) {
            children.get(i).cancel();
            assertLive(top);
            for (int j = 0; j < children.size(); j++) {
                if (j <= i) {
                    assertCancelled(children.get(j));
                } else {
                    assertLive(children.get(j));
                }
            }
        }
    }

    @Test
    void rule_85_a_child_of_a_cancelled_parent_is_cancelled_from_the_start_with_its_err_and_cause() {
        IllegalStateException why = new IllegalStateException("why");
        CancelCauseContext parent = Context.withCancelCause(Context.background());
        parent.cancel(why);
        for (CancelContext child : derived(parent)) {
            assertCancelled(child, why);
        }
        CancelContext late = Context.withTimeoutCause(Context.background(), Duration.ZERO, why);
        for (CancelContext child : derived(late)) {
            Contexts.assertLate(child, why);
        }
        assertEquals(0, node(parent).children());
    }

    @OnBothThreads
    void rule_85_a_child_made_while_the_parent_is_cancelled_is_cancelled(Setup setup) throws Exception {
        SpinBarrier barrier = new SpinBarrier(2);
        IllegalStateException why = new IllegalStateException("why");
        for (int round = 0; round < 5_000; round++) {
            CancelCauseContext parent = Context.withCancelCause(Context.background());
            Task<Boolean> canceller = setup.run(() -> {
                barrier.await();
                parent.cancel(why);
            });
            barrier.await();
            List<CancelContext> children = derived(Context.withCancel(parent));
            canceller.get();
            children.forEach(child -> assertCancelled(child, why));
            assertEquals(0, node(parent).children());
        }
    }

    @Test
    void rule_86_a_cancelled_child_is_removed_from_its_parent() {
        CancelContext parent = Context.withCancel(Context.background());
        Random random = new Random(3);
        List<CancelContext> children = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            children.addAll(derived(parent));
            while (random.nextBoolean() && !children.isEmpty()) {
                children.remove(random.nextInt(children.size())).cancel();
                assertEquals(children.size(), node(parent).children());
            }
        }
        while (!children.isEmpty()) {
            children.remove(random.nextInt(children.size())).cancel();
            assertEquals(children.size(), node(parent).children());
        }
        assertLive(parent);
    }

    @Test
    void rule_86_a_child_that_came_to_its_deadline_is_removed_too() throws Exception {
        ManualWorld world = new ManualWorld();
        CancelContext parent = Context.withCancel(Context.background());
        CancelContext child = world.call(() -> Context.withTimeout(parent, Duration.ofSeconds(1)));
        world.call(() -> Context.withTimeout(parent, Duration.ZERO));
        assertEquals(1, node(parent).children());
        world.advance(Duration.ofSeconds(1));
        Contexts.assertLate(child);
        assertEquals(0, node(parent).children());
    }

    @OnBothThreads
    void rule_86_children_that_come_and_go_at_once_leave_nothing(Setup setup) {
        CancelContext parent = Context.withCancel(Context.background());
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            tasks.add(setup.run(() -> {
                for (int i = 0; i < 1_000; i++) {
                    for (CancelContext child : derived(parent)) {
                        child.cancel();
                    }
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(0, node(parent).children());
    }

    @OnBothThreads
    void rule_101_many_that_cancel_the_same_tree_at_once_all_return(Setup setup) throws Exception {
        for (int round = 0; round < 300; round++) {
            List<CancelContext> tree = new ArrayList<>();
            tree.add(Context.withCancel(Context.background()));
            Random random = new Random(round);
            for (int i = 1; i < 30; i++) {
                Context parent = tree.get(random.nextInt(tree.size()));
                tree.add(i % 5 == 0 ? Context.withTimeout(parent, LONG) : Context.withCancel(parent));
            }
            SpinBarrier barrier = new SpinBarrier(4);
            List<Task<Boolean>> tasks = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int first = t;
                tasks.add(setup.run(() -> {
                    barrier.await();
                    for (int i = 0; i < tree.size(); i++) { // up, down, and from the middle
                        int at = (first % 2 == 0 ? i : tree.size() - 1 - i) + first * 5;
                        tree.get(at % tree.size()).cancel();
                    }
                }));
            }
            tasks.forEach(Task::get);
            tree.forEach(Contexts::assertCancelled);
            tree.forEach(ctx -> assertEquals(0, node(ctx).children()));
        }
    }

    @OnBothThreads
    void rule_101_contexts_whose_ends_cancel_each_other_do_not_deadlock(Setup setup) throws Exception {
        for (int round = 0; round < 300; round++) {
            CancelContext top = Context.withCancel(Context.background());
            CancelContext child = Context.withCancel(top);
            CancelContext other = Context.withCancel(Context.background());
            CancelContext below = Context.withCancel(other);
            Context.afterFunc(child, other::cancel);
            Context.afterFunc(below, top::cancel);
            SpinBarrier barrier = new SpinBarrier(2);
            Task<Boolean> task = setup.run(() -> {
                barrier.await();
                top.cancel();
            });
            barrier.await();
            below.cancel();
            task.get();
            for (CancelContext ctx : List.of(top, child, other, below)) {
                ctx.done().await();
                assertCancelled(ctx);
            }
        }
    }
}

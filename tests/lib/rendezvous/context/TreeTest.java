package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.context.Contexts.assertCancelled;
import static rendezvous.context.Contexts.assertLate;
import static rendezvous.context.Contexts.assertLive;
import static rendezvous.context.Contexts.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Trees that are deep, wide, or cancelled by several threads that stand in each other's way. */
class TreeTest {
    private static final int DEEP = 100_000;
    private static final Context.Key<Integer> KEY = Context.key("key");

    private final ManualWorld world = new ManualWorld();

    @OnBothThreads
    void a_chain_of_any_length_is_cancelled_from_its_top(Setup setup) {
        setup.run(() -> {
                    CancelContext top = Context.withCancel(Context.background());
                    Context low = top;
                    for (int i = 0; i < DEEP; i++) {
                        low = Context.withCancel(low);
                    }
                    Chan<Integer> ran = Chan.make(1);
                    Context.afterFunc(low, () -> ran.send(1));
                    low.done();
                    top.cancel();
                    assertCancelled(low);
                    ran.receive();
                })
                .get();
    }

    @Test
    void a_chain_of_all_kinds_answers_from_its_bottom_and_ends_with_its_deadline() throws Exception {
        world.run(() -> {
            Context top = Context.withValue(Context.background(), KEY, 1);
            CancelContext timed = Context.withTimeoutCause(top, Duration.ofSeconds(1), null);
            Context low = timed;
            List<CancelContext> some = new ArrayList<>();
            for (int i = 0; i < DEEP; i++) {
                Context above = low;
                low = switch (i % 4) {
                    case 0 -> Context.withCancel(above);
                    case 1 -> Context.withValue(above, Context.key("other"), i);
                    case 2 -> Context.withTimeout(above, Duration.ofDays(1));
                    default -> Context.withCancelCause(above);
                };
                if (low instanceof CancelContext ctx && i % 1_000 == 0) {
                    some.add(ctx);
                }
            }
            assertEquals(1, low.value(KEY));
            assertEquals(Optional.of(ManualWorld.START.plusSeconds(1)), low.deadline());
            assertLive(low);
            assertTrue(low.toString().length() < 1_000, "it is shortened");
            assertEquals(1, world.alarms());
            some.get(90).cancel();
            assertCancelled(low);
            assertLive(some.get(89));
            assertEquals(0, node(some.get(90)).children());
            world.advance(Duration.ofSeconds(1));
            assertLate(some.get(89));
            assertCancelled(low);
            assertNull(Context.withoutCancel(low).err());
        });
    }

    @Test
    void a_chain_is_cancelled_from_its_bottom_one_by_one() {
        List<CancelContext> chain = new ArrayList<>();
        chain.add(Context.withCancel(Context.background()));
        for (int i = 0; i < DEEP; i++) {
            chain.add(Context.withCancel(chain.getLast()));
        }
        for (CancelContext ctx : chain.reversed()) {
            ctx.cancel();
        }
        chain.forEach(ctx -> assertEquals(0, node(ctx).children()));
        chain.forEach(Contexts::assertCancelled);
    }

    @Test
    void a_child_leaves_a_parent_of_very_many_as_fast_as_one_of_few() {
        CancelContext parent = Context.withCancel(Context.background());
        List<CancelContext> children = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            children.add(Context.withCancel(parent));
        }
        Collections.shuffle(children, new Random(1));
        // If leaving took a search, these were some 10^10 steps, and the test's time would run out.
        children.subList(0, 150_000).forEach(CancelContext::cancel);
        assertEquals(50_000, node(parent).children());
        assertLive(children.getLast());
        parent.cancel();
        children.forEach(Contexts::assertCancelled);
    }

    @Test
    void random_trees_agree_with_a_plain_model() {
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            List<CancelContext> nodes = new ArrayList<>();
            List<Integer> parents = new ArrayList<>();
            List<Throwable> model = new ArrayList<>(); // the cause of each; null while it lives
            for (int i = 0; i < 100; i++) {
                int parent = i == 0 ? -1 : random.nextInt(-1, i);
                parents.add(parent);
                nodes.add(Context.withCancelCause(parent < 0 ? Context.background() : nodes.get(parent)));
                model.add(parent < 0 ? null : model.get(parent));
                if (random.nextInt(4) == 0) {
                    int target = random.nextInt(i + 1);
                    Throwable why = new IllegalStateException("at " + i);
                    ((CancelCauseContext) nodes.get(target)).cancel(why);
                    for (int k = target; k <= i; k++) {
                        boolean hit =
                                k == target || (parents.get(k) >= target && why.equals(model.get(parents.get(k))));
                        if (hit && model.get(k) == null) {
                            model.set(k, why);
                        }
                    }
                }
                for (int k = 0; k <= i; k++) {
                    assertSame(model.get(k), Context.cause(nodes.get(k)));
                }
            }
        }
    }

    /** A world in which the thread that wakes another stops until the test lets it go. */
    private static final class StallingWorld extends World {
        private final Chan<Integer> stalled = Chan.make(1);
        private final Chan<Integer> go = Chan.make(1);

        StallingWorld() {
            super(null);
        }

        @Override
        public void unpark(Thread thread) {
            super.unpark(thread);
            try {
                stalled.send(1);
                go.receive();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A node somebody waits for, so that whoever cancels it stops in the midst of that. */
    private record Stalling(CancelContext top, CancelContext node, List<Context> below, StallingWorld stall) {
        static Stalling make() {
            CancelContext top = Context.withCancel(Context.background());
            CancelContext node = Context.withCancel(top);
            List<Context> below = new ArrayList<>();
            below.add(Context.withCancel(node));
            below.add(Context.withTimeout(below.getFirst(), Duration.ofDays(1)));
            below.add(Context.withValue(below.getLast(), KEY, 2));
            return new Stalling(top, node, below, new StallingWorld());
        }

        Task<Boolean> cancelHalfway(Setup setup) throws InterruptedException {
            Chan<Thread> ready = Chan.make(1);
            Goroutine.start(null, stall, () -> {
                ready.send(Thread.currentThread());
                node.done().await();
            });
            Thread waiting = ready.receive();
            Until.holds("it waits", () -> waiting.getState() == Thread.State.WAITING);
            Task<Boolean> canceller = setup.run(node::cancel);
            stall.stalled.receive();
            assertLive(below.getFirst()); // so it is halfway indeed
            return canceller;
        }
    }

    @OnBothThreads
    void a_cancel_that_meets_another_halfway_does_not_return_before_all_is_done(Setup setup) throws Exception {
        Stalling at = Stalling.make();
        Task<Boolean> first = at.cancelHalfway(setup);
        setup.run(() -> {
                    at.node.cancel();
                    at.below.forEach(Contexts::assertCancelled);
                })
                .get();
        assertCancelled(at.node);
        at.stall.go.send(1);
        first.get();
        assertLive(at.top);
        assertEquals(0, node(at.top).children());
    }

    @OnBothThreads
    void so_does_the_cancel_of_one_further_up(Setup setup) throws Exception {
        Stalling at = Stalling.make();
        Task<Boolean> first = at.cancelHalfway(setup);
        setup.run(() -> {
                    at.top.cancel();
                    at.below.forEach(Contexts::assertCancelled);
                    assertCancelled(at.node);
                })
                .get();
        at.stall.go.send(1);
        first.get();
        assertEquals(0, node(at.top).children());
    }

    @OnBothThreads
    void whoever_is_halfway_keeps_nobody_from_deriving_or_asking(Setup setup) throws Exception {
        Stalling at = Stalling.make();
        Task<Boolean> first = at.cancelHalfway(setup);
        AtomicInteger runs = new AtomicInteger();
        setup.run(() -> {
                    assertCancelled(at.node);
                    assertCancelled(Context.withCancel(at.node));
                    Context.afterFunc(at.node, runs::incrementAndGet);
                    Until.holds("it ran", () -> runs.get() == 1);
                    CancelContext late = Context.withCancel(at.below.getFirst());
                    assertLive(late);
                    at.stall.go.send(1);
                    late.done().await();
                    assertCancelled(late);
                })
                .get();
        first.get();
        at.below.forEach(Contexts::assertCancelled);
    }
}

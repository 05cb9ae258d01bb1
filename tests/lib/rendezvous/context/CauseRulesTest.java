package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static rendezvous.context.Contexts.assertCancelled;
import static rendezvous.context.Contexts.assertLate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;

/** Rules 93 to 95: causes. */
class CauseRulesTest {
    private final Throwable parents = new IOException("the parent's");
    private final Throwable childs = new IOException("the child's");
    private final Throwable tooLate = new IOException("too late");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualWorld world = new ManualWorld();
    private final CancelCauseContext parent = Context.withCancelCause(Context.background());
    private final CancelCauseContext child =
            Context.withCancelCause(Context.withValue(Context.withCancel(parent), Context.key("k"), 1));

    @Test
    void rule_93_there_is_no_cause_while_it_lives() {
        assertNull(Context.cause(parent));
        assertNull(Context.cause(child));
        child.cancel(childs);
        assertNull(Context.cause(parent));
    }

    @Test
    void rule_93_the_cause_of_the_first_cancellation_on_the_path_counts_from_above() {
        parent.cancel(parents);
        child.cancel(childs);
        parent.cancel(childs);
        assertCancelled(parent, parents);
        assertCancelled(child, parents);
        assertCancelled(Context.withCancel(child), parents);
        assertCancelled(Context.withTimeoutCause(child, Duration.ZERO, tooLate), parents);
    }

    @Test
    void rule_93_the_cause_of_the_first_cancellation_on_the_path_counts_from_below() {
        child.cancel(childs);
        parent.cancel(parents);
        assertCancelled(child, childs);
        assertCancelled(parent, parents);
    }

    @Test
    void rule_93_without_a_cause_it_is_as_err() {
        parent.cancel(null);
        assertCancelled(parent);
        assertCancelled(child);
        assertInstanceOf(CancelledException.class, Context.cause(parent));
        CancelCauseContext plain = Context.withCancelCause(Context.background());
        plain.cancel();
        plain.cancel(childs);
        assertCancelled(plain);
        CancelContext late = Context.withTimeout(Context.background(), Duration.ZERO);
        assertInstanceOf(DeadlineExceededException.class, Context.cause(late));
    }

    @OnBothThreads
    void rule_93_of_two_at_once_one_counts_for_the_whole_tree(Setup setup) throws Exception {
        SpinBarrier barrier = new SpinBarrier(2);
        for (int round = 0; round < 5_000; round++) {
            CancelCauseContext top = Context.withCancelCause(Context.background());
            List<Context> below = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                below.add(Context.withCancel(i % 2 == 0 ? top : below.getLast()));
            }
            Task<Throwable> other = setup.call(() -> {
                barrier.await();
                top.cancel(childs);
                return Context.cause(below.getLast());
            });
            barrier.await();
            top.cancel(parents);
            Throwable first = Context.cause(top);
            assertSame(first, other.get(), "all below is done when either returns");
            below.forEach(ctx -> assertCancelled(ctx, first));
        }
    }

    @OnBothThreads
    void rule_93_who_finds_it_done_finds_the_cause(Setup setup) throws Exception {
        for (int round = 0; round < 2_000; round++) {
            CancelCauseContext top = Context.withCancelCause(Context.background());
            Context low = Context.withCancel(Context.withCancel(top));
            Task<Throwable> waiting = setup.call(() -> {
                low.done().await();
                return Context.cause(low);
            });
            top.cancel(parents);
            assertSame(parents, waiting.get());
        }
    }

    @Test
    void rule_94_err_says_cancelled_whatever_the_cause() throws Exception {
        parent.cancel(parents);
        assertInstanceOf(CancelledException.class, parent.err());
        CancelContext late = Context.withTimeout(Context.background(), Duration.ZERO);
        CancelCauseContext other = Context.withCancelCause(Context.background());
        other.cancel(late.err());
        ContextException err = other.err();
        assertNotNull(err);
        assertInstanceOf(CancelledException.class, err);
        assertInstanceOf(DeadlineExceededException.class, Context.cause(other));
        assertEquals("context canceled", err.getMessage());
    }

    @Test
    void rule_95_the_cause_given_for_a_deadline_counts_when_that_passes() throws Exception {
        world.run(() -> {
            for (CancelContext ctx : timed()) {
                CancelContext below = Context.withCancel(ctx);
                world.advance(SECOND);
                assertLate(ctx, tooLate);
                assertLate(below, tooLate);
            }
            assertLate(Context.withTimeoutCause(Context.background(), Duration.ZERO, tooLate), tooLate);
        });
    }

    @Test
    void rule_95_a_cancel_does_not_take_the_cause_given_for_the_deadline() throws Exception {
        world.run(() -> {
            List<CancelContext> both = timed();
            both.forEach(CancelContext::cancel);
            both.forEach(Contexts::assertCancelled);
            world.advance(SECOND);
            both.forEach(Contexts::assertCancelled);
            CancelContext timed = Context.withTimeoutCause(parent, SECOND, tooLate);
            parent.cancel(parents);
            assertCancelled(timed, parents);
        });
    }

    @Test
    void rule_95_nor_does_an_earlier_deadline_of_the_parents() throws Exception {
        world.run(() -> {
            CancelContext early = Context.withTimeoutCause(Context.background(), SECOND, parents);
            CancelContext late = Context.withTimeoutCause(early, SECOND.multipliedBy(2), tooLate);
            world.advance(SECOND);
            assertLate(late, parents);
        });
    }

    private List<CancelContext> timed() {
        return List.of(
                Context.withTimeoutCause(Context.background(), SECOND, tooLate),
                Context.withDeadlineCause(Context.background(), world.now().plus(SECOND), tooLate));
    }
}

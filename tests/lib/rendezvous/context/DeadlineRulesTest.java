package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.context.Contexts.assertCancelled;
import static rendezvous.context.Contexts.assertLate;
import static rendezvous.context.Contexts.assertLive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.runtime.World;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;

/** Rules 88 to 91: deadlines. */
class DeadlineRulesTest {
    /** Derives a context that ends in a number of seconds. */
    interface Derive extends BiFunction<Context, Integer, CancelContext> {}

    static Stream<Derive> derivations() {
        return Stream.of(
                (ctx, seconds) -> Context.withTimeout(ctx, Duration.ofSeconds(seconds)),
                (ctx, seconds) ->
                        Context.withDeadline(ctx, World.current().now().plusSeconds(seconds)),
                (ctx, seconds) -> Context.withTimeoutCause(ctx, Duration.ofSeconds(seconds), null),
                (ctx, seconds) ->
                        Context.withDeadlineCause(ctx, World.current().now().plusSeconds(seconds), null));
    }

    private final ManualWorld world = new ManualWorld();

    @ParameterizedTest
    @MethodSource("derivations")
    void rule_88_the_earlier_of_two_deadlines_counts(Derive derive) throws Exception {
        CancelContext early = world.call(() -> derive.apply(Context.background(), 10));
        Context between = Context.withValue(Context.withCancel(early), Context.key("k"), 1);
        CancelContext later = world.call(() -> derive.apply(between, 20));
        CancelContext same = world.call(() -> derive.apply(between, 10));
        CancelContext earlier = world.call(() -> derive.apply(between, 5));
        Optional<Instant> at10 = Optional.of(ManualWorld.START.plusSeconds(10));
        for (Context ctx : List.of(early, between, later, same, Context.withCancel(later))) {
            assertEquals(at10, ctx.deadline());
        }
        assertEquals(Optional.of(ManualWorld.START.plusSeconds(5)), earlier.deadline());
        world.advance(Duration.ofSeconds(5).minusNanos(1));
        assertLive(earlier);
        world.advance(Duration.ofNanos(1));
        assertLate(earlier);
        assertLive(early);
        world.advance(Duration.ofSeconds(5).minusNanos(1));
        assertLive(later);
        world.advance(Duration.ofNanos(1));
        for (Context ctx : List.of(early, between, later, same)) {
            assertLate(ctx);
        }
        assertEquals(0, world.alarms());
    }

    @Test
    void rule_88_a_deadline_of_the_parents_needs_no_alarm_of_its_own() throws Exception {
        world.run(() -> {
            CancelContext early = Context.withTimeout(Context.background(), Duration.ofSeconds(1));
            for (int i = 0; i < 100; i++) {
                assertEquals(
                        early.deadline(),
                        Context.withTimeout(early, Duration.ofHours(1)).deadline());
            }
            assertEquals(1, world.alarms());
        });
    }

    @Test
    void rule_88_holds_by_the_monotonic_clock_where_somebody_sets_the_time_of_day() throws Exception {
        CancelContext parent = world.call(() -> Context.withTimeout(Context.background(), Duration.ofSeconds(10)));
        world.setClockForward(Duration.ofDays(1));
        CancelContext child = world.call(() -> Context.withTimeout(parent, Duration.ofSeconds(1)));
        world.advance(Duration.ofSeconds(1));
        assertLate(child);
        assertLive(parent);
        world.setClockForward(Duration.ofDays(-1));
        world.advance(Duration.ofSeconds(9));
        assertLate(parent);
    }

    @ParameterizedTest
    @MethodSource("derivations")
    void rule_89_with_a_deadline_in_the_past_it_is_done_from_the_start(Derive derive) throws Exception {
        world.run(() -> {
            for (int seconds : List.of(0, -1, Integer.MIN_VALUE)) {
                CancelContext ctx = derive.apply(Context.background(), seconds);
                assertLate(ctx);
                assertEquals(Optional.of(ManualWorld.START.plusSeconds(seconds)), ctx.deadline());
                assertLate(Context.withCancel(ctx));
                ctx.cancel();
                assertLate(ctx);
            }
            assertEquals(0, world.alarms());
            CancelContext cancelled = Context.withCancel(Context.background());
            cancelled.cancel();
            assertCancelled(derive.apply(cancelled, -1));
        });
    }

    @ParameterizedTest
    @MethodSource("derivations")
    void rule_90_cancelled_before_the_deadline_it_stays_so(Derive derive) throws Exception {
        CancelContext ctx = world.call(() -> derive.apply(Context.background(), 1));
        ctx.cancel();
        assertEquals(0, world.alarms(), "the alarm is called off");
        world.advance(Duration.ofSeconds(2));
        assertCancelled(ctx);
    }

    @ParameterizedTest
    @MethodSource("derivations")
    void rule_90_after_the_deadline_a_cancel_changes_nothing(Derive derive) throws Exception {
        CancelContext ctx = world.call(() -> derive.apply(Context.background(), 1));
        CancelContext child = Context.withCancel(ctx);
        world.advance(Duration.ofSeconds(1));
        ctx.cancel();
        child.cancel();
        assertLate(ctx);
        assertLate(child);
    }

    @OnBothThreads
    void rule_90_in_real_time_whoever_waits_is_woken_at_the_deadline_and_not_before(Setup setup) {
        Duration timeout = Duration.ofMillis(30);
        setup.run(() -> {
                    long start = System.nanoTime();
                    try (CancelContext ctx = Context.withTimeout(Context.background(), timeout)) {
                        Context below = Context.withCancel(ctx);
                        below.done().await();
                        assertTrue(System.nanoTime() - start >= timeout.toNanos(), "not before");
                        assertLate(ctx);
                        assertLate(below);
                    }
                })
                .get();
    }

    @OnBothThreads
    void rule_90_an_alarm_and_a_cancel_at_once_agree_on_one_outcome(Setup setup) throws Exception {
        for (int round = 0; round < 2_000; round++) {
            CancelContext ctx = world.call(() -> Context.withTimeout(Context.background(), Duration.ofSeconds(1)));
            CancelContext child = Context.withCancel(ctx);
            Task<Boolean> canceller = setup.run(ctx::cancel);
            world.advance(Duration.ofSeconds(1));
            boolean late = ctx.err() instanceof DeadlineExceededException;
            canceller.get();
            assertEquals(late, ctx.err() instanceof DeadlineExceededException, "the first outcome stays");
            assertEquals(late, child.err() instanceof DeadlineExceededException, "the child has the same");
            assertEquals(0, world.alarms());
        }
    }

    @Test
    void rule_90_a_cancel_that_comes_while_the_alarm_is_set_calls_it_off() throws Exception {
        CancelContext parent = Context.withCancel(Context.background());
        world.whenScheduling(parent::cancel);
        CancelContext ctx = world.call(() -> Context.withTimeout(parent, Duration.ofSeconds(1)));
        assertCancelled(ctx);
        assertEquals(0, world.alarms());
    }

    @Test
    void rule_91_an_exceeded_deadline_is_a_timeout() throws Exception {
        world.run(() -> {
            ContextException late =
                    Context.withTimeout(Context.background(), Duration.ZERO).err();
            assertTrue(late instanceof DeadlineExceededException && late.timeout());
            assertEquals("context deadline exceeded", late.getMessage());
            CancelContext ctx = Context.withCancel(Context.background());
            ctx.cancel();
            assertFalse(ctx.err().timeout());
            assertEquals("context canceled", ctx.err().getMessage());
        });
    }

    @Test
    void huge_durations_and_far_deadlines_do_not_end_early() throws Exception {
        world.run(() -> {
            Context top = Context.background();
            List<CancelContext> far = List.of(
                    Context.withTimeout(top, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                    Context.withTimeout(top, Duration.ofNanos(Long.MAX_VALUE)),
                    Context.withTimeout(top, Duration.ofNanos(Long.MAX_VALUE >> 1)),
                    Context.withDeadline(top, Instant.MAX));
            for (Context ctx : far) {
                assertLate(Context.withTimeout(ctx, Duration.ofSeconds(-2)));
                assertLate(Context.withTimeout(ctx, Duration.ofSeconds(Long.MIN_VALUE)));
            }
            world.advance(Duration.ofDays(365 * 140));
            far.forEach(Contexts::assertLive);
            assertEquals(Optional.of(Instant.MAX), far.getLast().deadline());
            assertLate(Context.withDeadline(top, Instant.MIN));
            assertLate(Context.withTimeout(top, Duration.ofSeconds(Long.MIN_VALUE)));
            far.forEach(CancelContext::cancel);
            assertEquals(0, world.alarms());
        });
    }

    @Test
    void a_deadline_of_another_world_does_not_stand_in_for_ones_own() throws Exception {
        CancelContext real = Context.withDeadline(Context.background(), ManualWorld.START);
        CancelContext own = world.call(() -> Context.withTimeout(real, Duration.ofSeconds(1)));
        world.advance(Duration.ofSeconds(1));
        assertLate(own);
        assertLive(real);
        real.cancel();
    }

    @Test
    void contexts_with_a_deadline_hear_of_it_in_the_order_of_their_deadlines() throws Exception {
        world.run(() -> {
            List<CancelContext> contexts = Stream.of(3, 1, 2)
                    .map(seconds -> Context.withTimeout(Context.background(), Duration.ofSeconds(seconds)))
                    .toList();
            for (int second = 1; second <= 3; second++) {
                world.advance(Duration.ofSeconds(1));
                assertEquals(second >= 3, contexts.get(0).err() != null);
                assertEquals(second >= 1, contexts.get(1).err() != null);
                assertEquals(second >= 2, contexts.get(2).err() != null);
            }
        });
    }
}

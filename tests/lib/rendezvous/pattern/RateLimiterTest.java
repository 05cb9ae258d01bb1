package rendezvous.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.context.CancelContext;
import rendezvous.context.CancelledException;
import rendezvous.context.Context;
import rendezvous.context.DeadlineExceededException;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.GoroutineState;
import rendezvous.testing.ManualClock;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** What lets things happen only so often, on a clock that the test moves. */
@Timeout(60)
class RateLimiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualClock clock = new ManualClock();
    private final Context ctx = Context.background();
    private final AtomicInteger passed = new AtomicInteger();

    private RateLimiter tokens(int burst) throws InterruptedException {
        return clock.call(() -> RateLimiter.tokens(SECOND, burst));
    }

    /** Starts a goroutine that passes again and again. */
    private Goroutine passes(RateLimiter limiter) {
        return Goroutine.start("passer", clock, () -> {
            while (true) {
                limiter.await(ctx);
                passed.incrementAndGet();
            }
        });
    }

    private void untilWaits(Goroutine passer) {
        Until.holds(
                "it waits",
                () -> GoroutineState.all(clock).stream()
                        .anyMatch(state ->
                                state.goroutine().equals(passer) && state.doing() == GoroutineState.Doing.WAITS));
    }

    private void untilPassed(int times) {
        Until.holds(times + " passed", () -> passed.get() == times && clock.alarms() == 1);
    }

    @Test
    void a_bucket_is_full_at_first_and_lets_one_pass_for_each_period_after_that() throws Exception {
        RateLimiter limiter = tokens(3);
        Goroutine passer = passes(limiter);
        untilPassed(3);
        for (int i = 4; i < 10; i++) {
            clock.advance(SECOND.minusNanos(1));
            assertEquals(i - 1, passed.get());
            clock.advance(Duration.ofNanos(1));
            untilPassed(i);
        }
        passer.interrupt();
    }

    @Test
    void tokens_are_saved_up_to_the_burst_and_no_more() throws Exception {
        RateLimiter limiter = tokens(2);
        assertTrue(limiter.tryPass());
        assertTrue(limiter.tryPass());
        assertFalse(limiter.tryPass());
        clock.advance(Duration.ofHours(1));
        assertTrue(limiter.tryPass());
        assertTrue(limiter.tryPass());
        assertFalse(limiter.tryPass());
    }

    @Test
    void a_full_bucket_does_not_save_up_a_part_of_the_next_token() throws Exception {
        RateLimiter limiter = tokens(1);
        clock.advance(Duration.ofMillis(900));
        assertTrue(limiter.tryPass());
        clock.advance(Duration.ofMillis(900));
        assertFalse(limiter.tryPass());
        clock.advance(Duration.ofMillis(100));
        assertTrue(limiter.tryPass());
    }

    @Test
    void a_part_of_a_token_is_kept_while_the_bucket_is_not_full() throws Exception {
        RateLimiter limiter = tokens(2);
        assertTrue(limiter.tryPass());
        assertTrue(limiter.tryPass());
        clock.advance(Duration.ofMillis(1_500));
        assertTrue(limiter.tryPass());
        clock.advance(Duration.ofMillis(500));
        assertTrue(limiter.tryPass());
        assertFalse(limiter.tryPass());
    }

    @Test
    void one_that_waited_takes_the_token_when_it_came_however_late_it_gets_to_it() throws Exception {
        RateLimiter limiter = tokens(5);
        Goroutine passer = passes(limiter);
        untilPassed(5);
        clock.advance(Duration.ofMillis(1_400)); // wakes it 400 ms late, in its own eyes
        untilPassed(6);
        clock.advance(Duration.ofMillis(600));
        untilPassed(7);
        passer.interrupt();
    }

    @Test
    void whoever_waits_is_not_overtaken() throws Exception {
        RateLimiter limiter = tokens(1);
        Goroutine passer = passes(limiter);
        untilPassed(1);
        assertFalse(clock.call(limiter::tryPass), "somebody waits");
        clock.advance(SECOND);
        untilPassed(2);
        passer.interrupt();
    }

    @Test
    void a_context_that_ends_the_wait_uses_up_no_token() throws Exception {
        RateLimiter limiter = tokens(1);
        assertTrue(limiter.tryPass());
        CancelContext mine = Context.withCancel(ctx);
        List<Throwable> thrown = new ArrayList<>();
        Goroutine waiter = Goroutine.start(
                "waiter", clock, () -> thrown.add(assertThrows(Exception.class, () -> limiter.await(mine))));
        Until.holds("it waits", () -> clock.alarms() == 1);
        mine.cancel();
        waiter.await();
        assertEquals(CancelledException.class, thrown.getFirst().getClass());
        Until.holds("nothing is left", () -> clock.alarms() == 0);
        clock.advance(SECOND);
        assertTrue(limiter.tryPass());
        assertFalse(limiter.tryPass());
        assertThrows(CancelledException.class, () -> limiter.await(mine));
    }

    @OnBothThreads
    void those_in_line_can_leave_by_context_and_by_interrupt(Setup setup) throws Exception {
        RateLimiter limiter = RateLimiter.tokens(Duration.ofDays(1), 1);
        limiter.await(ctx);
        Task<Boolean> first = setup.run(() -> limiter.await(ctx));
        first.untilParked();
        Task<Boolean> second = setup.run(() -> limiter.await(Context.withTimeout(ctx, Duration.ofMillis(5))));
        second.failure(DeadlineExceededException.class);
        first.interrupt();
        first.failure(InterruptedException.class);
        Task<Boolean> third = setup.run(() -> limiter.await(Context.withTimeout(ctx, Duration.ofMillis(5))));
        third.failure(DeadlineExceededException.class);
    }

    @Test
    void at_a_beat_one_passes_for_each_tick_and_no_two_together() throws Exception {
        RateLimiter limiter = clock.call(() -> RateLimiter.ticks(SECOND));
        assertFalse(clock.call(limiter::tryPass));
        clock.advance(Duration.ofSeconds(10));
        assertTrue(clock.call(limiter::tryPass), "one tick is kept");
        assertFalse(clock.call(limiter::tryPass));
        Goroutine passer = passes(limiter);
        for (int i = 1; i < 5; i++) {
            untilWaits(passer); // else it may set its alarm by the time that was
            clock.advance(SECOND);
            int want = i;
            Until.holds("it passes", () -> passed.get() == want);
        }
        passer.interrupt();
        limiter.close();
    }

    @Test
    void a_beat_that_was_closed_lets_nobody_pass_and_its_waits_end_by_their_contexts() throws Exception {
        RateLimiter limiter = RateLimiter.ticks(Duration.ofMillis(1));
        limiter.await(ctx);
        limiter.close();
        limiter.close();
        assertFalse(limiter.tryPass());
        assertThrows(
                DeadlineExceededException.class, () -> limiter.await(Context.withTimeout(ctx, Duration.ofMillis(10))));
    }

    @Test
    void very_long_periods_do_not_overflow() throws Exception {
        RateLimiter limiter = RateLimiter.tokens(Duration.ofSeconds(Long.MAX_VALUE), Integer.MAX_VALUE);
        for (int i = 0; i < 10; i++) {
            assertTrue(limiter.tryPass());
        }
    }

    @Test
    void what_is_out_of_range_or_null_is_refused() {
        assertEquals(
                "non-positive period of tokens: got PT0S, want more than zero",
                assertThrows(IllegalArgumentException.class, () -> RateLimiter.tokens(Duration.ZERO, 1))
                        .getMessage());
        assertEquals(
                "burst of tokens: got 0, want 1 or more",
                assertThrows(IllegalArgumentException.class, () -> RateLimiter.tokens(SECOND, 0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> RateLimiter.ticks(Duration.ofNanos(-1)));
        assertThrows(NullPointerException.class, () -> RateLimiter.tokens(null, 1));
        assertThrows(NullPointerException.class, () -> RateLimiter.ticks(null));
        assertThrows(
                NullPointerException.class, () -> RateLimiter.tokens(SECOND, 1).await(null));
    }
}

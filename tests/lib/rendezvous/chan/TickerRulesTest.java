package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Clocked.instant;
import static rendezvous.chan.Clocked.moment;
import static rendezvous.chan.Clocked.waiting;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rendezvous.testing.ManualClock;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;

/** Rules 75 to 80: tickers. */
class TickerRulesTest {
    private static final Duration NANO = Duration.ofNanos(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN = Duration.ofSeconds(10);
    private static final List<Duration> NOT_POSITIVE =
            List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofSeconds(Long.MIN_VALUE));

    private final ManualClock clock = new ManualClock();
    private final Clocked clocked = new Clocked(clock);

    @Test
    void rule_75_a_period_must_be_more_than_zero() throws InterruptedException {
        Ticker ticker = clocked.ticker(TEN);
        Ticker stopped = clocked.ticker(TEN);
        stopped.stop();
        for (Duration period : NOT_POSITIVE) {
            String message = "non-positive interval for a ticker: got " + period + ", want more than zero";
            for (Runnable call : List.<Runnable>of(
                    () -> Ticker.of(period), () -> ticker.reset(period), () -> stopped.reset(period))) {
                assertEquals(
                        message,
                        assertThrows(IllegalArgumentException.class, call::run).getMessage());
            }
        }
        clock.advance(TEN);
        assertEquals(moment(TEN), ticker.c().tryReceive(), "it is as it was");
        assertEquals(Optional.empty(), stopped.c().tryReceive());
    }

    @Test
    void rule_76_tick_with_a_period_that_is_not_positive_is_the_channel_that_is_never_ready() throws Exception {
        for (Duration period : NOT_POSITIVE) {
            assertSame(Chan.never(), Ticker.tick(period));
        }
        ReceiveChan<Instant> c = clock.call(() -> Ticker.tick(TEN));
        assertNotSame(Chan.never(), c);
        clock.advance(TEN);
        assertEquals(moment(TEN), c.tryReceive());
        clock.advance(TEN);
        assertEquals(moment(TEN.multipliedBy(2)), c.tryReceive());
    }

    @Test
    void rule_77_ticks_keep_the_period_however_late_they_are_received() throws InterruptedException {
        Ticker ticker = clocked.ticker(TEN);
        for (int i = 1; i <= 100; i++) {
            assertEquals(Optional.empty(), ticker.c().tryReceive());
            clock.advanceTo(TEN.multipliedBy(i).minus(NANO));
            assertEquals(Optional.empty(), ticker.c().tryReceive());
            clock.advance(NANO.multipliedBy(1 + i * 100_000_000L % 9_999_999_999L)); // late, by less than the period
            assertEquals(moment(TEN.multipliedBy(i)), ticker.c().tryReceive());
        }
    }

    @Test
    void rule_77_one_tick_at_most_is_pending_and_what_is_due_meanwhile_is_lost() throws InterruptedException {
        Ticker ticker = clocked.ticker(TEN);
        clock.advance(Duration.ofSeconds(35));
        assertEquals(moment(TEN), ticker.c().tryReceive(), "the first that nobody received");
        assertEquals(Optional.empty(), ticker.c().tryReceive(), "those at 20 and 30 are lost");
        clock.advance(Duration.ofSeconds(5).minus(NANO));
        assertEquals(Optional.empty(), ticker.c().tryReceive());
        clock.advance(NANO);
        assertEquals(moment(Duration.ofSeconds(40)), ticker.c().tryReceive(), "the beat is kept");
        clock.advance(TEN);
        clock.advance(TEN);
        assertEquals(moment(Duration.ofSeconds(50)), ticker.c().tryReceive());
        assertEquals(Optional.empty(), ticker.c().tryReceive());
    }

    @OnBothThreads
    void rule_77_each_tick_goes_to_one_of_those_who_wait_in_their_order(Setup setup) throws InterruptedException {
        Ticker ticker = clocked.ticker(TEN);
        List<Task<Instant>> receivers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            receivers.add(clocked.receiver(setup, ticker.c(), 1));
        }
        for (int i = 1; i <= 3; i++) {
            clock.advance(TEN);
            assertEquals(instant(TEN.multipliedBy(i)), receivers.get(i - 1).get());
            assertEquals(4 - i, waiting(ticker.c()));
            assertEquals(1, clock.alarms());
        }
        clock.advance(TEN);
        receivers.get(3).get();
        assertEquals(0, clock.alarms());
        clock.advance(TEN.multipliedBy(2));
        assertEquals(moment(TEN.multipliedBy(5)), ticker.c().tryReceive());
    }

    @OnBothThreads
    void rule_77_by_the_real_clock_the_n_th_tick_is_not_before_n_periods(Setup setup) {
        Duration period = Duration.ofMillis(3);
        setup.run(() -> {
                    long start = System.nanoTime();
                    Ticker ticker = Ticker.of(period);
                    int n = 0;
                    for (Instant tick : ticker.c()) {
                        assertTrue(System.nanoTime() - start >= ++n * period.toNanos());
                        assertFalse(tick.isAfter(Instant.now()));
                        if (n == 20) {
                            break;
                        }
                    }
                    ticker.stop();
                })
                .get();
    }

    @OnBothThreads
    void rule_78_after_stop_there_is_no_tick_and_the_channel_is_not_closed(Setup setup) throws InterruptedException {
        Ticker ticker = clocked.ticker(TEN);
        clock.advance(Duration.ofSeconds(15));
        ticker.stop();
        assertEquals(Optional.empty(), ticker.c().tryReceive(), "what was due is taken back");
        Task<Instant> receiver = clocked.receiver(setup, ticker.c(), 0);
        clock.advance(Duration.ofDays(1));
        receiver.untilParkedAgainAfterSpuriousWakeups();
        ticker.reset(SECOND);
        assertEquals(1, clock.alarms());
        ticker.stop();
        assertEquals(0, clock.alarms());
        clock.advance(Duration.ofDays(1));
        receiver.untilParkedAgainAfterSpuriousWakeups();
    }

    @OnBothThreads
    void rule_79_after_reset_the_next_tick_is_one_new_period_from_then(Setup setup) throws InterruptedException {
        Ticker ticker = clocked.ticker(TEN);
        clock.advance(Duration.ofSeconds(15));
        ticker.reset(SECOND);
        assertEquals(Optional.empty(), ticker.c().tryReceive(), "what was due is taken back");
        Task<Instant> receiver = clocked.receiver(setup, ticker.c(), 1);
        clock.advance(SECOND.minus(NANO));
        assertEquals(1, waiting(ticker.c()));
        clock.advance(NANO);
        assertEquals(instant(Duration.ofSeconds(16)), receiver.get());
        clock.advance(SECOND);
        assertEquals(moment(Duration.ofSeconds(17)), ticker.c().tryReceive());
        ticker.stop();
        clock.advance(TEN);
        ticker.reset(TEN);
        clock.advance(TEN.minus(NANO));
        assertEquals(Optional.empty(), ticker.c().tryReceive());
        clock.advance(NANO);
        assertEquals(moment(Duration.ofSeconds(37)), ticker.c().tryReceive());
    }

    @OnBothThreads
    void rule_79_who_waits_is_served_by_the_new_period(Setup setup) throws InterruptedException {
        Ticker ticker = clocked.ticker(TEN);
        Task<Instant> receiver = clocked.receiver(setup, ticker.c(), 1);
        ticker.reset(TEN.multipliedBy(2));
        clock.advance(TEN);
        assertEquals(1, waiting(ticker.c()));
        ticker.reset(SECOND);
        clock.advance(SECOND);
        assertEquals(instant(Duration.ofSeconds(11)), receiver.get());
    }

    @Test
    void rule_80_differs_no_ticker_can_be_made_that_does_not_tick() throws InterruptedException {
        for (Constructor<?> constructor : Ticker.class.getDeclaredConstructors()) {
            assertTrue(Modifier.isPrivate(constructor.getModifiers()), constructor + " is private");
        }
        Ticker ticker = clocked.ticker(TEN);
        assertEquals("ticker (ticking)", ticker.toString(), "the factories make tickers that tick");
        ticker.stop();
        ticker.stop();
        assertEquals("ticker (stopped)", ticker.toString(), "what holds instead: stopping again does nothing");
    }

    @Test
    void the_shortest_and_the_longest_period_keep_the_beat() throws InterruptedException {
        Ticker shortest = clocked.ticker(NANO);
        Ticker longest = clocked.ticker(Duration.ofSeconds(Long.MAX_VALUE));
        clock.advance(Duration.ofDays(36_500));
        assertEquals(moment(NANO), shortest.c().tryReceive());
        assertEquals(Optional.empty(), shortest.c().tryReceive());
        clock.advance(NANO);
        assertEquals(moment(Duration.ofDays(36_500).plus(NANO)), shortest.c().tryReceive());
        assertEquals(Optional.empty(), longest.c().tryReceive());
    }

    @Test
    void null_is_refused_and_changes_nothing() throws InterruptedException {
        Ticker ticker = clocked.ticker(TEN);
        for (Runnable call :
                List.<Runnable>of(() -> Ticker.of(null), () -> Ticker.tick(null), () -> ticker.reset(null))) {
            assertEquals(
                    "period of a ticker: got null, want the time between ticks",
                    assertThrows(NullPointerException.class, call::run).getMessage());
        }
        clock.advance(TEN);
        assertEquals(moment(TEN), ticker.c().tryReceive());
    }
}

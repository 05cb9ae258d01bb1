package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Clocked.instant;
import static rendezvous.chan.Clocked.moment;
import static rendezvous.chan.Clocked.waiting;
import static rendezvous.chan.Select.choose;
import static rendezvous.chan.Select.orElse;
import static rendezvous.chan.Select.receive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.Body;
import rendezvous.testing.ManualClock;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Timers and tickers in select, when interrupted, and when misused. */
class TimerTest {
    private static final Duration TEN = Duration.ofSeconds(10);
    private static final Duration TWENTY = Duration.ofSeconds(20);

    private final ManualClock clock = new ManualClock();
    private final Clocked clocked = new Clocked(clock);

    @OnBothThreads
    void a_receive_that_is_interrupted_throws_and_leaves_no_alarm(Setup setup) throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        Task<Instant> receiver = clocked.receiver(setup, timer.c(), 1);
        Task<Instant> other = clocked.receiver(setup, timer.c(), 1);
        receiver.interrupt();
        assertEquals(
                "interrupted: it waits to receive on channel of a timer (unbuffered)",
                receiver.failure(InterruptedException.class).getMessage());
        assertEquals(1, clock.alarms(), "another waits");
        other.interrupt();
        other.failure(InterruptedException.class);
        assertEquals(0, clock.alarms());
        assertEquals(0, waiting(timer.c()));
        clock.advance(TEN);
        assertEquals(moment(TEN), timer.c().tryReceive());
    }

    @OnBothThreads
    void interrupted_beforehand_a_receive_takes_nothing(Setup setup) throws InterruptedException {
        Timer timer = clocked.timer(Duration.ZERO);
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    assertThrows(InterruptedException.class, () -> timer.c().receive());
                })
                .get();
        assertTrue(timer.stop());
    }

    @OnBothThreads
    void a_select_takes_the_time_of_the_timer_that_is_due(Setup setup) throws InterruptedException {
        Timer ten = clocked.timer(TEN);
        Timer twenty = clocked.timer(TWENTY);
        Chan<Instant> quiet = Chan.make();
        assertEquals("none", now(quiet, ten, twenty));
        Task<Boolean> select = setup.run(() -> assertEquals("ten " + instant(TEN), chosen(quiet, ten, twenty)));
        Until.holds("it waits for both", () -> clock.alarms() == 2);
        clock.advance(TEN);
        select.get();
        assertEquals(0, clock.alarms(), "what was not chosen leaves no alarm");
        assertEquals(0, waiting(ten.c()) + waiting(twenty.c()) + waiting(quiet));
        assertEquals("none", now(quiet, ten, twenty));
        clock.advance(TEN);
        assertEquals("twenty " + instant(TWENTY), now(quiet, ten, twenty));
        assertEquals("none", now(quiet, ten, twenty));
    }

    @OnBothThreads
    void a_select_that_is_served_elsewhere_or_interrupted_leaves_no_alarm(Setup setup) throws InterruptedException {
        Timer ten = clocked.timer(TEN);
        Timer twenty = clocked.timer(TWENTY);
        Chan<Instant> ch = Chan.make();
        for (int round = 0; round < 20; round++) {
            Task<String> served = setup.call(() -> chosen(ch, ten, twenty));
            Until.holds("it waits for both", () -> clock.alarms() == 2);
            ch.send(Instant.MAX);
            assertEquals("other " + Instant.MAX, served.get());
            assertEquals(0, clock.alarms());

            Task<String> interrupted = setup.call(() -> chosen(ch, ten, ten));
            Until.holds("it waits, twice for the same", () -> waiting(ten.c()) == 2 && clock.alarms() == 1);
            interrupted.interrupt();
            assertEquals(
                    "interrupted: it waits in a select: receive from channel, receive from channel of a timer,"
                            + " receive from channel of a timer",
                    interrupted.failure(InterruptedException.class).getMessage());
            assertEquals(0, clock.alarms());
            assertEquals(0, waiting(ten.c()) + waiting(twenty.c()) + waiting(ch));
        }
        assertTrue(ten.stop());
    }

    @OnBothThreads
    void a_timer_skips_a_select_that_was_served_and_serves_the_next(Setup setup) throws InterruptedException {
        Timer ten = clocked.timer(TEN);
        Timer also = clocked.timer(TEN);
        Chan<Instant> quiet = Chan.make();
        Task<String> select = setup.call(() -> chosen(quiet, ten, also));
        Until.holds("it waits for both", () -> clock.alarms() == 2);
        Task<Instant> receiver = clocked.receiver(setup, also.c(), 2);
        clock.advance(TEN);
        assertEquals("ten " + instant(TEN), select.get());
        assertEquals(instant(TEN), receiver.get(), "the select, first in line there, has its time already");
        assertEquals(0, clock.alarms());
    }

    private static String chosen(ReceiveChan<Instant> other, Timer ten, Timer twenty) throws InterruptedException {
        return choose(
                receive(other, value -> "other " + value),
                receive(ten.c(), due -> "ten " + due),
                receive(twenty.c(), due -> "twenty " + due));
    }

    private static String now(ReceiveChan<Instant> other, Timer ten, Timer twenty) throws InterruptedException {
        return choose(
                receive(other, value -> "other " + value),
                receive(ten.c(), due -> "ten " + due),
                receive(twenty.c(), due -> "twenty " + due),
                orElse(() -> "none"));
    }

    @OnBothThreads
    void the_reusable_select_follows_a_timer_that_is_reset_and_a_ticker(Setup setup) throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        Ticker ticker = clocked.ticker(Duration.ofSeconds(4));
        Task<List<String>> loop = setup.call(() -> {
            List<String> seen = new ArrayList<>();
            Select s = new Select();
            var due = s.receive(timer.c());
            var tick = s.receive(ticker.c());
            while (true) {
                if (s.await() == tick.index()) {
                    seen.add("tick " + tick.value());
                } else {
                    seen.add("due " + due.value());
                    if (seen.size() > 4) {
                        return seen;
                    }
                    timer.reset(TEN);
                }
            }
        });
        for (int second = 1; second <= 20; second++) {
            Until.holds("it waits for both", () -> loop.isDone() || clock.alarms() == 2);
            clock.advance(Duration.ofSeconds(1));
            Until.holds("it has noticed", () -> loop.isDone() || clock.alarms() == 2);
        }
        List<String> all = new ArrayList<>();
        for (int second : new int[] {4, 8, -10, 12, 16}) {
            all.add((second > 0 ? "tick " : "due ") + instant(Duration.ofSeconds(Math.abs(second))));
        }
        List<String> seen = loop.get();
        assertEquals(all, seen.subList(0, 5));
        assertEquals("due " + instant(TWENTY), seen.getLast());
    }

    @Test
    void null_is_refused_and_changes_nothing() throws InterruptedException {
        String duration = "duration of a timer: got null, want how long it runs";
        refused(duration, () -> Timer.of(null));
        refused(duration, () -> Go.after(null));
        refused(duration, () -> Timer.afterFunc(null, () -> {}));
        refused("function of a timer: got null, want what it runs", () -> Timer.afterFunc(TEN, null));
        Timer timer = clocked.timer(TEN);
        refused(duration, () -> timer.reset(null));
        clock.advance(TEN);
        assertEquals(moment(TEN), timer.c().tryReceive());
        refused(duration, () -> timer.reset(null));
        assertFalse(timer.stop());
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(NullPointerException.class, call::run).getMessage());
    }

    @Test
    void what_a_cast_lets_one_try_on_its_channel_is_refused() throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        Chan<Instant> c = (Chan<Instant>) timer.c();
        String rest = " the channel of a timer: only the clock sends there, and it is never closed;"
                + " make a channel of your own for other values";
        assertEquals("send on" + rest, illegal(() -> c.send(Instant.EPOCH)));
        assertEquals("send on" + rest, illegal(() -> c.trySend(Instant.EPOCH)));
        assertEquals("send on" + rest, illegal(() -> Select.onSend(c, Instant.EPOCH, () -> {})));
        assertEquals("close of" + rest, illegal(c::close));
        clock.advance(TEN);
        assertEquals(moment(TEN), c.tryReceive());
        assertEquals(Optional.empty(), c.name());
        assertEquals("channel of a timer (unbuffered)", c.toString());
        assertEquals("channel of a ticker (unbuffered)", clocked.ticker(TEN).c().toString());
    }

    private static String illegal(Body call) {
        return assertThrows(IllegalStateException.class, call::run).getMessage();
    }

    @Test
    void it_says_whether_it_is_set() throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        assertEquals("timer (set)", timer.toString());
        timer.stop();
        assertEquals("timer (stopped or over)", timer.toString());
    }

    @Test
    void a_function_that_throws_ends_its_goroutine_only() throws InterruptedException {
        List<Throwable> reported = Collections.synchronizedList(new ArrayList<>());
        IllegalStateException fault = new IllegalStateException("a fault of the test's");
        Timer timer = clocked.afterFunc(TEN, () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> reported.add(thrown));
            throw fault;
        });
        clock.advance(TEN);
        Until.holds("it is reported", () -> reported.equals(List.of(fault)));
        assertFalse(timer.reset(TEN));
        clock.advance(TEN);
        Until.holds("it runs again", () -> reported.equals(List.of(fault, fault)));
    }
}

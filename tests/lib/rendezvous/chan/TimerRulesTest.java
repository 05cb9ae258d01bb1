package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Clocked.instant;
import static rendezvous.chan.Clocked.moment;
import static rendezvous.chan.Clocked.waiting;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.ManualClock;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 63 to 73: timers, by a clock that stands still, and by the real one where that matters. */
class TimerRulesTest {
    private static final Duration NANO = Duration.ofNanos(1);
    private static final Duration TEN = Duration.ofSeconds(10);
    private static final Duration TWENTY = Duration.ofSeconds(20);
    private static final Duration ALMOST_TEN = TEN.minus(NANO);
    private static final Duration CENTURY = Duration.ofDays(36_500);

    private final ManualClock clock = new ManualClock();
    private final Clocked clocked = new Clocked(clock);

    @Test
    void rule_63_one_time_is_delivered_and_not_before_it_is_due() throws InterruptedException {
        ReceiveChan<Instant> c = clocked.timer(TEN).c();
        assertEquals(Optional.empty(), c.tryReceive());
        clock.advance(ALMOST_TEN);
        assertEquals(Optional.empty(), c.tryReceive());
        clock.advance(NANO);
        assertEquals(moment(TEN), c.tryReceive());
        assertEquals(Optional.empty(), c.tryReceive());
        clock.advance(CENTURY);
        assertEquals(Optional.empty(), c.tryReceive());
    }

    @Test
    void rule_63_what_is_received_late_is_the_time_when_it_was_due() throws InterruptedException {
        ReceiveChan<Instant> c = clock.call(() -> Go.after(TEN));
        clock.advance(TWENTY);
        assertEquals(moment(TEN), c.tryReceive());
        assertEquals(Optional.empty(), c.tryReceive());
    }

    @OnBothThreads
    void rule_63_who_waits_gets_it_when_it_is_due_the_first_first(Setup setup) throws InterruptedException {
        ReceiveChan<Instant> c = clocked.timer(TEN).c();
        Task<Instant> first = clocked.receiver(setup, c, 1);
        Task<Instant> second = clocked.receiver(setup, c, 1);
        clock.advance(ALMOST_TEN);
        assertEquals(2, waiting(c));
        clock.advance(NANO);
        assertEquals(instant(TEN), first.get());
        clock.advance(CENTURY);
        assertEquals(1, waiting(c));
        second.untilParkedAgainAfterSpuriousWakeups();
        assertEquals(0, clock.alarms());
    }

    @OnBothThreads
    void rule_63_by_the_real_clock_it_is_never_early(Setup setup) {
        for (int millis : new int[] {0, 1, 20}) {
            Duration duration = Duration.ofMillis(millis);
            setup.run(() -> {
                        long start = System.nanoTime();
                        Instant due = Timer.of(duration).c().receive();
                        assertTrue(System.nanoTime() - start >= duration.toNanos());
                        Go.after(duration).receive();
                        assertTrue(System.nanoTime() - start >= 2 * duration.toNanos());
                        assertFalse(due.isAfter(Instant.now()));
                    })
                    .get();
        }
    }

    @OnBothThreads
    void rule_64_its_channel_looks_unbuffered(Setup setup) throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        Ticker ticker = clocked.ticker(TEN);
        for (ReceiveChan<Instant> c : List.of(timer.c(), ticker.c())) {
            assertEquals(0, c.len());
            assertEquals(0, c.cap());
        }
        clock.advance(TWENTY);
        for (ReceiveChan<Instant> c : List.of(timer.c(), ticker.c())) {
            assertEquals(0, c.len(), "a time can be received now");
            assertEquals(0, c.cap());
            assertTrue(c.tryReceive().isPresent());
            assertEquals(0, c.len());
        }
        clocked.receiver(setup, timer.c(), 0);
        assertEquals(0, timer.c().len());
    }

    @Test
    void rule_65_stop_tells_whether_it_prevented_the_firing() throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        assertTrue(timer.stop());
        assertFalse(timer.stop());
        assertFalse(timer.reset(TEN));
        clock.advance(TEN);
        assertTrue(timer.c().tryReceive().isPresent());
        assertFalse(timer.stop());
    }

    @Test
    void rule_65_a_function_that_was_stopped_does_not_run() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        Timer timer = clocked.afterFunc(TEN, runs::incrementAndGet);
        clock.advance(ALMOST_TEN);
        assertTrue(timer.stop());
        assertFalse(timer.stop());
        clock.advance(CENTURY);
        assertFalse(timer.reset(TEN));
        clock.advance(TEN);
        Until.holds("it runs once it was set again", () -> runs.get() == 1);
        assertFalse(timer.stop());
    }

    @OnBothThreads
    void rule_66_stop_takes_back_what_was_due_and_not_received(Setup setup) throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        clock.advance(TWENTY);
        assertTrue(timer.stop(), "nobody received it");
        assertFalse(timer.stop());
        assertEquals(Optional.empty(), timer.c().tryReceive());
        Task<Instant> receiver = clocked.receiver(setup, timer.c(), 0);
        clock.advance(CENTURY);
        receiver.untilParkedAgainAfterSpuriousWakeups();
    }

    @OnBothThreads
    void rule_66_who_waits_when_it_is_stopped_waits_on(Setup setup) throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        Task<Instant> receiver = clocked.receiver(setup, timer.c(), 1);
        assertTrue(timer.stop());
        assertEquals(0, clock.alarms(), "an alarm nobody needs is called off");
        clock.advance(CENTURY);
        receiver.untilParkedAgainAfterSpuriousWakeups();
        assertFalse(timer.reset(TEN));
        clock.advance(TEN);
        assertEquals(instant(CENTURY.plus(TEN)), receiver.get());
    }

    @Test
    void rule_67_reset_sets_it_anew_and_takes_back_what_was_not_received() throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        clock.advance(Duration.ofSeconds(9));
        assertTrue(timer.reset(TEN), "it was set");
        clock.advance(Duration.ofSeconds(9));
        assertEquals(Optional.empty(), timer.c().tryReceive(), "it would have been due before");
        clock.advance(Duration.ofSeconds(1));
        assertTrue(timer.reset(TEN), "it was due, and not received");
        assertEquals(Optional.empty(), timer.c().tryReceive());
        clock.advance(TWENTY);
        assertEquals(moment(Duration.ofSeconds(29)), timer.c().tryReceive());
        assertFalse(timer.reset(TEN), "it was received");
        clock.advance(TEN);
        assertEquals(moment(Duration.ofSeconds(49)), timer.c().tryReceive());
        assertFalse(timer.stop());
        assertFalse(timer.reset(TEN));
        assertTrue(timer.stop());
    }

    @OnBothThreads
    void rule_67_who_waits_is_served_by_the_new_setting_be_it_later_or_sooner(Setup setup) throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        Task<Instant> receiver = clocked.receiver(setup, timer.c(), 1);
        assertTrue(timer.reset(TWENTY));
        clock.advance(Duration.ofSeconds(19));
        assertEquals(1, waiting(timer.c()));
        assertTrue(timer.reset(TEN));
        assertTrue(timer.reset(NANO));
        assertEquals(1, clock.alarms());
        clock.advance(NANO);
        assertEquals(instant(Duration.ofSeconds(19).plus(NANO)), receiver.get());
        assertEquals(0, clock.alarms());
        assertFalse(timer.reset(TEN));
    }

    @OnBothThreads
    void rule_68_stop_does_not_close_the_channel(Setup setup) throws InterruptedException {
        Timer timer = clocked.timer(TEN);
        Task<Received<Instant>> waiting = setup.call(timer.c()::receiveOk);
        Until.holds("it waits", () -> waiting(timer.c()) == 1);
        timer.stop();
        waiting.untilParkedAgainAfterSpuriousWakeups();
        timer.reset(TEN);
        clock.advance(TEN);
        assertEquals(new Received<>(instant(TEN), true), waiting.get());
        timer.stop();
        assertEquals(Optional.empty(), timer.c().tryReceive(), "a closed channel would yield that it is closed");
    }

    @Test
    void rule_69_a_function_runs_in_a_goroutine_of_its_own_and_stop_does_not_wait_for_it() throws InterruptedException {
        Chan<Goroutine> started = Chan.make();
        Chan<Signal> finish = Chan.make();
        Timer timer = clocked.afterFunc(TEN, () -> {
            started.send(Goroutine.current());
            finish.receiveOk();
        });
        clock.advance(ALMOST_TEN);
        assertEquals(0, started.waitingSenders());
        clock.advance(NANO);
        Goroutine first = started.receive();
        assertSame(clock, first.world());
        assertFalse(timer.stop(), "its function was started");
        assertFalse(timer.reset(NANO));
        clock.advance(NANO);
        Goroutine second = started.receive();
        assertNotSame(first, second, "the first still runs");
        assertFalse(first.isDone());
        assertFalse(timer.stop());
        finish.close();
        first.await();
        second.await();
    }

    @Test
    void rule_69_by_the_real_clock_too_and_at_once_if_the_time_is_zero() throws InterruptedException {
        Chan<Long> said = Chan.make();
        for (int millis : new int[] {-1, 0, 20}) {
            long start = System.nanoTime();
            Timer timer = Timer.afterFunc(Duration.ofMillis(millis), () -> said.send(System.nanoTime()));
            assertTrue(said.receive() - start >= millis * 1_000_000L);
            assertFalse(timer.stop());
        }
        Timer timer = Timer.afterFunc(Duration.ofHours(1), () -> said.send(0L));
        assertTrue(timer.reset(NANO));
        said.receive();
        assertFalse(timer.stop());
    }

    @Test
    void rule_69_a_timer_that_runs_a_function_has_no_channel() throws InterruptedException {
        assertSame(Chan.never(), clocked.afterFunc(TEN, () -> {}).c());
    }

    @Test
    void rule_70_no_time_and_less_than_none_mean_at_once() throws InterruptedException {
        for (Duration none : new Duration[] {Duration.ZERO, Duration.ofNanos(-1), Duration.ofSeconds(Long.MIN_VALUE)}) {
            assertEquals(moment(Duration.ZERO), clocked.timer(none).c().tryReceive());
            assertEquals(moment(Duration.ZERO), clock.call(() -> Go.after(none)).tryReceive());
            Timer timer = clocked.timer(TEN);
            assertTrue(timer.reset(none));
            assertEquals(moment(Duration.ZERO), timer.c().tryReceive());
            AtomicInteger runs = new AtomicInteger();
            clocked.afterFunc(none, runs::incrementAndGet);
            clock.advance(Duration.ZERO);
            Until.holds("the function runs", () -> runs.get() == 1);
            clock.call(() -> {
                Go.sleep(none);
                return true;
            });
            Go.sleep(none);
        }
    }

    @Test
    void rule_71_the_longest_durations_are_not_due_early() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        for (Duration huge : new Duration[] {
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
            Duration.ofNanos(Long.MAX_VALUE),
            Duration.ofNanos(Long.MAX_VALUE).plusNanos(1),
            Duration.ofNanos(Long.MAX_VALUE / 2),
            CENTURY.plus(NANO)
        }) {
            ManualClock anew = new ManualClock();
            Timer timer = anew.call(() -> Timer.of(huge));
            Ticker ticker = anew.call(() -> Ticker.of(huge));
            Timer function = anew.call(() -> Timer.afterFunc(huge, runs::incrementAndGet));
            Goroutine sleeper = anew.call(() -> Go.go(() -> Go.sleep(huge)));
            Until.holds("the function and the sleeper have an alarm", () -> anew.alarms() == 2);
            anew.advance(CENTURY);
            assertEquals(Optional.empty(), timer.c().tryReceive());
            assertEquals(Optional.empty(), ticker.c().tryReceive());
            assertTrue(timer.stop());
            assertTrue(function.stop());
            assertFalse(sleeper.isDone());
            sleeper.interrupt();
            assertEquals(0, runs.get());
        }
    }

    @OnBothThreads
    void rule_71_by_the_real_clock_too(Setup setup) {
        for (Duration huge : new Duration[] {Duration.ofSeconds(Long.MAX_VALUE), Duration.ofNanos(Long.MAX_VALUE)}) {
            Timer timer = Timer.of(huge);
            Task<Instant> receiver = setup.call(timer.c()::receive);
            Until.holds("it waits", () -> waiting(timer.c()) == 1);
            Task<Boolean> sleeper = setup.run(() -> Go.sleep(huge));
            Until.holds("it sleeps", () -> sleeper.thread().getState() == Thread.State.TIMED_WAITING);
            receiver.untilParkedAgainAfterSpuriousWakeups();
            assertEquals(Thread.State.TIMED_WAITING, sleeper.thread().getState());
            assertTrue(timer.reset(NANO));
            receiver.get();
            sleeper.interrupt();
            sleeper.failure(InterruptedException.class);
        }
    }

    @Test
    void rule_72_differs_no_timer_can_be_made_that_is_not_set() {
        for (Constructor<?> constructor : Timer.class.getDeclaredConstructors()) {
            assertTrue(Modifier.isPrivate(constructor.getModifiers()), constructor + " is private");
        }
        assertTrue(Timer.of(TEN).stop(), "the factories make timers that are set");
        assertTrue(Timer.afterFunc(TEN, () -> {}).stop());
    }

    @Test
    void rule_73_timers_fire_in_the_order_of_their_moments() throws InterruptedException {
        List<Event> events = new CopyOnWriteArrayList<>();
        ManualClock watched = new ManualClock(events::add);
        List<Integer> seconds =
                new ArrayList<>(IntStream.rangeClosed(1, 50).boxed().toList());
        Collections.shuffle(seconds, new Random(1));
        for (int second : seconds) {
            Goroutine.start(null, watched, () -> {
                Go.after(Duration.ofSeconds(second)).receive();
            });
        }
        Until.holds("all wait", () -> watched.alarms() == 50);
        watched.advance(CENTURY);
        List<Object> received = events.stream()
                .filter(event -> event.kind() == Event.Kind.RECEIVE)
                .map(Event::value)
                .toList();
        assertEquals(
                IntStream.rangeClosed(1, 50)
                        .mapToObj(second -> instant(Duration.ofSeconds(second)))
                        .toList(),
                received);
    }
}

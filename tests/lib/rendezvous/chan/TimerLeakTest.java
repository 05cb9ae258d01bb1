package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Clocked.waiting;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.World;
import rendezvous.testing.ChildJvm;
import rendezvous.testing.ManualClock;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rule 74: what nobody refers to is collected without being stopped; what somebody waits for is not. */
class TimerLeakTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int EACH = 20;

    private static void assertCollected(List<? extends WeakReference<?>> references) {
        Until.holds("all are collected", () -> {
            System.gc();
            return references.stream().allMatch(reference -> reference.refersTo(null));
        });
    }

    @Test
    void rule_74_timers_and_tickers_that_nobody_refers_to_are_collected() {
        List<WeakReference<Object>> weak = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            Timer timer = Timer.of(HOUR);
            timer.reset(HOUR);
            Ticker ticker = Ticker.of(HOUR);
            Timer stopped = Timer.afterFunc(HOUR, () -> {});
            stopped.stop();
            List.of(timer, timer.c(), ticker, ticker.c(), Go.after(HOUR), Ticker.tick(HOUR), stopped)
                    .forEach(object -> weak.add(new WeakReference<>(object)));
        }
        assertCollected(weak);
    }

    @OnBothThreads
    void rule_74_also_when_somebody_has_waited_and_been_interrupted_or_served_elsewhere(Setup setup)
            throws InterruptedException {
        List<WeakReference<Object>> weak = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            weak.add(new WeakReference<>(waitedFor(setup)));
        }
        assertCollected(weak);
    }

    private static ReceiveChan<Instant> waitedFor(Setup setup) throws InterruptedException {
        ReceiveChan<Instant> c = Timer.of(HOUR).c();
        WeakReference<ReceiveChan<Instant>> weak = new WeakReference<>(c); // a thread that has ended may hold its code
        AtomicInteger ended = new AtomicInteger();
        Task<Boolean> receiver = setup.run(() -> weak.get().receive());
        Until.holds("it waits", () -> waiting(c) == 1);
        receiver.interrupt();
        receiver.failure(InterruptedException.class);
        Chan<Signal> other = Chan.make();
        Task<Boolean> select = setup.run(() -> selectIn(weak, other, ended));
        Until.holds("it waits", () -> waiting(c) == 1);
        other.send(Signal.SIGNAL);
        select.get();
        assertEquals(1, ended.get());
        return c;
    }

    private static void selectIn(WeakReference<ReceiveChan<Instant>> c, Chan<Signal> other, AtomicInteger ended)
            throws InterruptedException {
        Select.select(
                Select.onReceive(c.get(), due -> ended.set(-1)),
                Select.onReceive(other, signal -> ended.incrementAndGet()));
    }

    @Test
    void rule_74_a_channel_keeps_its_ticker() throws InterruptedException {
        List<WeakReference<Ticker>> weak = new ArrayList<>();
        ReceiveChan<Instant> c = dropped(weak);
        assertCollected(weak);
        Instant before = c.receive();
        assertTrue(c.receive().isAfter(before));
    }

    private static ReceiveChan<Instant> dropped(List<WeakReference<Ticker>> weak) {
        Ticker ticker = Ticker.of(Duration.ofMillis(5));
        weak.add(new WeakReference<>(ticker));
        return ticker.c();
    }

    @Test
    @SuppressWarnings("ReachabilityFenceUsage") // where an exception skips the fence the test has failed anyway
    void rule_74_timers_that_nobody_waits_for_leave_the_clock_alone() throws InterruptedException {
        ManualClock clock = new ManualClock();
        List<Object> timers = clock.call(() -> {
            List<Object> made = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                Timer timer = Timer.of(HOUR);
                timer.reset(HOUR);
                Timer function = Timer.afterFunc(HOUR, () -> {});
                function.stop();
                made.addAll(List.of(timer, Ticker.of(HOUR), Go.after(HOUR), function));
            }
            return made;
        });
        assertEquals(0, clock.alarms());
        Reference.reachabilityFence(timers);
    }

    @Test
    void rule_74_who_waits_is_kept_even_if_reachable_from_nowhere_else() throws Exception {
        assertEquals("all were served", ChildJvm.run(Waiters.class, "-Djdk.trackAllThreads=false"));
    }

    /** Goroutines that wait for timers to which nothing refers but themselves; nothing else refers to these. */
    static final class Waiters {
        private static int collections;
        private static final AtomicInteger begun = new AtomicInteger();
        private static final AtomicInteger served = new AtomicInteger();
        private static final AtomicInteger early = new AtomicInteger();

        /** On a slow machine the time can be over before two collections are: then it is given more. */
        public static void main(String[] args) throws InterruptedException {
            String result;
            int seconds = 1;
            do {
                result = served(Duration.ofSeconds(seconds));
                seconds *= 3;
            } while (collections < 2 && seconds <= 9);
            System.out.println(result);
        }

        private static String served(Duration time) throws InterruptedException {
            List.of(begun, served, early).forEach(count -> count.set(0));
            long start = System.nanoTime();
            for (int i = 0; i < EACH; i++) {
                Go.go(() -> serve(Timer.of(time).c()));
                Go.go(() -> serve(Ticker.of(time).c()));
                Go.go(() -> serve(Go.after(time)));
                Go.go(() -> {
                    begun.incrementAndGet();
                    Select.select(
                            Select.onReceive(Chan.make(), never -> early.incrementAndGet()),
                            Select.onReceive(Go.after(time), due -> served.incrementAndGet()));
                });
                Go.go(() -> {
                    begun.incrementAndGet();
                    Select.select(
                            Select.onReceive(Chan.make(), never -> early.incrementAndGet()),
                            Select.after(time, served::incrementAndGet));
                });
                Go.go(() -> {
                    begun.incrementAndGet();
                    World.current().sleep(time);
                    served.incrementAndGet();
                });
                Timer.afterFunc(time, () -> {
                    begun.incrementAndGet();
                    served.incrementAndGet();
                });
            }
            collections = 0;
            while (served.get() < 7 * EACH && System.nanoTime() - start < 20_000_000_000L) {
                System.gc();
                collections += begun.get() == 6 * EACH && served.get() == 0 ? 1 : 0;
            }
            boolean all = served.get() == 7 * EACH && early.get() == 0 && collections > 1;
            return all
                    ? "all were served"
                    : "got " + served + " served, " + early + " wrongly, " + collections + " collections meanwhile";
        }

        private static void serve(ReceiveChan<Instant> c) throws InterruptedException {
            begun.incrementAndGet();
            c.receive();
            served.incrementAndGet();
        }
    }
}

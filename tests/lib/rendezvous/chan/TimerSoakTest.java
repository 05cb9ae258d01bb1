package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Clocked.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import rendezvous.runtime.Body;
import rendezvous.testing.ManualClock;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/**
 * Rules 65 to 67 under races: the clock comes to the moment while others stop or reset the timer and somebody receives.
 * Settings are seconds apart, so a value that came of one that was taken back is found out.
 */
class TimerSoakTest {
    private static final int ROUNDS = 1_500;
    private static final Duration FIVE = Duration.ofNanos(5);
    private static final Duration TEN = Duration.ofNanos(10);
    private static final Duration HALF = Duration.ofMillis(500);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** The ways to receive. */
    enum Way {
        RECEIVE {
            @Override
            Instant from(ReceiveChan<Instant> c) throws InterruptedException {
                return c.receive();
            }
        },
        TRY {
            @Override
            Instant from(ReceiveChan<Instant> c) throws InterruptedException {
                for (int i = 1; true; i++) {
                    var got = c.tryReceive();
                    if (got.isPresent()) {
                        return got.get().value();
                    }
                    Soak.spin(10);
                    if (i % 500 == 0) {
                        LockSupport.parkNanos(1_000); // lets others have the processor
                    }
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            }
        },
        SELECT {
            @Override
            Instant from(ReceiveChan<Instant> c) throws InterruptedException {
                return Select.choose(Select.receive(Chan.<Instant>make(), none -> none), Select.receive(c, due -> due));
            }
        };

        abstract Instant from(ReceiveChan<Instant> c) throws InterruptedException;
    }

    /** A timer, a thread that receives from it, a thread that moves its clock, and the thread of the test. */
    private static final class Soak {
        final Random random = new Random(17);
        final ManualClock clock = new ManualClock();
        final List<Instant> received = Collections.synchronizedList(new ArrayList<>());
        final List<Instant> expected = new ArrayList<>();
        final SpinBarrier barrier;
        final Setup setup;
        final Way way;
        final Timer timer;
        private volatile int round;
        private final List<Task<Boolean>> tasks = new ArrayList<>();

        Soak(Setup setup, Way way, int parties) throws InterruptedException {
            this.setup = setup;
            this.way = way;
            barrier = new SpinBarrier(parties);
            timer = new Clocked(clock).timer(TEN);
            timer.stop();
        }

        /** Does something in another thread in each round, at a moment of chance. */
        void inEachRound(Body action, long seed) {
            Random mine = new Random(seed);
            tasks.add(setup.run(() -> {
                for (int i = 0; i < ROUNDS; i++) {
                    barrier.await();
                    spin(mine.nextInt(300));
                    action.run();
                    barrier.await();
                }
            }));
        }

        /** Does something in this thread while the others do what they do in each round. */
        <R> R against(Callable<R> action) throws Exception {
            barrier.await();
            if (firesFirst()) {
                untilReceived(1);
            }
            spin(random.nextInt(300));
            R result = action.call();
            barrier.await();
            return result;
        }

        /** Whether in this round nobody comes before the clock; the other rounds leave it to chance. */
        boolean firesFirst() {
            return round % 8 == 0;
        }

        /** Moves the clock on until so much is received: who begins to wait may be late, and sets an alarm from then. */
        void untilReceived(int count) {
            Until.holds(count + " times are received", () -> {
                clock.advance(TEN);
                return received.size() >= count;
            });
        }

        void run(Body inEach) throws Exception {
            Task<Boolean> receiver = setup.run(() -> {
                while (true) {
                    received.add(way.from(timer.c()));
                }
            });
            inEachRound(() -> clock.advance(TEN), 18);
            for (int i = 0; i < ROUNDS; i++) {
                round = i;
                if (way != Way.TRY && i % 2 == 0) {
                    Until.holds("the receiver waits", () -> waiting(timer.c()) == 1);
                }
                inEach.run();
                assertReceived();
                expected.clear();
                received.clear();
            }
            tasks.forEach(Task::get);
            receiver.interrupt();
            receiver.failure(InterruptedException.class);
            assertEquals(0, clock.alarms());
        }

        /** A value is the time when it was due, or later by as much as the clock moved while it was made. */
        private void assertReceived() {
            assertEquals(expected.size(), received.size(), "want " + expected + ", got " + received);
            for (int i = 0; i < expected.size(); i++) {
                Duration difference = Duration.between(expected.get(i), received.get(i));
                assertFalse(difference.isNegative(), "want " + expected + ", got " + received);
                assertTrue(difference.compareTo(HALF) < 0, "want " + expected + ", got " + received);
            }
        }

        private static void spin(int times) {
            for (int i = 0; i < times; i++) {
                Thread.onSpinWait();
            }
        }
    }

    @OnBothThreads
    void stop_prevents_the_firing_or_the_time_is_received_and_never_both(Setup setup) throws Exception {
        for (Way way : Way.values()) {
            Soak soak = new Soak(setup, way, 3);
            AtomicInteger stops = new AtomicInteger();
            int[] stopped = new int[1];
            soak.inEachRound(() -> stops.addAndGet(!soak.firesFirst() && soak.timer.stop() ? 1 : 0), 19);
            soak.run(() -> {
                stops.set(0);
                assertFalse(soak.timer.reset(FIVE));
                Instant due = soak.clock.now().plus(FIVE);
                boolean mine = soak.against(soak.timer::stop);
                int all = stops.get() + (mine ? 1 : 0);
                assertTrue(all <= 1, "two stops claim to have prevented it");
                if (all == 0) {
                    soak.expected.add(due);
                }
                stopped[0] += all;
                soak.clock.advance(SECOND);
                assertFalse(soak.timer.reset(Duration.ZERO));
                soak.expected.add(soak.clock.now()); // and nothing else after a stop
                soak.untilReceived(soak.expected.size());
            });
            assertTrue(
                    stopped[0] > 0 && stopped[0] < ROUNDS, way + ": " + stopped[0] + " of " + ROUNDS + " were stopped");
        }
    }

    @OnBothThreads
    void reset_takes_the_time_back_or_it_is_received_and_never_both(Setup setup) throws Exception {
        for (Way way : Way.values()) {
            Soak soak = new Soak(setup, way, 2);
            int[] resets = new int[1];
            soak.run(() -> {
                assertFalse(soak.timer.reset(FIVE));
                Instant start = soak.clock.now();
                boolean was = soak.against(() -> soak.timer.reset(SECOND));
                if (!was) {
                    soak.expected.add(start.plus(FIVE));
                }
                resets[0] += was ? 1 : 0;
                soak.expected.add(start.plus(SECOND));
                soak.clock.advance(SECOND);
                soak.untilReceived(soak.expected.size());
            });
            assertTrue(
                    resets[0] > 0 && resets[0] < ROUNDS,
                    way + ": " + resets[0] + " of " + ROUNDS + " were set when they were reset");
        }
    }

    @OnBothThreads
    void a_function_is_stopped_or_run_and_never_both(Setup setup) throws Exception {
        for (int delay : new int[] {0, 20, 60}) {
            AtomicInteger runs = new AtomicInteger();
            AtomicInteger stops = new AtomicInteger();
            SpinBarrier barrier = new SpinBarrier(2);
            Timer timer = Timer.afterFunc(Duration.ofHours(1), runs::incrementAndGet);
            assertTrue(timer.stop());
            Task<Boolean> stopper = setup.run(() -> {
                for (int i = 0; i < 3 * ROUNDS; i++) {
                    barrier.await();
                    Soak.spin(i % 100);
                    stops.addAndGet(timer.stop() ? 1 : 0);
                    barrier.await();
                }
            });
            for (int i = 0; i < 3 * ROUNDS; i++) {
                assertFalse(timer.reset(Duration.ofNanos(1_000L * (i % (delay + 1)))));
                barrier.await();
                Soak.spin(i % 130);
                stops.addAndGet(timer.stop() ? 1 : 0);
                barrier.await();
            }
            stopper.get();
            Until.holds("what was not stopped runs", () -> runs.get() + stops.get() >= 3 * ROUNDS);
            assertEquals(3 * ROUNDS, runs.get() + stops.get());
        }
    }

    @OnBothThreads
    void by_the_real_clock_each_setting_is_received_or_taken_back(Setup setup) throws Exception {
        for (Way way : Way.values()) {
            Timer timer = Timer.of(Duration.ofHours(1));
            AtomicInteger received = new AtomicInteger();
            Task<Boolean> receiver = setup.run(() -> {
                while (true) {
                    way.from(timer.c());
                    received.incrementAndGet();
                }
            });
            Random random = new Random(23);
            int takenBack = 0;
            takenBack += timer.reset(Duration.ZERO) ? 1 : 0;
            for (int i = 0; i < 10 * ROUNDS; i++) {
                Soak.spin(random.nextInt(300));
                takenBack += timer.reset(Duration.ofNanos(random.nextInt(30_000))) ? 1 : 0;
                if (i % 5 == 0) {
                    Soak.spin(random.nextInt(300));
                    takenBack += timer.stop() ? 1 : 0;
                }
            }
            takenBack += timer.reset(Duration.ZERO) ? 1 : 0;
            int rest = 10 * ROUNDS + 3 - takenBack;
            Until.holds("the rest is received", () -> received.get() >= rest);
            receiver.interrupt();
            receiver.failure(InterruptedException.class);
            assertFalse(timer.stop());
            assertEquals(rest, received.get(), way + ", " + takenBack + " taken back");
        }
    }
}

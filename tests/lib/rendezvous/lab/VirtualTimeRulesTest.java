package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.after;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;
import static rendezvous.chan.Select.after;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.Ticker;
import rendezvous.chan.Timer;
import rendezvous.context.Context;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;
import rendezvous.runtime.DeadlockError;
import rendezvous.runtime.World;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.WaitGroup;
import rendezvous.testing.ChildJvm;

/** Rules 160 to 167: deadlock, the end of main, and time that passes only while all wait. */
class VirtualTimeRulesTest {
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SEEDS = 50;

    /** Runs the body under many schedules; returns the last run. */
    private static Run passes(Body body) throws InterruptedException {
        Run run = Lab.run(body).orThrow();
        for (int seed = 1; seed <= SEEDS; seed++) {
            run = Lab.run(seed, body).orThrow();
        }
        return run;
    }

    /** Runs the body under many schedules, each of which must fail so. */
    private static Failure fails(Kind kind, Body body) throws InterruptedException {
        Failure failure = null;
        for (int seed = 1; seed <= SEEDS; seed++) {
            failure = Lab.run(seed, body).failure().orElseThrow();
            assertEquals(kind, failure.kind(), failure.message());
        }
        return failure;
    }

    private static Duration now() {
        return Duration.between(BEGINNING, World.current().now());
    }

    @Test
    void rule_160_all_blocked_and_no_timer_is_a_deadlock_with_who_waits_for_what() throws InterruptedException {
        Failure failure = fails(Kind.DEADLOCK, () -> {
            Chan<Integer> orders = Chan.named("orders");
            go("cook", orders::receive);
            Chan.named("bill").receive();
        });
        assertEquals("deadlock: all goroutines of the run are blocked", failure.headline());
        assertEquals(
                List.of(
                        "  cook waits to receive on `orders` (unbuffered)",
                        "  main waits to receive on `bill` (unbuffered)"),
                failure.message().lines().skip(1).sorted().toList());
    }

    @Test
    void rule_160_it_is_none_while_a_timer_could_wake_one() throws InterruptedException {
        passes(() -> {
            Chan<Integer> orders = Chan.make();
            Timer.afterFunc(MINUTE, () -> orders.send(1));
            assertEquals(1, orders.receive());
        });
    }

    /** Deadlocks without a lab. */
    static final class Asleep {
        private Asleep() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] args) throws InterruptedException {
            try {
                Chan.named("orders").receive();
            } catch (DeadlockError e) {
                System.out.println(e.getMessage().lines().findFirst().orElseThrow());
            }
        }
    }

    @Test
    void rule_160_outside_a_lab_it_is_reported_too() throws Exception {
        assertEquals("all goroutines are asleep - deadlock!", ChildJvm.run(Asleep.class));
    }

    /** Returns from main while a goroutine lives. */
    static final class Leaves {
        private Leaves() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] args) {
            go(() -> sleep(Duration.ofDays(1)));
            System.out.println("over");
        }
    }

    @Test
    void rule_161_main_ends_the_program_without_waiting_for_others() throws Exception {
        assertEquals("over", ChildJvm.run(Leaves.class));
    }

    @Test
    void rule_161_differs_a_lab_run_waits_for_all_who_can_go_on() throws InterruptedException {
        Run run = passes(() -> go(() -> print("after main")));
        assertEquals("after main\n", run.output());
    }

    @Test
    void rule_162_time_starts_in_2000_and_goes_straight_to_the_next_timer() throws InterruptedException {
        long before = System.nanoTime();
        Run run = passes(() -> {
            assertEquals(BEGINNING, World.current().now());
            sleep(MINUTE);
            assertEquals(MINUTE, now());
            assertEquals(BEGINNING.plus(MINUTE.multipliedBy(2)), after(MINUTE).receive());
            assertEquals(MINUTE.multipliedBy(2), now());
        });
        assertEquals(MINUTE.multipliedBy(2), run.duration());
        assertTrue(System.nanoTime() - before < MINUTE.toNanos(), "100 minutes passed on the runs' clocks");
    }

    @Test
    void rule_162_time_stands_still_while_anybody_can_go_on() throws InterruptedException {
        passes(() -> {
            Chan<Integer> ch = Chan.make(3);
            Timer timer = Timer.of(Duration.ofNanos(1));
            for (int i = 0; i < 100; i++) {
                ch.trySend(i);
                ch.tryReceive();
                assertEquals(Duration.ZERO, now());
                assertTrue(timer.c().tryReceive().isEmpty());
            }
            sleep(Duration.ofNanos(1));
            assertTrue(timer.c().tryReceive().isPresent());
        });
    }

    @Test
    void rule_162_ten_minutes_of_timeouts_have_the_same_output_each_time() throws InterruptedException {
        Set<String> outputs = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            Run run = Lab.run(i, () -> {
                Chan<Integer> silent = Chan.make();
                for (int minute = 1; minute <= 10; minute++) {
                    int now = minute;
                    select(onReceive(silent, v -> print("got " + v)), after(MINUTE, () -> print("timeout " + now)));
                }
                var ctx = Context.withTimeout(Context.background(), MINUTE);
                ctx.done().await();
                print(String.valueOf(ctx.err()));
            });
            assertEquals(MINUTE.multipliedBy(11), run.duration());
            outputs.add(run.orThrow().output());
        }
        assertEquals(1, outputs.size(), outputs::toString);
        assertEquals(11, outputs.iterator().next().lines().count());
    }

    @SuppressWarnings("SystemOut") // the run keeps it
    private static void print(String line) {
        System.out.println(line);
    }

    @Test
    void rule_163_channels_select_conditions_groups_and_sleep_let_time_pass() throws InterruptedException {
        List<Body> waits = List.of(
                () -> Chan.make().receive(),
                () -> Chan.<Integer>make().send(1),
                () -> select(onReceive(Chan.make(), v -> {}), onReceive(Chan.make(), v -> {})),
                () -> {
                    Mutex mutex = new Mutex();
                    mutex.lock();
                    new Cond(mutex).await();
                },
                () -> {
                    WaitGroup group = new WaitGroup();
                    group.add(1);
                    group.await();
                },
                () -> sleep(Duration.ofDays(365)));
        for (Body wait : waits) {
            passes(() -> {
                var waiter = go(wait);
                sleep(MINUTE);
                assertEquals(MINUTE, now());
                waiter.interrupt();
            });
        }
    }

    @Test
    void rule_163_differs_a_mutex_of_the_run_lets_time_pass_too() throws InterruptedException {
        passes(() -> {
            Mutex mutex = new Mutex();
            mutex.lock();
            go(() -> {
                mutex.lock();
                mutex.unlock();
            });
            sleep(MINUTE);
            assertEquals(MINUTE, now());
            mutex.unlock();
        });
    }

    @Test
    void rule_164_settle_returns_when_all_others_wait() throws InterruptedException {
        passes(() -> {
            List<String> done = new ArrayList<>();
            Chan<Integer> ch = Chan.make();
            go(() -> {
                for (int i = 0; i < 5; i++) {
                    done.add("step " + i);
                    sleep(Duration.ZERO);
                }
                ch.receive();
                done.add("received");
                sleep(MINUTE);
                done.add("slept");
            });
            Lab.settle();
            assertEquals(5, done.size());
            ch.send(1);
            Lab.settle();
            assertEquals("received", done.getLast());
            assertEquals(Duration.ZERO, now());
            sleep(MINUTE);
            Lab.settle();
            assertEquals("slept", done.getLast());
        });
    }

    @Test
    void rule_164_settle_is_for_a_run_and_for_one_at_a_time() throws InterruptedException {
        assertThrows(IllegalStateException.class, Lab::settle);
        Failure failure = fails(Kind.PANIC, () -> {
            go(Lab::settle);
            Lab.settle();
            go(Lab::settle);
            go(Lab::settle);
            sleep(MINUTE);
        });
        assertInstanceOf(IllegalStateException.class, failure.thrown());
    }

    @Test
    void rule_164_settle_can_be_interrupted() throws InterruptedException {
        passes(() -> {
            var me = rendezvous.runtime.Goroutine.current();
            go(me::interrupt);
            assertThrows(InterruptedException.class, () -> {
                Lab.settle();
                Chan.never().receive(); // the interrupt may come late, when all others have ended
            });
            Lab.settle();
        });
    }

    @Test
    void rule_165_main_blocked_for_ever_is_a_deadlock() throws InterruptedException {
        assertEquals(
                "deadlock: all goroutines of the run are blocked",
                fails(Kind.DEADLOCK, () -> Chan.make().receive()).headline());
    }

    @Test
    void rule_165_others_blocked_when_main_has_ended_are_one_too() throws InterruptedException {
        assertEquals(
                "leak: main has ended, another waits for ever",
                fails(Kind.LEAK, () -> go(() -> Chan.make().receive())).headline());
    }

    @Test
    void rule_165_time_stops_when_main_has_ended() throws InterruptedException {
        assertEquals(
                "  goroutine 2 sleeps",
                fails(Kind.LEAK, () -> go(() -> sleep(MINUTE)))
                        .message()
                        .lines()
                        .toList()
                        .getLast());
    }

    @Test
    void rule_165_a_ticker_rescues_nobody() throws InterruptedException {
        fails(Kind.LEAK, () -> {
            Ticker ticker = Ticker.of(MINUTE);
            go(() -> {
                for (Instant tick : ticker.c()) {
                    assertTrue(tick.isAfter(BEGINNING));
                }
            });
        });
    }

    @Test
    void rule_166_a_channel_of_a_run_is_for_that_run_only() throws InterruptedException {
        List<Chan<Integer>> kept = new ArrayList<>();
        Lab.run(() -> kept.add(Chan.named("inside", 1))).orThrow();
        Chan<Integer> inside = kept.getFirst();
        String message =
                assertThrows(IllegalStateException.class, () -> inside.send(1)).getMessage();
        assertEquals(
                "`inside` (0 of 1 buffered) belongs to a lab run and was used from the real world: make it where it is used",
                message);
        assertThrows(IllegalStateException.class, inside::receive);
        assertThrows(IllegalStateException.class, inside::tryReceive);
        assertThrows(IllegalStateException.class, inside::close);
        assertThrows(IllegalStateException.class, () -> select(onReceive(inside, v -> {})));
        fails(Kind.PANIC, () -> inside.trySend(1));
    }

    @Test
    void rule_166_a_timer_of_a_run_is_for_that_run_only() throws InterruptedException {
        List<Timer> timers = new ArrayList<>();
        List<Ticker> tickers = new ArrayList<>();
        Lab.run(() -> {
                    timers.add(Timer.of(MINUTE));
                    timers.add(Timer.afterFunc(MINUTE, () -> {}));
                    timers.getLast().stop();
                    tickers.add(Ticker.of(MINUTE));
                })
                .orThrow();
        for (Timer timer : timers) {
            assertThrows(IllegalStateException.class, timer::stop);
            assertThrows(IllegalStateException.class, () -> timer.reset(MINUTE));
        }
        assertThrows(IllegalStateException.class, () -> timers.getFirst().c().receive());
        assertThrows(IllegalStateException.class, () -> tickers.getFirst().c().receive());
        assertThrows(IllegalStateException.class, () -> tickers.getFirst().reset(MINUTE));
    }

    @Test
    void rule_166_differs_a_channel_from_outside_can_be_used_in_a_run() throws InterruptedException {
        Chan<Integer> outside = Chan.make(1);
        Lab.run(() -> outside.send(1)).orThrow();
        assertEquals(1, outside.receive());
    }

    @Test
    void rule_167_timers_of_one_moment_come_in_any_order() throws InterruptedException {
        Set<String> timers = new TreeSet<>();
        Set<String> sleeps = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            timers.add(Lab.run(seed, () -> {
                        Timer.afterFunc(MINUTE, () -> print("a"));
                        Timer.afterFunc(MINUTE, () -> print("b"));
                        sleep(MINUTE.multipliedBy(2));
                    })
                    .orThrow()
                    .output());
            sleeps.add(Lab.run(seed, () -> {
                        for (String name : List.of("a", "b", "c")) {
                            go(() -> {
                                sleep(MINUTE);
                                print(name);
                            });
                        }
                        sleep(MINUTE.multipliedBy(2));
                    })
                    .orThrow()
                    .output());
        }
        assertEquals(2, timers.size(), timers::toString);
        assertEquals(6, sleeps.size(), sleeps::toString);
    }
}

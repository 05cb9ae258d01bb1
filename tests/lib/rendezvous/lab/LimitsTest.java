package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.PanicException;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.World;
import rendezvous.sync.Mutex;

/** Programs that no laboratory can run to their end: each is stopped within its bounds, and told as what it is. */
class LimitsTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Failure failureOf(Body body) throws InterruptedException {
        Exploration exploration =
                Lab.explore(body).steps(5_000).goroutines(100).stall(SHORT).run();
        return exploration
                .failed()
                .orElseThrow(() -> new AssertionError(exploration.toString()))
                .failure()
                .orElseThrow();
    }

    @Test
    void spinning_without_a_step_is_told_with_its_place() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Failure failure = failureOf(() -> {
            go("spinner", () -> {
                while (!stop.get()) {
                    Thread.onSpinWait();
                }
            });
        });
        stop.set(true);
        assertEquals(Kind.STALLED, failure.kind());
        assertTrue(
                failure.headline().startsWith("spinner has not come to a step for 0.3 s: it computes without end"),
                failure::message);
        assertTrue(failure.message().contains("LimitsTest.lambda$"), failure::message);
    }

    @Test
    void spinning_for_another_with_steps_lets_that_one_run() throws InterruptedException {
        Body body = () -> {
            Goroutine worker = go(() -> sleep(Duration.ofMillis(1)));
            boolean[] ready = {false};
            Mutex mutex = new Mutex();
            go(() -> {
                mutex.lock();
                ready[0] = true;
                mutex.unlock();
            });
            boolean seen = false;
            while (!seen) {
                mutex.lock();
                seen = ready[0];
                mutex.unlock();
            }
            worker.await();
        };
        Lab.run(body).orThrow();
        for (int seed = 0; seed < 20; seed++) {
            Lab.run(seed, body).orThrow();
        }
        Lab.explore(body).schedules(200).run().orThrow();
    }

    @Test
    void a_run_without_end_is_stopped_at_its_steps() throws InterruptedException {
        Failure failure = failureOf(() -> {
            Chan<Integer> ball = Chan.named("ball");
            go("ping", () -> {
                for (int v : ball) {
                    ball.send(v + 1);
                }
            });
            go("pong", () -> {
                for (int v : ball) {
                    ball.send(v + 1);
                }
            });
            ball.send(0);
        });
        assertEquals(Kind.TOO_LONG, failure.kind());
        assertTrue(
                failure.headline().startsWith("still running after 5 000 steps, the most a run may take"),
                failure::message);
        assertTrue(failure.message().contains("ping"), failure::message);
    }

    @Test
    void a_single_run_without_end_is_stopped_too() throws InterruptedException {
        Run run = Lab.run(1, () -> {
            Mutex mutex = new Mutex();
            while (true) {
                mutex.lock();
                mutex.unlock();
            }
        });
        assertEquals(Kind.TOO_LONG, run.failure().orElseThrow().kind());
        assertEquals(1_000_000, run.stepCount());
        assertTrue(run.lanes().lines().count() < 70, "lanes of a long run are cut");
        assertTrue(run.toString().length() < 20_000, "the report of a long run is short");
    }

    @Test
    void time_without_end_is_stopped_at_its_steps() throws InterruptedException {
        Failure failure = failureOf(() -> {
            while (true) {
                sleep(Duration.ofDays(300_000));
            }
        });
        assertTrue(failure.kind() == Kind.TOO_LONG || failure.kind() == Kind.DEADLOCK, failure::message);
    }

    @Test
    void goroutines_without_bound_are_stopped() throws InterruptedException {
        Failure failure = failureOf(() -> {
            while (true) {
                go(() -> Chan.never().receive());
            }
        });
        assertEquals(Kind.TOO_MANY, failure.kind());
        assertTrue(failure.headline().startsWith("more than 100 goroutines at a time"), failure::message);
    }

    @Test
    void ten_thousand_goroutines_are_not_too_many_for_a_run() throws InterruptedException {
        Run run = Lab.run(1, () -> {
            Chan<Integer> ch = Chan.make();
            for (int i = 0; i < 5_000; i++) {
                go(() -> ch.send(1));
            }
            for (int i = 0; i < 5_000; i++) {
                ch.receive();
            }
        });
        run.orThrow();
    }

    @Test
    void a_lab_in_a_lab_is_refused() throws InterruptedException {
        for (Body inner : List.<Body>of(
                () -> Lab.run(() -> {}),
                () -> Lab.explore(() -> {}).run(),
                () -> Lab.stepper(() -> {}),
                () -> Lab.replay("1", () -> {}))) {
            Failure failure = Lab.run(inner).failure().orElseThrow();
            assertInstanceOf(IllegalStateException.class, failure.thrown());
            assertTrue(failure.message().contains("a lab run inside a lab run"), failure::message);
        }
    }

    @Test
    void labs_side_by_side_do_not_meet() throws InterruptedException {
        List<Goroutine> labs = new ArrayList<>();
        String expected = Lab.run(4, LabTest::workers).toString();
        List<String> got = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 8; i++) {
            labs.add(go(() -> {
                for (int k = 0; k < 20; k++) {
                    got.add(Lab.run(4, LabTest::workers).toString());
                }
            }));
        }
        for (Goroutine lab : labs) {
            lab.await();
        }
        assertEquals(160, got.size());
        assertEquals(List.of(expected), got.stream().distinct().toList());
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // the holder takes its time, in which the run comes to the lock
    void a_lock_that_somebody_outside_holds_for_a_moment_is_no_step_of_the_run() throws InterruptedException {
        Spinlock lock = new Spinlock();
        AtomicBoolean wanted = new AtomicBoolean();
        Body program = () -> {
            Goroutine taker = go(() -> {
                wanted.set(true);
                lock.lock();
                lock.unlock();
            });
            Goroutine sleeper = go(() -> sleep(Duration.ofMillis(1)));
            taker.await();
            sleeper.await();
        };
        Run free = Lab.run(program);
        wanted.set(false);
        lock.lock();
        Thread holder = Thread.ofPlatform().start(() -> {
            while (!wanted.get()) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 1_000; i++) {
                Thread.yield();
            }
            lock.unlock();
        });
        Run held = Lab.run(program);
        holder.join();
        assertEquals(free.toString(), held.toString());
        assertEquals(free.schedule(), held.schedule());
    }

    @Test
    void too_deep_a_recursion_is_a_panic() throws InterruptedException {
        Failure failure =
                Lab.run(() -> go("deep", LimitsTest::deeper)).failure().orElseThrow();
        assertEquals(Kind.PANIC, failure.kind());
        assertInstanceOf(StackOverflowError.class, failure.thrown());
        Lab.run(LabTest::workers).orThrow();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void deeper() throws InterruptedException {
        Mutex mutex = new Mutex();
        mutex.lock();
        deeper();
    }

    @Test
    void exceptions_in_odd_places_are_told_as_what_they_are() throws InterruptedException {
        record Odd(Body body, Class<? extends Throwable> type) {}
        List<Odd> odds = List.of(
                new Odd(
                        () -> {
                            throw new Error("an error");
                        },
                        Error.class),
                new Odd(
                        () -> go(() -> {
                                    throw new AssertionError("in another");
                                })
                                .await(),
                        AssertionError.class),
                new Odd(
                        () -> {
                            throw new InterruptedException("thrown by hand");
                        },
                        InterruptedException.class),
                new Odd(
                        () -> {
                            Thread.currentThread().setUncaughtExceptionHandler((t, e) -> {
                                throw new IllegalStateException("in the handler");
                            });
                            throw new ArithmeticException("in main");
                        },
                        ArithmeticException.class),
                new Odd(
                        () -> {
                            throw new Ghost();
                        },
                        Ghost.class),
                new Odd(() -> Chan.make().close(), null));
        for (Odd odd : odds) {
            Run run = Lab.run(1, odd.body);
            assertEquals(odd.type == null, run.failure().isEmpty(), run::toString);
            if (odd.type != null) {
                assertEquals(Kind.PANIC, run.failure().orElseThrow().kind(), run::toString);
                assertInstanceOf(odd.type, run.failure().orElseThrow().thrown());
            }
            assertFalse(run.toString().isEmpty());
        }
    }

    /** Throws also where it is asked what it is. */
    private static final class Ghost extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException("no words");
        }
    }

    @Test
    void a_value_without_words_does_no_harm_to_the_report() throws InterruptedException {
        Object silent = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no words");
            }
        };
        Run run = Lab.run(1, () -> {
            Chan<Object> ch = Chan.make(1);
            ch.send(silent);
            ch.receive();
        });
        run.orThrow();
        assertFalse(run.lanes().isEmpty());
    }

    @Test
    void a_panic_that_is_caught_where_it_is_awaited_ends_the_run_even_so() throws InterruptedException {
        Failure failure = Lab.run(() -> {
                    Goroutine worker = go("worker", () -> {
                        throw new IllegalStateException("oops");
                    });
                    assertThrows(PanicException.class, worker::await);
                })
                .failure()
                .orElseThrow();
        assertEquals("worker panicked: IllegalStateException: oops", failure.message());
    }

    @Test
    void whoever_catches_everything_can_be_stopped_even_so() throws InterruptedException {
        Failure failure = failureOf(() -> {
            Chan<Integer> ch = Chan.make(1);
            while (true) {
                try {
                    ch.trySend(1);
                } catch (Throwable t) {
                    assertFalse(t.toString().isEmpty());
                }
            }
        });
        assertEquals(Kind.TOO_LONG, failure.kind());
    }

    @Test
    void a_goroutine_interrupted_from_outside_is_told() throws InterruptedException {
        AtomicReference<Goroutine> kept = new AtomicReference<>();
        Thread.Builder outside = Thread.ofPlatform().daemon().name("outside");
        Failure failure = Lab.run(() -> {
                    kept.set(Goroutine.current());
                    outside.start(() -> kept.get().interrupt());
                    Chan<Integer> ch = Chan.make();
                    ch.receive();
                })
                .failure()
                .orElseThrow();
        // That a thread from outside is refused may leave the run in a deadlock; either is told.
        assertTrue(failure.kind() == Kind.ESCAPED || failure.kind() == Kind.DEADLOCK, failure::message);
    }

    @Test
    void what_a_run_left_does_not_go_on_later() throws InterruptedException {
        List<String> after = new ArrayList<>();
        AtomicReference<Goroutine> kept = new AtomicReference<>();
        Lab.run(() -> {
            kept.set(go(() -> {
                try {
                    Chan.make().receive();
                } finally {
                    after.add("ran");
                }
            }));
            Chan.make().receive();
        });
        assertThrows(IllegalStateException.class, () -> kept.get().interrupt());
        assertThrows(IllegalStateException.class, () -> kept.get().await());
        assertEquals(List.of(), after);
        assertEquals(World.REAL, World.current());
    }
}

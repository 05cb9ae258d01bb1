package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;

/** The table of what becomes of the JDK's own blocking in a run: each row of decision 11 is a test. */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // nobody throws between, and nobody wakes
class JdkWaitTest {
    private static final int SEEDS = 40;

    /** A way to wait that the scheduler sees. */
    record Controlled(String name, Body body) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A way that it does not see, and what the report names. */
    record Refused(String name, Set<Kind> kinds, Body body, List<String> told) {
        Refused(String name, Kind kind, Body body, String... told) {
            this(name, Set.of(kind), body, List.of(told));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @SuppressWarnings("SystemOut") // a print is a step, and outputs tell schedules apart
    private static void print(String what) {
        System.out.print(what);
    }

    static Stream<Controlled> controlled() {
        return Stream.of(
                new Controlled("ReentrantLock", () -> {
                    ReentrantLock lock = new ReentrantLock();
                    both(name -> {
                        lock.lock();
                        try {
                            print("(" + name);
                            print(name + ")");
                        } finally {
                            lock.unlock();
                        }
                    });
                }),
                new Controlled("Condition", () -> {
                    ReentrantLock lock = new ReentrantLock();
                    Condition turned = lock.newCondition();
                    String[] turn = {"a"};
                    both(name -> {
                        lock.lock();
                        try {
                            print("");
                            while (!turn[0].equals(name)) {
                                turned.await();
                            }
                            turn[0] = "b";
                            turned.signalAll();
                        } finally {
                            lock.unlock();
                        }
                        print(name);
                    });
                }),
                new Controlled("ReentrantReadWriteLock", () -> {
                    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
                    both(name -> {
                        lock.writeLock().lock();
                        print(name);
                        lock.writeLock().unlock();
                    });
                }),
                new Controlled("Semaphore", () -> {
                    Semaphore one = new Semaphore(1);
                    both(name -> {
                        one.acquire();
                        print(name);
                        one.release();
                    });
                }),
                new Controlled("CountDownLatch", () -> {
                    CountDownLatch latch = new CountDownLatch(2);
                    both(name -> {
                        print(name);
                        latch.countDown();
                        latch.await();
                    });
                }),
                new Controlled("CyclicBarrier", () -> {
                    CyclicBarrier barrier = new CyclicBarrier(2);
                    both(name -> {
                        print(name);
                        barrier.await();
                        print(name);
                    });
                }),
                new Controlled("Phaser", () -> {
                    Phaser phaser = new Phaser(2);
                    both(name -> {
                        print(name);
                        phaser.arriveAndAwaitAdvance();
                    });
                }),
                new Controlled("ArrayBlockingQueue", () -> {
                    BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
                    both(name -> {
                        queue.put(name);
                        print(name);
                        queue.take();
                    });
                }),
                new Controlled("SynchronousQueue", () -> {
                    BlockingQueue<String> queue = new SynchronousQueue<>();
                    go(() -> {
                        for (int i = 0; i < 2; i++) {
                            print(queue.take());
                        }
                    });
                    both(queue::put);
                }),
                new Controlled("CompletableFuture", () -> {
                    CompletableFuture<String> future = new CompletableFuture<>();
                    both(name -> {
                        print(name);
                        future.complete(name);
                        print(future.join());
                    });
                }),
                new Controlled("LockSupport.park", () -> {
                    Thread main = Thread.currentThread();
                    boolean[] done = {false};
                    go(() -> {
                        print("a");
                        done[0] = true;
                        LockSupport.unpark(main);
                    });
                    print("b");
                    while (!done[0]) {
                        LockSupport.park();
                    }
                }),
                new Controlled("virtual threads", () -> {
                    Thread one = Thread.startVirtualThread(() -> print("a"));
                    Thread two = Thread.ofVirtual().name("two").start(() -> print("b"));
                    one.join();
                    two.join();
                }),
                new Controlled("executor of virtual threads", () -> {
                    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                        Future<String> one = executor.submit(() -> {
                            print("a");
                            return "one";
                        });
                        Future<?> two = executor.submit(() -> print("b"));
                        assertEquals("one", one.get());
                        two.get();
                    }
                }),
                new Controlled("CompletableFuture on virtual threads", () -> {
                    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                        CompletableFuture.allOf(
                                        CompletableFuture.runAsync(() -> print("a"), executor),
                                        CompletableFuture.runAsync(() -> print("b"), executor))
                                .join();
                    }
                }),
                new Controlled("synchronized without contention", () -> {
                    Object monitor = new Object();
                    both(name -> {
                        print(name);
                        synchronized (monitor) {
                            print2(name);
                        }
                    });
                }));
    }

    /** Is no step. */
    @SuppressWarnings("unused")
    private static void print2(String name) {}

    private interface Part {
        void run(String name) throws Exception;
    }

    private static void both(Part part) throws InterruptedException {
        Goroutine a = go("a", () -> part.run("a"));
        Goroutine b = go("b", () -> part.run("b"));
        a.await();
        b.await();
    }

    @ParameterizedTest
    @MethodSource("controlled")
    void the_scheduler_controls_what_parks(Controlled row) throws InterruptedException {
        Set<String> outputs = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Run run = Lab.run(seed, row.body).orThrow();
            assertEquals(run.output(), Lab.run(seed, row.body).orThrow().output());
            Run replayed = Lab.replay(run.schedule(), row.body).orThrow();
            assertEquals(run.output(), replayed.output());
            outputs.add(run.output());
        }
        assertTrue(outputs.size() > (row.name.equals("Condition") ? 0 : 1), outputs::toString);
    }

    @Test
    void a_deadlock_of_the_jdks_locks_is_found_and_told_with_its_places() throws InterruptedException {
        Exploration exploration = Lab.explore(() -> {
                    ReentrantLock fork = new ReentrantLock();
                    ReentrantLock spoon = new ReentrantLock();
                    Goroutine left = go("left", () -> inOrder(fork, spoon));
                    Goroutine right = go("right", () -> inOrder(spoon, fork));
                    left.await();
                    right.await();
                })
                .run();
        Run run = exploration.failed().orElseThrow();
        Failure failure = run.failure().orElseThrow();
        assertEquals(Kind.DEADLOCK, failure.kind());
        assertTrue(
                failure.message().contains("left waits in ReentrantLock.lock, called at JdkWaitTest.java:"),
                failure::message);
        assertEquals(1, run.preemptions());
    }

    private static void inOrder(ReentrantLock first, ReentrantLock second) {
        first.lock();
        print("");
        second.lock();
        second.unlock();
        first.unlock();
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(
                        "contended synchronized",
                        Kind.REFUSED,
                        () -> {
                            Object monitor = new Object();
                            both(name -> {
                                synchronized (monitor) {
                                    print(name);
                                    print(name);
                                }
                            });
                        },
                        "waits to enter a synchronized block, called at JdkWaitTest.java:",
                        "Use Mutex instead of synchronized."),
                new Refused(
                        "Object.wait",
                        Kind.REFUSED,
                        () -> {
                            Object monitor = new Object();
                            synchronized (monitor) {
                                monitor.wait();
                            }
                        },
                        "main waits in Object.wait",
                        "Use Cond instead of wait and notify"),
                new Refused(
                        "Object.wait with a time",
                        Kind.REFUSED,
                        () -> {
                            Object monitor = new Object();
                            synchronized (monitor) {
                                monitor.wait(50);
                            }
                        },
                        "main waits in Object.wait",
                        "Use Cond instead of wait and notify"),
                new Refused(
                        "Thread.sleep",
                        Kind.REFUSED,
                        () -> Thread.sleep(50),
                        "main waits in Thread.sleep, called at JdkWaitTest.java:",
                        "Use sleep(Duration) of the library, whose clock is virtual here."),
                new Refused(
                        "parkNanos",
                        Kind.REFUSED,
                        () -> LockSupport.parkNanos(50_000_000),
                        "main waits in LockSupport.parkNanos",
                        "select with after(Duration)"),
                new Refused(
                        "a short parkNanos",
                        Kind.REFUSED,
                        () -> LockSupport.parkNanos(1_000),
                        "main waits in LockSupport.parkNanos",
                        "select with after(Duration)"),
                new Refused(
                        "tryLock with a time",
                        Kind.REFUSED,
                        () -> {
                            ReentrantLock lock = new ReentrantLock();
                            lock.lock();
                            go("late", () -> lock.tryLock(50, TimeUnit.MILLISECONDS))
                                    .await();
                        },
                        "late waits in ReentrantLock.tryLock",
                        "select with after(Duration)"),
                new Refused(
                        "a future with a time",
                        Kind.REFUSED,
                        () -> new CompletableFuture<String>().get(50, TimeUnit.MILLISECONDS),
                        "main waits in CompletableFuture.get",
                        "a context with a timeout"),
                new Refused(
                        "a thread of the platform",
                        Kind.REFUSED,
                        () -> Thread.ofPlatform()
                                .daemon()
                                .start(() -> pause(100))
                                .join(),
                        "main waits in Thread.join",
                        "Start it by go(…)"),
                new Refused(
                        "the common pool",
                        Kind.ESCAPED,
                        () -> CompletableFuture.runAsync(() -> pause(100)).join(),
                        "main was woken by the thread \"ForkJoinPool.commonPool-worker-",
                        "Start what takes part in the run by go(…)"),
                new Refused(
                        "parallel streams",
                        Set.of(Kind.ESCAPED, Kind.REFUSED),
                        () -> assertTrue(IntStream.range(0, 64)
                                .parallel()
                                .peek(i -> pause(5))
                                .allMatch(i -> i >= 0)),
                        List.of("ForkJoin")),
                new Refused(
                        "a pool of platform threads",
                        Kind.ESCAPED,
                        () -> {
                            ExecutorService pool = Executors.newFixedThreadPool(1);
                            try {
                                pool.submit(() -> pause(100)).get();
                            } finally {
                                pool.shutdown(); // its close would wait, which is refused for itself
                            }
                        },
                        "main was woken by the thread \"pool-",
                        "pools, the common pool and timers of the JDK are outside"),
                new Refused(
                        "a channel used by a pool",
                        Set.of(Kind.ESCAPED, Kind.PANIC),
                        () -> {
                            Chan<Integer> ch = Chan.named("ch", 1);
                            ExecutorService pool = Executors.newSingleThreadExecutor();
                            try {
                                pool.submit(() -> ch.trySend(1)).get();
                            } finally {
                                pool.shutdown();
                            }
                        },
                        List.of("main")),
                new Refused(
                        "Exchanger",
                        Set.of(Kind.DEADLOCK, Kind.REFUSED),
                        () -> new Exchanger<Integer>().exchange(1),
                        List.of("main waits in Exchanger.exchange")));
    }

    @SuppressWarnings("ThreadPriorityCheck")
    private static void pause(int millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < end) {
            Thread.yield();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_it_does_not_see_is_refused_by_name(Refused row) throws InterruptedException {
        Failure failure = null;
        for (int seed = 0; failure == null && seed < SEEDS; seed++) {
            failure = Lab.run(seed, row.body).failure().orElse(null);
        }
        assertFalse(failure == null, "no seed failed");
        assertTrue(row.kinds.contains(failure.kind()), failure.kind() + ": " + failure.message());
        for (String part : row.told) {
            assertTrue(failure.message().contains(part), failure.kind() + ": " + failure.message());
        }
    }

    @Test
    void a_lock_of_the_jdk_that_somebody_outside_holds_for_a_moment_does_no_harm() throws Exception {
        Object monitor = new Object();
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = Thread.ofPlatform().daemon().start(() -> {
            synchronized (monitor) {
                held.countDown();
                pause(20);
            }
        });
        held.await();
        Run run = Lab.run(1, () -> {
            synchronized (monitor) {
                print("in");
            }
        });
        holder.join();
        assertEquals("in", run.orThrow().output());
    }

    @Test
    void after_a_refusal_the_next_run_is_as_any() throws InterruptedException {
        Lab.run(1, () -> Thread.sleep(1));
        Lab.run(1, LabTest::workers).orThrow();
        Lab.run(() -> Go.sleep(Duration.ofDays(1))).orThrow();
    }
}

package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.chan.Go;
import rendezvous.runtime.Body;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;

/** Everything at once, with interrupts in between: counts stay exact, and nobody is left. */
class SoakTest {
    private static final int TASKS = 8;
    private static final int EACH = 4_000;

    private final int[] plain = new int[2];
    private final AtomicInteger done = new AtomicInteger();

    /** Runs the code in many tasks, each many times, while some are interrupted at random. */
    private static void soak(Setup setup, int each, Attempt attempt) {
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < TASKS; t++) {
            int task = t;
            tasks.add(setup.run(() -> {
                for (int i = 0; i < each; i++) {
                    try {
                        attempt.run(task, i);
                    } catch (InterruptedException e) {
                        // Not done, and not counted.
                    }
                }
            }));
        }
        Task<Boolean> disturber = setup.run(() -> {
            Random random = new Random(3);
            while (!tasks.stream().allMatch(Task::isDone)) {
                tasks.get(random.nextInt(TASKS)).interrupt();
                Go.sleep(Duration.ofNanos(20_000));
            }
        });
        tasks.forEach(Task::get);
        disturber.get();
    }

    private interface Attempt {
        void run(int task, int i) throws InterruptedException;
    }

    private void count() {
        plain[0]++;
        assertEquals(plain[0] - 1, plain[1], "one at a time");
        plain[1]++;
        done.incrementAndGet();
    }

    private void allCounted() {
        assertEquals(done.get(), plain[0]);
        assertTrue(done.get() > TASKS * EACH / 2, "most were done; got " + done);
    }

    @OnBothThreads
    void a_mutex(Setup setup) {
        Mutex mutex = new Mutex();
        soak(setup, EACH, (task, i) -> {
            if (i % 8 != 0 || !mutex.tryLock()) {
                mutex.lock();
            }
            try {
                count();
                if (i % 64 == 0) {
                    Go.sleep(Duration.ofNanos(1_000)); // holders that leave their carrier
                }
            } finally {
                mutex.unlock();
            }
        });
        allCounted();
        assertEquals("mutex (unlocked)", mutex.toString());
    }

    @OnBothThreads
    void a_mutex_whose_waiters_starve(Setup setup) {
        Mutex mutex = new Mutex();
        soak(setup, 40, (task, i) -> {
            mutex.lock();
            try {
                count();
                Go.sleep(Duration.ofNanos(300_000)); // a few of these, and who waits is handed the lock
            } finally {
                mutex.unlock();
            }
        });
        assertEquals(done.get(), plain[0]);
        assertEquals("mutex (unlocked)", mutex.toString());
    }

    @OnBothThreads
    void a_mutex_for_readers_and_writers(Setup setup) {
        RWMutex mutex = new RWMutex();
        AtomicInteger read = new AtomicInteger();
        soak(setup, EACH, (task, i) -> {
            if (task % 2 == 0 || i % 8 == 0) {
                if (i % 4 != 0 || !mutex.tryLock()) {
                    mutex.lock();
                }
                try {
                    count();
                } finally {
                    mutex.unlock();
                }
            } else {
                if (i % 4 != 0 || !mutex.tryRLock()) {
                    mutex.rLock();
                }
                try {
                    assertEquals(plain[0], plain[1]);
                    read.incrementAndGet();
                    if (i % 16 == 1) {
                        Go.sleep(Duration.ofNanos(1_000));
                    }
                } finally {
                    mutex.rUnlock();
                }
            }
        });
        assertEquals(done.get(), plain[0]);
        assertTrue(done.get() + read.get() > TASKS * EACH / 2, "most were done; got " + done + " and " + read);
        assertEquals("RWMutex (unlocked)", mutex.toString());
    }

    /** A bounded queue with two conditions: what was put is taken once, also where signals meet interrupts. */
    @OnBothThreads
    void conditions(Setup setup) {
        Mutex mutex = new Mutex();
        Cond room = new Cond(mutex);
        Cond filled = new Cond(mutex);
        Deque<Integer> queue = new ArrayDeque<>();
        AtomicInteger sum = new AtomicInteger();
        AtomicInteger put = new AtomicInteger();
        int each = 1_000;
        soak(setup, each, (task, i) -> {
            boolean puts = task % 2 == 0;
            uninterrupted(() -> {
                mutex.lock();
                try {
                    while (puts ? queue.size() == 2 : queue.isEmpty()) {
                        (puts ? room : filled).await();
                    }
                    if (puts) {
                        queue.add(i);
                        put.addAndGet(i);
                        filled.signal();
                    } else {
                        sum.addAndGet(queue.remove());
                        room.signal();
                    }
                } finally {
                    mutex.unlock();
                }
            });
        });
        assertEquals(put.get(), sum.get());
        assertEquals(TASKS / 2 * each * (each - 1) / 2, sum.get());
        assertEquals(0, queue.size() + room.waiting() + filled.waiting());
        assertEquals("mutex (unlocked)", mutex.toString());
    }

    /** Tries again until it is not interrupted, so that as much is taken as is put. */
    private static void uninterrupted(Body code) {
        while (true) {
            try {
                code.run();
                return;
            } catch (InterruptedException e) {
                // Once more.
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @OnBothThreads
    void groups_used_again_and_again(Setup setup) {
        int rounds = 500;
        List<WaitGroup> groups = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            groups.add(new WaitGroup());
            groups.getLast().add(TASKS);
        }
        int[][] plain = new int[rounds][TASKS];
        soak(setup, rounds, (task, i) -> {
            plain[i][task] = 1;
            groups.get(i).done();
            uninterrupted(groups.get(i)::await);
            for (int other : plain[i]) {
                assertEquals(1, other);
            }
        });
        groups.forEach(group -> assertEquals("WaitGroup (counter 0)", group.toString()));
    }
}

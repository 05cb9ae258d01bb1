package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 125 to 129: the condition. */
class CondRulesTest {
    private final Mutex mutex = new Mutex();
    private final Cond cond = new Cond(mutex);

    /** Starts a task that waits for one signal, and returns once it does. */
    private Task<Boolean> waiter(Setup setup) {
        int before = cond.waiting();
        Task<Boolean> waiter = setup.run(() -> {
            mutex.lock();
            cond.await();
            mutex.unlock();
        });
        Until.holds("it waits", () -> cond.waiting() == before + 1);
        return waiter;
    }

    @OnBothThreads
    void rule_125_await_unlocks_while_it_waits_and_has_locked_again_when_it_returns(Setup setup)
            throws InterruptedException {
        Task<Boolean> waiter = setup.run(() -> {
            mutex.lock();
            cond.await();
            assertFalse(mutex.tryLock(), "locked again");
            mutex.unlock();
        });
        Until.holds("it waits", () -> cond.waiting() == 1);
        mutex.lock();
        cond.signal();
        assertEquals(0, cond.waiting());
        Until.holds("it waits for its lock", () -> mutex.waiting() == 1);
        waiter.untilParkedAgainAfterSpuriousWakeups();
        mutex.unlock();
        waiter.get();
        assertTrue(mutex.tryLock());
        mutex.unlock();
    }

    @OnBothThreads
    void rule_125_unlocking_and_waiting_are_one_so_that_no_signal_is_lost(Setup setup) throws InterruptedException {
        int rounds = 5_000;
        int[] turn = new int[1]; // guarded by the mutex
        Task<Boolean> other = setup.run(() -> takeTurns(turn, 1, rounds));
        takeTurns(turn, 0, rounds);
        other.get();
        assertEquals(2 * rounds, turn[0]);
    }

    private void takeTurns(int[] turn, int mine, int rounds) throws InterruptedException {
        for (int i = 0; i < rounds; i++) {
            mutex.lock();
            while (turn[0] % 2 != mine) {
                cond.await();
            }
            turn[0]++;
            cond.signal();
            mutex.unlock();
        }
    }

    @OnBothThreads
    void rule_125_nobody_is_woken_without_a_signal(Setup setup) {
        Task<Boolean> waiter = waiter(setup);
        waiter.untilParkedAgainAfterSpuriousWakeups();
        new Cond(mutex).broadcast();
        waiter.untilParkedAgainAfterSpuriousWakeups();
        assertEquals(1, cond.waiting());
        cond.signal();
        waiter.get();
    }

    @Test
    void rule_125_an_await_without_the_lock_throws_and_leaves_nothing_behind() throws InterruptedException {
        IllegalMonitorStateException thrown = assertThrows(IllegalMonitorStateException.class, cond::await);
        assertTrue(thrown.getMessage().startsWith("unlock of unlocked mutex: "), thrown::getMessage);
        assertEquals(0, cond.waiting());
        assertEquals("mutex (unlocked)", mutex.toString());
        cond.signal();
        cond.broadcast();
    }

    @OnBothThreads
    void rule_125_a_signal_for_one_that_cannot_unlock_goes_to_the_next(Setup setup) {
        IllegalMonitorStateException broken = new IllegalMonitorStateException("broken");
        AtomicBoolean breaks = new AtomicBoolean(true);
        Cond[] fragile = new Cond[1];
        List<Task<Boolean>> next = new ArrayList<>();
        Locker locker = new Locker() {
            @Override
            public void lock() throws InterruptedException {
                mutex.lock();
            }

            @Override
            public void unlock() {
                if (breaks.compareAndSet(true, false)) {
                    next.add(setup.run(() -> {
                        mutex.lock();
                        fragile[0].await();
                        mutex.unlock();
                    }));
                    Until.holds("two wait", () -> fragile[0].waiting() == 2);
                    fragile[0].signal(); // for the one that cannot unlock, which came first
                    throw broken;
                }
                mutex.unlock();
            }
        };
        fragile[0] = new Cond(locker);
        assertSame(broken, assertThrows(IllegalMonitorStateException.class, fragile[0]::await));
        next.getFirst().get();
        assertEquals(0, fragile[0].waiting());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @OnBothThreads
    void rule_127_a_broadcast_for_one_that_cannot_unlock_wakes_nobody_that_comes_later(Setup setup) {
        IllegalMonitorStateException broken = new IllegalMonitorStateException("broken");
        AtomicBoolean breaks = new AtomicBoolean(true);
        Cond[] fragile = new Cond[1];
        List<Task<Boolean>> later = new ArrayList<>();
        Locker locker = new Locker() {
            @Override
            public void lock() throws InterruptedException {
                mutex.lock();
            }

            @Override
            public void unlock() {
                if (breaks.compareAndSet(true, false)) {
                    fragile[0].broadcast(); // for the one that cannot unlock
                    later.add(setup.run(() -> {
                        mutex.lock();
                        fragile[0].await();
                        mutex.unlock();
                    }));
                    Until.holds("the later one waits", () -> fragile[0].waiting() == 1);
                    throw broken;
                }
                mutex.unlock();
            }
        };
        fragile[0] = new Cond(locker);
        assertSame(broken, assertThrows(IllegalMonitorStateException.class, fragile[0]::await));
        assertEquals(1, fragile[0].waiting(), "nothing was for the later one");
        fragile[0].signal();
        later.getFirst().get();
    }

    @OnBothThreads
    void rule_126_a_signal_wakes_exactly_the_one_that_has_waited_longest(Setup setup) {
        int many = 20;
        ConcurrentLinkedQueue<Integer> woken = new ConcurrentLinkedQueue<>();
        List<Integer> want = new ArrayList<>();
        List<Task<Boolean>> waiters = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int number = i;
            waiters.add(setup.run(() -> {
                mutex.lock();
                cond.await();
                woken.add(number);
                mutex.unlock();
            }));
            Until.holds("it waits", () -> cond.waiting() == number + 1);
        }
        for (int i = 0; i < many; i++) {
            cond.signal();
            assertEquals(many - i - 1, cond.waiting());
            waiters.get(i).get();
            want.add(i);
            assertEquals(want, List.copyOf(woken));
        }
        cond.signal(); // for nobody, and kept for nobody
        Task<Boolean> late = waiter(setup).untilParked();
        assertEquals(1, cond.waiting());
        cond.signal();
        late.get();
    }

    @OnBothThreads
    void rule_126_of_generations_of_waiters_the_oldest_goes_first(Setup setup) throws InterruptedException {
        int each = 3;
        int generations = 5;
        ConcurrentLinkedQueue<Integer> woken = new ConcurrentLinkedQueue<>();
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            tasks.add(setup.run(() -> {
                for (int generation = 0; generation < generations; generation++) {
                    mutex.lock();
                    cond.await();
                    woken.add(generation);
                    mutex.unlock();
                }
            }));
        }
        List<Integer> want = new ArrayList<>();
        for (int generation = 0; generation < generations; generation++) {
            for (int i = 0; i < each; i++) {
                // The one that was woken is back among them, at the end, before the next signal.
                int left = generation == generations - 1 ? each - i : each;
                Until.holds("they wait", () -> cond.waiting() == left);
                cond.signal();
                want.add(generation);
            }
        }
        tasks.forEach(Task::get);
        assertEquals(want, List.copyOf(woken));
    }

    @OnBothThreads
    void rule_127_a_broadcast_wakes_all_that_wait_and_nobody_that_comes_later(Setup setup) {
        for (int round = 0; round < 5; round++) {
            List<Task<Boolean>> waiters = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                waiters.add(waiter(setup));
            }
            cond.broadcast();
            assertEquals(0, cond.waiting());
            waiters.forEach(Task::get);
            Task<Boolean> late = waiter(setup);
            late.untilParkedAgainAfterSpuriousWakeups();
            assertEquals(1, cond.waiting());
            cond.broadcast();
            late.get();
            cond.broadcast();
        }
    }

    @OnBothThreads
    void rule_128_a_signal_is_not_stolen_by_one_that_comes_to_wait_after_it(Setup setup) throws InterruptedException {
        GatedWorld world = new GatedWorld();
        for (boolean all : new boolean[] {false, true}) {
            world.close();
            Goroutine first = world.startAndPark(() -> {
                mutex.lock();
                cond.await();
                mutex.unlock();
            });
            assertEquals(1, cond.waiting());
            if (all) {
                cond.broadcast();
            } else {
                cond.signal();
            }
            // The first was woken and does not run yet; the thief gets lock and queue for itself.
            Task<Boolean> thief = waiter(setup);
            thief.untilParkedAgainAfterSpuriousWakeups();
            assertFalse(first.isDone());
            world.open();
            first.await();
            assertEquals(1, cond.waiting());
            cond.signal();
            thief.get();
        }
    }

    @OnBothThreads
    void rule_129_signals_may_be_given_with_the_lock_and_without(Setup setup) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            Task<Boolean> waiter = waiter(setup);
            boolean locked = i % 2 == 0;
            if (locked) {
                mutex.lock();
            }
            if (i < 2) {
                cond.signal();
            } else {
                cond.broadcast();
            }
            if (locked) {
                mutex.unlock();
            }
            waiter.get();
        }
    }

    @OnBothThreads
    void rule_129_signals_from_everywhere_wake_each_waiter_once(Setup setup) {
        int waiters = 4;
        int rounds = 500;
        AtomicInteger woken = new AtomicInteger();
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < waiters; i++) {
            tasks.add(setup.run(() -> {
                for (int round = 0; round < rounds; round++) {
                    mutex.lock();
                    cond.await();
                    woken.incrementAndGet();
                    mutex.unlock();
                }
            }));
        }
        List<Task<Integer>> signallers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            boolean locks = i == 0;
            signallers.add(setup.call(() -> {
                int given = 0;
                while (woken.get() < waiters * rounds) {
                    if (locks) {
                        mutex.lock();
                    }
                    if (cond.waiting() > 0) {
                        cond.signal();
                        given++;
                    }
                    if (locks) {
                        mutex.unlock();
                    }
                    LockSupport.parkNanos(1_000); // lets the others run where there is one carrier
                }
                return given;
            }));
        }
        tasks.forEach(Task::get);
        int given = signallers.stream().mapToInt(Task::get).sum();
        assertEquals(waiters * rounds, woken.get());
        assertTrue(given >= woken.get(), "each wake-up had its signal: " + given);
        assertEquals(0, cond.waiting());
    }

    @OnBothThreads
    void a_condition_of_readers_locks_for_reading(Setup setup) throws InterruptedException {
        RWMutex rw = new RWMutex();
        Cond readable = new Cond(rw.rLocker());
        int[] plain = new int[1];
        List<Task<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            readers.add(setup.call(() -> {
                rw.rLock();
                try {
                    while (plain[0] == 0) {
                        readable.await();
                    }
                    return plain[0];
                } finally {
                    rw.rUnlock();
                }
            }));
        }
        Until.holds("all wait", () -> readable.waiting() == 5);
        rw.lock();
        plain[0] = 42;
        readable.broadcast();
        rw.unlock();
        readers.forEach(reader -> assertEquals(42, reader.get()));
        assertTrue(rw.tryLock());
    }

    @Test
    void without_a_lock_there_is_no_condition() {
        assertEquals(
                "lock of a Cond: got null, want the lock that waiters hold",
                assertThrows(NullPointerException.class, () -> new Cond(null)).getMessage());
    }
}

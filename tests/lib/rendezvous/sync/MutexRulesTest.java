package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
import rendezvous.testing.ChildJvm;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 114 to 118: the mutex. */
class MutexRulesTest {
    private static final long PATIENCE = 1_000_000;

    private final Mutex mutex = new Mutex();

    @OnBothThreads
    void rule_114_one_at_a_time_holds_it_and_sees_what_the_last_one_did(Setup setup) throws InterruptedException {
        int threads = 6;
        int rounds = 20_000;
        int[] plain = new int[2]; // a lost update shows two holders, or a stale value
        AtomicInteger tried = new AtomicInteger();
        SpinBarrier barrier = new SpinBarrier(threads);
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            boolean tries = t == 0;
            tasks.add(setup.run(() -> {
                barrier.await();
                for (int i = 0; i < rounds; i++) {
                    if (tries && mutex.tryLock()) {
                        tried.incrementAndGet();
                    } else {
                        mutex.lock();
                    }
                    plain[0]++;
                    assertEquals(plain[0] - 1, plain[1]);
                    plain[1]++;
                    mutex.unlock();
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(threads * rounds, plain[0]);
        assertEquals(threads * rounds, plain[1]);
        assertTrue(tried.get() > 0, "some tries succeeded");
        assertFree();
    }

    private void assertFree() {
        assertEquals("mutex (unlocked)", mutex.toString());
        assertTrue(mutex.tryLock());
        mutex.unlock();
    }

    @OnBothThreads
    void rule_115_it_is_not_reentrant(Setup setup) throws InterruptedException {
        Task<Boolean> twice = setup.run(() -> {
            mutex.lock();
            assertFalse(mutex.tryLock(), "its holder has no right to lock it again");
            mutex.lock();
        });
        twice.untilParkedAgainAfterSpuriousWakeups();
        assertEquals("mutex (locked, 1 waiting)", mutex.toString());
        mutex.unlock();
        twice.get();
        mutex.unlock();
        assertFree();
    }

    @OnBothThreads
    void rule_115_it_has_no_owner_so_that_another_may_unlock_it(Setup setup) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            mutex.lock();
            Task<Boolean> waiting = setup.run(mutex::lock);
            Until.holds("it waits", () -> mutex.waiting() == 1);
            setup.run(mutex::unlock).get();
            waiting.get();
            setup.run(mutex::unlock).get();
        }
        assertFree();
    }

    @OnBothThreads
    void rule_116_differs_unlock_of_an_unlocked_mutex_throws_and_leaves_it_as_it_was(Setup setup)
            throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            IllegalMonitorStateException thrown = assertThrows(IllegalMonitorStateException.class, mutex::unlock);
            assertEquals(
                    "unlock of unlocked mutex: got unlock() of mutex (unlocked), want one lock() before each unlock()",
                    thrown.getMessage());
            assertFree();
        }
        mutex.lock();
        Task<Boolean> waiting = setup.run(mutex::lock);
        Until.holds("it waits", () -> mutex.waiting() == 1);
        mutex.unlock();
        waiting.get();
        mutex.unlock();
        assertThrows(IllegalMonitorStateException.class, mutex::unlock);
        assertFree();
    }

    @OnBothThreads
    void rule_116_of_many_unlocks_at_once_as_many_succeed_as_there_were_locks(Setup setup) throws InterruptedException {
        int rounds = 300;
        AtomicInteger locks = new AtomicInteger();
        AtomicInteger unlocks = new AtomicInteger();
        for (int round = 0; round < rounds; round++) {
            List<Task<Boolean>> tasks = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                tasks.add(setup.run(() -> {
                    if (mutex.tryLock()) {
                        locks.incrementAndGet();
                    }
                    try {
                        mutex.unlock();
                        unlocks.incrementAndGet();
                    } catch (IllegalMonitorStateException e) {
                        // Another took its lock from it.
                    }
                }));
            }
            tasks.forEach(Task::get);
        }
        if (mutex.tryLock()) {
            locks.incrementAndGet();
        }
        mutex.unlock();
        unlocks.incrementAndGet();
        assertEquals(locks.get(), unlocks.get());
        assertFree();
    }

    @OnBothThreads
    void rule_117_try_lock_never_waits(Setup setup) throws InterruptedException {
        assertTrue(mutex.tryLock());
        tryInterrupted(setup);
        assertEquals(0, mutex.waiting());
        Task<Boolean> waiting = setup.run(mutex::lock);
        Until.holds("somebody waits", () -> mutex.waiting() == 1);
        tryInterrupted(setup);
        assertEquals(1, mutex.waiting());
        mutex.unlock();
        waiting.get();
        mutex.unlock();
        assertFree();
    }

    /** Tries in vain, as one who could not wait: it would throw instead. */
    private void tryInterrupted(Setup setup) {
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    assertFalse(mutex.tryLock());
                    assertTrue(Thread.interrupted(), "the flag is kept for whoever waits next");
                })
                .get();
    }

    /** A waiter in a gated world: it was queued up, and goes on only when the gate opens. */
    private Goroutine waiter(GatedWorld world, List<String> order, String name) {
        int before = mutex.waiting();
        Goroutine goroutine = world.startAndPark(() -> {
            mutex.lock();
            order.add(name);
        });
        assertEquals(before + 1, mutex.waiting());
        return goroutine;
    }

    /** Lets the waiter that was woken try, in vain since the mutex is locked, and wait again. */
    private void tryInVain(GatedWorld world, Thread thread, int waiting) {
        world.open();
        Until.holds("it waits again", () -> mutex.waiting() == waiting && GatedWorld.parked(thread));
        world.close();
    }

    @Test
    void rule_118_a_lock_that_gets_free_is_for_who_comes_first_as_long_as_nobody_starves() throws InterruptedException {
        GatedWorld world = new GatedWorld();
        List<String> order = new ArrayList<>();
        mutex.lock();
        Goroutine waiter = waiter(world, order, "waiter");
        mutex.unlock();
        assertTrue(mutex.tryLock(), "it was woken and does not run yet");
        mutex.unlock();
        mutex.lock();
        order.add("passer");
        mutex.unlock();
        world.open();
        waiter.await();
        assertEquals(List.of("passer", "waiter"), order);
        mutex.unlock();
        assertFree();
    }

    @Test
    void rule_118_a_waiter_that_tried_in_vain_for_a_millisecond_is_handed_the_lock() throws InterruptedException {
        GatedWorld world = new GatedWorld();
        List<String> order = new ArrayList<>();
        Thread[] thread = new Thread[1];
        mutex.lock();
        Goroutine old = world.startAndPark(() -> {
            thread[0] = Thread.currentThread();
            mutex.lock();
            order.add("old");
        });
        Goroutine young = null;
        for (long age : new long[] {PATIENCE, PATIENCE + 1}) {
            mutex.unlock();
            assertTrue(mutex.tryLock(), "nobody starves yet at " + age);
            if (young == null) {
                young = waiter(world, order, "young");
                world.advance(age);
            } else {
                world.advance(1);
            }
            tryInVain(world, thread[0], 2);
        }
        mutex.unlock();
        assertFalse(mutex.tryLock(), "it is handed over, to one that does not even run yet");
        assertEquals(1, mutex.waiting());
        world.open();
        old.await();
        assertEquals(List.of("old"), order, "who starves comes first");
        world.close();
        // The other has waited for a millisecond and a nanosecond: it is handed the lock, too, being the last.
        mutex.unlock();
        assertFalse(mutex.tryLock());
        world.open();
        young.await();
        assertEquals(List.of("old", "young"), order);
        mutex.unlock();
        assertFree();
    }

    @Test
    void rule_118_one_waiter_at_a_time_is_woken() throws InterruptedException {
        GatedWorld world = new GatedWorld();
        List<String> order = new ArrayList<>();
        mutex.lock();
        Goroutine first = waiter(world, order, "first");
        Goroutine second = waiter(world, order, "second");
        for (int i = 0; i < 3; i++) {
            mutex.unlock();
            assertEquals(1, mutex.waiting(), "as long as the first was woken and has not come to try");
            assertTrue(mutex.tryLock());
        }
        mutex.unlock();
        world.open();
        first.await();
        mutex.unlock();
        second.await();
        assertEquals(List.of("first", "second"), order);
        mutex.unlock();
        assertFree();
    }

    @Test
    void rule_118_a_waiter_that_tried_in_vain_is_served_before_those_that_came_later() throws InterruptedException {
        GatedWorld world = new GatedWorld();
        List<String> order = new ArrayList<>();
        Thread[] thread = new Thread[1];
        mutex.lock();
        Goroutine first = world.startAndPark(() -> {
            thread[0] = Thread.currentThread();
            mutex.lock();
            order.add("first");
        });
        Goroutine second = waiter(world, order, "second");
        mutex.unlock();
        mutex.lock();
        tryInVain(world, thread[0], 2);
        mutex.unlock();
        world.open();
        first.await();
        assertEquals(List.of("first"), order);
        mutex.unlock();
        second.await();
        mutex.unlock();
        assertFree();
    }

    @Test
    void rule_118_when_nobody_starves_any_more_the_lock_is_for_who_comes_first_again() throws InterruptedException {
        GatedWorld world = new GatedWorld();
        List<String> order = new ArrayList<>();
        Thread[] thread = new Thread[1];
        mutex.lock();
        Goroutine old = world.startAndPark(() -> {
            thread[0] = Thread.currentThread();
            mutex.lock();
        });
        mutex.unlock();
        mutex.lock();
        world.advance(PATIENCE + 1);
        tryInVain(world, thread[0], 1);
        Goroutine young = waiter(world, order, "young");
        Goroutine younger = waiter(world, order, "younger");
        mutex.unlock();
        world.open();
        old.await();
        world.close();
        mutex.unlock();
        world.open();
        young.await(); // handed over, but finds itself young
        world.close();
        mutex.unlock();
        assertTrue(mutex.tryLock(), "the mode is normal again");
        mutex.unlock();
        world.open();
        younger.await();
        mutex.unlock();
        assertFree();
    }

    @Test
    void rule_118_for_a_millisecond_after_the_wake_up_who_comes_first_passes_every_time() throws InterruptedException {
        GatedWorld world = new GatedWorld();
        List<String> order = new ArrayList<>();
        mutex.lock();
        Goroutine waiter = waiter(world, order, "waiter");
        world.advance(5 * PATIENCE); // the wake-up is what counts, not the beginning of time
        Goroutine unlocker = Goroutine.start("unlocker", world, mutex::unlock);
        unlocker.await();
        world.advance(PATIENCE);
        Goroutine passer = Goroutine.start("passer", world, () -> {
            for (int i = 0; i < 100; i++) {
                mutex.lock();
                mutex.unlock();
            }
            order.add("passer");
        });
        Until.holds("it passed a hundred times, and never waited", passer::isDone);
        world.open();
        waiter.await();
        assertEquals(List.of("passer", "waiter"), order);
        mutex.unlock();
        assertFree();
    }

    @OnBothThreads
    void rule_118_who_locks_in_a_loop_stops_for_a_waiter_that_was_woken_and_is_not_let_run(Setup setup)
            throws InterruptedException {
        GatedWorld world = new GatedWorld();
        List<String> order = new ArrayList<>();
        mutex.lock();
        Goroutine waiter = waiter(world, order, "waiter");
        boolean[] over = new boolean[1];
        mutex.unlock();
        Task<Boolean> loop = setup.run(() -> {
            while (true) {
                mutex.lock();
                if (over[0]) {
                    mutex.unlock();
                    return;
                }
                mutex.unlock();
            }
        });
        loop.untilParked();
        assertEquals(1, mutex.waiting());
        assertEquals(List.of(), order);
        world.open();
        waiter.await();
        over[0] = true; // guarded by the mutex, which the waiter has locked
        mutex.unlock();
        loop.get();
        assertFree();
    }

    @Test
    void rule_118_on_one_carrier_a_loop_of_lock_and_unlock_does_not_keep_a_waiter_away() throws Exception {
        assertEquals("came in", ChildJvm.run(OneCarrier.class, "-Djdk.virtualThreadScheduler.parallelism=1"));
    }

    /** A goroutine that never waits for anything else locks and unlocks until another has had the lock. */
    static final class OneCarrier {
        public static void main(String[] args) throws InterruptedException {
            Mutex mutex = new Mutex();
            WaitGroup group = new WaitGroup();
            boolean[] over = new boolean[1];
            mutex.lock();
            group.go(() -> {
                mutex.lock();
                over[0] = true;
                mutex.unlock();
            });
            Until.holds("it waits", () -> mutex.waiting() == 1);
            group.go(() -> {
                boolean seen = false;
                while (!seen) {
                    mutex.lock();
                    seen = over[0];
                    mutex.unlock();
                }
            });
            mutex.unlock();
            group.await();
            System.out.println("came in");
        }
    }

    @Test
    void an_unlock_between_the_look_at_the_mutex_and_the_queue_is_not_missed() {
        AtomicReference<Runnable> between = new AtomicReference<>(mutex::unlock);
        World world = new World(null) {
            @Override
            public long nanoTime() { // asked for by one who found the mutex locked, before it queues up
                Runnable code = between.getAndSet(null);
                if (code != null) {
                    code.run();
                }
                return super.nanoTime();
            }
        };
        assertTrue(mutex.tryLock());
        Goroutine locker = Goroutine.start("locker", world, mutex::lock);
        Until.holds("it has locked", locker::isDone);
        assertNull(between.get());
        mutex.unlock();
        assertFree();
    }

    @OnBothThreads
    void a_waiter_that_gives_up_while_it_starves_leaves_the_mutex_to_the_others(Setup setup)
            throws InterruptedException {
        GatedWorld world = new GatedWorld();
        Thread[] thread = new Thread[1];
        mutex.lock();
        Goroutine old = world.startAndPark(() -> {
            thread[0] = Thread.currentThread();
            mutex.lock();
        });
        mutex.unlock();
        mutex.lock();
        world.advance(PATIENCE + 1);
        tryInVain(world, thread[0], 1);
        Task<Boolean> other = setup.run(mutex::lock);
        Until.holds("both wait", () -> mutex.waiting() == 2);
        world.open();
        old.interrupt();
        assertThrows(RuntimeException.class, old::await);
        assertEquals(1, mutex.waiting());
        mutex.unlock();
        other.get();
        mutex.unlock();
        assertFree();
    }
}

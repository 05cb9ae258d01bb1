package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 119 to 124: the mutex for readers and writers. */
class RWMutexRulesTest {
    private final RWMutex mutex = new RWMutex();

    private Task<Boolean> waitingWriter(Setup setup) {
        int before = mutex.waitingWriters();
        Task<Boolean> writer = setup.run(mutex::lock);
        Until.holds("the writer waits", () -> mutex.waitingWriters() == before + 1);
        return writer;
    }

    private Task<Boolean> waitingReader(Setup setup) {
        int before = mutex.waitingReaders();
        Task<Boolean> reader = setup.run(mutex::rLock);
        Until.holds("the reader waits", () -> mutex.waitingReaders() == before + 1);
        return reader;
    }

    private void assertFree() {
        assertEquals("RWMutex (unlocked)", mutex.toString());
        assertTrue(mutex.tryRLock());
        mutex.rUnlock();
        assertTrue(mutex.tryLock());
        mutex.unlock();
    }

    @OnBothThreads
    void rule_119_many_readers_have_it_at_once(Setup setup) {
        int many = 50;
        AtomicInteger inside = new AtomicInteger();
        List<Task<Boolean>> readers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            readers.add(setup.run(() -> {
                mutex.rLock();
                inside.incrementAndGet();
                Until.holds("all readers are inside", () -> inside.get() == many);
                mutex.rUnlock();
            }));
        }
        readers.forEach(Task::get);
        assertFree();
    }

    @OnBothThreads
    void rule_119_a_writer_waits_for_all_readers_and_readers_wait_for_the_writer(Setup setup)
            throws InterruptedException {
        mutex.rLock();
        mutex.rLock();
        Task<Boolean> writer = waitingWriter(setup);
        writer.untilParkedAgainAfterSpuriousWakeups();
        assertEquals("RWMutex (readers: 2, 1 waiting)", mutex.toString());
        mutex.rUnlock();
        writer.untilParkedAgainAfterSpuriousWakeups();
        mutex.rUnlock();
        writer.get();
        assertEquals("RWMutex (locked)", mutex.toString());
        Task<Boolean> reader = waitingReader(setup);
        reader.untilParkedAgainAfterSpuriousWakeups();
        Task<Boolean> second = waitingWriter(setup);
        second.untilParkedAgainAfterSpuriousWakeups();
        mutex.unlock();
        reader.get();
        mutex.rUnlock();
        second.get();
        mutex.unlock();
        assertFree();
    }

    @OnBothThreads
    void rule_119_writers_exclude_each_other_and_readers_see_only_whole_writes(Setup setup)
            throws InterruptedException {
        int rounds = 10_000;
        int[] plain = new int[2];
        AtomicInteger written = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        SpinBarrier barrier = new SpinBarrier(6);
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 6; t++) {
            boolean writes = t % 3 == 0;
            boolean tries = t < 3;
            tasks.add(setup.run(() -> {
                barrier.await();
                for (int i = 0; i < rounds; i++) {
                    if (writes) {
                        if (!tries || !mutex.tryLock()) {
                            mutex.lock();
                        }
                        plain[0]++;
                        assertEquals(plain[0] - 1, plain[1]);
                        plain[1]++;
                        written.incrementAndGet();
                        mutex.unlock();
                    } else {
                        if (!tries || !mutex.tryRLock()) {
                            mutex.rLock();
                        }
                        assertEquals(plain[0], plain[1]);
                        assertEquals(written.get(), plain[0]);
                        read.incrementAndGet();
                        mutex.rUnlock();
                    }
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(2 * rounds, plain[0]);
        assertEquals(4 * rounds, read.get());
        assertFree();
    }

    @OnBothThreads
    void rule_120_a_writer_that_waits_stops_new_readers_until_it_had_its_turn(Setup setup) throws InterruptedException {
        List<String> order = new ArrayList<>();
        mutex.rLock();
        Task<Boolean> writer = setup.run(() -> {
            mutex.lock();
            order.add("writer"); // guarded by the mutex
            mutex.unlock();
        });
        Until.holds("the writer waits", () -> mutex.waitingWriters() == 1);
        assertFalse(mutex.tryRLock());
        Task<Boolean> reader = setup.run(() -> {
            mutex.rLock();
            order.add("reader");
            mutex.rUnlock();
        });
        Until.holds("the reader waits", () -> mutex.waitingReaders() == 1);
        reader.untilParkedAgainAfterSpuriousWakeups();
        mutex.rUnlock();
        writer.get();
        reader.get();
        assertEquals(List.of("writer", "reader"), order);
        assertFree();
    }

    @OnBothThreads
    void rule_120_who_reads_and_asks_to_read_again_waits_for_ever_if_a_writer_came_between(Setup setup)
            throws InterruptedException {
        Task<Boolean> twice = setup.run(() -> {
            mutex.rLock();
            Until.holds("a writer waits", () -> mutex.waitingWriters() == 1);
            mutex.rLock();
        });
        Until.holds("it reads", () -> mutex.toString().contains("readers: 1"));
        Task<Boolean> writer = waitingWriter(setup);
        Until.holds("the reader waits for the writer that waits for it", () -> mutex.waitingReaders() == 1);
        twice.untilParkedAgainAfterSpuriousWakeups();
        writer.untilParkedAgainAfterSpuriousWakeups();
        mutex.rUnlock(); // another's lock, as Go allows
        writer.get();
        mutex.unlock();
        twice.get();
        mutex.rUnlock();
        assertFree();
    }

    @OnBothThreads
    void rule_120_readers_that_come_and_go_do_not_keep_a_writer_out(Setup setup) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger inside = new AtomicInteger();
        List<Task<Boolean>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(setup.run(() -> {
                while (!over.get()) {
                    mutex.rLock();
                    inside.incrementAndGet();
                    LockSupport.parkNanos(10_000); // long enough for another to come meanwhile
                    inside.decrementAndGet();
                    mutex.rUnlock();
                }
            }));
        }
        setup.run(() -> {
                    for (int i = 0; i < 200; i++) {
                        mutex.lock();
                        assertEquals(0, inside.get());
                        mutex.unlock();
                    }
                    over.set(true);
                })
                .get();
        readers.forEach(Task::get);
        assertFree();
    }

    @OnBothThreads
    void rule_120_a_writer_that_gives_up_lets_the_readers_go_on_that_waited_for_it(Setup setup)
            throws InterruptedException {
        mutex.rLock();
        Task<Boolean> writer = waitingWriter(setup);
        List<Task<Boolean>> readers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            readers.add(waitingReader(setup));
        }
        writer.interrupt();
        writer.failure(InterruptedException.class);
        readers.forEach(Task::get);
        assertEquals("RWMutex (readers: 6)", mutex.toString());
        for (int i = 0; i < 6; i++) {
            mutex.rUnlock();
        }
        assertFree();
    }

    @OnBothThreads
    void rule_121_after_an_unlock_the_readers_that_waited_go_before_the_next_writer(Setup setup)
            throws InterruptedException {
        mutex.lock();
        AtomicInteger inside = new AtomicInteger();
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(setup.run(() -> {
                mutex.lock();
                assertEquals(5, inside.get());
                mutex.unlock();
            }));
        }
        Until.holds("the writers wait", () -> mutex.waitingWriters() == 3);
        for (int i = 0; i < 5; i++) {
            tasks.add(setup.run(() -> {
                mutex.rLock();
                inside.incrementAndGet();
                Until.holds("all readers that waited have it at once", () -> inside.get() == 5);
                mutex.rUnlock();
            }));
        }
        Until.holds("the readers wait", () -> mutex.waitingReaders() == 5);
        mutex.unlock();
        tasks.forEach(Task::get);
        assertFree();
    }

    @OnBothThreads
    void rule_122_differs_unlocks_of_what_is_not_locked_throw_and_leave_it_as_it_was(Setup setup)
            throws InterruptedException {
        String write = "unlock of unlocked RWMutex: got unlock() of %s, want one lock() before each unlock()";
        String read = "rUnlock of unlocked RWMutex: got rUnlock() of %s, want one rLock() before each rUnlock()";
        assertRefused(write.formatted("RWMutex (unlocked)"), mutex::unlock);
        assertRefused(read.formatted("RWMutex (unlocked)"), mutex::rUnlock);
        assertRefused(read.formatted("RWMutex (unlocked)"), mutex.rLocker()::unlock);
        assertFree();
        mutex.rLock();
        assertRefused(write.formatted("RWMutex (readers: 1)"), mutex::unlock);
        Task<Boolean> writer = waitingWriter(setup);
        assertRefused(write.formatted("RWMutex (readers: 1, 1 waiting)"), mutex::unlock);
        mutex.rUnlock();
        writer.get();
        assertRefused(read.formatted("RWMutex (locked)"), mutex::rUnlock);
        Task<Boolean> reader = waitingReader(setup);
        assertRefused(read.formatted("RWMutex (locked, 1 waiting)"), mutex::rUnlock);
        mutex.unlock();
        reader.get();
        mutex.rUnlock();
        assertRefused(read.formatted("RWMutex (unlocked)"), mutex::rUnlock);
        assertFree();
    }

    private static void assertRefused(String message, Runnable unlock) {
        assertEquals(
                message,
                assertThrows(IllegalMonitorStateException.class, unlock::run).getMessage());
    }

    @OnBothThreads
    void rule_123_tries_never_wait_and_fail_while_the_other_side_has_it_or_a_writer_waits(Setup setup)
            throws InterruptedException {
        tries(setup, true, true);
        mutex.rLock();
        tries(setup, true, false);
        Task<Boolean> writer = waitingWriter(setup);
        tries(setup, false, false);
        mutex.rUnlock();
        writer.get();
        tries(setup, false, false);
        Task<Boolean> reader = waitingReader(setup);
        tries(setup, false, false);
        mutex.unlock();
        reader.get();
        mutex.rUnlock();
        tries(setup, true, true);
        assertFree();
    }

    /** Tries in a thread that is interrupted: if it waited, it would throw. */
    private void tries(Setup setup, boolean toRead, boolean toWrite) {
        int waiting = mutex.waitingReaders() + mutex.waitingWriters();
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    boolean reads = mutex.tryRLock();
                    if (reads) {
                        mutex.rUnlock();
                    }
                    boolean writes = mutex.tryLock();
                    if (writes) {
                        mutex.unlock();
                    }
                    assertTrue(Thread.interrupted());
                    assertAll(() -> assertEquals(toRead, reads), () -> assertEquals(toWrite, writes));
                })
                .get();
        assertEquals(waiting, mutex.waitingReaders() + mutex.waitingWriters());
    }

    @OnBothThreads
    void rule_124_the_readers_side_locks_and_unlocks_for_reading(Setup setup) throws InterruptedException {
        Locker readers = mutex.rLocker();
        readers.lock();
        readers.lock();
        assertEquals("RWMutex (readers: 2)", mutex.toString());
        Task<Boolean> writer = waitingWriter(setup);
        readers.unlock();
        mutex.rUnlock();
        writer.get();
        Task<Boolean> reader = setup.run(mutex.rLocker()::lock);
        Until.holds("the reader waits", () -> mutex.waitingReaders() == 1);
        mutex.unlock();
        reader.get();
        readers.unlock();
        assertFree();
    }

    @Test
    void rule_124_the_readers_side_is_the_same_each_time() {
        assertEquals(mutex.rLocker(), mutex.rLocker());
        assertFalse(mutex.rLocker().equals(new RWMutex().rLocker()));
        assertEquals("readers of RWMutex (unlocked)", mutex.rLocker().toString());
    }
}

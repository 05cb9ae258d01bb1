package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import rendezvous.chan.Chan;
import rendezvous.runtime.Body;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Race;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Interrupts before and during everything that waits, and in a race with what ends the wait. */
class InterruptionTest {
    private static final int ROUNDS = 200;

    private final Mutex mutex = new Mutex();
    private final RWMutex rw = new RWMutex();
    private final Cond cond = new Cond(mutex);
    private final WaitGroup group = new WaitGroup();
    private final Once once = new Once();

    private static void interruptedBefore(Setup setup, String message, Body operation) {
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    InterruptedException thrown = assertThrows(InterruptedException.class, operation::run);
                    assertEquals(message, thrown.getMessage());
                    assertFalse(Thread.interrupted(), "the flag is cleared by the exception");
                })
                .get();
    }

    private static void interruptedWhile(Setup setup, String message, BooleanSupplier waits, Body operation) {
        for (int i = 0; i < 20; i++) {
            Task<Boolean> task = setup.run(() -> {
                InterruptedException thrown = assertThrows(InterruptedException.class, operation::run);
                assertEquals(message, thrown.getMessage());
                assertFalse(Thread.interrupted(), "the flag is cleared by the exception");
            });
            Until.holds("the operation waits", waits);
            task.interrupt();
            task.get();
            assertFalse(waits.getAsBoolean(), "nobody is left behind");
        }
    }

    @OnBothThreads
    void a_mutex_that_is_waited_for(Setup setup) throws InterruptedException {
        interruptedBefore(setup, "interrupted before it waits for a lock: mutex (unlocked)", mutex::lock);
        assertEquals("mutex (unlocked)", mutex.toString());
        mutex.lock();
        interruptedBefore(setup, "interrupted before it waits for a lock: mutex (locked)", mutex::lock);
        interruptedWhile(
                setup, "interrupted: it waits for a lock: mutex (locked)", () -> mutex.waiting() == 1, mutex::lock);
        mutex.unlock();
        assertEquals("mutex (unlocked)", mutex.toString());
        assertTrue(mutex.tryLock());
    }

    @OnBothThreads
    void a_mutex_for_writing_that_is_waited_for(Setup setup) throws InterruptedException {
        interruptedBefore(setup, "interrupted before it waits for a lock: RWMutex (unlocked)", rw::lock);
        rw.lock();
        String locked = "interrupted: it waits for a lock: RWMutex (locked)";
        interruptedWhile(setup, locked, () -> rw.waitingWriters() == 1, rw::lock);
        rw.unlock();
        rw.rLock();
        String read = "interrupted: it waits for a lock: RWMutex (readers: 1)";
        interruptedWhile(setup, read, () -> rw.waitingWriters() == 1, rw::lock);
        assertTrue(rw.tryRLock());
        rw.rUnlock();
        rw.rUnlock();
        assertTrue(rw.tryLock());
    }

    @OnBothThreads
    void a_mutex_for_reading_that_is_waited_for(Setup setup) throws InterruptedException {
        interruptedBefore(setup, "interrupted before it waits for a lock to read: RWMutex (unlocked)", rw::rLock);
        rw.lock();
        String locked = "interrupted: it waits for a lock to read: RWMutex (locked)";
        interruptedWhile(setup, locked, () -> rw.waitingReaders() == 1, rw::rLock);
        interruptedWhile(setup, locked, () -> rw.waitingReaders() == 1, rw.rLocker()::lock);
        rw.unlock();
        assertTrue(rw.tryLock());
    }

    @OnBothThreads
    void a_condition_that_is_waited_for(Setup setup) {
        interruptedBefore(setup, "interrupted before it waits for a signal", () -> {
            mutex.tryLock();
            try {
                cond.await();
            } finally {
                assertFalse(mutex.tryLock(), "still locked");
                mutex.unlock();
            }
        });
        interruptedWhile(setup, "interrupted: it waits for a signal", () -> cond.waiting() == 1, () -> {
            mutex.lock();
            try {
                cond.await();
            } finally {
                assertFalse(mutex.tryLock(), "locked again");
                mutex.unlock();
            }
        });
        assertTrue(mutex.tryLock());
    }

    @OnBothThreads
    void an_interrupted_await_waits_for_its_lock_before_it_throws_whatever_interrupts_come(Setup setup)
            throws InterruptedException {
        for (boolean signalled : new boolean[] {false, true}) {
            Task<Boolean> waiter = setup.run(() -> {
                mutex.lock();
                try {
                    if (signalled) {
                        cond.await();
                        assertTrue(Thread.interrupted(), "kept for whoever waits next");
                    } else {
                        assertThrows(InterruptedException.class, cond::await);
                        assertFalse(Thread.interrupted(), "all were told by the exception");
                    }
                } finally {
                    assertFalse(mutex.tryLock(), "locked again");
                    mutex.unlock();
                }
            });
            Until.holds("it waits", () -> cond.waiting() == 1);
            mutex.lock();
            if (signalled) {
                cond.signal();
            }
            for (int i = 0; i < 20; i++) {
                waiter.interrupt();
                Until.holds("the interrupt was seen", () -> !waiter.thread().isInterrupted());
                Until.holds("it waits for its lock", () -> mutex.waiting() == 1);
                assertFalse(waiter.isDone());
            }
            mutex.unlock();
            waiter.get();
            assertEquals(0, cond.waiting());
            assertEquals("mutex (unlocked)", mutex.toString());
        }
    }

    @OnBothThreads
    void a_group_that_is_waited_for(Setup setup) throws InterruptedException {
        group.add(1);
        interruptedBefore(setup, "interrupted before it waits for a group: WaitGroup (counter 1)", group::await);
        String message = "interrupted: it waits for a group: WaitGroup (counter 1)";
        interruptedWhile(setup, message, () -> group.waiting() == 1, group::await);
        group.done();
        group.await();
    }

    @OnBothThreads
    void what_runs_once_that_is_waited_for(Setup setup) throws InterruptedException {
        Chan<Integer> gate = Chan.make();
        Task<Boolean> runner = setup.run(() -> once.run(gate::receiveOk));
        Until.holds("the code runs", () -> once.toString().equals("Once (runs)"));
        interruptedBefore(
                setup, "interrupted before it waits for what runs once: Once (runs)", () -> once.run(() -> {}));
        interruptedWhile(
                setup,
                "interrupted: it waits for what runs once: Once (runs)",
                () -> once.waiting() == 1,
                () -> once.run(() -> {}));
        gate.close();
        runner.get();
        once.run(() -> {});
    }

    @OnBothThreads
    void a_value_made_once_that_is_waited_for_throws_with_the_flag_set(Setup setup) {
        Chan<Integer> gate = Chan.make();
        Chan<Integer> runs = Chan.make();
        Supplier<Integer> value = Once.value(() -> {
            runs.close();
            Until.holds("the gate is open", () -> gate.tryReceive().isPresent());
            return 42;
        });
        Task<Integer> runner = setup.call(value::get);
        Until.holds("the code runs", () -> runs.tryReceive().isPresent());
        Task<Boolean> other = setup.run(() -> {
            InterruptedOnceException thrown = assertThrows(InterruptedOnceException.class, value::get);
            assertInstanceOf(InterruptedException.class, thrown.getCause());
            assertSame(thrown.getCause().getMessage(), thrown.getMessage());
            assertTrue(Thread.interrupted());
        });
        other.untilParked().interrupt();
        other.get();
        gate.close();
        assertEquals(42, runner.get());
        assertEquals(42, value.get());
    }

    @OnBothThreads
    void an_unlock_that_races_with_an_interrupt(Setup setup) throws InterruptedException {
        Race race = new Race(setup);
        for (int round = 0; round < ROUNDS; round++) {
            mutex.lock();
            Task<Boolean> waiter = race.start(mutex::lock, () -> mutex.waiting() == 1);
            race.against(waiter, () -> {
                mutex.unlock();
                return true;
            });
            assertEquals(waiter.get() ? "mutex (locked)" : "mutex (unlocked)", mutex.toString());
            if (waiter.get()) {
                mutex.unlock();
            }
        }
        race.bothHappened();
    }

    @OnBothThreads
    void an_unlock_for_one_who_is_interrupted_serves_the_next(Setup setup) throws InterruptedException {
        Race race = new Race(setup);
        for (int round = 0; round < ROUNDS; round++) {
            mutex.lock();
            Task<Boolean> first = race.start(
                    () -> {
                        mutex.lock();
                        mutex.unlock();
                    },
                    () -> mutex.waiting() == 1);
            Task<Boolean> second = setup.run(mutex::lock);
            Until.holds("both wait", () -> mutex.waiting() == 2);
            race.against(first, () -> {
                mutex.unlock();
                return true;
            });
            second.get();
            assertEquals("mutex (locked)", mutex.toString());
            mutex.unlock();
        }
        race.bothHappened();
    }

    @OnBothThreads
    void the_last_readers_leave_races_with_an_interrupt_of_the_writer(Setup setup) throws InterruptedException {
        Race race = new Race(setup);
        for (int round = 0; round < ROUNDS; round++) {
            rw.rLock();
            Task<Boolean> writer = race.start(rw::lock, () -> rw.waitingWriters() == 1);
            Task<Boolean> reader = setup.run(rw::rLock);
            Until.holds("a reader waits", () -> rw.waitingReaders() == 1);
            race.against(writer, () -> {
                rw.rUnlock();
                return true;
            });
            assertEquals(
                    writer.get() ? "RWMutex (locked, 1 waiting)" : "RWMutex (readers: 1)",
                    settled(writer.get(), reader));
            if (writer.get()) {
                rw.unlock();
            }
            reader.get();
            rw.rUnlock();
            assertEquals("RWMutex (unlocked)", rw.toString());
        }
        race.bothHappened();
    }

    private String settled(boolean writes, Task<Boolean> reader) {
        if (!writes) {
            reader.get();
        }
        return rw.toString();
    }

    @OnBothThreads
    void a_writers_unlock_races_with_an_interrupt_of_a_reader(Setup setup) throws InterruptedException {
        Race race = new Race(setup);
        for (int round = 0; round < ROUNDS; round++) {
            rw.lock();
            Task<Boolean> reader = race.start(rw::rLock, () -> rw.waitingReaders() == 1);
            race.against(reader, () -> {
                rw.unlock();
                return true;
            });
            assertEquals(reader.get() ? "RWMutex (readers: 1)" : "RWMutex (unlocked)", rw.toString());
            if (reader.get()) {
                rw.rUnlock();
            }
        }
        race.bothHappened();
    }

    @OnBothThreads
    void a_signal_that_races_with_an_interrupt_is_had_by_the_waiter_or_by_the_next(Setup setup)
            throws InterruptedException {
        Race race = new Race(setup);
        Body awaits = () -> {
            mutex.lock();
            try {
                cond.await();
            } finally {
                mutex.unlock();
            }
        };
        for (int round = 0; round < ROUNDS; round++) {
            Task<Boolean> first = race.start(awaits, () -> cond.waiting() == 1);
            Task<Boolean> second = setup.run(awaits);
            Until.holds("both wait", () -> cond.waiting() == 2);
            race.against(first, () -> {
                cond.signal();
                return true;
            });
            if (first.get()) {
                second.untilParked();
                assertEquals(1, cond.waiting());
                cond.signal();
            }
            second.get();
            assertEquals(0, cond.waiting());
        }
        race.bothHappened();
    }

    @OnBothThreads
    void a_done_that_races_with_an_interrupt(Setup setup) throws InterruptedException {
        Race race = new Race(setup);
        for (int round = 0; round < ROUNDS; round++) {
            group.add(1);
            Task<Boolean> waiter = race.start(group::await, () -> group.waiting() == 1);
            race.against(waiter, () -> {
                group.done();
                return true;
            });
            assertEquals("WaitGroup (counter 0)", group.toString());
        }
        race.bothHappened();
    }

    @OnBothThreads
    void the_end_of_what_runs_once_races_with_an_interrupt(Setup setup) throws InterruptedException {
        Race race = new Race(setup);
        for (int round = 0; round < ROUNDS; round++) {
            Once each = new Once();
            Chan<Integer> gate = Chan.make();
            Task<Boolean> runner = setup.run(() -> each.run(gate::receiveOk));
            Until.holds("the code runs", () -> each.toString().equals("Once (runs)"));
            Task<Boolean> waiter = race.start(() -> each.run(() -> {}), () -> each.waiting() == 1);
            race.against(waiter, () -> {
                gate.close();
                Until.holds("the code has ended", runner::isDone);
                return true;
            });
            runner.get();
            assertEquals(0, each.waiting());
        }
        race.bothHappened();
    }
}

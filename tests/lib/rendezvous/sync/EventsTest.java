package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Body;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;
import rendezvous.runtime.World;
import rendezvous.testing.Until;
import rendezvous.trace.Trace;

/** What the probes are told: who waits for what, and who ended the wait. */
class EventsTest {
    private final List<Event> events = new ArrayList<>();
    private final World world = World.watched(event -> {
        synchronized (events) {
            events.add(event);
        }
    });
    private final Mutex mutex = new Mutex();
    private final RWMutex rw = new RWMutex();
    private final Cond cond = new Cond(mutex);
    private final WaitGroup group = new WaitGroup();

    /** Lets a goroutine wait and another end that, and checks the only wait there was. */
    private void told(Wait wait, Object subject, Body operation, BooleanSupplier waits, Body action) throws Exception {
        Goroutine waiter = Goroutine.start("waiter", world, operation);
        Until.holds("it waits", waits);
        Goroutine other = Goroutine.start("other", world, action);
        other.await();
        waiter.await();
        List<Event> seen = waitsOf(waiter);
        assertEquals(
                List.of(Event.Kind.BLOCK, Event.Kind.UNBLOCK),
                seen.stream().map(Event::kind).toList());
        assertEquals(wait, seen.getFirst().value());
        seen.forEach(event -> assertSame(subject, event.subject()));
        assertEquals(other, seen.getLast().peer());
    }

    private List<Event> waitsOf(Goroutine goroutine) {
        synchronized (events) {
            return events.stream()
                    .filter(event -> event.goroutine() == goroutine)
                    .filter(event -> event.kind() == Event.Kind.BLOCK || event.kind() == Event.Kind.UNBLOCK)
                    .toList();
        }
    }

    @Test
    void a_lock() throws Exception {
        mutex.lock();
        told(Wait.LOCK, mutex, mutex::lock, () -> mutex.waiting() == 1, mutex::unlock);
    }

    @Test
    void a_lock_for_writing_behind_another_writer_and_behind_readers() throws Exception {
        rw.lock();
        told(Wait.LOCK, rw, rw::lock, () -> rw.waitingWriters() == 1, rw::unlock);
        rw.unlock();
        rw.rLock();
        told(Wait.LOCK, rw, rw::lock, () -> rw.waitingWriters() == 1, rw::rUnlock);
    }

    @Test
    void a_lock_for_reading() throws Exception {
        rw.lock();
        told(Wait.READ_LOCK, rw, rw::rLock, () -> rw.waitingReaders() == 1, rw::unlock);
    }

    @Test
    void a_signal_and_a_broadcast() throws Exception {
        Body waits = () -> {
            mutex.lock();
            cond.await();
            mutex.unlock();
        };
        told(Wait.COND, cond, waits, () -> cond.waiting() == 1, cond::signal);
        told(Wait.COND, cond, waits, () -> cond.waiting() == 1, cond::broadcast);
    }

    @Test
    void a_group() throws Exception {
        group.add(1);
        told(Wait.GROUP, group, group::await, () -> group.waiting() == 1, group::done);
    }

    @Test
    void what_runs_once() throws Exception {
        Once once = new Once();
        Chan<Integer> gate = Chan.make();
        Goroutine runner = Goroutine.start("runner", world, () -> once.run(gate::receiveOk));
        Until.holds("the code runs", () -> once.toString().equals("Once (runs)"));
        Goroutine waiter = Goroutine.start("waiter", world, () -> once.run(() -> {}));
        Until.holds("it waits", () -> once.waiting() == 1);
        gate.close();
        waiter.await();
        List<Event> seen = waitsOf(waiter);
        assertEquals(2, seen.size());
        assertEquals(Wait.ONCE, seen.getFirst().value());
        assertEquals(runner, seen.getLast().peer());
    }

    @Test
    void a_wait_that_was_given_up_is_over() throws Exception {
        mutex.lock();
        rw.rLock();
        group.add(1);
        for (Body operation : List.<Body>of(mutex::lock, rw::lock, group::await, () -> {
            rw.rLock();
            rw.rLock();
        })) {
            Goroutine waiter = Goroutine.start("waiter", world, () -> {
                try {
                    operation.run();
                } catch (InterruptedException e) {
                    return;
                }
            });
            waiter.interrupt();
            waiter.await();
            int depth = 0;
            for (Event event : waitsOf(waiter)) {
                depth += event.kind() == Event.Kind.BLOCK ? 1 : -1;
                assertTrue(depth == 0 || depth == 1, event::toString);
            }
            assertEquals(0, depth);
        }
    }

    @Test
    void every_wait_that_begins_ends_also_where_many_lock() throws InterruptedException {
        Trace trace = Trace.of(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 4; i++) {
                group.go(() -> {
                    for (int k = 0; k < 200; k++) {
                        mutex.lock();
                        Go.sleep(Duration.ofNanos(1_000));
                        mutex.unlock();
                        rw.lock();
                        rw.unlock();
                        rw.rLock();
                        rw.rUnlock();
                    }
                });
            }
            group.await();
        });
        assertTrue(trace.report().startsWith("All 5 goroutines ended."), trace::report);
        int locks = 0;
        for (Goroutine goroutine : trace.goroutines()) {
            int depth = 0;
            for (Event event : trace.events()) {
                if (event.goroutine() == goroutine) {
                    depth += event.kind() == Event.Kind.BLOCK ? 1 : event.kind() == Event.Kind.UNBLOCK ? -1 : 0;
                    locks += Objects.equals(event.value(), Wait.LOCK) ? 1 : 0;
                    assertTrue(depth == 0 || depth == 1, trace::toString);
                }
            }
            assertEquals(0, depth, trace::toString);
        }
        assertTrue(locks > 100, "locks were waited for: " + locks);
    }

    @Test
    void a_run_that_is_stuck_says_who_waits_for_what() throws InterruptedException {
        Trace trace = Trace.of(Duration.ofMillis(100), () -> {
            mutex.lock();
            Go.go("locker", mutex::lock);
            Go.go("reader", () -> {
                rw.lock();
                rw.rLock();
            });
            Go.go("listener", () -> {
                Mutex own = new Mutex();
                own.lock();
                new Cond(own).await();
            });
            group.add(2);
            group.await();
        });
        List<String> lines = trace.report().lines().map(String::strip).toList();
        assertTrue(lines.contains("main waits for a group: WaitGroup (counter 2)"), trace::report);
        assertTrue(lines.contains("locker waits for a lock: mutex (locked)"), trace::report);
        assertTrue(lines.contains("reader waits for a lock to read: RWMutex (locked)"), trace::report);
        assertTrue(lines.contains("listener waits for a signal"), trace::report);
    }
}

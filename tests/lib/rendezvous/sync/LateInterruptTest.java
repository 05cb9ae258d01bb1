package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.LateInterrupt;
import rendezvous.testing.Until;

/** Interrupts that come when the wait is over already, and are seen before that: what was done counts. */
class LateInterruptTest {
    private final LateInterrupt late = new LateInterrupt();
    private final Mutex mutex = new Mutex();
    private final RWMutex rw = new RWMutex();

    @Test
    void a_lock_for_one_that_was_woken_is_locked() throws Exception {
        mutex.lock();
        late.run(mutex::lock, () -> mutex.waiting() == 1, mutex::unlock);
        assertEquals("mutex (locked)", mutex.toString());
    }

    @Test
    void a_writer_that_the_last_reader_let_in_has_it() throws Exception {
        rw.rLock();
        late.run(rw::lock, () -> rw.waitingWriters() == 1, rw::rUnlock);
        assertEquals("RWMutex (locked)", rw.toString());
    }

    @Test
    void a_reader_that_a_writer_let_in_has_it() throws Exception {
        rw.lock();
        late.run(rw::rLock, () -> rw.waitingReaders() == 1, rw::unlock);
        assertEquals("RWMutex (readers: 1)", rw.toString());
    }

    @Test
    void an_await_that_was_signalled_returns() throws Exception {
        Cond cond = new Cond(mutex);
        late.run(
                () -> {
                    mutex.lock();
                    cond.await();
                    assertFalse(mutex.tryLock());
                    mutex.unlock();
                },
                () -> cond.waiting() == 1,
                cond::signal);
    }

    @Test
    void an_await_that_a_broadcast_ended_returns() throws Exception {
        Cond cond = new Cond(mutex);
        late.run(
                () -> {
                    mutex.lock();
                    cond.await();
                    mutex.unlock();
                },
                () -> cond.waiting() == 1,
                cond::broadcast);
    }

    @Test
    void an_await_of_a_group_at_zero_returns() throws Exception {
        WaitGroup group = new WaitGroup();
        group.add(1);
        late.run(group::await, () -> group.waiting() == 1, group::done);
    }

    @Test
    void a_call_of_what_has_run_returns() throws Exception {
        Once once = new Once();
        Chan<Integer> gate = Chan.make();
        Goroutine runner = Go.go(() -> once.run(gate::receiveOk));
        Until.holds("the code runs", () -> once.toString().equals("Once (runs)"));
        late.run(() -> once.run(() -> {}), () -> once.waiting() == 1, gate::close);
        runner.await();
    }
}

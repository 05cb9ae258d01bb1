package rendezvous.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;

class SpinlockTest {
    @OnBothThreads
    void one_at_a_time_holds_it_and_sees_what_the_last_one_did(Setup setup) throws InterruptedException {
        Spinlock lock = new Spinlock();
        int[] plain = new int[2];
        int threads = 4;
        int rounds = 20_000;
        SpinBarrier barrier = new SpinBarrier(threads);
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            tasks.add(setup.run(() -> {
                barrier.await();
                for (int i = 0; i < rounds; i++) {
                    lock.lock();
                    plain[0]++;
                    plain[1] += plain[0];
                    lock.unlock();
                }
            }));
        }
        tasks.forEach(Task::get);
        int n = threads * rounds;
        assertEquals(n, plain[0]);
        assertEquals((int) ((long) n * (n + 1) / 2), plain[1]);
    }

    @OnBothThreads
    @SuppressWarnings("ThreadPriorityCheck") // the holder lets the others run into the lock
    void who_waits_for_it_lets_the_holder_run_also_on_one_processor(Setup setup) {
        Spinlock lock = new Spinlock();
        List<Task<Boolean>> tasks = new ArrayList<>();
        int[] plain = new int[1];
        for (int t = 0; t < 8; t++) {
            tasks.add(setup.run(() -> {
                for (int i = 0; i < 50; i++) {
                    lock.lock();
                    int seen = plain[0];
                    Thread.yield();
                    plain[0] = seen + 1;
                    lock.unlock();
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(400, plain[0]);
    }

    @OnBothThreads
    void a_held_lock_keeps_others_out_until_it_is_given_back(Setup setup) {
        Spinlock lock = new Spinlock();
        boolean[] inside = new boolean[1];
        lock.lock();
        Task<Boolean> other = setup.run(() -> {
            lock.lock();
            inside[0] = true;
            lock.unlock();
        });
        for (int i = 0; i < 1_000; i++) {
            Thread.onSpinWait();
            assertFalse(inside[0]); // ours to read: we hold the lock
        }
        lock.unlock();
        other.get();
        lock.lock();
        assertEquals(true, inside[0]);
        lock.unlock();
    }
}

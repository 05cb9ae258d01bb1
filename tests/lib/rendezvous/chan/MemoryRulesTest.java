package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.Buffered;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Unbuffered;

/**
 * Rules 20 to 23 and 35: what one thread sees of another's plain fields.
 *
 * <p>These are litmus loops. A stale value they see is a broken rule; that they see none proves nothing for other
 * processors and compilers. On x86 the hardware by itself never breaks rules 20, 21, 22 and 35, so there only a
 * compiler's reordering can show. What proves the rules is that the library reads and writes what it shares under a
 * lock that is taken by compare-and-set and given back by a release.
 */
class MemoryRulesTest {
    private static final int ROUNDS = 3_000;

    @AtEachCapacity
    void rule_20_a_send_happens_before_the_completion_of_its_receive(Setup setup) throws InterruptedException {
        int[] plain = new int[ROUNDS];
        Chan<Integer> ch = setup.make();
        Task<Boolean> sender = setup.run(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                plain[i] = i + 1;
                ch.send(i);
            }
        });
        Task<Boolean> receiver = setup.run(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                assertEquals(plain[ch.receive()], i + 1);
            }
        });
        receiver.get();
        sender.get();
    }

    @Unbuffered
    void rule_21_an_unbuffered_receive_happens_before_the_completion_of_its_send(Setup setup) {
        int[] plain = new int[ROUNDS];
        Chan<Integer> ch = setup.make();
        Task<Boolean> receiver = setup.run(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                plain[i] = i + 1;
                ch.receive();
            }
        });
        Task<Boolean> sender = setup.run(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                ch.send(i);
                assertEquals(i + 1, plain[i]);
            }
        });
        sender.get();
        receiver.get();
    }

    @Buffered
    void rule_22_the_kth_receive_happens_before_the_completion_of_the_send_one_capacity_later(Setup setup) {
        int capacity = setup.capacity();
        int[] plain = new int[ROUNDS];
        Chan<Integer> ch = setup.make();
        Task<Boolean> receiver = setup.run(() -> {
            for (int k = 0; k < ROUNDS; k++) {
                plain[k] = k + 1;
                ch.receive();
            }
        });
        Task<Boolean> sender = setup.run(() -> {
            for (int k = 0; k < ROUNDS; k++) {
                ch.send(k);
                if (k >= capacity) {
                    assertEquals(k - capacity + 1, plain[k - capacity]);
                }
            }
        });
        sender.get();
        receiver.get();
    }

    @Buffered
    void rule_22_a_channel_is_a_semaphore_for_as_many_as_its_capacity(Setup setup) {
        Chan<Signal> semaphore = setup.make();
        AtomicInteger inside = new AtomicInteger();
        int[] plain = new int[1];
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            tasks.add(setup.run(() -> {
                for (int i = 0; i < 1_000; i++) {
                    semaphore.send(Signal.SIGNAL);
                    assertTrue(inside.incrementAndGet() <= setup.capacity());
                    if (setup.capacity() == 1) {
                        plain[0]++; // a lost update shows that two were inside, or that one saw a stale value
                    }
                    inside.decrementAndGet();
                    semaphore.receive();
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(setup.capacity() == 1 ? 4_000 : 0, plain[0]);
    }

    @OnBothThreads
    void rule_23_of_two_that_write_then_send_then_read_at_least_one_sees_the_others_write(Setup setup) {
        int rounds = 5_000;
        for (boolean waiting : new boolean[] {true, false}) {
            int[] x = new int[rounds];
            int[] y = new int[rounds];
            int[] readByFirst = new int[rounds];
            int[] readBySecond = new int[rounds];
            SpinBarrier barrier = new SpinBarrier(2);
            Chan<Signal> ch = Chan.make(2 * rounds);
            Task<Boolean> first = setup.run(() -> {
                for (int i = 0; i < rounds; i++) {
                    barrier.await();
                    x[i] = 1;
                    send(ch, waiting);
                    readByFirst[i] = y[i];
                }
            });
            Task<Boolean> second = setup.run(() -> {
                for (int i = 0; i < rounds; i++) {
                    barrier.await();
                    y[i] = 1;
                    send(ch, waiting);
                    readBySecond[i] = x[i];
                }
            });
            first.get();
            second.get();
            for (int i = 0; i < rounds; i++) {
                assertTrue(readByFirst[i] + readBySecond[i] > 0, "both saw a stale value in round " + i);
            }
        }
    }

    private static void send(Chan<Signal> ch, boolean waiting) throws InterruptedException {
        if (waiting) {
            ch.send(Signal.SIGNAL);
        } else {
            assertTrue(ch.trySend(Signal.SIGNAL));
        }
    }

    @AtEachCapacity
    void rule_35_a_close_happens_before_a_receive_that_returns_because_of_it(Setup setup) {
        int rounds = 1_000;
        int[] plain = new int[rounds];
        List<Chan<Integer>> channels = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            channels.add(setup.make());
        }
        SpinBarrier barrier = new SpinBarrier(2);
        Task<Boolean> closer = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                barrier.await();
                plain[i] = i + 1;
                channels.get(i).close();
            }
        });
        Task<Boolean> receiver = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                barrier.await();
                assertFalse(channels.get(i).receiveOk().ok());
                assertEquals(i + 1, plain[i]);
            }
        });
        receiver.get();
        closer.get();
    }
}

package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.testing.Buffered;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Unbuffered;
import rendezvous.testing.Until;

/** Rules 24 and 25: operations that do not wait. */
class NonBlockingRulesTest {
    @Unbuffered
    void rule_24_a_non_blocking_unbuffered_send_succeeds_only_if_a_receiver_is_parked(Setup setup) {
        Chan<Integer> ch = setup.make();
        assertFalse(ch.trySend(1), "nobody there");
        assertEquals(0, ch.waitingSenders());

        Task<Boolean> sender = setup.run(() -> ch.send(2));
        Until.holds("the sender waits", () -> ch.waitingSenders() == 1);
        assertFalse(ch.trySend(3), "only another sender there");

        assertEquals(Optional.of(new Received<>(2, true)), ch.tryReceive());
        sender.get();
        assertFalse(ch.trySend(4), "a receive that did not wait is over");

        Task<Integer> receiver = setup.call(ch::receive);
        Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
        assertTrue(ch.trySend(5));
        assertFalse(ch.trySend(6), "it takes one value");
        assertEquals(5, receiver.get());

        Task<Integer> leaver = setup.call(ch::receive);
        Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
        leaver.interrupt();
        leaver.failure(InterruptedException.class);
        assertFalse(ch.trySend(7), "it is gone");
    }

    @Unbuffered
    void rule_24_a_non_blocking_unbuffered_receive_succeeds_only_if_a_sender_is_parked(Setup setup) {
        Chan<Integer> ch = setup.make();
        assertEquals(Optional.empty(), ch.tryReceive());
        assertEquals(0, ch.waitingReceivers());

        Task<Integer> receiver = setup.call(ch::receive);
        Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
        assertEquals(Optional.empty(), ch.tryReceive(), "only another receiver there");
        assertTrue(ch.trySend(1));
        assertEquals(1, receiver.get());

        Task<Boolean> leaver = setup.run(() -> ch.send(2));
        Until.holds("the sender waits", () -> ch.waitingSenders() == 1);
        leaver.interrupt();
        leaver.failure(InterruptedException.class);
        assertEquals(Optional.empty(), ch.tryReceive(), "it is gone");
    }

    @OnBothThreads
    void rule_25_a_non_blocking_receive_of_the_one_value_never_misses_it_for_a_concurrent_close(Setup setup) {
        int rounds = 3_000;
        @SuppressWarnings({"unchecked", "rawtypes"})
        Chan<Integer>[] channels = new Chan[rounds];
        for (int i = 0; i < rounds; i++) {
            channels[i] = Chan.make(1);
            assertTrue(channels[i].trySend(i));
        }
        SpinBarrier barrier = new SpinBarrier(2);
        Task<Boolean> closer = setup.run(() -> {
            for (Chan<Integer> ch : channels) {
                barrier.await();
                ch.close();
            }
        });
        Task<Boolean> receiver = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                barrier.await();
                assertEquals(Optional.of(new Received<>(i, true)), channels[i].tryReceive());
            }
        });
        receiver.get();
        closer.get();
    }

    @Buffered
    void rule_25_non_blocking_operations_never_fail_for_being_disturbed(Setup setup) {
        // Each thread owns one slot's worth of values: it can always send, and there is always something to receive.
        Chan<Integer> ch = Chan.make(setup.capacity() + 1);
        int threads = ch.cap();
        AtomicInteger failures = new AtomicInteger();
        Task<?>[] tasks = new Task<?>[Math.min(threads, 4)];
        for (int t = 0; t < tasks.length; t++) {
            tasks[t] = setup.run(() -> {
                for (int i = 0; i < 2_000; i++) {
                    if (!ch.trySend(i)) {
                        failures.incrementAndGet();
                    }
                    if (ch.tryReceive().isEmpty()) {
                        failures.incrementAndGet();
                    }
                    ch.len();
                }
            });
        }
        for (Task<?> task : tasks) {
            task.get();
        }
        assertEquals(0, failures.get());
    }
}

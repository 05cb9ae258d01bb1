package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.Buffered;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Unbuffered;
import rendezvous.testing.Until;

/** Rules 1 to 9: who waits for whom, and in which order values and waiters come. */
class SendReceiveRulesTest {
    @Unbuffered
    void rule_01_an_unbuffered_send_completes_only_when_a_receiver_has_taken_the_value(Setup setup)
            throws InterruptedException {
        Chan<String> ch = setup.make();
        Task<Boolean> sender = setup.run(() -> ch.send("value"));
        Until.holds("the sender waits", () -> ch.waitingSenders() == 1);
        sender.untilParkedAgainAfterSpuriousWakeups();
        assertFalse(sender.isDone());
        assertEquals("value", ch.receive());
        sender.get();
    }

    @Unbuffered
    void rule_01_no_unbuffered_send_overtakes_its_receive(Setup setup) throws InterruptedException {
        int rounds = 1_000;
        Chan<Integer> ch = setup.make();
        AtomicInteger receiving = new AtomicInteger();
        Task<Boolean> sender = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                ch.send(i);
                assertTrue(receiving.get() > i, "send completed before its receive began");
            }
        });
        for (int i = 0; i < rounds; i++) {
            receiving.incrementAndGet();
            assertEquals(i, ch.receive());
        }
        sender.get();
    }

    @AtEachCapacity
    void rule_02_a_receive_from_an_empty_channel_waits_for_a_send_and_nothing_else(Setup setup)
            throws InterruptedException {
        Chan<String> ch = setup.make();
        Task<String> first = setup.call(ch::receive);
        Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
        Task<String> second = setup.call(ch::receive);
        Until.holds("both receivers wait", () -> ch.waitingReceivers() == 2);
        assertEquals(Optional.empty(), ch.tryReceive());
        assertEquals(0, ch.len());
        first.untilParkedAgainAfterSpuriousWakeups();
        ch.send("a");
        assertEquals("a", first.get());
        second.untilParkedAgainAfterSpuriousWakeups();
        ch.send("b");
        assertEquals("b", second.get());
    }

    @AtEachCapacity
    void rule_02_a_receive_from_an_empty_channel_is_released_by_close(Setup setup) {
        Chan<String> ch = setup.make();
        Task<Received<String>> receiver = setup.call(ch::receiveOk);
        Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
        ch.close();
        assertFalse(receiver.get().ok());
    }

    @Buffered
    void rule_03_a_send_to_a_full_channel_waits_until_a_receive_frees_a_slot(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.full();
        Task<Boolean> sender = setup.run(() -> ch.send(setup.capacity()));
        Until.holds("the sender waits", () -> ch.waitingSenders() == 1);
        sender.untilParkedAgainAfterSpuriousWakeups();
        assertEquals(setup.capacity(), ch.len());
        assertEquals(0, ch.receive());
        sender.get();
        assertEquals(setup.capacity(), ch.len());
        assertEquals(0, ch.waitingSenders());
    }

    @Buffered
    void rule_04_a_send_into_free_space_never_waits(Setup setup) {
        // Nobody receives while this sends. The fill levels make the ring wrap and grow at every offset.
        Task<Boolean> alone = setup.run(() -> {
            Chan<Integer> ch = setup.make();
            int sent = 0;
            int received = 0;
            for (int round = 0; round < 300; round++) {
                int fill = round % (setup.capacity() + 1);
                while (ch.len() < fill) {
                    ch.send(sent++);
                    assertEquals(0, ch.waitingSenders());
                }
                while (ch.len() > fill / 2) {
                    assertEquals(received++, ch.receive());
                }
            }
            while (ch.len() < setup.capacity()) {
                ch.send(sent++);
            }
            assertFalse(ch.trySend(-1));
            while (ch.len() > 0) {
                assertEquals(received++, ch.receive());
            }
            assertEquals(sent, received);
        });
        alone.get();
    }

    @AtEachCapacity
    void rule_05_values_from_one_sender_arrive_in_the_order_of_sending(Setup setup) throws InterruptedException {
        int each = 2_000;
        Chan<Integer> ch = setup.make();
        List<Task<Boolean>> senders = new ArrayList<>();
        for (int s = 0; s < 2; s++) {
            int first = s * each;
            senders.add(setup.run(() -> {
                for (int i = 0; i < each; i++) {
                    ch.send(first + i);
                }
            }));
        }
        int[] expected = {0, each};
        for (int i = 0; i < 2 * each; i++) {
            int value = ch.receive();
            assertEquals(expected[value / each]++, value);
        }
        senders.forEach(Task::get);
    }

    @AtEachCapacity
    void rule_06_blocked_receivers_are_served_first_come_first_served(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.make();
        List<Task<Integer>> receivers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int waiting = i + 1;
            receivers.add(setup.call(ch::receive));
            Until.holds("they wait in a known order", () -> ch.waitingReceivers() == waiting);
        }
        leave(receivers, ch::waitingReceivers);
        for (int i = 0; i < receivers.size(); i++) {
            ch.send(i);
        }
        for (int i = 0; i < receivers.size(); i++) {
            assertEquals(i, receivers.get(i).get());
        }
    }

    @AtEachCapacity
    void rule_06_blocked_senders_are_served_first_come_first_served(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.full();
        List<Task<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int value = 1000 + i;
            senders.add(setup.call(() -> {
                ch.send(value);
                return value;
            }));
            Until.holds("they wait in a known order", () -> ch.waitingSenders() == value - 999);
        }
        leave(senders, ch::waitingSenders);
        for (int i = 0; i < setup.capacity(); i++) {
            assertEquals(i, ch.receive());
        }
        for (Task<Integer> sender : senders) {
            int value = ch.receive();
            assertEquals(value, sender.get());
        }
        assertEquals(Optional.empty(), ch.tryReceive());
    }

    /** Lets the first, the last and one in the middle give up: the others keep their places. */
    private static void leave(List<? extends Task<?>> waiting, IntSupplier count) {
        for (int index : new int[] {19, 10, 0}) {
            Task<?> leaver = waiting.remove(index);
            leaver.interrupt();
            leaver.failure(InterruptedException.class);
            assertEquals(waiting.size(), count.getAsInt());
        }
    }

    @Buffered
    void rule_07_a_receive_takes_the_head_and_puts_the_first_blocked_senders_value_at_the_tail(Setup setup) {
        int capacity = setup.capacity();
        Chan<Integer> ch = setup.full();
        List<Task<Boolean>> senders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int waiting = i + 1;
            senders.add(setup.run(() -> ch.send(capacity + waiting - 1)));
            Until.holds("they wait in a known order", () -> ch.waitingSenders() == waiting);
        }
        for (int i = 0; i < 3; i++) {
            // Not waited for in between: the woken sender need not run for its value to be in its place.
            assertEquals(Optional.of(new Received<>(i, true)), ch.tryReceive());
            assertEquals(capacity, ch.len());
            assertEquals(2 - i, ch.waitingSenders());
        }
        for (int i = 3; i < capacity + 3; i++) {
            assertEquals(Optional.of(new Received<>(i, true)), ch.tryReceive());
        }
        assertEquals(0, ch.len());
        senders.forEach(Task::get);
    }

    @AtEachCapacity
    void rule_08_a_send_hands_over_to_the_parked_receiver_and_nobody_can_steal_the_value(Setup setup) {
        for (int round = 0; round < 50; round++) {
            Chan<Integer> ch = setup.make();
            Task<Integer> parked = setup.call(ch::receive);
            Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
            assertTrue(ch.trySend(round));
            assertEquals(Optional.empty(), ch.tryReceive(), "the value is not in the channel any more");
            assertEquals(0, ch.len());
            assertEquals(0, ch.waitingReceivers());
            assertEquals(round, parked.get());
        }
    }

    @AtEachCapacity
    void rule_08_a_parked_receiver_comes_before_a_running_one(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.make();
        Task<Integer> parked = setup.call(ch::receive);
        Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
        Task<Optional<Received<Integer>>> thief = setup.call(() -> {
            Optional<Received<Integer>> stolen;
            do {
                stolen = ch.tryReceive();
                LockSupport.parkNanos(1); // the thief must not keep the processor to itself
            } while (stolen.isEmpty() && !Thread.currentThread().isInterrupted());
            return stolen;
        });
        for (int i = 0; i < 100; i++) {
            ch.send(i);
            assertEquals(i, parked.get());
            parked = setup.call(ch::receive);
            Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
        }
        thief.interrupt();
        assertEquals(Optional.empty(), thief.get());
    }

    @AtEachCapacity
    void rule_09_many_senders_and_receivers_exchange_every_value_exactly_once(Setup setup) throws InterruptedException {
        int senders = 4;
        int receivers = 3;
        int each = 1_500;
        Chan<Integer> ch = setup.make();
        AtomicIntegerArray seen = new AtomicIntegerArray(senders * each);
        List<Task<Boolean>> sending = new ArrayList<>();
        List<Task<Integer>> receiving = new ArrayList<>();
        for (int s = 0; s < senders; s++) {
            int first = s * each;
            sending.add(setup.run(() -> {
                for (int i = 0; i < each; i++) {
                    ch.send(first + i);
                }
            }));
        }
        for (int r = 0; r < receivers; r++) {
            receiving.add(setup.call(() -> {
                int count = 0;
                for (Received<Integer> got = ch.receiveOk(); got.ok(); got = ch.receiveOk()) {
                    seen.incrementAndGet(got.value());
                    count++;
                }
                return count;
            }));
        }
        sending.forEach(Task::get);
        ch.close();
        assertEquals(senders * each, receiving.stream().mapToInt(Task::get).sum());
        for (int i = 0; i < senders * each; i++) {
            assertEquals(1, seen.get(i), "times that value " + i + " was received");
        }
    }
}

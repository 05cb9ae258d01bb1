package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Select.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.Buffered;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Unbuffered;
import rendezvous.testing.Until;

/** Rules 42 to 46, 54 to 56 and 60: which case is chosen when no waiting is needed. */
class SelectReadyRulesTest {
    private static final int TRIES = 10_000;

    /** Six standard deviations: one false alarm in a thousand million runs. */
    private static void assertUniform(int[] counts, int tries) {
        double expected = (double) tries / counts.length;
        double allowed = 6 * Math.sqrt(expected * (1 - 1.0 / counts.length));
        for (int count : counts) {
            assertTrue(
                    Math.abs(count - expected) <= allowed,
                    () -> "want each about " + expected + " times, got " + Arrays.toString(counts));
        }
    }

    @AtEachCapacity
    void rule_42_a_case_on_a_channel_that_is_never_ready_is_never_chosen(Setup setup) throws InterruptedException {
        Chan<Integer> never = Chan.never();
        Chan<Integer> closed = setup.make();
        closed.close();
        for (int i = 0; i < 100; i++) {
            int chosen = choose(
                    receive(never, v -> 0),
                    send(never, 1, () -> 1),
                    receiveOk(closed, (v, ok) -> 2),
                    Select.<Integer, RuntimeException>closed(never, () -> 3));
            assertEquals(2, chosen);
            assertEquals(
                    "default",
                    choose(receive(never, v -> "received"), send(never, 1, () -> "sent"), orElse(() -> "default")));
        }
        assertEquals(0, never.waitingReceivers() + never.waitingSenders() + never.waitingForClose());
    }

    @OnBothThreads
    void rule_42_only_cases_that_are_never_ready_wait_for_ever(Setup setup) {
        Chan<Integer> never = Chan.never();
        Task<Boolean> waits = setup.run(() -> select(onReceive(never, v -> {}), onSend(never, 1, () -> {})));
        waits.untilParked().untilParkedAgainAfterSpuriousWakeups();
        waits.interrupt();
        waits.failure(InterruptedException.class);
        assertEquals(0, never.waitingReceivers() + never.waitingSenders());
    }

    @AtEachCapacity
    void rule_43_the_default_is_chosen_if_and_only_if_no_case_can_proceed(Setup setup) throws InterruptedException {
        Chan<Integer> in = setup.make();
        Chan<Integer> out = setup.full();
        Chan<Signal> done = setup.make();
        Clause<RuntimeException> unwanted = otherwise(() -> {
            throw new AssertionError("the default, though a case was ready");
        });
        List<String> log = new ArrayList<>();
        Clause<RuntimeException> receive = onReceive(in, v -> log.add("received " + v));
        Clause<RuntimeException> send = onSend(out, 9, () -> log.add("sent"));
        Clause<RuntimeException> end = onClosed(done, () -> log.add("done"));

        select(receive, send, end, otherwise(() -> log.add("default")));
        assertEquals(List.of("default"), log);

        Task<Boolean> sender = setup.run(() -> in.send(5));
        Until.holds("a value is there", () -> in.len() + in.waitingSenders() == 1);
        select(receive, send, end, unwanted);
        sender.get();

        Task<Integer> receiver = setup.call(out::receive);
        Until.holds("room is there", () -> out.len() < setup.capacity() || out.waitingReceivers() == 1);
        select(receive, send, end, unwanted);
        receiver.get();

        done.close();
        select(receive, send, end, unwanted);
        assertEquals(List.of("default", "received 5", "sent", "done"), log);

        select(receive, send, otherwise(() -> log.add("default again")));
        assertEquals("default again", log.getLast());
        assertEquals(0, in.waitingReceivers() + out.waitingSenders() + done.waitingForClose());
    }

    @OnBothThreads
    void rule_44_the_default_is_not_chosen_while_the_one_ready_channel_changes(Setup setup) {
        int rounds = 20_000;
        SpinBarrier barrier = new SpinBarrier(2);
        AtomicInteger spurious = new AtomicInteger();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Chan<Integer>[] pair = new Chan[2];
        // The one value is in the first channel; before it is taken from there, another is put into the second.
        Task<Boolean> mover = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                pair[0] = Chan.make(1);
                pair[1] = Chan.make(1);
                pair[0].send(i);
                barrier.await();
                pair[1].send(i);
                var _ = pair[0].tryReceive();
                barrier.await();
            }
        });
        Task<Boolean> chooser = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                barrier.await();
                select(
                        onReceive(pair[i % 2], v -> {}),
                        onReceive(pair[1 - i % 2], v -> {}),
                        otherwise(spurious::incrementAndGet));
                barrier.await();
            }
        });
        mover.get();
        chooser.get();
        assertEquals(0, spurious.get(), "defaults, though one of two channels had a value at every moment");
    }

    @OnBothThreads
    void rule_44_nor_if_the_change_comes_between_its_looks_at_the_two(Setup setup) throws InterruptedException {
        // In half of the rounds it looks at the first, which is empty, and then finds the second locked.
        for (int round = 0; round < 40; round++) {
            Chan<Integer> first = Chan.make(1);
            Chan<Integer> second = Chan.make(1);
            second.send(1);
            second.lock.lock();
            Task<Integer> chooser =
                    setup.call(() -> choose(receive(first, v -> v), receive(second, v -> v), orElse(() -> -1)));
            Until.holds(
                    "it wants the lock",
                    () -> Stream.of(chooser.thread().getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("contend")));
            first.send(2);
            assertEquals(1, second.poll());
            second.lock.unlock();
            assertEquals(2, chooser.get(), "one of the two had a value at every moment");
        }
    }

    @OnBothThreads
    void rule_44_nor_while_a_close_takes_the_place_of_a_value(Setup setup) {
        int rounds = 20_000;
        SpinBarrier barrier = new SpinBarrier(2);
        AtomicInteger spurious = new AtomicInteger();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Chan<Integer>[] pair = new Chan[2];
        Task<Boolean> mover = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                pair[0] = Chan.make(1);
                pair[1] = Chan.make();
                pair[0].send(i);
                barrier.await();
                pair[1].close();
                var _ = pair[0].tryReceive();
                barrier.await();
            }
        });
        Select[] last = new Select[1];
        Task<Boolean> chooser = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                barrier.await();
                Select s = new Select();
                s.receive(pair[i % 2]);
                s.receive(pair[1 - i % 2]);
                last[0] = s;
                if (s.tryAwait() < 0) {
                    spurious.incrementAndGet();
                }
                barrier.await();
            }
        });
        mover.get();
        chooser.get();
        assertEquals(0, spurious.get(), "defaults, though one of two channels was ready at every moment");
        assertEquals("select of 2 cases", last[0].toString());
    }

    @Test
    void rule_45_of_several_ready_cases_each_is_chosen_equally_often() throws InterruptedException {
        Chan<Integer> first = Chan.make(TRIES);
        Chan<Integer> second = Chan.make(TRIES);
        Chan<Integer> empty = Chan.make();
        for (int i = 0; i < TRIES; i++) {
            first.send(i);
            second.send(i);
        }
        // Neighbours among cases that are never ready: a random start with rotation would choose 3 to 1.
        int[] counts = new int[2];
        for (int i = 0; i < TRIES; i++) {
            select(
                    onReceive(empty, v -> {}),
                    onReceive(Chan.<Integer>never(), v -> {}),
                    onReceive(first, v -> counts[0]++),
                    onReceive(second, v -> counts[1]++));
        }
        assertUniform(counts, TRIES);
    }

    @Test
    void rule_45_also_among_sends_receives_closes_and_past_times_of_a_reused_select() throws InterruptedException {
        Chan<Integer> full = Chan.make(TRIES);
        Chan<Integer> free = Chan.make(TRIES);
        Chan<Integer> over = Chan.make();
        over.close();
        for (int i = 0; i < TRIES; i++) {
            full.send(i);
        }
        Select s = new Select();
        s.receive(full);
        s.closed(over);
        s.receive(Chan.never());
        s.send(free, 1);
        s.timeout(java.time.Duration.ZERO);
        s.receive(over);
        int[] counts = new int[6];
        for (int i = 0; i < TRIES; i++) {
            counts[i % 2 == 0 ? s.await() : s.tryAwait()]++;
        }
        assertEquals(0, counts[2]);
        assertUniform(new int[] {counts[0], counts[1], counts[3], counts[4], counts[5]}, TRIES);
    }

    @Buffered
    void rule_46_the_same_channel_in_several_send_cases_sends_each_value_equally_often(Setup setup)
            throws InterruptedException {
        Chan<Integer> ch = setup.make();
        int[] counts = new int[3];
        for (int i = 0; i < TRIES; i++) {
            select(onSend(ch, 0, () -> {}), onSend(ch, 1, () -> {}), onSend(ch, 2, () -> {}));
            counts[ch.receive()]++;
        }
        assertUniform(counts, TRIES);
    }

    @Unbuffered
    void rule_46_also_to_a_receiver_that_waits(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.make();
        int tries = 2_000;
        int[] counts = new int[2];
        Task<Boolean> receiver = setup.run(() -> {
            for (int i = 0; i < tries; i++) {
                counts[ch.receive()]++;
            }
        });
        for (int i = 0; i < tries; i++) {
            Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
            select(onSend(ch, 0, () -> {}), onSend(ch, 1, () -> {}));
        }
        receiver.get();
        assertUniform(counts, tries);
    }

    @AtEachCapacity
    void rule_54_a_select_with_one_case_is_the_plain_operation(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.full();
        Task<Boolean> sender = setup.run(() -> select(onSend(ch, setup.capacity(), () -> {})));
        Until.holds("it waits like a send", () -> ch.waitingSenders() == 1);
        for (int i = 0; i <= setup.capacity(); i++) {
            int expected = i;
            select(onReceive(ch, v -> assertEquals(expected, v)));
        }
        sender.get();
        Task<Integer> receiver = setup.call(() -> choose(receive(ch, v -> v)));
        Until.holds("it waits like a receive", () -> ch.waitingReceivers() == 1);
        assertTrue(ch.trySend(7));
        assertEquals(7, receiver.get());
    }

    @AtEachCapacity
    void rule_54_with_a_default_it_is_the_operation_that_does_not_wait(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.full();
        assertEquals("default", choose(send(ch, 1, () -> "sent"), orElse(() -> "default")));
        for (int i = 0; i < setup.capacity(); i++) {
            assertEquals("" + i, choose(receive(ch, v -> "" + v), orElse(() -> "default")));
        }
        assertEquals("default", choose(orElse(() -> "default"), receive(ch, v -> "" + v)));
        ch.close();
        assertEquals("false", choose(orElse(() -> "default"), receiveOk(ch, (v, ok) -> "" + ok)));
        assertThrows(ChannelClosedException.class, () -> choose(send(ch, 1, () -> "sent"), orElse(() -> "default")));
    }

    @AtEachCapacity
    void rule_55_a_receive_from_a_closed_channel_is_ready(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.full();
        ch.close();
        for (int i = 0; i < setup.capacity(); i++) {
            int value = i;
            select(onReceiveOk(ch, (v, ok) -> assertEquals(value + " true", v + " " + ok)));
        }
        for (int i = 0; i < 3; i++) {
            select(
                    onReceiveOk(ch, (v, ok) -> assertEquals("null false", v + " " + ok)),
                    onReceive(Chan.never(), v -> {}));
        }
    }

    @AtEachCapacity
    void rule_55_differs_a_one_value_receive_from_it_throws(Setup setup) {
        Chan<Integer> ch = setup.make();
        ch.close();
        ChannelClosedException thrown =
                assertThrows(ChannelClosedException.class, () -> select(onReceive(ch, v -> {})));
        assertEquals(ChannelClosedException.Operation.RECEIVE, thrown.operation());
        assertThrows(ChannelClosedException.class, () -> choose(receive(ch, v -> v), orElse(() -> 1)));
    }

    @AtEachCapacity
    void rule_56_a_send_on_a_closed_channel_is_ready_and_throws_if_it_is_chosen(Setup setup)
            throws InterruptedException {
        Chan<Integer> closed = setup.make();
        closed.close();
        ChannelClosedException thrown =
                assertThrows(ChannelClosedException.class, () -> select(onSend(closed, 1, () -> {})));
        assertEquals(ChannelClosedException.Operation.SEND, thrown.operation());
        Chan<Integer> ready = Chan.make(2_000);
        int threw = 0;
        for (int i = 0; i < 2_000; i++) {
            try {
                select(onSend(closed, 1, () -> {}), onSend(ready, 1, () -> {}));
            } catch (ChannelClosedException e) {
                threw++;
            }
        }
        assertUniform(new int[] {threw, ready.len()}, 2_000);
    }

    @AtEachCapacity
    void rule_60_a_select_of_one_case_and_a_default_takes_no_lock_if_the_case_is_not_ready(Setup setup)
            throws InterruptedException {
        Chan<Integer> empty = setup.make();
        Chan<Integer> full = setup.full();
        empty.lock.lock();
        full.lock.lock();
        try {
            Task<String> chooser = setup.call(() -> choose(receive(empty, v -> "received"), orElse(() -> "default"))
                    + choose(send(full, 1, () -> "sent"), orElse(() -> "default"))
                    + empty.tryReceive().isPresent()
                    + full.trySend(1));
            assertEquals("defaultdefaultfalsefalse", chooser.get());
        } finally {
            full.lock.unlock();
            empty.lock.unlock();
        }
    }
}

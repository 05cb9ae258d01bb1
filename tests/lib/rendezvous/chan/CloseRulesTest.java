package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rendezvous.chan.ChannelClosedException.Operation;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 26 to 34 and 36: what close does. */
class CloseRulesTest {
    private static final Received<Integer> NOTHING = new Received<>(null, false);

    @AtEachCapacity
    void rule_26_after_close_the_buffered_values_come_in_order_then_nothing_forever(Setup setup)
            throws InterruptedException {
        for (int buffered = 0; buffered <= setup.capacity(); buffered += Math.max(1, setup.capacity() / 2)) {
            Chan<Integer> ch = setup.make();
            for (int i = 0; i < buffered; i++) {
                ch.send(i);
            }
            ch.close();
            for (int i = 0; i < buffered; i++) {
                assertEquals(buffered - i, ch.len());
                Received<Integer> got =
                        i % 2 == 0 ? ch.receiveOk() : ch.tryReceive().orElseThrow();
                assertEquals(new Received<>(i, true), got);
            }
            for (int i = 0; i < 3; i++) {
                assertEquals(NOTHING, ch.receiveOk());
            }
        }
    }

    @AtEachCapacity
    void rule_26_differs_a_plain_receive_throws_where_go_yields_the_zero_value(Setup setup)
            throws InterruptedException {
        Chan<Integer> ch = setup.full();
        ch.close();
        for (int i = 0; i < setup.capacity(); i++) {
            assertEquals(i, ch.receive());
        }
        ChannelClosedException thrown = assertThrows(ChannelClosedException.class, ch::receive);
        assertEquals(Operation.RECEIVE, thrown.operation());
        assertEquals(
                "receive from closed channel: " + ch
                        + " has no values left; use receiveOk() or a for loop where a channel may be closed",
                thrown.getMessage());
        assertTrue(ch.toString().endsWith(", closed)"), ch::toString);
    }

    @AtEachCapacity
    void rule_27_a_receive_from_a_closed_drained_channel_never_waits(Setup setup) {
        Chan<Integer> ch = setup.make();
        ch.close();
        setup.run(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        assertEquals(NOTHING, ch.receiveOk());
                        assertThrows(ChannelClosedException.class, ch::receive);
                        assertEquals(Optional.of(NOTHING), ch.tryReceive());
                        Iterator<Integer> values = ch.iterator();
                        assertFalse(values.hasNext());
                        assertThrows(NoSuchElementException.class, values::next);
                        assertEquals(0, ch.waitingReceivers());
                    }
                })
                .get();
    }

    @AtEachCapacity
    void rule_28_close_wakes_all_blocked_receivers_with_nothing(Setup setup) {
        Chan<Integer> ch = setup.make();
        List<Task<Received<Integer>>> asking = new ArrayList<>();
        List<Task<Integer>> plain = new ArrayList<>();
        List<Task<Boolean>> looping = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            asking.add(setup.call(ch::receiveOk));
            plain.add(setup.call(ch::receive));
            looping.add(setup.call(() -> ch.iterator().hasNext()));
        }
        Until.holds("all wait", () -> ch.waitingReceivers() == 30);
        ch.close();
        assertEquals(0, ch.waitingReceivers());
        asking.forEach(task -> assertEquals(NOTHING, task.get()));
        plain.forEach(task -> assertEquals(
                Operation.RECEIVE, task.failure(ChannelClosedException.class).operation()));
        looping.forEach(task -> assertFalse(task.get()));
    }

    @AtEachCapacity
    void rule_29_a_send_on_a_closed_channel_panics_also_if_there_is_room(Setup setup) {
        Chan<Integer> ch = setup.make();
        ch.close();
        ChannelClosedException thrown = assertThrows(ChannelClosedException.class, () -> ch.send(1));
        assertEquals(Operation.SEND, thrown.operation());
        assertEquals(
                "send on closed channel: " + ch + " takes no more values; let only the side that sends close it",
                thrown.getMessage());
        assertEquals(0, ch.len());
        assertEquals(0, ch.waitingSenders());
        assertEquals(Optional.of(NOTHING), ch.tryReceive());
    }

    @AtEachCapacity
    void rule_29_a_send_on_a_closed_channel_panics_also_if_it_is_full(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.full();
        ch.close();
        assertThrows(ChannelClosedException.class, () -> ch.send(-1));
        for (int i = 0; i < setup.capacity(); i++) {
            assertEquals(i, ch.receive());
        }
        assertEquals(NOTHING, ch.receiveOk());
    }

    @AtEachCapacity
    void rule_30_senders_blocked_at_the_close_panic_and_their_values_are_never_delivered(Setup setup)
            throws InterruptedException {
        Chan<Integer> ch = setup.full();
        List<Task<Boolean>> senders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            senders.add(setup.run(() -> ch.send(-1)));
        }
        Until.holds("all wait", () -> ch.waitingSenders() == 10);
        ch.close();
        assertEquals(0, ch.waitingSenders());
        for (int i = 0; i < setup.capacity(); i++) {
            assertEquals(new Received<>(i, true), ch.receiveOk());
        }
        assertEquals(NOTHING, ch.receiveOk());
        for (Task<Boolean> sender : senders) {
            ChannelClosedException thrown = sender.failure(ChannelClosedException.class);
            assertEquals(Operation.SEND, thrown.operation());
            assertTrue(thrown.getMessage().startsWith("send on closed channel: "), thrown::getMessage);
        }
    }

    @AtEachCapacity
    void rule_31_close_of_a_closed_channel_panics(Setup setup) {
        Chan<Integer> ch = setup.full();
        ch.close();
        ChannelClosedException thrown = assertThrows(ChannelClosedException.class, ch::close);
        assertEquals(Operation.CLOSE, thrown.operation());
        assertEquals(
                "close of closed channel: " + ch + " may be closed once, by the side that sends", thrown.getMessage());
        assertEquals(setup.capacity(), ch.len());
    }

    @AtEachCapacity
    void rule_31_of_many_that_close_at_once_exactly_one_succeeds(Setup setup) {
        Chan<Integer> ch = setup.make();
        List<Task<Boolean>> closers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            closers.add(setup.call(() -> {
                try {
                    ch.close();
                    return true;
                } catch (ChannelClosedException e) {
                    return false;
                }
            }));
        }
        assertEquals(1, closers.stream().filter(Task::get).count());
    }

    @Test
    void rule_32_close_of_a_nil_channel_panics() {
        IllegalStateException thrown = assertThrows(IllegalStateException.class, Chan.never()::close);
        assertEquals(IllegalStateException.class, thrown.getClass(), "it is not closed, it cannot be");
        assertEquals("close of nil channel: Chan.never() cannot be closed", thrown.getMessage());
        assertEquals(Optional.empty(), Chan.never().tryReceive());
        assertFalse(Chan.never().trySend(1));
    }

    @Test
    void rule_32_differs_a_variable_without_a_channel_is_null_and_fails_as_any_null() {
        Chan<Integer> none = null;
        assertThrows(NullPointerException.class, () -> none.close());
    }

    @AtEachCapacity
    void rule_33_a_non_blocking_send_on_a_closed_channel_panics(Setup setup) {
        Chan<Integer> empty = setup.make();
        empty.close();
        assertEquals(
                Operation.SEND,
                assertThrows(ChannelClosedException.class, () -> empty.trySend(1))
                        .operation());
        Chan<Integer> full = setup.full();
        full.close();
        assertThrows(ChannelClosedException.class, () -> full.trySend(1));
        assertEquals(setup.capacity(), full.len());
    }

    @AtEachCapacity
    void rule_34_a_non_blocking_receive_from_a_closed_drained_channel_is_done_with_nothing(Setup setup) {
        Chan<Integer> ch = setup.full();
        ch.close();
        for (int i = 0; i < setup.capacity(); i++) {
            assertEquals(Optional.of(new Received<>(i, true)), ch.tryReceive());
        }
        for (int i = 0; i < 3; i++) {
            Received<Integer> got = ch.tryReceive().orElseThrow();
            assertFalse(got.ok());
            assertNull(got.value());
        }
    }

    @AtEachCapacity
    void rule_36_close_never_waits(Setup setup) {
        Chan<Integer> crowded = setup.full();
        Chan<Integer> empty = setup.make();
        for (int i = 0; i < 50; i++) {
            Task<Boolean> sender = setup.run(() -> crowded.send(-1));
            Task<Boolean> receiver = setup.run(empty::receive);
            sender.untilParked();
            receiver.untilParked();
            sender.mayFail();
            receiver.mayFail();
        }
        // An operation that would wait would throw instead.
        Thread.currentThread().interrupt();
        crowded.close();
        empty.close();
        assertTrue(Thread.interrupted(), "a close leaves the interrupt for whoever waits next");
    }
}

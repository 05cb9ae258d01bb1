package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Threads;
import rendezvous.testing.Until;

/** Rules 10 to 16, 18 and 19: length and capacity, the channel that is never ready, values. */
class MakeRulesTest {
    @AtEachCapacity
    void rule_10_len_counts_buffered_values_and_not_blocked_senders(Setup setup) {
        Chan<Integer> ch = setup.make();
        assertEquals(setup.capacity(), ch.cap());
        for (int i = 0; i < setup.capacity(); i++) {
            assertEquals(i, ch.len());
            assertTrue(ch.trySend(i));
        }
        assertEquals(setup.capacity(), ch.len());
        setup.run(() -> ch.send(-1));
        Until.holds("the sender waits", () -> ch.waitingSenders() == 1);
        assertEquals(setup.capacity(), ch.len());
        assertEquals(setup.capacity(), ch.cap());
    }

    @Test
    void rule_11_len_and_cap_of_the_channel_that_is_never_ready_are_zero() {
        assertEquals(0, Chan.never().len());
        assertEquals(0, Chan.never().cap());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 7})
    void rule_12_make_refuses_a_negative_or_too_large_capacity(int capacity) {
        for (var refused : new IllegalArgumentException[] {
            assertThrows(IllegalArgumentException.class, () -> Chan.make(capacity)),
            assertThrows(IllegalArgumentException.class, () -> Chan.named("jobs", capacity))
        }) {
            assertEquals(
                    "makechan: size out of range: got capacity " + capacity + ", want 0 to " + (Integer.MAX_VALUE - 8),
                    refused.getMessage());
        }
    }

    @Test
    void rule_12_the_largest_capacity_takes_memory_only_for_what_it_holds() throws InterruptedException {
        Chan<Integer> ch = Chan.make(Integer.MAX_VALUE - 8);
        for (int i = 0; i < 1_000; i++) {
            ch.send(i);
        }
        for (int i = 0; i < 1_000; i++) {
            assertEquals(i, ch.receive());
        }
    }

    @OnBothThreads
    void rule_13_a_send_to_the_channel_that_is_never_ready_waits_forever(Setup setup) {
        Chan<String> never = Chan.never();
        Task<Boolean> receiver = setup.run(never::receive);
        Task<Boolean> sender = setup.run(() -> never.send("value"));
        receiver.untilParked();
        sender.untilParkedAgainAfterSpuriousWakeups();
        assertFalse(never.trySend("value"));
        assertEquals(0, never.waitingSenders(), "a channel for all must keep nobody");
        sender.interrupt();
        InterruptedException thrown = sender.failure(InterruptedException.class);
        assertEquals("interrupted: it waits on a channel that is never ready", thrown.getMessage());
    }

    @OnBothThreads
    void rule_14_a_receive_from_the_channel_that_is_never_ready_waits_forever(Setup setup) {
        Chan<String> never = Chan.never();
        Task<Boolean> sender = setup.run(() -> never.send("value"));
        Task<String> receiver = setup.call(never::receive);
        Task<Received<String>> receiverOk = setup.call(never::receiveOk);
        sender.untilParked();
        receiver.untilParkedAgainAfterSpuriousWakeups();
        receiverOk.untilParkedAgainAfterSpuriousWakeups();
        assertEquals(Optional.empty(), never.tryReceive());
        assertEquals(0, never.waitingReceivers(), "a channel for all must keep nobody");
        receiver.interrupt();
        receiver.failure(InterruptedException.class);
    }

    @AtEachCapacity
    void rule_15_ok_tells_a_value_that_was_sent_from_closed_and_drained(Setup setup) throws InterruptedException {
        Chan<Object> ch = setup.make();
        Object[] zeros = {0, 0.0, "", false, Optional.empty(), Signal.SIGNAL, new Received<>(null, false)};
        Task<Boolean> sender = setup.run(() -> {
            for (Object zero : zeros) {
                ch.send(zero);
            }
            ch.close();
        });
        for (Object zero : zeros) {
            Received<Object> got = ch.receiveOk();
            assertTrue(got.ok());
            assertSame(zero, got.value());
        }
        sender.get();
        assertEquals(new Received<>(null, false), ch.receiveOk());
    }

    @AtEachCapacity
    void rule_15_differs_null_is_refused_so_that_a_null_means_closed(Setup setup) {
        Chan<String> ch = setup.make();
        String want = "a channel carries values; for an event without content use Signal.SIGNAL";
        for (var refused : new NullPointerException[] {
            assertThrows(NullPointerException.class, () -> ch.send(null)),
            assertThrows(NullPointerException.class, () -> ch.trySend(null)),
            assertThrows(NullPointerException.class, () -> Chan.never().trySend(null))
        }) {
            assertTrue(refused.getMessage().startsWith("send of null on "), refused::getMessage);
            assertTrue(refused.getMessage().endsWith(want), refused::getMessage);
        }
        Task<String> receiver = setup.call(ch::receive);
        Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
        assertThrows(NullPointerException.class, () -> ch.send(null));
        assertEquals(1, ch.waitingReceivers());
        assertTrue(ch.trySend("usable afterwards"));
        assertEquals("usable afterwards", receiver.get());
    }

    @AtEachCapacity
    void rule_16_a_signal_without_content_works_as_any_value(Setup setup) throws InterruptedException {
        Chan<Signal> ch = setup.make();
        Task<Boolean> sender = setup.run(() -> {
            for (int i = 0; i < 250; i++) {
                ch.send(Signal.SIGNAL);
            }
            ch.close();
        });
        int count = 0;
        for (Signal signal : ch) {
            assertSame(Signal.SIGNAL, signal);
            count++;
        }
        assertEquals(250, count);
        sender.get();
        assertNull(ch.receiveOk().value());
    }

    @AtEachCapacity
    void rule_18_channels_are_values_that_can_be_sent_and_compare_by_identity(Setup setup) throws InterruptedException {
        Chan<Chan<Integer>> requests = setup.make();
        Task<Boolean> server = setup.run(() -> {
            for (Chan<Integer> reply : requests) {
                reply.send(42);
            }
        });
        Chan<Integer> reply = setup.make();
        requests.send(reply);
        assertEquals(42, reply.receive());
        requests.close();
        server.get();

        ReceiveChan<Integer> view = reply;
        assertSame(reply, view);
        assertEquals(reply, view);
        assertNotEquals(reply, setup.make());
        assertSame(Chan.never(), Chan.never());
    }

    @OnBothThreads
    void rule_19_a_chain_of_ten_thousand_goroutines_passes_one_value_on(Setup setup) throws InterruptedException {
        int links = setup.threads() == Threads.VIRTUAL ? 10_000 : 200; // a platform thread takes its memory
        Chan<Integer> first = Chan.make();
        Chan<Integer> in = first;
        for (int i = 0; i < links; i++) {
            Chan<Integer> from = in;
            Chan<Integer> to = Chan.make();
            setup.run(() -> to.send(from.receive() + 1));
            in = to;
        }
        first.send(0);
        assertEquals(links, in.receive());
    }
}

package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.LateInterrupt;

/** Interrupts that come when the wait is over already, and are seen before that: what was done counts. */
class LateInterruptTest {
    private final LateInterrupt late = new LateInterrupt();

    @Test
    void a_receive_that_was_served_returns_the_value() throws Exception {
        Chan<Integer> ch = Chan.make();
        int[] got = new int[1];
        late.run(() -> got[0] = ch.receive(), () -> ch.waitingReceivers() == 1, () -> assertTrue(ch.trySend(42)));
        assertEquals(42, got[0]);
    }

    @Test
    void an_unbuffered_send_that_was_taken_returns() throws Exception {
        Chan<Integer> ch = Chan.make();
        int[] got = new int[1];
        late.run(() -> ch.send(42), () -> ch.waitingSenders() == 1, () -> got[0] = ch.receive());
        assertEquals(42, got[0]);
    }

    @Test
    void a_buffered_send_that_got_room_returns() throws Exception {
        Chan<Integer> ch = Chan.make(1);
        ch.send(1);
        late.run(() -> ch.send(2), () -> ch.waitingSenders() == 1, () -> assertEquals(1, ch.receive()));
        assertEquals(2, ch.receive());
    }

    @Test
    void a_receive_that_learned_of_the_close_returns_that() throws Exception {
        Chan<Integer> ch = Chan.make();
        late.run(() -> assertFalse(ch.receiveOk().ok()), () -> ch.waitingReceivers() == 1, ch::close);
    }

    @Test
    void a_send_that_learned_of_the_close_throws_that() throws Exception {
        Chan<Integer> ch = Chan.make();
        late.run(
                () -> {
                    try {
                        ch.send(1);
                    } catch (ChannelClosedException e) {
                        return;
                    }
                    throw new AssertionError("sent, though nobody received");
                },
                () -> ch.waitingSenders() == 1,
                ch::close);
    }

    @Test
    void a_select_that_was_served_does_its_case() throws Exception {
        Chan<Integer> ch = Chan.make();
        Chan<Integer> other = Chan.make();
        int[] got = new int[1];
        late.run(
                () -> Select.select(Select.onReceive(other, v -> got[0] = -1), Select.onReceive(ch, v -> got[0] = v)),
                () -> ch.waitingReceivers() == 1,
                () -> assertTrue(ch.trySend(42)));
        assertEquals(42, got[0]);
        assertEquals(0, ch.waitingReceivers() + other.waitingReceivers());
    }

    @Test
    void a_select_whose_value_was_taken_has_sent_it() throws Exception {
        Chan<Integer> ch = Chan.make();
        Chan<Integer> other = Chan.make();
        int[] got = new int[1];
        boolean[] sent = new boolean[1];
        late.run(
                () -> Select.select(
                        Select.onSend(ch, 42, () -> sent[0] = true), Select.onReceive(other, v -> got[0] = -1)),
                () -> ch.waitingSenders() == 1,
                () -> got[0] = ch.receive());
        assertEquals(42, got[0]);
        assertTrue(sent[0]);
        assertEquals(0, other.waitingReceivers());
    }

    @Test
    void an_await_of_a_close_that_came_returns() throws Exception {
        Chan<Integer> ch = Chan.make();
        late.run(ch::await, () -> ch.waitingForClose() == 1, ch::close);
    }

    @Test
    void an_await_of_what_has_ended_returns() throws Exception {
        Chan<Integer> gate = Chan.make();
        Goroutine awaited = Go.go("awaited", gate::receiveOk);
        late.run(awaited::await, () -> true, gate::close);
    }
}

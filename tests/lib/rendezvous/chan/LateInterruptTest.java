package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.Body;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
import rendezvous.testing.Until;

/**
 * The one order of an interrupt and the end of a wait that chance hardly ever finds: the interrupted thread has decided
 * to give up, and finds under the lock that its wait was ended meanwhile. Then what was done counts.
 *
 * <p>A probe makes it: it is told under the lock, just before the wait is over, and interrupts the thread then.
 */
class LateInterruptTest {
    private final Thread[] waiting = new Thread[1];
    private final boolean[] flag = new boolean[1];
    private int interrupts;

    private final World world = new World(this::on) {
        @Override
        protected Thread start(String name, Runnable code) {
            return Thread.ofPlatform().daemon().start(code); // each runs whatever the others do
        }
    };

    private void on(Event event) {
        if (event.kind() == Event.Kind.UNBLOCK && event.goroutine().name().equals("late")) {
            interrupts++;
            waiting[0].interrupt();
            Until.holds("the thread has seen its interrupt", () -> !waiting[0].isInterrupted());
        }
    }

    /** Runs the operation in a goroutine that waits, ends its wait with the action, and sees it return normally. */
    private void late(Body operation, BooleanSupplier waits, Body action) throws Exception {
        Goroutine goroutine = Goroutine.start("late", world, () -> {
            waiting[0] = Thread.currentThread();
            operation.run();
            flag[0] = Thread.interrupted();
        });
        Until.holds("the operation waits", () -> waits.getAsBoolean());
        Until.holds("its thread waits", () -> waiting[0].getState() == Thread.State.WAITING);
        action.run();
        goroutine.await();
        assertEquals(1, interrupts, "interrupts at the moment in question");
        assertTrue(flag[0], "the flag is set again");
    }

    @Test
    void a_receive_that_was_served_returns_the_value() throws Exception {
        Chan<Integer> ch = Chan.make();
        int[] got = new int[1];
        late(() -> got[0] = ch.receive(), () -> ch.waitingReceivers() == 1, () -> assertTrue(ch.trySend(42)));
        assertEquals(42, got[0]);
    }

    @Test
    void an_unbuffered_send_that_was_taken_returns() throws Exception {
        Chan<Integer> ch = Chan.make();
        int[] got = new int[1];
        late(() -> ch.send(42), () -> ch.waitingSenders() == 1, () -> got[0] = ch.receive());
        assertEquals(42, got[0]);
    }

    @Test
    void a_buffered_send_that_got_room_returns() throws Exception {
        Chan<Integer> ch = Chan.make(1);
        ch.send(1);
        late(() -> ch.send(2), () -> ch.waitingSenders() == 1, () -> assertEquals(1, ch.receive()));
        assertEquals(2, ch.receive());
    }

    @Test
    void a_receive_that_learned_of_the_close_returns_that() throws Exception {
        Chan<Integer> ch = Chan.make();
        late(() -> assertFalse(ch.receiveOk().ok()), () -> ch.waitingReceivers() == 1, ch::close);
    }

    @Test
    void a_send_that_learned_of_the_close_throws_that() throws Exception {
        Chan<Integer> ch = Chan.make();
        late(
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
        late(
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
        late(
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
        late(ch::await, () -> ch.waitingForClose() == 1, ch::close);
    }

    @Test
    void an_await_of_what_has_ended_returns() throws Exception {
        Chan<Integer> gate = Chan.make();
        Goroutine awaited = Goroutine.start("awaited", world, gate::receiveOk);
        late(awaited::await, () -> waiting[0] != null, gate::close);
    }
}

package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** A channel holds on to what is in it and to those who wait, and to nothing that was. */
@SuppressWarnings("ReachabilityFenceUsage") // where an exception skips a fence the test has failed anyway
class LeakTest {
    private static final int VALUES = 20;

    private static final class Payload {}

    @AtEachCapacity
    void what_was_received_can_be_collected_while_the_channel_lives(Setup setup) throws InterruptedException {
        Chan<Payload> ch = setup.make();
        List<WeakReference<Payload>> weak = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            weak.add(fromParkedSender(setup, ch));
            weak.add(toParkedReceiver(setup, ch));
        }
        assertCollected(weak);
        Reference.reachabilityFence(ch);
    }

    private static WeakReference<Payload> toParkedReceiver(Setup setup, Chan<Payload> ch) throws InterruptedException {
        Task<Integer> receiver = setup.call(() -> ch.receive().hashCode());
        Until.holds("the receiver waits", () -> ch.waitingReceivers() == 1);
        Payload payload = new Payload();
        ch.send(payload);
        assertEquals(payload.hashCode(), receiver.get());
        return new WeakReference<>(payload);
    }

    private static WeakReference<Payload> fromParkedSender(Setup setup, Chan<Payload> ch) throws InterruptedException {
        while (ch.trySend(new Payload())) {}
        WeakReference<Payload> weak = parkedSender(setup, ch);
        while (ch.tryReceive().isPresent()) {}
        return weak;
    }

    private static WeakReference<Payload> parkedSender(Setup setup, Chan<Payload> ch) throws InterruptedException {
        Payload payload = new Payload();
        WeakReference<Payload> weak = new WeakReference<>(payload);
        Task<Boolean> sender = setup.run(() -> ch.send(weak.get()));
        Until.holds("the sender waits", () -> ch.waitingSenders() == 1);
        ch.receive();
        sender.get();
        Reference.reachabilityFence(payload);
        return weak;
    }

    @AtEachCapacity
    void what_was_not_sent_because_of_an_interrupt_or_a_close_can_be_collected(Setup setup) {
        List<WeakReference<Payload>> weak = new ArrayList<>();
        Chan<Payload> ch = setup.make();
        while (ch.trySend(new Payload())) {}
        for (int i = 0; i < VALUES; i++) {
            weak.add(givenUp(setup, ch));
        }
        weak.add(lost(setup, ch));
        assertCollected(weak);
        Reference.reachabilityFence(ch);
    }

    private static WeakReference<Payload> givenUp(Setup setup, Chan<Payload> ch) {
        Payload payload = new Payload();
        WeakReference<Payload> weak = new WeakReference<>(payload);
        Task<Boolean> sender = setup.run(() -> ch.send(weak.get()));
        Until.holds("the sender waits", () -> ch.waitingSenders() == 1);
        sender.interrupt();
        sender.failure(InterruptedException.class);
        Reference.reachabilityFence(payload);
        return weak;
    }

    private static WeakReference<Payload> lost(Setup setup, Chan<Payload> ch) {
        Payload payload = new Payload();
        WeakReference<Payload> weak = new WeakReference<>(payload);
        Task<Boolean> sender = setup.run(() -> ch.send(weak.get()));
        Until.holds("the sender waits", () -> ch.waitingSenders() == 1);
        ch.close();
        sender.failure(ChannelClosedException.class);
        Reference.reachabilityFence(payload);
        return weak;
    }

    private static void assertCollected(List<WeakReference<Payload>> weak) {
        Until.holds("nothing holds what is no longer in the channel", () -> {
            System.gc();
            return weak.stream().allMatch(reference -> reference.refersTo(null));
        });
    }
}

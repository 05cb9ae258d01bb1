package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;

/** Every operation at once on one channel, with interrupts in between: each value that was sent is received once. */
class SoakTest {
    private static final int SENDERS = 4;
    private static final int RECEIVERS = 4;
    private static final int EACH = 8_000;

    private final AtomicIntegerArray sent = new AtomicIntegerArray(SENDERS * EACH);
    private final AtomicIntegerArray received = new AtomicIntegerArray(SENDERS * EACH);

    @AtEachCapacity
    void every_value_that_was_sent_is_received_exactly_once(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.make();
        List<Task<Boolean>> senders = new ArrayList<>();
        List<Task<Boolean>> receivers = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            int first = i * EACH;
            senders.add(setup.run(() -> send(ch, first)));
        }
        for (int i = 0; i < RECEIVERS; i++) {
            int kind = i;
            receivers.add(setup.run(() -> receive(ch, kind)));
        }
        Task<Boolean> disturber = setup.run(() -> disturb(ch, senders, receivers));
        senders.forEach(Task::get);
        ch.close();
        receivers.forEach(Task::get);
        disturber.get();
        assertEquals(0, ch.len());
        assertEquals(0, ch.waitingSenders() + ch.waitingReceivers());
        int count = 0;
        for (int i = 0; i < SENDERS * EACH; i++) {
            assertEquals(sent.get(i), received.get(i), "times that value " + i + " was received");
            count += sent.get(i);
        }
        assertTrue(count >= SENDERS * EACH / 2, "most were sent; got " + count);
    }

    /** Tries each value once, without waiting or with; an interrupt in time keeps the value from being sent. */
    private void send(Chan<Integer> ch, int first) {
        for (int i = first; i < first + EACH; i++) {
            if (i % 8 == 0 && ch.trySend(i)) {
                sent.incrementAndGet(i);
                continue;
            }
            try {
                ch.send(i);
                sent.incrementAndGet(i);
            } catch (InterruptedException e) {
                // Not sent. Its count stays 0, and so must that of those who receive.
            }
        }
    }

    private void receive(Chan<Integer> ch, int kind) {
        while (true) {
            try {
                switch (kind) {
                    case 0 -> {
                        for (int value : ch) {
                            received.incrementAndGet(value);
                        }
                        return;
                    }
                    case 1 ->
                        ch.tryReceive().filter(Received::ok).ifPresent(got -> received.incrementAndGet(got.value()));
                    case 2 -> received.incrementAndGet(ch.receive());
                    default -> {}
                }
                Received<Integer> got = ch.receiveOk();
                if (!got.ok()) {
                    return;
                }
                received.incrementAndGet(got.value());
            } catch (ChannelClosedException e) {
                return;
            } catch (InterruptedException e) {
                // Nothing was received; once more.
            } catch (InterruptedIterationException e) {
                assertTrue(Thread.interrupted());
            }
        }
    }

    /** Interrupts at random and looks at the channel until the senders are done. */
    private static void disturb(Chan<Integer> ch, List<Task<Boolean>> senders, List<Task<Boolean>> receivers)
            throws InterruptedException {
        Random random = new Random(11);
        while (!senders.stream().allMatch(Task::isDone)) {
            List<Task<Boolean>> side = random.nextBoolean() ? senders : receivers;
            side.get(random.nextInt(side.size())).interrupt();
            assertTrue(ch.len() <= ch.cap());
            Go.sleep(Duration.ofNanos(20_000));
        }
    }
}

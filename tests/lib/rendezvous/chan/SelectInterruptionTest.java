package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Select.*;

import java.time.Duration;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Race;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** A select and the interrupt of its thread. */
class SelectInterruptionTest {
    @AtEachCapacity
    void an_interrupted_select_does_nothing_and_leaves_nothing(Setup setup) {
        Chan<Integer> in = setup.make();
        Chan<Integer> out = setup.full();
        Chan<Signal> done = setup.make();
        for (Duration limit : new Duration[] {null, Duration.ofDays(1), Duration.ofSeconds(Long.MAX_VALUE)}) {
            Task<Boolean> task = setup.run(() -> {
                Select s = new Select();
                s.receive(in);
                s.send(out, -1);
                s.closed(done);
                if (limit != null) {
                    s.timeout(limit);
                }
                s.await();
            });
            Until.holds("it waits", () -> in.waitingReceivers() + out.waitingSenders() + done.waitingForClose() == 3);
            task.interrupt();
            assertTrue(task.failure(InterruptedException.class)
                    .getMessage()
                    .startsWith("interrupted: it waits in a select: receive from channel, send on channel"));
            assertEquals(0, in.waitingReceivers() + out.waitingSenders() + done.waitingForClose());
            assertEquals(setup.capacity(), out.len());
        }
    }

    @OnBothThreads
    void a_select_of_an_interrupted_thread_does_what_is_ready_and_else_throws(Setup setup) {
        Chan<Integer> ch = Chan.make(1);
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    select(onSend(ch, 1, () -> {}), onReceive(Chan.<Integer>never(), v -> {}));
                    assertTrue(Thread.currentThread().isInterrupted(), "it was ready, and the flag stays");
                    select(onSend(ch, 1, () -> {}), otherwise(() -> {}));
                    assertTrue(Thread.currentThread().isInterrupted(), "it did not wait, and the flag stays");
                    Thread.interrupted();
                })
                .get();
        Task<Boolean> waits = setup.run(() -> {
            Thread.currentThread().interrupt();
            select(onSend(ch, 2, () -> {}), onReceive(Chan.<Integer>never(), v -> {}));
        });
        assertEquals(
                "interrupted before it waits in a select: send on channel, receive from `Chan.never()`",
                waits.failure(InterruptedException.class).getMessage());
        assertEquals(0, ch.waitingSenders());
    }

    @OnBothThreads
    void against_an_operation_that_ends_it_either_wins_and_no_value_is_lost(Setup setup) throws InterruptedException {
        Race race = new Race(setup);
        Chan<Integer> ch = Chan.make();
        Chan<Integer> other = Chan.make();
        for (int i = 0; i < 400; i++) {
            int value = i;
            int[] got = {-1};
            Task<Boolean> chooser = race.start(
                    () -> select(
                            onReceive(ch, v -> got[0] = v),
                            onReceive(other, v -> {}),
                            after(Duration.ofDays(1), () -> {})),
                    () -> ch.waitingReceivers() == 1 && other.waitingReceivers() == 1);
            boolean taken = race.against(chooser, () -> ch.trySend(value));
            boolean received = chooser.get();
            assertEquals(taken, received, "taken, if and only if received");
            assertEquals(taken ? value : -1, got[0]);
            assertEquals(0, ch.waitingReceivers() + other.waitingReceivers());
        }
        race.bothHappened();
    }
}

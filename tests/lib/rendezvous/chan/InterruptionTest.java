package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Race;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Interrupts before, during and at the end of everything that waits. */
class InterruptionTest {
    private static final int ROUNDS = 200;

    /** Runs the operation interrupted beforehand; it must throw, and the flag be as the operation's kind wants it. */
    private static void interruptedBefore(Setup setup, String message, Body operation) {
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    InterruptedException thrown = assertThrows(InterruptedException.class, operation::run);
                    assertEquals(message, thrown.getMessage());
                    assertFalse(Thread.interrupted(), "the flag is cleared by the exception");
                })
                .get();
    }

    private static void interruptedWhile(Setup setup, BooleanSupplier waits, Body operation) {
        Task<Boolean> task = setup.run(() -> {
            assertThrows(InterruptedException.class, operation::run);
            assertFalse(Thread.interrupted(), "the flag is cleared by the exception");
        });
        Until.holds("the operation waits", waits);
        task.interrupt();
        task.get();
    }

    @AtEachCapacity
    void interrupted_before_it_a_send_or_receive_throws_and_does_nothing(Setup setup) {
        Chan<Integer> room = setup.make();
        setup.call(room::receive); // so that even an unbuffered send would not have to wait
        Until.holds("the receiver waits", () -> room.waitingReceivers() == 1);
        interruptedBefore(setup, "interrupted before it waits to send on " + room, () -> room.send(1));
        assertEquals(1, room.waitingReceivers());
        assertEquals(0, room.len());

        Chan<Integer> full = setup.full();
        setup.run(() -> full.send(-1));
        Until.holds("the sender waits", () -> full.waitingSenders() == 1);
        String message = "interrupted before it waits to receive on " + full;
        interruptedBefore(setup, message, full::receive);
        interruptedBefore(setup, message, full::receiveOk);
        assertEquals(setup.capacity(), full.len());
        assertEquals(1, full.waitingSenders());
        assertEquals(0, full.waitingReceivers());

        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    var values = full.iterator();
                    for (int i = 0; i < 2; i++) {
                        var thrown = assertThrows(InterruptedIterationException.class, values::hasNext);
                        assertInstanceOf(InterruptedException.class, thrown.getCause());
                        assertEquals(message, thrown.getMessage());
                    }
                    assertTrue(Thread.interrupted(), "an iterator leaves the flag set");
                    assertEquals(setup.capacity() == 0 ? -1 : 0, values.next(), "and can be used afterwards");
                })
                .get();
    }

    @AtEachCapacity
    void operations_that_never_wait_take_no_notice_of_an_interrupt(Setup setup) {
        Chan<Integer> ch = setup.full();
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    assertFalse(ch.trySend(-1));
                    for (int i = 0; i < setup.capacity(); i++) {
                        assertEquals(Optional.of(new Received<>(i, true)), ch.tryReceive());
                    }
                    ch.close();
                    assertThrows(ChannelClosedException.class, ch::close);
                    assertTrue(Thread.interrupted(), "the flag is kept for whoever waits next");
                })
                .get();
    }

    @AtEachCapacity
    void interrupted_while_it_waits_it_throws_and_leaves_no_trace(Setup setup) {
        Chan<Integer> full = setup.full();
        Chan<Integer> empty = setup.make();
        for (int round = 0; round < 20; round++) {
            interruptedWhile(setup, () -> full.waitingSenders() == 1, () -> full.send(-1));
            assertEquals(0, full.waitingSenders());
            for (Body receive : new Body[] {empty::receive, empty::receiveOk}) {
                interruptedWhile(setup, () -> empty.waitingReceivers() == 1, receive);
                assertEquals(0, empty.waitingReceivers());
            }
        }
        assertEquals(setup.capacity(), full.len());
        for (int i = 0; i < setup.capacity(); i++) {
            assertEquals(Optional.of(new Received<>(i, true)), full.tryReceive());
        }
        assertEquals(Optional.empty(), full.tryReceive());
        assertEquals(setup.capacity() > 0, empty.trySend(1), "nobody is there to take it");
    }

    @OnBothThreads
    void interrupted_while_it_waits_each_says_what_it_waited_for(Setup setup) throws InterruptedException {
        Chan<Integer> ch = Chan.named("jobs");
        Chan<Integer> never = Chan.never();
        Goroutine endless = Go.go("endless", () -> Chan.never().receive());
        Map<Body, String> operations = new LinkedHashMap<>();
        operations.put(() -> ch.send(1), "interrupted: it waits to send on `jobs` (unbuffered)");
        operations.put(ch::receive, "interrupted: it waits to receive on `jobs` (unbuffered)");
        operations.put(() -> never.send(1), "interrupted: it waits on a channel that is never ready");
        operations.put(never::receive, "interrupted: it waits on a channel that is never ready");
        operations.put(endless::await, "interrupted while waiting for endless (alive)");
        operations.forEach((operation, message) -> {
            Task<Boolean> task = setup.run(operation).untilParked();
            task.interrupt();
            assertEquals(message, task.failure(InterruptedException.class).getMessage());
        });
        interruptedBefore(setup, "interrupted before waiting for endless (alive)", endless::await);
        interruptedBefore(
                setup,
                "interrupted before it waits to send on Chan.never()",
                () -> Chan.never().send(1));
        endless.interrupt();
    }

    @OnBothThreads
    void sleep_is_interrupted_before_and_during_whatever_its_length(Setup setup) {
        for (Duration length : new Duration[] {Duration.ofDays(1), Duration.ZERO, Duration.ofSeconds(-1)}) {
            setup.run(() -> {
                        Thread.currentThread().interrupt();
                        assertThrows(InterruptedException.class, () -> Go.sleep(length));
                        assertFalse(Thread.interrupted());
                    })
                    .get();
        }
        Task<Boolean> sleeper = setup.run(() -> Go.sleep(Duration.ofDays(100_000_000)));
        Until.holds("it sleeps", () -> sleeper.thread().getState() == Thread.State.TIMED_WAITING);
        sleeper.interrupt();
        sleeper.failure(InterruptedException.class);
    }

    @OnBothThreads
    void a_wait_for_what_has_ended_returns_and_keeps_the_flag(Setup setup) throws InterruptedException {
        Goroutine ended = Go.go(() -> {});
        ended.await();
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    ended.await();
                    assertTrue(Thread.interrupted());
                })
                .get();
    }

    @AtEachCapacity
    void a_send_that_races_with_an_interrupt_is_done_or_undone(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.full();
        Race race = new Race(setup);
        int next = setup.capacity();
        for (int round = 0; round < ROUNDS; round++) {
            int value = next;
            Task<Boolean> sender = race.start(() -> ch.send(value), () -> ch.waitingSenders() == 1);
            Received<Integer> got = race.against(sender, ch::tryReceive).orElse(null);
            boolean sent = sender.get();
            // With a buffer the receive takes its head, and the value is in the buffer now if it was sent.
            int buffered = setup.capacity();
            if (buffered == 0) {
                assertEquals(sent ? new Received<>(value, true) : null, got);
            } else {
                assertEquals(new Received<>(next - buffered, true), got);
                assertEquals(sent ? buffered : buffered - 1, ch.len());
                assertTrue(sent || ch.trySend(value));
            }
            assertEquals(0, ch.waitingSenders());
            next++;
        }
        race.bothHappened();
    }

    @AtEachCapacity
    void a_receive_that_races_with_an_interrupt_is_done_or_undone(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.make();
        Race race = new Race(setup);
        for (int round = 0; round < ROUNDS; round++) {
            int value = round;
            int[] got = {-1};
            Body receive = round % 2 == 0
                    ? () -> got[0] = ch.receive()
                    : () -> got[0] = ch.receiveOk().value();
            Task<Boolean> receiver = race.start(receive, () -> ch.waitingReceivers() == 1);
            boolean sent = race.against(receiver, () -> ch.trySend(value));
            boolean received = receiver.get();
            assertEquals(received ? value : -1, got[0]);
            Optional<Received<Integer>> left = ch.tryReceive();
            assertEquals(sent && !received ? Optional.of(new Received<>(value, true)) : Optional.empty(), left);
            assertTrue(setup.capacity() > 0 || sent == received);
            assertEquals(0, ch.waitingReceivers());
        }
        race.bothHappened();
    }

    @AtEachCapacity
    void a_close_that_races_with_an_interrupt_of_who_waits_ends_the_wait_once(Setup setup) throws InterruptedException {
        Race race = new Race(setup);
        for (int round = 0; round < 2 * ROUNDS; round++) {
            boolean sending = round / 4 % 2 == 0;
            Chan<Integer> ch = sending ? setup.full() : setup.make();
            Task<Boolean> waiting = sending
                    ? race.start(() -> mustBeClosed(ch), () -> ch.waitingSenders() == 1)
                    : race.start(() -> assertFalse(ch.receiveOk().ok()), () -> ch.waitingReceivers() == 1);
            race.against(waiting, () -> {
                ch.close();
                return true;
            });
            assertEquals(0, ch.waitingSenders() + ch.waitingReceivers());
            assertEquals(sending ? setup.capacity() : 0, ch.len());
        }
        race.bothHappened();
    }

    private static void mustBeClosed(Chan<Integer> ch) throws InterruptedException {
        try {
            ch.send(-1);
        } catch (ChannelClosedException e) {
            return;
        }
        throw new AssertionError("sent, though nobody received");
    }

    @OnBothThreads
    void an_end_that_races_with_an_interrupt_of_who_awaits_it(Setup setup) throws InterruptedException {
        Race race = new Race(setup);
        for (int round = 0; round < ROUNDS; round++) {
            Chan<Integer> gate = Chan.make();
            Goroutine goroutine = Go.go(gate::receiveOk);
            Task<Boolean> waiting = race.start(goroutine::await, () -> gate.waitingReceivers() == 1);
            race.against(waiting, () -> {
                gate.close();
                Until.holds("the goroutine has ended", goroutine::isDone);
                return true;
            });
            goroutine.await();
        }
        race.bothHappened();
    }
}

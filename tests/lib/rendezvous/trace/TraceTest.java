package rendezvous.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.PanicException;
import rendezvous.runtime.Wait;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class TraceTest {
    @Test
    void records_a_hand_off_with_both_sides() throws InterruptedException {
        Trace trace = Trace.of(() -> {
            Chan<String> ch = Chan.named("ch");
            Go.go("producer", () -> ch.send("ping"));
            ch.receive();
        });
        Goroutine main = trace.goroutines().get(0);
        Goroutine producer = trace.goroutines().get(1);
        assertEquals(List.of("main", "producer"), List.of(main.name(), producer.name()));
        Event send = only(trace, Event.Kind.SEND);
        Event receive = only(trace, Event.Kind.RECEIVE);
        assertEquals(List.of(producer, main), List.of(send.goroutine(), receive.goroutine()));
        assertEquals("ping", send.value());
        assertEquals("ping", receive.value());
        assertEquals(main, send.peer());
        assertEquals(producer, receive.peer());
        assertTrue(trace.stuck().isEmpty());
        assertTrue(trace.toString().contains("producer  sends \"ping\" on ch to main"), trace::toString);
        assertTrue(trace.toString().endsWith("All 2 goroutines ended."), trace::toString);
    }

    @Test
    void the_clock_begins_with_the_block() throws InterruptedException {
        long[] begun = new long[1];
        Trace trace = Trace.of(() -> begun[0] = System.nanoTime());
        Event start = only(trace, Event.Kind.START);
        assertEquals(trace.startNanos(), start.nanos());
        assertTrue(begun[0] >= trace.startNanos(), "the block runs after the clock's start");
        assertTrue(begun[0] <= trace.startNanos() + trace.duration().toNanos(), "and before its end");
    }

    @Test
    void only_the_first_recording_of_a_jvm_is_rehearsed() throws InterruptedException {
        Trace one = Trace.of(() -> {});
        Trace next = Trace.of(() -> {});
        assertEquals(
                one.goroutines().getFirst().id() + 1,
                next.goroutines().getFirst().id());
    }

    @Test
    void every_block_is_followed_by_an_unblock_of_the_same_goroutine() throws InterruptedException {
        Trace trace = Trace.of(() -> {
            Chan<Integer> ch = Chan.make();
            Goroutine reader = Go.go("reader", () -> {
                for (int value : ch) {
                    Go.sleep(Duration.ofNanos(value));
                }
            });
            for (int i = 0; i < 50; i++) {
                ch.send(i);
            }
            ch.close();
            reader.await();
        });
        for (Goroutine goroutine : trace.goroutines()) {
            int depth = 0;
            for (Event event : trace.events()) {
                if (event.goroutine() == goroutine) {
                    depth += event.kind() == Event.Kind.BLOCK ? 1 : event.kind() == Event.Kind.UNBLOCK ? -1 : 0;
                    assertTrue(depth == 0 || depth == 1, trace::toString);
                }
            }
            assertEquals(0, depth, trace::toString);
        }
    }

    @Test
    void a_run_that_never_ends_is_stopped_and_says_who_waits_for_what() throws InterruptedException {
        Trace trace = Trace.of(Duration.ofMillis(100), () -> {
            Chan<Integer> numbers = Chan.named("numbers");
            Go.go("helper", () -> Chan.<Integer>never().receive());
            numbers.send(1);
        });
        assertEquals(
                List.of(Wait.SEND, Wait.NEVER),
                trace.stuck().stream().map(Stuck::reason).toList());
        assertTrue(trace.report().contains("main waits to send on `numbers` (unbuffered)"), trace::report);
        assertTrue(
                trace.report().startsWith("Stuck: nobody is left to wake them. Stopped after 0.1 s:"), trace::report);
        assertTrue(trace.left().isEmpty());
        for (Goroutine goroutine : trace.goroutines()) {
            assertThrows(PanicException.class, goroutine::await); // by its interrupt; it ends a moment after it told so
        }
        assertNull(trace.failure());
    }

    @Test
    void who_sleeps_is_not_without_hope() throws InterruptedException {
        Trace trace = Trace.of(Duration.ofMillis(50), () -> {
            Goroutine clock = Go.go("clock", () -> Go.sleep(Duration.ofHours(1)));
            clock.await();
        });
        assertEquals(
                List.of(Wait.JOIN, Wait.SLEEP),
                trace.stuck().stream().map(Stuck::reason).toList());
        assertTrue(trace.report().startsWith("Not finished, with 2 goroutines alive. Stopped after"), trace::report);
    }

    @Test
    void a_goroutine_deaf_to_interrupts_is_named_and_does_not_hold_the_caller() throws InterruptedException {
        boolean[] stop = new boolean[1];
        Trace trace = Trace.of(Duration.ofMillis(50), () -> {
            Go.go("deaf", () -> {
                synchronized (stop) {
                    while (!stop[0]) {
                        Thread.interrupted();
                        stop.wait(1);
                    }
                }
            });
            Go.go("deafer", () -> {
                while (!stopped(stop)) {
                    Thread.interrupted();
                    LockSupport.parkNanos(1_000_000);
                }
            });
        });
        assertTrue(trace.left().stream().anyMatch(one -> one.goroutine().name().equals("deafer")), trace::report);
        assertTrue(trace.report().contains("deaf to its interrupt"), trace::report);
        synchronized (stop) {
            stop[0] = true;
        }
    }

    private static boolean stopped(boolean[] stop) {
        synchronized (stop) {
            return stop[0];
        }
    }

    @Test
    void what_the_block_throws_is_its_failure() throws InterruptedException {
        IllegalStateException boom = new IllegalStateException("boom");
        Trace trace = Trace.of(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
            throw boom;
        });
        assertEquals(boom, trace.failure());
        assertTrue(trace.report().contains("boom"));
    }

    @Test
    void goroutines_outside_the_block_are_not_recorded() throws InterruptedException {
        Chan<Integer> ch = Chan.make();
        Goroutine outside = Go.go("outside", () -> ch.send(1));
        Trace trace = Trace.of(ch::receive);
        outside.await();
        assertEquals(1, trace.goroutines().size());
        assertTrue(trace.events().stream().noneMatch(event -> event.goroutine() == outside));
        assertEquals(1, only(trace, Event.Kind.RECEIVE).value());
    }

    @Test
    void waited_counts_waiting_for_others_and_not_sleep() throws InterruptedException {
        Duration nap = Duration.ofMillis(30);
        Trace trace = Trace.of(Duration.ofMillis(200), () -> {
            Chan<Integer> ch = Chan.make();
            Go.go("sender", () -> ch.send(1));
            Go.go("lonely", () -> Chan.make().receive());
            Go.sleep(nap);
            ch.receive();
        });
        assertTrue(trace.waited("main").plus(nap).compareTo(trace.duration()) <= 0, trace::toString);
        long senderBlocked = first(trace, "sender", Event.Kind.BLOCK).nanos();
        long senderFreed = first(trace, "sender", Event.Kind.UNBLOCK).nanos();
        assertEquals(senderFreed - senderBlocked, trace.waited("sender").toNanos());
        long end = trace.startNanos() + trace.duration().toNanos();
        assertEquals(
                end - first(trace, "lonely", Event.Kind.BLOCK).nanos(),
                trace.waited("lonely").toNanos());
        IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class, () -> trace.waited("nobody"));
        assertTrue(unknown.getMessage().contains("it had main, sender, lonely"), unknown::getMessage);
    }

    @Test
    void a_limit_of_zero_is_refused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Trace.of(Duration.ZERO, () -> {}));
        assertTrue(refused.getMessage().contains("want more than zero"));
    }

    private static Event first(Trace trace, String name, Event.Kind kind) {
        return trace.events().stream()
                .filter(event -> event.goroutine().name().equals(name) && event.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Event only(Trace trace, Event.Kind kind) {
        List<Event> found =
                trace.events().stream().filter(event -> event.kind() == kind).toList();
        assertEquals(1, found.size(), trace::toString);
        return found.get(0);
    }
}

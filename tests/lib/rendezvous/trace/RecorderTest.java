package rendezvous.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
import rendezvous.testing.Until;

class RecorderTest {
    private final Recorder recorder = new Recorder();
    private final Goroutine first = Go.go("first", () -> {});
    private final Goroutine second = Go.go("second", () -> {});

    private void tell(Event.Kind kind, Goroutine goroutine, Object value) {
        recorder.on(new Event(0, kind, goroutine, null, value, null));
    }

    @Test
    void it_takes_no_monitor_since_a_channel_is_locked_when_it_is_told() {
        synchronized (recorder) {
            Goroutine goroutine = Goroutine.start(
                    "g", World.watched(recorder), () -> Chan.make(1).send(1));
            Until.holds("the goroutine comes to its end", goroutine::isDone);
        }
        assertEquals(
                List.of(Event.Kind.START, Event.Kind.SEND, Event.Kind.END),
                recorder.events().stream().map(Event::kind).toList());
    }

    @Test
    void the_failure_is_known_as_soon_as_it_is_told_and_is_the_first_goroutines() throws InterruptedException {
        tell(Event.Kind.START, first, null);
        tell(Event.Kind.START, second, null);
        tell(Event.Kind.PANIC, second, new IllegalStateException("of another"));
        assertNull(recorder.failure());
        assertFalse(recorder.awaitEnd(System.nanoTime()));
        IllegalStateException boom = new IllegalStateException("boom");
        tell(Event.Kind.PANIC, first, boom);
        assertSame(boom, recorder.failure());
        assertTrue(recorder.awaitEnd(System.nanoTime()));
    }

    @Test
    void whoever_waits_for_the_end_is_woken_by_it_or_by_an_interrupt() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            Recorder one = new Recorder();
            Goroutine goroutine = Goroutine.start("g", World.watched(one), () -> {});
            assertTrue(one.awaitEnd(System.nanoTime() + Until.DEADLINE.toNanos()));
            goroutine.await();
        }
        tell(Event.Kind.START, first, null);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> recorder.awaitEnd(System.nanoTime() + 1_000_000_000));
        assertFalse(Thread.interrupted());
    }

    @Test
    void events_beyond_the_limit_are_counted_and_not_kept() {
        tell(Event.Kind.START, first, null);
        for (int i = 0; i < Recorder.LIMIT + 5; i++) {
            tell(Event.Kind.SEND, first, i);
        }
        assertEquals(Recorder.LIMIT, recorder.events().size());
        assertEquals(6, recorder.dropped());
        assertEquals(1, recorder.alive().size());
    }
}

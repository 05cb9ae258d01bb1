package rendezvous.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.lab.Failure;
import rendezvous.lab.Lab;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Leak;
import rendezvous.runtime.Leaks;
import rendezvous.runtime.Wait;
import rendezvous.sync.Mutex;

/** What a block leaves behind is told; what ends in time, and what others do, is not. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LeaksTest {
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofSeconds(40);

    @Test
    void nothing_is_left_of_a_block_that_waits_for_its_own() throws Exception {
        Leaks leaks = Leaks.of(LONG, () -> go(() -> {}).await());
        assertTrue(leaks.isEmpty());
        assertEquals("Nothing is left of the block.", leaks.toString());
        assertSame(leaks, leaks.orThrow());
    }

    @Test
    void what_waits_is_told_with_its_wait_its_start_and_what_would_end_it() throws Exception {
        Chan<Integer> orders = Chan.named("orders");
        Leaks leaks = Leaks.of(SHORT, () -> go("cook", () -> orders.receive()));
        Leak leak = leaks.all().getFirst();
        assertEquals("cook", leak.name());
        assertEquals("waits to receive on `orders` (unbuffered)", leak.doing());
        assertEquals(Wait.RECEIVE, leak.reason());
        assertTrue(leak.waiting().orElseThrow().compareTo(LONG) < 0);
        assertTrue(leak.startedAt().startsWith("LeaksTest."), leak.startedAt());
        assertTrue(leak.waitsAt().startsWith("LeaksTest."), leak.waitsAt());
        assertTrue(leaks.toString().matches("""
                        1 goroutine is left of the block:
                          cook waits to receive on `orders` \\(unbuffered\\), for \\d+\\.\\d s, at LeaksTest\\.\\S+\\(LeaksTest.java:\\d+\\); \
                        started at LeaksTest\\.\\S+ \\(LeaksTest.java:\\d+\\)
                            to end it: close the channel or cancel the context, when nothing more is to come
                        stop\\(\\) interrupts all of them."""), leaks::toString);
        AssertionError thrown = assertThrows(AssertionError.class, leaks::orThrow);
        assertEquals(leaks.toString(), thrown.getMessage());
        orders.send(1);
        while (!leaks.left().isEmpty()) {
            Thread.onSpinWait();
        }
        assertFalse(leaks.isEmpty(), "what was left at the end of the block stays told");
    }

    @Test
    void what_is_started_by_what_was_started_belongs_to_the_block() throws Exception {
        Mutex mutex = new Mutex();
        mutex.lock();
        Leaks leaks = Leaks.of(SHORT, () -> go("one", () -> go("two", mutex::lock)));
        assertEquals(List.of("two"), leaks.all().stream().map(Leak::name).toList());
        assertEquals(Wait.LOCK, leaks.all().getFirst().reason());
        assertTrue(leaks.stop().left().isEmpty());
    }

    @Test
    void what_others_start_meanwhile_does_not() throws Exception {
        Chan<Signal> never = Chan.make();
        Goroutine[] other = {null};
        Leaks leaks = Leaks.of(SHORT, () -> {
            Thread thread = Thread.ofPlatform().start(() -> other[0] = go(never::await));
            thread.join();
        });
        assertTrue(leaks.isEmpty(), leaks::toString);
        other[0].interrupt();
    }

    @Test
    void what_ends_after_the_block_in_time_is_not_left() throws Exception {
        Chan<Signal> bell = Chan.make();
        Thread rings = Thread.ofPlatform().unstarted(bell::close);
        Leaks leaks = Leaks.of(LONG, () -> {
            go(bell::await);
            rings.start();
        });
        assertTrue(leaks.isEmpty(), leaks::toString);
        rings.join();
    }

    @Test
    void what_runs_is_told_and_who_ignores_its_interrupt_is_named() throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        Leaks leaks = Leaks.of(
                Duration.ZERO,
                () -> go("deaf", () -> {
                    while (!end.get()) {
                        Thread.onSpinWait();
                    }
                }));
        assertEquals("runs", leaks.all().getFirst().doing());
        assertEquals("deaf", leaks.stop().left().getFirst().name());
        end.set(true);
    }

    @Test
    void what_the_block_throws_comes_to_the_caller_as_it_is() {
        AssertionError wrong = new AssertionError("wrong");
        assertSame(
                wrong,
                assertThrows(
                        AssertionError.class,
                        () -> Leaks.of(() -> {
                            throw wrong;
                        })));
        Exception checked = new Exception("checked");
        assertSame(
                checked,
                assertThrows(
                        Exception.class,
                        () -> Leaks.of(() -> {
                            throw checked;
                        })));
    }

    @Test
    void an_interrupt_of_the_caller_ends_the_block() throws Exception {
        Chan<Signal> never = Chan.make();
        Goroutine[] main = {null};
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () -> Leaks.of(() -> {
                    main[0] = Goroutine.current();
                    never.await();
                }));
        while (main[0] != null && !main[0].isDone()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_lab_run_is_sent_to_its_own_report() throws Exception {
        Failure failure = Lab.run(1, () -> Leaks.of(() -> {})).failure().orElseThrow();
        assertTrue(failure.headline().contains("the run reports leaks itself"), failure::headline);
    }
}

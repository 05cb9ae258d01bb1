package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.GoroutineState;
import rendezvous.testing.Until;
import rendezvous.trace.Trace;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LevelsTest {
    @Test
    void the_depth_of_a_buffer_is_known_from_its_events() throws Exception {
        Levels levels = Levels.of(Trace.of(() -> {
            Chan<Integer> box = Chan.named("box", 5);
            for (int i = 0; i < 4; i++) {
                box.send(i);
            }
            box.receive();
            box.close();
        }));
        assertEquals(4, levels.most("box"));
        assertEquals(3, levels.last("box"));
        assertTrue(levels.chart("t", "values").caption().contains("`box`: at most 4"));
    }

    @Test
    void a_watch_has_looked_once_before_the_block_begins() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger before = new AtomicInteger();
        Watch.every(Duration.ofHours(1)).level("looks", looks::incrementAndGet).during(() -> before.set(looks.get()));
        assertEquals(1, before.get());
    }

    @Test
    void no_buffer_ever_holds_more_than_it_can_though_senders_wait() throws Exception {
        Trace trace = Trace.of(() -> {
            Chan<Integer> box = Chan.named("box", 2);
            Chan<Integer> bare = Chan.named("bare");
            for (int s = 0; s < 4; s++) {
                Go.go(() -> {
                    for (int i = 0; i < 50; i++) {
                        box.send(i);
                    }
                });
            }
            Go.go(() -> bare.send(1));
            bare.receive();
            for (int i = 0; i < 200; i++) {
                if (i % 50 == 0) {
                    Until.holds("the buffer is full", () -> box.len() == 2);
                }
                box.receive();
            }
        });
        Levels levels = Levels.of(trace);
        assertEquals(2, levels.most("box"));
        assertEquals(0, levels.last("box"));
        assertEquals(
                "levels of \"bare\": got none; there are [box]",
                assertThrows(IllegalArgumentException.class, () -> levels.most("bare"))
                        .getMessage());
    }

    @Test
    void what_goes_from_hand_to_hand_was_in_no_buffer() throws Exception {
        Trace trace = Trace.of(() -> {
            Chan<Integer> box = Chan.named("box", 2);
            Goroutine receiver = Go.go("receiver", () -> box.receive());
            Until.holds(
                    "the receiver waits",
                    () -> GoroutineState.all(receiver.world()).stream()
                            .anyMatch(one -> one.goroutine() == receiver && one.doing() == GoroutineState.Doing.WAITS));
            box.send(1);
            receiver.await();
        });
        refused("no value went through a buffer", () -> Levels.of(trace));
    }

    @Test
    void channels_of_one_name_are_told_apart() throws Exception {
        Levels levels = Levels.of(Trace.of(() -> {
            Chan.<Integer>named("box", 1).send(1);
            Chan<Integer> other = Chan.named("box", 2);
            other.send(1);
            other.send(2);
            Chan.<Integer>make(1).send(1);
        }));
        assertEquals(1, levels.most("box"));
        assertEquals(2, levels.most("box 2"));
        assertEquals(1, levels.most("channel"));
    }

    @Test
    void thinning_keeps_the_highest_and_the_lowest() {
        Steps steps = new Steps();
        for (int i = 0; i < 100_000; i++) {
            steps.add(i, i == 54_321 ? 77 : i == 12_345 ? -5 : i % 2);
        }
        double[][] drawn = steps.drawn(100_000);
        assertTrue(drawn[0].length < 4_000, "drawn: " + drawn[0].length);
        assertEquals(77, Arrays.stream(drawn[1]).max().orElse(0));
        assertEquals(-5, Arrays.stream(drawn[1]).min().orElse(0));
        assertTrue(Arrays.equals(drawn[0], Arrays.stream(drawn[0]).sorted().toArray()), "in order of time");
    }

    @Test
    void the_mean_is_over_time() {
        Steps steps = new Steps();
        steps.add(0, 4);
        steps.add(30, 0);
        assertEquals(3, steps.mean(40), 1e-9);
        assertEquals(4, steps.at(29));
        assertEquals(0, steps.at(30));
    }

    @Test
    void what_is_watched_is_looked_at_to_the_end() throws Exception {
        AtomicInteger level = new AtomicInteger();
        Levels levels =
                Watch.every(Duration.ofMillis(1)).level("water", level::get).during(() -> level.set(7));
        assertEquals(7, levels.last("water"));
        assertTrue(levels.chart("t", "litres").caption().contains("Looked at every 1 ms"));
    }

    @Test
    void what_the_block_throws_comes_out() {
        Watch watch = Watch.every(Duration.ofMillis(1)).level("a", () -> 1);
        Exception boom = new Exception("boom");
        IllegalStateException failed = assertThrows(
                IllegalStateException.class,
                () -> watch.during(() -> {
                    throw boom;
                }));
        assertSame(boom, failed.getCause());
        assertThrows(
                InterruptedException.class,
                () -> watch.during(() -> {
                    throw new InterruptedException();
                }));
    }

    @Test
    void misuse_is_refused_with_what_to_do() throws Exception {
        Watch none = Watch.every(Duration.ofMillis(1));
        refused("level(name, supplier)", () -> none.during(() -> {}));
        refused("50 microseconds", () -> Watch.every(Duration.ofNanos(1)));
        Watch notANumber = Watch.every(Duration.ofMillis(1)).level("a", () -> Double.NaN);
        refused("want a number", () -> notANumber.during(() -> {}));
        refused("each name once", () -> notANumber.level("a", () -> 1));
        Trace unbuffered = Trace.of(() -> {});
        refused("Chan.make(n)", () -> Levels.of(unbuffered));
        Watch many = Watch.every(Duration.ofMillis(1));
        for (int i = 0; i <= Lines.MOST; i++) {
            many.level("level " + i, () -> 1);
        }
        Levels levels = many.during(() -> {});
        refused("at most 6", () -> levels.chart("t", "m"));
    }

    private static void refused(String part, Executable code) {
        RuntimeException refused = assertThrows(RuntimeException.class, code);
        assertTrue(refused.getMessage().contains(part), refused::getMessage);
    }
}

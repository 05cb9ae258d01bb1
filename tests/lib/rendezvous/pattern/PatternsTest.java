package rendezvous.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.pattern.Leaks.all;
import static rendezvous.pattern.Leaks.endsAtEachStep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.Leftovers;
import rendezvous.testing.Until;

/** What passes values on. */
@Timeout(60)
class PatternsTest {
    private final Leftovers left = new Leftovers();
    private final CancelContext ctx = Context.withCancel(Context.background());

    @AfterEach
    void nothing_is_left() {
        ctx.cancel();
        left.assertNone("when its context was done");
    }

    private static Integer[] numbers(int count) {
        return IntStream.range(0, count).boxed().toArray(Integer[]::new);
    }

    private ReceiveChan<Integer> upTo(int count) {
        return Patterns.of(ctx, numbers(count));
    }

    @Test
    void of_brings_the_values_in_order_and_ends() {
        assertEquals(List.of(3, 1, 2), all(Patterns.of(ctx, 3, 1, 2)));
        assertEquals(List.of(), all(Patterns.<Integer>of(ctx)));
        Integer[] mine = {1, 2};
        ReceiveChan<Integer> values = Patterns.of(ctx, mine);
        mine[1] = 9;
        assertEquals(List.of(1, 2), all(values), "they were taken when it was called");
    }

    @Test
    void of_ends_at_each_step() throws Exception {
        endsAtEachStep(4, ctx -> List.of(Patterns.of(ctx, 1, 2, 3)));
    }

    @Test
    void orDone_brings_all_or_ends() throws Exception {
        assertEquals(Arrays.asList(numbers(100)), all(Patterns.orDone(ctx, upTo(100))));
        Chan<Integer> quiet = Chan.make();
        endsAtEachStep(0, ctx -> List.of(Patterns.orDone(ctx, quiet)));
        endsAtEachStep(0, ctx -> List.of(Patterns.orDone(ctx, Chan.<Integer>never())));
        endsAtEachStep(4, ctx -> {
            Chan<Integer> full = Chan.make(3);
            for (int i = 0; i < 3; i++) {
                full.send(i);
            }
            full.close();
            return List.of(Patterns.orDone(ctx, full));
        });
    }

    @Test
    void orDone_receives_nothing_once_its_context_is_done() throws Exception {
        Chan<Integer> in = Chan.make(1);
        in.send(1);
        CancelContext over = Context.withCancel(Context.background());
        over.cancel();
        for (int i = 0; i < 200; i++) {
            assertEquals(List.of(), all(Patterns.orDone(over, in)));
        }
        assertEquals(1, in.len());
    }

    @Test
    void take_brings_the_first_and_receives_no_more() throws Exception {
        ReceiveChan<Integer> in = upTo(5);
        assertEquals(List.of(0, 1), all(Patterns.take(ctx, in, 2)));
        assertEquals(List.of(), all(Patterns.take(ctx, in, 0)));
        assertEquals(2, in.receive());
        assertEquals(List.of(3, 4), all(Patterns.take(ctx, in, 7)));
        endsAtEachStep(3, ctx -> List.of(Patterns.take(ctx, Patterns.of(ctx, 1, 2, 3), 2)));
    }

    @Test
    void fanIn_brings_all_of_all_each_in_its_order() {
        List<ReceiveChan<Integer>> ins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int start = 1_000 * i;
            ins.add(Patterns.of(ctx, IntStream.range(start, start + 100).boxed().toArray(Integer[]::new)));
        }
        int[] next = new int[10];
        int count = 0;
        for (int value : Patterns.fanIn(ctx, ins)) {
            assertEquals(next[value / 1_000]++, value % 1_000);
            count++;
        }
        assertEquals(1_000, count);
    }

    @Test
    void fanIn_of_none_ends_at_once_and_one_that_is_closed_does_not_end_the_others() throws Exception {
        assertEquals(List.of(), all(Patterns.<Integer>fanIn(ctx)));
        Chan<Integer> open = Chan.make();
        Chan<Integer> shut = Chan.make();
        shut.close();
        ReceiveChan<Integer> both = Patterns.fanIn(ctx, open, shut);
        open.send(1);
        assertEquals(1, both.receive());
        open.close();
        assertFalse(both.receiveOk().ok());
    }

    @Test
    void fanIn_ends_at_each_step() throws Exception {
        endsAtEachStep(
                6,
                ctx -> List.of(Patterns.fanIn(
                        ctx, Patterns.of(ctx, 1, 2, 3), Patterns.of(ctx, 4, 5, 6), Chan.<Integer>never())));
    }

    @Test
    void tee_brings_all_to_both_whoever_is_slow() throws Exception {
        Patterns.Tee<Integer> both = Patterns.tee(ctx, upTo(50));
        List<Integer> left = new ArrayList<>();
        Goroutine reader = Go.go(() -> both.left().forEach(left::add));
        assertEquals(Arrays.asList(numbers(50)), all(both.right()));
        reader.await();
        assertEquals(Arrays.asList(numbers(50)), left);
    }

    @Test
    void tee_lets_neither_be_ahead_by_more_than_a_value() throws Exception {
        Patterns.Tee<Integer> both = Patterns.tee(ctx, upTo(3));
        assertEquals(0, both.left().receive());
        for (int i = 0; i < 100; i++) {
            assertTrue(both.left().tryReceive().isEmpty());
        }
        assertEquals(0, both.right().receive());
        assertEquals(1, both.right().receive());
        assertEquals(1, both.left().receive());
    }

    @Test
    void tee_ends_at_each_step() throws Exception {
        for (boolean swapped : new boolean[] {false, true}) {
            endsAtEachStep(8, ctx -> {
                Patterns.Tee<Integer> both = Patterns.tee(ctx, Patterns.of(ctx, 1, 2, 3));
                return swapped ? List.of(both.right(), both.left()) : List.of(both.left(), both.right());
            });
        }
    }

    @Test
    void bridge_brings_one_channel_after_the_other() throws Exception {
        Chan<ReceiveChan<Integer>> ins = Chan.make();
        ReceiveChan<Integer> out = Patterns.bridge(ctx, ins);
        Goroutine sender = Go.go(() -> {
            for (int i = 0; i < 3; i++) {
                ins.send(Patterns.of(ctx, 10 * i, 10 * i + 1));
            }
            ins.close();
        });
        assertEquals(List.of(0, 1, 10, 11, 20, 21), all(out));
        sender.await();
        endsAtEachStep(3, ctx -> {
            Chan<ReceiveChan<Integer>> two = Chan.make(3);
            two.send(Patterns.of(ctx, 1, 2));
            two.send(Patterns.<Integer>of(ctx));
            two.send(Patterns.of(ctx, 3));
            return List.of(Patterns.bridge(ctx, two));
        });
    }

    @Test
    void or_is_closed_by_the_first_of_them_or_the_context() throws Exception {
        for (int which = 0; which < 3; which++) {
            List<Chan<Signal>> dones = List.of(Chan.make(), Chan.make(), Chan.make());
            ReceiveChan<Signal> either = Patterns.or(ctx, dones.toArray(ReceiveChan<?>[]::new));
            assertTrue(either.tryReceive().isEmpty());
            dones.get(which).close();
            either.await();
        }
        endsAtEachStep(0, ctx -> List.of(Patterns.or(ctx, Chan.make(), Chan.never())));
        endsAtEachStep(0, ctx -> List.of(Patterns.or(ctx)));
    }

    @Test
    void or_takes_no_values() throws Exception {
        Chan<Integer> values = Chan.make(1);
        values.send(1);
        ReceiveChan<Signal> either = Patterns.or(ctx, values);
        for (int i = 0; i < 100; i++) {
            assertTrue(either.tryReceive().isEmpty());
        }
        assertEquals(1, values.receive());
        values.close();
        either.await();
    }

    @Test
    void ring_keeps_the_newest_and_never_lets_the_sender_wait() throws Exception {
        for (int capacity : new int[] {1, 2, 5}) {
            Chan<Integer> in = Chan.make();
            ReceiveChan<Integer> newest = Patterns.ring(ctx, in, capacity);
            for (int i = 0; i < 20; i++) {
                in.send(i);
            }
            in.close();
            List<Integer> want = IntStream.range(20 - capacity, 20).boxed().toList();
            assertEquals(want, all(newest));
        }
    }

    @Test
    void ring_brings_what_is_received_in_time() throws Exception {
        Chan<Integer> in = Chan.make();
        ReceiveChan<Integer> newest = Patterns.ring(ctx, in, 2);
        for (int i = 0; i < 20; i++) {
            in.send(i);
            assertEquals(i, newest.receive());
        }
        in.close();
        assertFalse(newest.receiveOk().ok());
        Chan<Integer> empty = Chan.make();
        empty.close();
        assertEquals(List.of(), all(Patterns.ring(ctx, empty, 1)));
    }

    @Test
    void ring_ends_at_each_step() throws Exception {
        endsAtEachStep(4, ctx -> List.of(Patterns.ring(ctx, Patterns.of(ctx, 1, 2, 3), 3)));
        endsAtEachStep(0, ctx -> List.of(Patterns.ring(ctx, Chan.<Integer>never(), 3)));
    }

    @Test
    void a_deadline_ends_them_too() throws Exception {
        Context soon = Context.withTimeout(Context.background(), Duration.ofMillis(5));
        assertEquals(List.of(), all(Patterns.fanIn(soon, Chan.<Integer>never())));
        Until.holds("it is done", () -> soon.err() != null);
    }

    @Test
    void what_is_out_of_range_or_null_is_refused_and_starts_nothing() {
        ReceiveChan<Integer> in = Chan.never();
        assertEquals(
                "take: count: got -1, want 0 or more",
                assertThrows(IllegalArgumentException.class, () -> Patterns.take(ctx, in, -1))
                        .getMessage());
        assertEquals(
                "ring: capacity: got 0, want 1 or more",
                assertThrows(IllegalArgumentException.class, () -> Patterns.ring(ctx, in, 0))
                        .getMessage());
        for (Executable bad : List.<Executable>of(
                () -> Patterns.of(null, 1),
                () -> Patterns.of(ctx, 1, null),
                () -> Patterns.orDone(null, in),
                () -> Patterns.orDone(ctx, null),
                () -> Patterns.take(null, in, 1),
                () -> Patterns.take(ctx, null, 1),
                () -> Patterns.fanIn(null, in),
                () -> Patterns.fanIn(ctx, in, null),
                () -> Patterns.tee(null, in),
                () -> Patterns.tee(ctx, null),
                () -> Patterns.bridge(null, Chan.never()),
                () -> Patterns.bridge(ctx, null),
                () -> Patterns.or(null),
                () -> Patterns.or(ctx, in, null),
                () -> Patterns.ring(null, in, 1),
                () -> Patterns.ring(ctx, null, 1))) {
            String message =
                    String.valueOf(assertThrows(NullPointerException.class, bad).getMessage());
            assertTrue(message.contains("got null, want "), message);
        }
        assertEquals(List.of(), left.now());
    }
}

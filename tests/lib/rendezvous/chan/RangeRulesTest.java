package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.Buffered;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 37 to 40: loops over a channel. */
class RangeRulesTest {
    @AtEachCapacity
    void rule_37_a_loop_yields_values_in_order_and_ends_after_close_once_drained(Setup setup) {
        Chan<Integer> ch = setup.make();
        Task<Boolean> sender = setup.run(() -> {
            for (int i = 0; i < 500; i++) {
                ch.send(i);
            }
            ch.close();
        });
        Task<List<Integer>> loop = setup.call(() -> {
            List<Integer> got = new ArrayList<>();
            for (int value : ch) {
                got.add(value);
            }
            return got;
        });
        assertEquals(IntStream.range(0, 500).boxed().toList(), loop.get());
        sender.get();
    }

    @Buffered
    void rule_37_what_was_buffered_at_the_close_is_still_yielded(Setup setup) {
        Chan<Integer> ch = setup.full();
        ch.close();
        int next = 0;
        for (int value : ch) {
            assertEquals(next++, value);
        }
        assertEquals(setup.capacity(), next);
    }

    @AtEachCapacity
    void rule_37_asking_twice_whether_there_is_more_takes_one_value(Setup setup) {
        Chan<Integer> ch = setup.make();
        setup.run(() -> {
            ch.send(1);
            ch.send(2);
            ch.close();
        });
        Iterator<Integer> values = ch.iterator();
        assertTrue(values.hasNext());
        assertTrue(values.hasNext());
        assertEquals(1, values.next());
        assertEquals(2, values.next(), "next() asks by itself");
        assertEquals(false, values.hasNext());
        assertEquals(false, values.hasNext());
    }

    @AtEachCapacity
    void rule_38_loops_share_a_channel_and_each_value_goes_to_exactly_one(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.make();
        List<Task<List<Integer>>> loops = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            loops.add(setup.call(() -> {
                List<Integer> got = new ArrayList<>();
                for (int value : ch) {
                    got.add(value);
                }
                return got;
            }));
        }
        for (int i = 0; i < 2_000; i++) {
            ch.send(i);
        }
        ch.close();
        List<Integer> all = new ArrayList<>();
        for (Task<List<Integer>> loop : loops) {
            List<Integer> got = loop.get();
            assertEquals(got.stream().sorted().toList(), got, "each loop gets its values in order");
            all.addAll(got);
        }
        assertEquals(
                IntStream.range(0, 2_000).boxed().toList(),
                all.stream().sorted().toList());
    }

    @OnBothThreads
    void rule_39_a_loop_over_the_channel_that_is_never_ready_waits_forever(Setup setup) {
        Task<Boolean> flag = setup.call(() -> {
            try {
                for (Object value : Chan.never()) {
                    throw new AssertionError("got " + value);
                }
                throw new AssertionError("the loop ended");
            } catch (InterruptedIterationException e) {
                assertInstanceOf(InterruptedException.class, e.getCause());
                assertEquals("interrupted: it waits on a channel that is never ready", e.getMessage());
                return Thread.interrupted();
            }
        });
        flag.untilParkedAgainAfterSpuriousWakeups();
        flag.interrupt();
        assertTrue(flag.get(), "the flag is set, as an iterator cannot throw InterruptedException");
    }

    @AtEachCapacity
    void rule_39_leaving_a_loop_neither_closes_nor_drains(Setup setup) {
        Chan<Integer> ch = setup.make();
        Task<Boolean> sender = setup.run(() -> {
            for (int i = 0; i < setup.capacity() + 3; i++) {
                ch.send(i);
            }
        });
        for (int value : ch) {
            if (value == 1) {
                break;
            }
        }
        Until.holds("one value is left that has no room", () -> ch.waitingSenders() == 1);
        assertEquals(setup.capacity(), ch.len());
        int next = 2;
        for (int value : ch) {
            assertEquals(next++, value);
            if (value == setup.capacity() + 2) {
                break;
            }
        }
        sender.get();
        assertEquals(Optional.empty(), ch.tryReceive());
        setup.run(ch::close).get();
    }

    @AtEachCapacity
    void rule_40_the_channel_expression_of_a_loop_is_evaluated_once(Setup setup) {
        Chan<Integer> ch = setup.make();
        setup.run(() -> {
            for (int i = 0; i < 5; i++) {
                ch.send(i);
            }
            ch.close();
        });
        int[] evaluations = new int[1];
        List<Integer> got = new ArrayList<>();
        for (int value : counted(ch, evaluations)) {
            got.add(value);
        }
        assertEquals(List.of(0, 1, 2, 3, 4), got);
        assertEquals(1, evaluations[0]);
    }

    private static <T> ReceiveChan<T> counted(ReceiveChan<T> ch, int[] evaluations) {
        evaluations[0]++;
        return ch;
    }
}

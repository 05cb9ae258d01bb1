package rendezvous.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitQueueTest {
    private final WaitQueue queue = new WaitQueue();

    private Waiter added(Object item) {
        Waiter waiter = new Waiter(item);
        queue.add(waiter);
        return waiter;
    }

    @Test
    void the_first_can_be_looked_at_and_stays() {
        assertNull(queue.first());
        Waiter one = added("one");
        added("two");
        assertSame(one, queue.first());
        assertSame(one, queue.poll());
        assertEquals(1, queue.size());
        assertEquals("two", queue.first().item());
    }

    @Test
    void an_empty_queue_has_nobody() {
        assertNull(queue.poll());
        assertNull(queue.drain());
        assertEquals(0, queue.size());
    }

    @Test
    void waiters_leave_in_the_order_in_which_they_came() {
        List<Waiter> waiters = List.of(added("a"), added("b"), added("c"));
        assertEquals(3, queue.size());
        for (Waiter waiter : waiters) {
            assertSame(waiter, queue.poll());
            assertNull(waiter.next(), "one that left holds on to nobody");
        }
        assertEquals(0, queue.size());
        assertNull(queue.poll());
    }

    @Test
    void any_one_can_leave_and_the_others_keep_their_order() {
        for (int gone = 0; gone < 4; gone++) {
            List<Waiter> waiters = new ArrayList<>(List.of(added(0), added(1), added(2), added(3)));
            Waiter leaver = waiters.remove(gone);
            assertTrue(leaver.giveUp("the test"));
            assertNull(leaver.next);
            assertNull(leaver.previous);
            assertNull(leaver.queue);
            assertEquals(3, queue.size());
            for (Waiter waiter : waiters) {
                assertSame(waiter, queue.poll());
            }
            assertNull(queue.poll());
        }
    }

    @Test
    void drain_takes_all_as_a_chain_and_the_queue_can_be_used_again() {
        Waiter a = added("a");
        Waiter b = added("b");
        assertSame(a, queue.drain());
        assertSame(b, a.next());
        assertNull(b.next());
        assertNull(a.queue);
        assertNull(b.previous);
        assertEquals(0, queue.size());
        assertNull(queue.poll());
        Waiter c = added("c");
        assertSame(c, queue.poll());
    }

    @Test
    void whoever_gives_up_twice_or_after_it_left_disturbs_nobody() {
        Waiter a = added("a");
        Waiter b = added("b");
        assertSame(a, queue.poll());
        assertTrue(a.giveUp("the test"), "not settled, though no longer queued");
        assertEquals(1, queue.size());
        assertTrue(b.giveUp("the test"));
        assertTrue(b.giveUp("the test"));
        assertEquals(0, queue.size());
    }

    @Test
    void it_agrees_with_a_plain_queue_under_random_use() {
        Random random = new Random(5);
        ArrayDeque<Waiter> model = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> model.add(added(i));
                case 2 -> assertSame(model.poll(), queue.poll());
                case 3 -> {
                    if (!model.isEmpty()) {
                        Waiter leaver = List.copyOf(model).get(random.nextInt(model.size()));
                        model.remove(leaver);
                        assertTrue(leaver.giveUp("the test"));
                    }
                }
                default -> {
                    if (random.nextInt(50) == 0) {
                        for (Waiter waiter = queue.drain(); waiter != null; waiter = waiter.next()) {
                            assertSame(model.poll(), waiter);
                        }
                    }
                }
            }
            assertEquals(model.size(), queue.size());
        }
    }

    @Test
    void a_settled_waiter_does_not_give_up_but_keeps_its_outcome_and_the_interrupt() {
        Waiter waiter = added("brought");
        assertEquals("brought", waiter.item());
        queue.poll();
        waiter.settle("got");
        assertFalse(waiter.giveUp("the test"));
        assertTrue(Thread.interrupted(), "the interrupt that came too late is set again");
        assertEquals("got", waiter.item());
        assertTrue(waiter.await("the test"), "returns at once");
    }

    @Test
    void an_interrupted_waiter_stops_waiting_with_the_flag_cleared() {
        Waiter waiter = added("brought");
        Thread.currentThread().interrupt();
        assertFalse(waiter.await("the test"));
        assertFalse(Thread.interrupted());
        assertTrue(waiter.giveUp("the test"));
        assertEquals(0, queue.size());
    }

    @Test
    void waking_a_chain_leaves_no_links_between_those_woken() {
        Waiter a = added("a");
        Waiter b = added("b");
        Waiter c = added("c");
        Waiter chain = queue.drain();
        for (Waiter waiter : List.of(a, b, c)) {
            waiter.settle(null);
        }
        Waiter.wakeAll(chain);
        for (Waiter waiter : List.of(a, b, c)) {
            assertNull(waiter.next());
            assertTrue(waiter.await("the test"));
        }
        Waiter.wakeAll(null);
    }
}

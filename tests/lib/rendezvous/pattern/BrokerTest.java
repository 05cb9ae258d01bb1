package rendezvous.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rendezvous.pattern.Leaks.all;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.ChannelClosedException;
import rendezvous.chan.Go;
import rendezvous.chan.ReceiveChan;
import rendezvous.context.CancelCauseContext;
import rendezvous.context.CancelContext;
import rendezvous.context.CancelledException;
import rendezvous.context.Context;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.Leftovers;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;

/** What is published comes to all who subscribed. */
@Timeout(60)
class BrokerTest {
    private final Leftovers left = new Leftovers();
    private final CancelCauseContext ctx = Context.withCancelCause(Context.background());
    private final Context all = Context.background();
    private final Broker<Integer> broker = new Broker<>(ctx);

    @AfterEach
    void nothing_is_left() {
        ctx.cancel();
        left.assertNone("when its context was done");
    }

    @Test
    void all_get_all_in_the_same_order_whoever_publishes() throws Exception {
        List<List<Integer>> got = new ArrayList<>();
        List<Goroutine> readers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            List<Integer> mine = new ArrayList<>();
            got.add(mine);
            ReceiveChan<Integer> news = broker.subscribe(all, i);
            readers.add(Go.go(() -> news.forEach(mine::add)));
        }
        List<Goroutine> publishers = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            int start = 1_000 * p;
            publishers.add(Go.go(() -> {
                for (int i = 0; i < 100; i++) {
                    broker.publish(all, start + i);
                }
            }));
        }
        for (Goroutine publisher : publishers) {
            publisher.await();
        }
        broker.close();
        broker.close();
        for (Goroutine reader : readers) {
            reader.await();
        }
        assertEquals(300, got.getFirst().size());
        for (List<Integer> mine : got) {
            assertEquals(got.getFirst(), mine);
        }
        for (int p = 0; p < 3; p++) {
            int start = 1_000 * p;
            assertEquals(
                    IntStream.range(start, start + 100).boxed().toList(),
                    got.getFirst().stream()
                            .filter(n -> n >= start && n < start + 1_000)
                            .toList());
        }
        left.assertNone("after close");
    }

    @Test
    void who_subscribes_late_gets_what_comes_later() throws Exception {
        broker.publish(all, 1);
        ReceiveChan<Integer> news = broker.subscribe(all, 5);
        broker.publish(all, 2);
        broker.close();
        assertEquals(List.of(2), all(news));
    }

    @Test
    void a_subscription_ends_with_its_context_also_when_nothing_is_published() throws Exception {
        CancelContext mine = Context.withCancel(Context.background());
        ReceiveChan<Integer> gone = broker.subscribe(mine, 0);
        ReceiveChan<Integer> stays = broker.subscribe(all, 1);
        mine.cancel();
        assertFalse(gone.receiveOk().ok());
        broker.publish(all, 1);
        assertEquals(1, stays.receive());
    }

    @Test
    void one_that_leaves_while_it_is_delivered_to_lets_the_others_go_on() throws Exception {
        CancelContext mine = Context.withCancel(Context.background());
        ReceiveChan<Integer> slow = broker.subscribe(mine, 0);
        ReceiveChan<Integer> other = broker.subscribe(all, 1);
        broker.publish(all, 1); // waits for the slow one first
        for (int i = 0; i < 100; i++) {
            assertEquals(0, other.len());
        }
        mine.cancel();
        assertEquals(1, other.receive());
        assertEquals(List.of(), all(slow));
    }

    @OnBothThreads
    void publish_waits_while_somebody_has_no_room_and_its_context_ends_that(Setup setup) throws Exception {
        ReceiveChan<Integer> slow = broker.subscribe(all, 0);
        broker.publish(all, 1);
        CancelContext mine = Context.withCancel(Context.background());
        Task<Boolean> second = setup.run(() -> broker.publish(mine, 2));
        second.untilParkedAgainAfterSpuriousWakeups();
        mine.cancel();
        second.failure(CancelledException.class);
        Task<Boolean> third = setup.run(() -> broker.publish(all, 3));
        third.untilParked().interrupt();
        third.failure(InterruptedException.class);
        assertEquals(1, slow.receive());
        broker.close();
        assertEquals(List.of(), all(slow), "what was not taken was not published");
    }

    @OnBothThreads
    void its_context_ends_it_at_each_step(Setup setup) throws Exception {
        for (int steps = 0; steps < 6; steps++) {
            CancelCauseContext own = Context.withCancelCause(Context.background());
            Broker<Integer> one = new Broker<>(own);
            ReceiveChan<Integer> a = one.subscribe(all, 0);
            ReceiveChan<Integer> b = one.subscribe(all, 0);
            IllegalStateException cause = new IllegalStateException("no");
            Task<Boolean> publisher = setup.run(() -> {
                while (true) {
                    one.publish(all, 7);
                }
            });
            for (int i = 0; i < steps; i++) {
                assertEquals(7, (i % 2 == 0 ? a : b).receive());
            }
            own.cancel(cause);
            assertSame(cause, publisher.failure(CancelledException.class).getCause());
            all(a);
            all(b);
            assertEquals(List.of(), all(one.subscribe(all, 1)), "a broker that has ended has closed channels only");
        }
    }

    @Test
    void who_subscribes_just_before_it_ends_learns_of_the_end() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            CancelCauseContext own = Context.withCancelCause(Context.background());
            Broker<Integer> one = new Broker<>(own);
            ReceiveChan<Integer> news = one.subscribe(all, 0);
            own.cancel();
            assertEquals(List.of(), all(news));
        }
    }

    @Test
    void who_publishes_on_a_closed_one_is_told() throws Exception {
        broker.close();
        assertThrows(ChannelClosedException.class, () -> broker.publish(all, 1));
        left.assertNone("after close");
        assertEquals(List.of(), all(broker.subscribe(all, 1)));
        CancelContext over = Context.withCancel(Context.background());
        over.cancel();
        assertThrows(CancelledException.class, () -> broker.publish(over, 1));
    }

    @Test
    void with_a_context_that_is_done_nothing_is_subscribed_to() throws Exception {
        CancelContext over = Context.withCancel(Context.background());
        over.cancel();
        for (int i = 0; i < 50; i++) {
            assertEquals(List.of(), all(broker.subscribe(over, 1)));
        }
    }

    @Test
    void what_is_out_of_range_or_null_is_refused_and_the_broker_goes_on() throws Exception {
        assertThrows(NullPointerException.class, () -> new Broker<Integer>(null));
        assertThrows(NullPointerException.class, () -> broker.subscribe(null, 1));
        assertThrows(IllegalArgumentException.class, () -> broker.subscribe(all, -1));
        assertThrows(NullPointerException.class, () -> broker.publish(null, 1));
        assertThrows(NullPointerException.class, () -> broker.publish(all, null));
        ReceiveChan<Integer> news = broker.subscribe(all, 1);
        broker.publish(all, 1);
        assertEquals(1, news.receive());
    }
}

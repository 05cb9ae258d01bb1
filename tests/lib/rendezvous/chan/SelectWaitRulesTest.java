package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Select.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.runtime.Body;
import rendezvous.testing.AtEachCapacity;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Unbuffered;
import rendezvous.testing.Until;

/** Rules 41, 47 to 51, 57 and 59: selects that wait, and what they leave behind. */
class SelectWaitRulesTest {
    private static int waiting(Chan<?>... channels) {
        int sum = 0;
        for (Chan<?> ch : channels) {
            sum += ch.waitingReceivers() + ch.waitingSenders() + ch.waitingForClose();
        }
        return sum;
    }

    @OnBothThreads
    void rule_41_a_select_without_cases_waits_for_ever(Setup setup) {
        for (Task<Boolean> task :
                List.of(setup.run(Select::select), setup.run(() -> new Select().await()), setup.run(() -> choose()))) {
            task.untilParked().untilParkedAgainAfterSpuriousWakeups();
            task.interrupt();
            InterruptedException thrown = task.failure(InterruptedException.class);
            assertEquals("interrupted: it waits in a select: no case", thrown.getMessage());
        }
    }

    @Unbuffered
    void rule_47_the_same_channel_may_occur_in_many_receives_and_all_waiters_leave(Setup setup)
            throws InterruptedException {
        Chan<Integer> ch = setup.make();
        for (int round = 0; round < 200; round++) {
            Task<Integer> receiver = setup.call(() -> {
                Select s = new Select();
                List<ReceiveCase<Integer>> cases = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    cases.add(s.receive(ch));
                }
                return cases.get(s.await()).value();
            });
            Until.holds("one waiter for each case", () -> ch.waitingReceivers() == 20);
            assertTrue(ch.trySend(round));
            assertFalse(ch.trySend(-1), "it takes one value, though it had 20 cases");
            assertEquals(round, receiver.get());
            assertEquals(0, waiting(ch));
        }
    }

    @Unbuffered
    void rule_48_a_select_never_meets_itself(Setup setup) throws InterruptedException {
        Chan<Integer> ch = setup.make();
        Task<String> alone = setup.call(() -> choose(send(ch, 1, () -> "sent"), receive(ch, v -> "received " + v)));
        Until.holds("it waits for both", () -> ch.waitingSenders() == 1 && ch.waitingReceivers() == 1);
        alone.untilParked().untilParkedAgainAfterSpuriousWakeups();
        assertTrue(ch.trySend(2));
        assertEquals("received 2", alone.get());
        assertEquals(0, waiting(ch));
    }

    @Unbuffered
    void rule_48_but_two_such_selects_meet_each_other(Setup setup) {
        Chan<Integer> ch = setup.make();
        int rounds = 2_000;
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int id = 1; id <= 2; id++) {
            int me = id;
            tasks.add(setup.run(() -> {
                for (int i = 0; i < rounds; i++) {
                    select(onSend(ch, me, sent::incrementAndGet), onReceive(ch, v -> {
                        assertEquals(3 - me, v, "a value of its own");
                        received.incrementAndGet();
                    }));
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(rounds, sent.get());
        assertEquals(rounds, received.get());
        assertEquals(0, waiting(ch));
    }

    @AtEachCapacity
    void rule_49_one_case_communicates_also_if_many_counterparts_race(Setup setup) throws InterruptedException {
        int values = 8_000;
        List<Chan<Integer>> channels = new ArrayList<>();
        ConcurrentLinkedQueue<Integer> got = new ConcurrentLinkedQueue<>();
        List<Task<Boolean>> receivers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Chan<Integer> ch = setup.make();
            channels.add(ch);
            receivers.add(setup.run(() -> {
                for (int v : ch) {
                    got.add(v);
                }
            }));
        }
        Task<Boolean> sender = setup.run(() -> {
            Select s = new Select();
            List<SendCase<Integer>> cases = new ArrayList<>();
            channels.forEach(ch -> cases.add(s.send(ch, 0)));
            for (int v = 0; v < values; v++) {
                int next = v;
                cases.forEach(one -> one.value(next));
                s.await();
            }
            channels.forEach(Chan::close);
        });
        sender.get();
        receivers.forEach(Task::get);
        List<Integer> sorted = new ArrayList<>(got);
        Collections.sort(sorted);
        assertEquals(values, sorted.size(), "values received");
        for (int v = 0; v < values; v++) {
            assertEquals(v, sorted.get(v), "each once");
        }
        assertEquals(0, waiting(channels.toArray(Chan<?>[]::new)));
    }

    @AtEachCapacity
    void rule_50_a_select_that_was_woken_is_in_no_queue_and_the_next_real_waiter_is_served(Setup setup)
            throws InterruptedException {
        Chan<Integer> first = setup.make();
        Chan<Integer> second = setup.make();
        Chan<Integer> full = setup.full();
        Chan<Signal> done = setup.make();
        for (int round = 0; round < 50; round++) {
            Task<Integer> chooser = setup.call(() -> choose(
                    receive(first, v -> v), receive(second, v -> v), send(full, -9, () -> -1), closed(done, () -> -2)));
            Until.holds("it waits for all", () -> waiting(first, second, full, done) == 4);
            Task<Integer> next = setup.call(second::receive);
            Until.holds("another waits behind it", () -> second.waitingReceivers() == 2);
            // Its wait for the second is over as soon as the first has served it, before it even runs again.
            assertTrue(first.trySend(round));
            second.send(round + 1_000);
            assertEquals(round + 1_000, next.get(), "the value went to the one who still waits");
            assertEquals(round, chooser.get());
            assertEquals(0, waiting(first, second, full, done));
        }
    }

    @OnBothThreads
    void rule_51_selects_with_a_channel_that_stays_quiet_leave_nothing_in_it(Setup setup) throws InterruptedException {
        Chan<Integer> quiet = Chan.make();
        Chan<Integer> busy = Chan.make();
        Chan<Integer> full = Chan.make();
        int rounds = 20_000;
        Task<Boolean> sender = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                busy.send(i);
            }
        });
        Task<Integer> most = setup.call(() -> {
            int left = 0;
            for (int i = 0; i < rounds; i++) {
                select(onReceive(quiet, v -> {}), onReceive(busy, v -> {}), onSend(full, 1, () -> {}));
                left = Math.max(left, waiting(quiet, full));
            }
            return left;
        });
        assertEquals(0, most.get());
        sender.get();
    }

    @OnBothThreads
    void rule_51_nor_do_those_that_time_out(Setup setup) {
        Chan<Integer> quiet = Chan.make();
        Task<Integer> most = setup.call(() -> {
            int left = 0;
            for (int i = 0; i < 5_000; i++) {
                int chosen =
                        choose(receive(quiet, v -> 0), send(quiet, 1, () -> 1), timeout(Duration.ofNanos(1), () -> 2));
                assertEquals(2, chosen);
                left = Math.max(left, waiting(quiet));
            }
            return left;
        });
        assertEquals(0, most.get());
    }

    @OnBothThreads
    void rule_51_and_the_heap_is_as_before(Setup setup) {
        Chan<Integer> quiet = Chan.make();
        Body selects = () -> {
            for (int i = 0; i < 100_000; i++) {
                select(onReceive(quiet, v -> {}), after(Duration.ofNanos(1), () -> {}));
            }
        };
        setup.run(selects).get();
        long before = usedHeap();
        setup.run(selects).get();
        long grown = usedHeap() - before;
        // A waiter takes some 100 bytes with its branch; if each were left, this would be 10 MB.
        assertTrue(grown < 2_000_000, () -> "the heap grew by " + grown + " bytes");
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Unbuffered
    void the_shortest_of_several_times_is_chosen(Setup setup) throws InterruptedException {
        Chan<Integer> quiet = setup.make();
        int chosen = choose(
                timeout(Duration.ofDays(2), () -> 0),
                receive(quiet, v -> 1),
                timeout(Duration.ofMillis(1), () -> 2),
                timeout(Duration.ofDays(1), () -> 3));
        assertEquals(2, chosen);
        assertEquals(0, waiting(quiet));
    }

    @AtEachCapacity
    void rule_57_a_select_that_waits_to_send_throws_when_that_channel_is_closed(Setup setup) {
        Chan<Integer> full = setup.full();
        Chan<Integer> other = setup.make();
        Task<Boolean> sender = setup.run(() -> select(onSend(full, 1, () -> {}), onReceive(other, v -> {})));
        Until.holds("it waits", () -> waiting(full, other) == 2);
        full.close();
        assertEquals(
                ChannelClosedException.Operation.SEND,
                sender.failure(ChannelClosedException.class).operation());
        assertEquals(0, waiting(full, other));
        assertEquals(setup.capacity(), full.len(), "its value was not sent");
    }

    @AtEachCapacity
    void rule_57_one_that_waits_to_receive_learns_of_the_close(Setup setup) {
        Chan<Integer> in = setup.make();
        Chan<Integer> other = setup.make();
        Task<String> receiver = setup.call(() -> choose(
                receiveOk(in, (v, ok) -> v + " " + ok), receive(other, v -> "other"), closed(other, () -> "closed")));
        Until.holds("it waits", () -> waiting(in, other) == 3);
        in.close();
        assertEquals("null false", receiver.get());
        assertEquals(0, waiting(in, other));
    }

    @AtEachCapacity
    void rule_57_and_one_that_waits_for_the_close_wakes_when_the_channel_is_drained(Setup setup)
            throws InterruptedException {
        Chan<Integer> ch = setup.full();
        Task<String> closer = setup.call(() -> choose(closed(ch, () -> "over")));
        Task<Boolean> awaiter = setup.run(ch::await);
        Until.holds("both wait", () -> ch.waitingForClose() == 2);
        ch.close();
        for (int i = 0; i < setup.capacity(); i++) {
            assertEquals(2, ch.waitingForClose(), "there is still a value");
            assertEquals(i, ch.receive());
        }
        assertEquals("over", closer.get());
        awaiter.get();
        ch.await();
        assertEquals(0, waiting(ch));
    }

    @AtEachCapacity
    void rule_59_selects_over_the_same_channels_in_different_orders_do_not_deadlock(Setup setup) {
        List<Chan<Integer>> channels = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            channels.add(setup.make());
        }
        int tasks = 4;
        int rounds = 1_500;
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        Chan<Signal> done = Chan.make();
        List<Task<Boolean>> receivers = new ArrayList<>();
        List<Task<Boolean>> senders = new ArrayList<>();
        for (int id = 0; id < tasks; id++) {
            int seed = id;
            senders.add(setup.run(() -> {
                Random random = new Random(seed);
                for (int i = 0; i < rounds; i++) {
                    List<Chan<Integer>> mine = new ArrayList<>(channels);
                    Collections.shuffle(mine, random);
                    Select s = new Select();
                    mine.forEach(ch -> s.send(ch, 1));
                    s.await();
                    sent.incrementAndGet();
                }
            }));
            receivers.add(setup.run(() -> {
                Random random = new Random(100 + seed);
                while (true) {
                    List<Chan<Integer>> mine = new ArrayList<>(channels);
                    Collections.shuffle(mine, random);
                    Select s = new Select();
                    mine.forEach(s::receive);
                    SelectCase end = s.closed(done);
                    if (s.await() == end.index()) {
                        return;
                    }
                    received.incrementAndGet();
                }
            }));
        }
        senders.forEach(Task::get);
        Until.holds("all is received", () -> received.get() == tasks * rounds);
        done.close();
        receivers.forEach(Task::get);
        assertEquals(tasks * rounds, sent.get());
        assertEquals(0, waiting(channels.toArray(Chan<?>[]::new)));
    }
}

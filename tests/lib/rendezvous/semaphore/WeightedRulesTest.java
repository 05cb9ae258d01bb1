package rendezvous.semaphore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.context.CancelCauseContext;
import rendezvous.context.CancelContext;
import rendezvous.context.CancelledException;
import rendezvous.context.Context;
import rendezvous.context.ContextException;
import rendezvous.context.DeadlineExceededException;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 137 to 142: the weighted semaphore. */
@Timeout(60)
class WeightedRulesTest {
    private static void untilWaiting(Weighted semaphore, int many) {
        Until.holds(many + " wait", () -> semaphore.waiting() == many);
    }

    @Test
    void rule_137_acquire_takes_and_release_gives_back() throws Exception {
        Weighted semaphore = new Weighted(5);
        semaphore.acquire(2);
        semaphore.acquire(Context.background(), 2);
        assertEquals("semaphore (4 of 5 held)", semaphore.toString());
        assertFalse(semaphore.tryAcquire(2));
        assertTrue(semaphore.tryAcquire(1));
        assertFalse(semaphore.tryAcquire(1));
        assertTrue(semaphore.tryAcquire(0));
        semaphore.release(5);
        assertEquals("semaphore (0 of 5 held)", semaphore.toString());
        assertTrue(semaphore.tryAcquire(5));
    }

    @OnBothThreads
    void rule_137_acquire_waits_for_room_and_for_nothing_less(Setup setup) {
        Weighted semaphore = new Weighted(3);
        assertTrue(semaphore.tryAcquire(3));
        Task<Boolean> plain = setup.run(() -> semaphore.acquire(2));
        untilWaiting(semaphore, 1);
        assertEquals("semaphore (3 of 3 held, 1 waiting)", semaphore.toString());
        plain.untilParkedAgainAfterSpuriousWakeups();
        semaphore.release(1);
        plain.untilParkedAgainAfterSpuriousWakeups();
        assertFalse(plain.isDone());
        semaphore.release(1);
        plain.get();
        assertEquals("semaphore (3 of 3 held)", semaphore.toString());
    }

    @OnBothThreads
    void rule_137_try_acquire_fails_while_anybody_waits_even_if_there_is_room(Setup setup) {
        Weighted semaphore = new Weighted(3);
        assertTrue(semaphore.tryAcquire(1));
        Task<Boolean> large = setup.run(() -> semaphore.acquire(3));
        untilWaiting(semaphore, 1);
        assertFalse(semaphore.tryAcquire(1));
        assertFalse(semaphore.tryAcquire(0));
        semaphore.release(1);
        large.get();
    }

    @OnBothThreads
    void rule_137_no_more_is_held_than_there_is_whoever_comes_and_goes(Setup setup) throws InterruptedException {
        int size = 7;
        int threads = 4;
        Weighted semaphore = new Weighted(size);
        AtomicLong held = new AtomicLong();
        SpinBarrier barrier = new SpinBarrier(threads);
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Random random = new Random(t);
            tasks.add(setup.run(() -> {
                barrier.await();
                for (int i = 0; i < 3_000; i++) {
                    int n = random.nextInt(size + 1);
                    if (i % 3 == 0) {
                        if (!semaphore.tryAcquire(n)) {
                            continue;
                        }
                    } else if (i % 3 == 1) {
                        semaphore.acquire(n);
                    } else {
                        semaphore.acquire(Context.background(), n);
                    }
                    assertTrue(held.addAndGet(n) <= size);
                    held.addAndGet(-n);
                    semaphore.release(n);
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals("semaphore (0 of 7 held)", semaphore.toString());
    }

    @OnBothThreads
    void rule_137_what_was_done_before_a_release_is_seen_after_the_acquire(Setup setup) {
        Weighted semaphore = new Weighted(1);
        int[] plain = new int[1];
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            tasks.add(setup.run(() -> {
                for (int i = 0; i < 1_000; i++) {
                    semaphore.acquire(1);
                    plain[0]++;
                    semaphore.release(1);
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(4_000, plain[0]);
    }

    @OnBothThreads
    void rule_138_a_large_request_at_the_head_keeps_small_ones_waiting(Setup setup) {
        Weighted semaphore = new Weighted(10);
        assertTrue(semaphore.tryAcquire(9));
        Task<Boolean> large = setup.run(() -> semaphore.acquire(10));
        untilWaiting(semaphore, 1);
        Task<Boolean> small = setup.run(() -> semaphore.acquire(Context.background(), 1));
        untilWaiting(semaphore, 2);
        small.untilParkedAgainAfterSpuriousWakeups();
        semaphore.release(8);
        small.untilParkedAgainAfterSpuriousWakeups();
        assertEquals("semaphore (1 of 10 held, 2 waiting)", semaphore.toString());
        semaphore.release(1);
        large.get();
        assertFalse(small.isDone());
        semaphore.release(10);
        small.get();
    }

    @OnBothThreads
    void rule_138_those_who_wait_are_served_in_the_order_in_which_they_came(Setup setup) {
        Weighted semaphore = new Weighted(4);
        assertTrue(semaphore.tryAcquire(4));
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int me = i;
            tasks.add(setup.run(() -> {
                if (me % 2 == 0) {
                    semaphore.acquire(4);
                } else {
                    semaphore.acquire(Context.background(), 4);
                }
                order.add(me);
                semaphore.release(4);
            }));
            untilWaiting(semaphore, i + 1);
        }
        semaphore.release(4);
        tasks.forEach(Task::get);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), order);
    }

    @OnBothThreads
    void rule_138_one_release_serves_all_for_whom_there_is_room(Setup setup) {
        Weighted semaphore = new Weighted(6);
        assertTrue(semaphore.tryAcquire(6));
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int n : new int[] {1, 2, 3, 1}) {
            tasks.add(setup.run(() -> semaphore.acquire(n)));
            untilWaiting(semaphore, tasks.size());
        }
        semaphore.release(6);
        for (int i = 0; i < 3; i++) {
            tasks.get(i).get();
        }
        assertEquals("semaphore (6 of 6 held, 1 waiting)", semaphore.toString());
        tasks.get(3).untilParkedAgainAfterSpuriousWakeups();
        semaphore.release(1);
        tasks.get(3).get();
    }

    @OnBothThreads
    void rule_139_who_wants_more_than_there_is_waits_for_the_context_and_holds_up_nobody(Setup setup) {
        Weighted semaphore = new Weighted(2);
        CancelContext ctx = Context.withCancel(Context.background());
        Task<Boolean> tooMuch = setup.run(() -> semaphore.acquire(ctx, 3));
        tooMuch.untilParkedAgainAfterSpuriousWakeups();
        assertTrue(semaphore.tryAcquire(2));
        Task<Boolean> next = setup.run(() -> semaphore.acquire(1));
        untilWaiting(semaphore, 1);
        semaphore.release(2);
        next.get();
        assertFalse(tooMuch.isDone());
        ctx.cancel();
        assertNull(tooMuch.failure(CancelledException.class).getCause());
        assertEquals("semaphore (1 of 2 held)", semaphore.toString());
    }

    @Test
    void rule_139_differs_without_a_context_a_request_that_can_never_be_served_is_refused() {
        Weighted semaphore = new Weighted(2);
        assertEquals(
                "acquire of more than a semaphore has: got acquire(3) of semaphore (0 of 2 held), want at most 2;"
                        + " it would wait for ever",
                assertThrows(IllegalArgumentException.class, () -> semaphore.acquire(3))
                        .getMessage());
        assertFalse(semaphore.tryAcquire(3));
        assertFalse(semaphore.tryAcquire(Long.MAX_VALUE));
    }

    @Test
    void rule_140_with_a_context_that_is_done_nothing_is_acquired_though_there_is_room() {
        Weighted semaphore = new Weighted(2);
        CancelCauseContext ctx = Context.withCancelCause(Context.background());
        IllegalStateException cause = new IllegalStateException("no");
        ctx.cancel(cause);
        assertSame(
                cause,
                assertThrows(CancelledException.class, () -> semaphore.acquire(ctx, 1))
                        .getCause());
        assertEquals("semaphore (0 of 2 held)", semaphore.toString());
        Context late = Context.withTimeout(Context.background(), Duration.ZERO);
        assertThrows(DeadlineExceededException.class, () -> semaphore.acquire(late, 0));
    }

    @OnBothThreads
    void rule_140_who_waits_when_its_context_ends_gets_nothing_and_leaves_nothing(Setup setup) {
        Weighted semaphore = new Weighted(1);
        assertTrue(semaphore.tryAcquire(1));
        for (int i = 0; i < 20; i++) {
            CancelContext ctx = Context.withCancel(Context.background());
            Task<Boolean> task = setup.run(() -> semaphore.acquire(ctx, 1));
            untilWaiting(semaphore, 1);
            ctx.cancel();
            task.failure(CancelledException.class);
            assertEquals("semaphore (1 of 1 held)", semaphore.toString());
        }
        Task<Boolean> late =
                setup.run(() -> semaphore.acquire(Context.withTimeout(Context.background(), Duration.ofMillis(5)), 1));
        late.failure(DeadlineExceededException.class);
        semaphore.release(1);
        assertTrue(semaphore.tryAcquire(1));
    }

    @OnBothThreads
    void rule_140_a_release_races_with_the_end_of_the_context_and_nothing_is_lost(Setup setup) throws Exception {
        Weighted semaphore = new Weighted(1);
        SpinBarrier barrier = new SpinBarrier(2);
        int acquired = 0;
        int rounds = 500;
        for (int i = 0; i < rounds; i++) {
            CancelContext ctx = Context.withCancel(Context.background());
            assertTrue(semaphore.tryAcquire(1));
            Task<Boolean> waiter = setup.call(() -> {
                try {
                    semaphore.acquire(ctx, 1);
                    return true;
                } catch (ContextException e) {
                    return false;
                }
            });
            untilWaiting(semaphore, 1);
            Task<Boolean> canceller = setup.run(() -> {
                barrier.await();
                ctx.cancel();
            });
            barrier.await();
            semaphore.release(1);
            canceller.get();
            if (waiter.get()) {
                acquired++;
                semaphore.release(1);
            }
            assertEquals("semaphore (0 of 1 held)", semaphore.toString());
        }
        assertTrue(acquired <= rounds);
    }

    @OnBothThreads
    void rule_141_when_the_head_is_cancelled_those_behind_it_go_on(Setup setup) {
        Weighted semaphore = new Weighted(4);
        assertTrue(semaphore.tryAcquire(2));
        CancelContext ctx = Context.withCancel(Context.background());
        Task<Boolean> head = setup.run(() -> semaphore.acquire(ctx, 4));
        untilWaiting(semaphore, 1);
        Task<Boolean> second = setup.run(() -> semaphore.acquire(1));
        untilWaiting(semaphore, 2);
        Task<Boolean> third = setup.run(() -> semaphore.acquire(1));
        untilWaiting(semaphore, 3);
        ctx.cancel();
        head.failure(CancelledException.class);
        second.get();
        third.get();
        assertEquals("semaphore (4 of 4 held)", semaphore.toString());
    }

    @OnBothThreads
    void rule_141_when_the_head_is_interrupted_those_behind_it_go_on(Setup setup) {
        Weighted semaphore = new Weighted(4);
        assertTrue(semaphore.tryAcquire(2));
        Task<Boolean> head = setup.run(() -> semaphore.acquire(4));
        untilWaiting(semaphore, 1);
        Task<Boolean> second = setup.run(() -> semaphore.acquire(2));
        untilWaiting(semaphore, 2);
        head.interrupt();
        head.failure(InterruptedException.class);
        second.get();
        assertEquals("semaphore (4 of 4 held)", semaphore.toString());
    }

    @OnBothThreads
    void rule_141_cancelling_one_in_the_middle_leaves_the_others_in_their_order(Setup setup) {
        Weighted semaphore = new Weighted(2);
        assertTrue(semaphore.tryAcquire(2));
        CancelContext ctx = Context.withCancel(Context.background());
        Task<Boolean> first = setup.run(() -> semaphore.acquire(2));
        untilWaiting(semaphore, 1);
        Task<Boolean> middle = setup.run(() -> semaphore.acquire(ctx, 1));
        untilWaiting(semaphore, 2);
        Task<Boolean> last = setup.run(() -> semaphore.acquire(2));
        untilWaiting(semaphore, 3);
        ctx.cancel();
        middle.failure(CancelledException.class);
        semaphore.release(2);
        first.get();
        assertFalse(last.isDone());
        semaphore.release(2);
        last.get();
    }

    @OnBothThreads
    void rule_142_a_release_of_more_than_is_held_panics_and_changes_nothing(Setup setup) throws InterruptedException {
        Weighted semaphore = new Weighted(3);
        assertEquals(
                "semaphore released more than held: got release(1) with 0 held, want one release for each acquire",
                assertThrows(IllegalStateException.class, () -> semaphore.release(1))
                        .getMessage());
        semaphore.acquire(3);
        Task<Boolean> waiter = setup.run(() -> semaphore.acquire(3));
        untilWaiting(semaphore, 1);
        assertThrows(IllegalStateException.class, () -> semaphore.release(Long.MAX_VALUE));
        assertEquals("semaphore (3 of 3 held, 1 waiting)", semaphore.toString());
        semaphore.release(3);
        waiter.get();
    }

    @Test
    void rule_142_negative_sizes_and_weights_panic() {
        assertEquals(
                "negative size of a semaphore: got -1, want 0 or more",
                assertThrows(IllegalArgumentException.class, () -> new Weighted(-1))
                        .getMessage());
        Weighted semaphore = new Weighted(1);
        String message = "negative weight for a semaphore: got -2, want 0 or more";
        for (org.junit.jupiter.api.function.Executable bad : List.<org.junit.jupiter.api.function.Executable>of(
                () -> semaphore.acquire(-2),
                () -> semaphore.acquire(Context.background(), -2),
                () -> semaphore.tryAcquire(-2),
                () -> semaphore.release(-2))) {
            assertEquals(
                    message, assertThrows(IllegalArgumentException.class, bad).getMessage());
        }
        assertEquals("semaphore (0 of 1 held)", semaphore.toString());
    }

    @OnBothThreads
    void rule_142_a_semaphore_of_size_zero_is_allowed(Setup setup) throws InterruptedException {
        Weighted none = new Weighted(0);
        none.acquire(0);
        assertTrue(none.tryAcquire(0));
        assertFalse(none.tryAcquire(1));
        none.release(0);
        CancelContext ctx = Context.withCancel(Context.background());
        Task<Boolean> task = setup.run(() -> none.acquire(ctx, 1));
        task.untilParked();
        ctx.cancel();
        task.failure(CancelledException.class);
    }

    @Test
    void weights_may_be_as_large_as_a_long() {
        Weighted semaphore = new Weighted(Long.MAX_VALUE);
        assertTrue(semaphore.tryAcquire(Long.MAX_VALUE));
        assertFalse(semaphore.tryAcquire(Long.MAX_VALUE));
        assertFalse(semaphore.tryAcquire(1));
        semaphore.release(Long.MAX_VALUE);
        assertTrue(semaphore.tryAcquire(1));
    }

    @Test
    void no_context_is_refused() {
        assertEquals(
                "acquire: context: got null, want one that ends the wait; without one use acquire(n)",
                assertThrows(NullPointerException.class, () -> new Weighted(1).acquire(null, 1))
                        .getMessage());
    }
}

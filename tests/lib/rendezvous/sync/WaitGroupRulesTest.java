package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.PanicException;
import rendezvous.runtime.World;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 102 to 107: the group to wait for. */
class WaitGroupRulesTest {
    private final WaitGroup group = new WaitGroup();

    private List<Task<Boolean>> waiters(Setup setup, int many) {
        List<Task<Boolean>> waiters = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            waiters.add(setup.run(group::await));
        }
        Until.holds("they wait", () -> group.waiting() == many);
        return waiters;
    }

    @OnBothThreads
    void rule_102_await_returns_at_once_if_the_counter_is_zero(Setup setup) throws InterruptedException {
        group.await();
        group.add(3);
        group.add(-3);
        setup.run(() -> {
                    Thread.currentThread().interrupt(); // if it waited, it would throw
                    group.await();
                    assertTrue(Thread.interrupted());
                })
                .get();
        assertEquals("WaitGroup (counter 0)", group.toString());
    }

    @OnBothThreads
    void rule_102_zero_releases_all_who_wait_and_nothing_else_does(Setup setup) {
        group.add(3);
        List<Task<Boolean>> waiters = waiters(setup, 20);
        assertEquals("WaitGroup (counter 3, 20 waiting)", group.toString());
        group.done();
        group.add(1);
        group.add(-2);
        group.add(0);
        for (Task<Boolean> waiter : waiters) {
            waiter.untilParkedAgainAfterSpuriousWakeups();
        }
        group.done();
        assertEquals("WaitGroup (counter 0)", group.toString());
        waiters.forEach(Task::get);
    }

    @OnBothThreads
    void rule_102_counting_down_races_with_those_who_come_to_wait_and_none_is_left(Setup setup)
            throws InterruptedException {
        int rounds = 2_000;
        SpinBarrier barrier = new SpinBarrier(3);
        List<WaitGroup> groups = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            groups.add(new WaitGroup());
            groups.getLast().add(2);
        }
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            boolean waits = t == 0;
            tasks.add(setup.run(() -> {
                for (WaitGroup each : groups) {
                    barrier.await();
                    if (!waits) {
                        each.done();
                    }
                    each.await();
                }
            }));
        }
        tasks.forEach(Task::get);
    }

    @OnBothThreads
    void rule_103_a_counter_below_zero_panics_and_is_left_as_it_was(Setup setup) throws InterruptedException {
        assertEquals(
                "negative WaitGroup counter: got add(-1) at counter 0, want one done() for each add(1) or go(…)",
                assertThrows(IllegalStateException.class, group::done).getMessage());
        group.await();
        group.add(2);
        List<Task<Boolean>> waiters = waiters(setup, 2);
        assertEquals(
                "negative WaitGroup counter: got add(-3) at counter 2, want one done() for each add(1) or go(…)",
                assertThrows(IllegalStateException.class, () -> group.add(-3)).getMessage());
        assertThrows(IllegalStateException.class, () -> group.add(Integer.MIN_VALUE));
        assertEquals("WaitGroup (counter 2, 2 waiting)", group.toString());
        group.add(-2);
        waiters.forEach(Task::get);
    }

    @Test
    void rule_103_a_counter_that_would_overflow_panics_before_it_gets_negative() throws InterruptedException {
        group.add(Integer.MAX_VALUE);
        assertEquals(
                "WaitGroup counter too large: got add(1) at counter 2147483647, want at most 2147483647",
                assertThrows(IllegalStateException.class, () -> group.add(1)).getMessage());
        assertThrows(IllegalStateException.class, () -> group.add(Integer.MAX_VALUE));
        group.add(-Integer.MAX_VALUE);
        group.await();
    }

    @OnBothThreads
    void rule_104_it_can_be_used_again_when_all_who_waited_have_returned(Setup setup) {
        for (int round = 1; round <= 8; round++) {
            group.add(round);
            List<Task<Boolean>> waiters = waiters(setup, 4);
            for (int i = 0; i < round; i++) {
                group.done();
            }
            waiters.forEach(Task::get);
        }
    }

    @Test
    void rule_104_an_add_before_all_who_waited_have_returned_is_misuse_which_they_are_told() throws Exception {
        GatedWorld world = new GatedWorld();
        group.add(1);
        Goroutine slow = world.startAndPark(() -> {
            IllegalStateException thrown = assertThrows(IllegalStateException.class, group::await);
            assertEquals(
                    "WaitGroup is reused before a former await() has returned: got counter 2,"
                            + " want all who wait to return before the next add",
                    thrown.getMessage());
        });
        group.done();
        group.add(2); // the waiter was let go, and has not come to return
        world.open();
        slow.await();
        assertEquals("WaitGroup (counter 2)", group.toString());
        group.add(-2);
        group.await();
    }

    @OnBothThreads
    void rule_105_what_was_before_done_happens_before_the_return_that_it_unblocks(Setup setup)
            throws InterruptedException {
        int rounds = 3_000;
        int[][] plain = new int[rounds][2];
        SpinBarrier barrier = new SpinBarrier(3);
        List<WaitGroup> groups = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            groups.add(new WaitGroup());
            groups.getLast().add(2);
        }
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            int mine = t;
            tasks.add(setup.run(() -> {
                for (int i = 0; i < rounds; i++) {
                    barrier.await();
                    plain[i][mine] = i + 1;
                    groups.get(i).done();
                }
            }));
        }
        tasks.add(setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                barrier.await();
                groups.get(i).await();
                assertEquals(i + 1, plain[i][0]);
                assertEquals(i + 1, plain[i][1]);
            }
        }));
        tasks.forEach(Task::get);
    }

    @OnBothThreads
    void rule_106_go_counts_runs_in_a_new_goroutine_and_counts_down(Setup setup) throws InterruptedException {
        Chan<Integer> gate = Chan.make();
        Goroutine goroutine = group.go(() -> {
            assertTrue(Thread.currentThread().isVirtual());
            gate.receiveOk();
        });
        assertEquals("WaitGroup (counter 1)", group.toString());
        List<Task<Boolean>> waiters = waiters(setup, 2);
        gate.close();
        waiters.forEach(Task::get);
        goroutine.await();
        group.await();
    }

    @Test
    void rule_106_code_under_way_may_start_more() throws InterruptedException {
        AtomicInteger ran = new AtomicInteger();
        for (int round = 0; round < 50; round++) {
            ran.set(0);
            group.go(() -> tree(5, ran));
            group.await();
            assertEquals((1 << 6) - 1, ran.get());
        }
    }

    private void tree(int depth, AtomicInteger ran) {
        if (depth > 0) {
            group.go(() -> tree(depth - 1, ran));
            group.go(() -> tree(depth - 1, ran));
        }
        ran.incrementAndGet();
    }

    @Test
    void rule_106_what_the_code_did_happens_before_the_return_of_await() throws InterruptedException {
        for (int round = 0; round < 300; round++) {
            int[] plain = new int[8];
            for (int i = 0; i < plain.length; i++) {
                int n = i;
                group.go(() -> plain[n] = n + 1);
            }
            group.await();
            for (int i = 0; i < plain.length; i++) {
                assertEquals(i + 1, plain[i]);
            }
        }
    }

    @Test
    void rule_106_no_code_is_refused_and_not_counted() throws InterruptedException {
        assertEquals(
                "code for a WaitGroup: got null, want what it runs",
                assertThrows(NullPointerException.class, () -> group.go(null)).getMessage());
        group.await();
    }

    @Test
    void rule_106_what_could_not_be_started_is_not_counted() throws InterruptedException {
        OutOfMemoryError none = new OutOfMemoryError("unable to create a thread");
        World world = new World(null) {
            private boolean first = true;

            @Override
            protected Thread start(String name, Runnable code) {
                if (first) {
                    first = false;
                    return super.start(name, code);
                }
                throw none;
            }
        };
        Goroutine.start(
                        null,
                        world,
                        () -> assertSame(none, assertThrows(OutOfMemoryError.class, () -> group.go(() -> {}))))
                .await();
        group.await();
    }

    /** Runs what panics, with a handler of its own so that the test's output stays clean. */
    private Body panicking(Throwable panic, List<Throwable> told, Chan<Integer> gate) {
        return () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
            gate.receiveOk();
            switch (panic) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                default -> throw new AssertionError("neither");
            }
        };
    }

    @OnBothThreads
    void rule_107_differs_a_panic_under_go_is_told_not_counted_down_and_thrown_by_every_await(Setup setup)
            throws InterruptedException {
        for (Throwable panic : List.of(new IOException("lost"), new AssertionError("no"), new StackOverflowError())) {
            WaitGroup group = new WaitGroup();
            List<Throwable> told = new CopyOnWriteArrayList<>();
            Chan<Integer> gate = Chan.make();
            Chan<Integer> others = Chan.make();
            group.go(others::receiveOk);
            Goroutine culprit = group.go(panicking(panic, told, gate));
            List<Task<PanicException>> waiters = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                waiters.add(setup.call(() -> {
                    PanicException thrown = assertThrows(PanicException.class, group::await);
                    assertEquals(List.of(panic), told, "it was told before anybody goes on");
                    return thrown;
                }));
            }
            Until.holds("they wait", () -> group.waiting() == 5);
            gate.close();
            for (Task<PanicException> waiter : waiters) {
                PanicException thrown = waiter.get();
                assertSame(panic, thrown.getCause());
                assertSame(culprit, thrown.goroutine());
            }
            assertEquals("WaitGroup (counter 2)", group.toString());
            assertSame(panic, assertThrows(PanicException.class, group::await).getCause());
            others.close();
            Until.holds("the other is done", () -> group.toString().equals("WaitGroup (counter 1)"));
            assertSame(panic, assertThrows(PanicException.class, group::await).getCause());
            assertEquals(List.of(panic), told);
        }
    }

    @Test
    void rule_107_of_several_panics_the_first_is_thrown_and_all_are_told() throws InterruptedException {
        List<Throwable> told = new CopyOnWriteArrayList<>();
        Chan<Integer> gate = Chan.make();
        Chan<Integer> open = Chan.make();
        open.close();
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second");
        Goroutine late = group.go(panicking(second, told, gate));
        group.go(panicking(first, told, open));
        assertSame(first, assertThrows(PanicException.class, group::await).getCause());
        gate.close();
        assertThrows(PanicException.class, late::await);
        assertEquals(List.of(first, second), told);
        assertSame(first, assertThrows(PanicException.class, group::await).getCause());
    }

    @Test
    void rule_107_code_that_was_interrupted_is_not_done_either() {
        Goroutine stopped = group.go(() -> Chan.<Integer>never().receive());
        stopped.interrupt();
        assertTrue(assertThrows(PanicException.class, group::await).getCause() instanceof InterruptedException);
    }

    @Test
    void rule_107_code_that_counts_down_itself_makes_the_counter_negative_which_is_a_panic() throws Exception {
        List<Throwable> told = new CopyOnWriteArrayList<>();
        Goroutine greedy = group.go(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
            group.done();
        });
        Throwable cause = assertThrows(PanicException.class, greedy::await).getCause();
        assertTrue(cause.getMessage().startsWith("negative WaitGroup counter"), cause::getMessage);
        assertEquals(List.of(cause), told);
        assertSame(cause, assertThrows(PanicException.class, group::await).getCause());
    }

    @OnBothThreads
    void many_count_up_and_down_while_many_wait(Setup setup) throws InterruptedException {
        int rounds = 5_000;
        AtomicInteger under = new AtomicInteger();
        List<Task<Boolean>> tasks = new ArrayList<>();
        group.add(1);
        for (int t = 0; t < 4; t++) {
            tasks.add(setup.run(() -> {
                for (int i = 0; i < rounds; i++) {
                    group.add(2);
                    under.addAndGet(2);
                    under.decrementAndGet();
                    group.done();
                    under.decrementAndGet();
                    group.done();
                }
            }));
        }
        List<Task<Boolean>> waiters = waiters(setup, 4);
        tasks.forEach(Task::get);
        assertEquals("WaitGroup (counter 1, 4 waiting)", group.toString());
        waiters.forEach(waiter -> assertFalse(waiter.isDone()));
        Go.go(group::done);
        waiters.forEach(Task::get);
        assertEquals(0, under.get());
    }
}

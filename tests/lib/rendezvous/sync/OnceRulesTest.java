package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 108 to 113: what runs once. */
class OnceRulesTest {
    private final Once once = new Once();
    private final AtomicInteger ran = new AtomicInteger();

    @OnBothThreads
    void rule_108_of_all_callers_one_runs_the_code_and_all_return_after_it(Setup setup) throws InterruptedException {
        int threads = 4;
        int rounds = 2_000;
        int[] plain = new int[rounds];
        List<Once> each = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            each.add(new Once());
        }
        SpinBarrier barrier = new SpinBarrier(threads);
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            tasks.add(setup.run(() -> {
                for (int i = 0; i < rounds; i++) {
                    int round = i;
                    barrier.await();
                    each.get(i).run(() -> plain[round]++);
                    assertEquals(1, plain[i]);
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(rounds, Arrays.stream(plain).sum());
    }

    @OnBothThreads
    void rule_108_callers_wait_until_the_code_has_ended(Setup setup) throws InterruptedException {
        Chan<Integer> gate = Chan.make();
        int[] plain = new int[1];
        assertEquals("Once (not run)", once.toString());
        Task<Boolean> runner = setup.run(() -> once.run(() -> {
            gate.receiveOk();
            plain[0] = 42;
        }));
        Until.holds("the code runs", () -> once.toString().equals("Once (runs)"));
        List<Task<Boolean>> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            others.add(setup.run(() -> {
                once.run(() -> plain[0] = -1);
                assertEquals(42, plain[0]);
            }));
        }
        Until.holds("the others wait", () -> once.waiting() == 10);
        others.forEach(Task::untilParkedAgainAfterSpuriousWakeups);
        gate.close();
        others.forEach(Task::get);
        runner.get();
        assertEquals("Once (done)", once.toString());
        once.run(() -> plain[0] = -1);
        assertEquals(42, plain[0]);
        assertEquals(0, once.waiting());
    }

    @OnBothThreads
    void rule_108_a_call_that_has_nothing_to_wait_for_takes_no_notice_of_an_interrupt(Setup setup) {
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    once.run(ran::incrementAndGet);
                    once.run(ran::incrementAndGet);
                    assertTrue(Thread.interrupted());
                })
                .get();
        assertEquals(1, ran.get());
    }

    @Test
    void rule_109_a_panic_goes_to_the_caller_that_ran_it_and_counts_as_the_run() throws InterruptedException {
        IOException panic = new IOException("no");
        assertSame(
                panic,
                assertThrows(
                        IOException.class,
                        () -> once.run(() -> {
                            ran.incrementAndGet();
                            throw panic;
                        })));
        once.run(ran::incrementAndGet);
        assertEquals(1, ran.get());
    }

    @OnBothThreads
    void rule_109_callers_that_wait_for_a_run_that_panics_return(Setup setup) {
        Chan<Integer> gate = Chan.make();
        Task<Boolean> runner = setup.run(() -> once.run(() -> {
            gate.receiveOk();
            throw new AssertionError("the run's own");
        }));
        Until.holds("the code runs", () -> once.toString().equals("Once (runs)"));
        Task<Boolean> other = setup.run(() -> once.run(ran::incrementAndGet));
        Until.holds("the other waits", () -> once.waiting() == 1);
        gate.close();
        assertEquals("the run's own", runner.failure(AssertionError.class).getMessage());
        other.get();
        assertEquals(0, ran.get());
    }

    @Test
    void rule_110_differs_code_that_calls_its_own_once_is_told_so() throws InterruptedException {
        IllegalStateException[] inner = new IllegalStateException[1];
        once.run(() -> inner[0] = assertThrows(IllegalStateException.class, () -> once.run(ran::incrementAndGet)));
        assertEquals(
                "recursive call of a Once: got a call by the code that it runs, which would wait for itself; want none",
                inner[0].getMessage());
        once.run(ran::incrementAndGet);
        assertEquals(0, ran.get());
        assertEquals(0, once.waiting());

        List<Supplier<Integer>> self = new ArrayList<>();
        self.add(Once.value(() -> self.getFirst().get() + 1));
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    inner[0].getMessage(),
                    assertThrows(IllegalStateException.class, self.getFirst()::get)
                            .getMessage());
        }
    }

    @OnBothThreads
    void rule_110_code_that_waits_for_another_goroutine_that_calls_waits_for_ever(Setup setup) {
        Task<Boolean> runner = setup.run(() -> once.run(() -> {
            WaitGroup group = new WaitGroup();
            group.go(() -> once.run(ran::incrementAndGet));
            group.await();
        }));
        Until.holds("they wait for each other", () -> once.waiting() == 1);
        runner.untilParkedAgainAfterSpuriousWakeups();
        runner.interrupt();
        runner.failure(InterruptedException.class);
        Until.holds("the other has gone on", () -> once.waiting() == 0);
        assertEquals(0, ran.get());
    }

    @OnBothThreads
    void rule_111_a_value_is_made_once_for_all_callers(Setup setup) throws InterruptedException {
        record Pair(int a, String b) {}
        Chan<Integer> gate = Chan.make();
        Chan<Integer> runs = Chan.make();
        Supplier<Pair> pair = Once.value(() -> {
            runs.close();
            Until.holds("the gate is open", () -> gate.tryReceive().isPresent());
            return new Pair(ran.incrementAndGet(), new String("two values are a record"));
        });
        List<Task<Pair>> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tasks.add(setup.call(pair::get));
        }
        runs.receiveOk();
        gate.close();
        Pair first = pair.get();
        assertEquals(1, first.a());
        tasks.forEach(task -> assertSame(first, task.get()));
        assertEquals(1, ran.get());
    }

    @Test
    void rule_111_a_function_runs_once_and_a_value_may_be_null() {
        Runnable function = Once.func(ran::incrementAndGet);
        function.run();
        function.run();
        assertEquals(1, ran.get());
        Supplier<String> nothing = Once.value(() -> {
            ran.incrementAndGet();
            return null;
        });
        assertNull(nothing.get());
        assertNull(nothing.get());
        assertEquals(2, ran.get());
    }

    @OnBothThreads
    void rule_111_a_panic_is_thrown_to_every_caller_as_the_same(Setup setup) {
        for (Throwable panic : List.of(new IllegalStateException("no"), new StackOverflowError("deep"))) {
            ran.set(0);
            Runnable function = Once.func(() -> fail(panic));
            Supplier<Boolean> value = Once.value(() -> {
                fail(panic);
                return true;
            });
            Callable<Boolean> run = () -> {
                function.run();
                return true;
            };
            for (Callable<Boolean> call : List.<Callable<Boolean>>of(value::get, run)) {
                List<Task<Boolean>> tasks = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    tasks.add(setup.call(call));
                }
                tasks.forEach(task -> assertSame(panic, task.failure(panic.getClass())));
                assertSame(panic, assertThrows(panic.getClass(), call::call));
            }
            assertEquals(2, ran.get());
        }
    }

    private void fail(Throwable panic) {
        ran.incrementAndGet();
        OnceRulesTest.<RuntimeException>throwAny(panic);
    }

    @SuppressWarnings("unchecked") // what a library in another language could do
    private static <X extends Throwable> void throwAny(Throwable panic) throws X {
        throw (X) panic;
    }

    @Test
    void rule_111_a_checked_exception_that_was_smuggled_out_is_thrown_to_every_caller_inside_an_unchecked() {
        IOException panic = new IOException("smuggled");
        Runnable function = Once.func(() -> fail(panic));
        for (int i = 0; i < 2; i++) {
            assertSame(
                    panic,
                    assertThrows(UndeclaredThrowableException.class, function::run)
                            .getCause());
        }
        assertEquals(1, ran.get());
    }

    @Test
    void rule_112_the_trace_shows_where_the_panic_came_from() {
        Supplier<Integer> value = Once.value(OnceRulesTest::origin);
        for (int i = 0; i < 2; i++) {
            IllegalStateException thrown = assertThrows(IllegalStateException.class, value::get);
            assertEquals("origin", thrown.getStackTrace()[0].getMethodName());
        }
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> new Once().run(OnceRulesTest::origin));
        assertEquals("origin", thrown.getStackTrace()[0].getMethodName());
    }

    private static int origin() {
        throw new IllegalStateException("no");
    }

    @Test
    @SuppressWarnings("ReachabilityFenceUsage") // where an exception skips a fence the test has failed anyway
    void rule_113_the_code_is_let_go_of_when_it_has_run() throws InterruptedException {
        List<WeakReference<Object>> weak = new ArrayList<>();
        List<Object> kept = new ArrayList<>();
        for (boolean panics : new boolean[] {false, true}) {
            Object[] large = {new Object(), new Object(), new Object()};
            for (Object held : large) {
                weak.add(new WeakReference<>(held));
            }
            kept.addAll(used(large, panics));
        }
        Until.holds("the code can be collected", () -> {
            System.gc();
            return weak.stream().allMatch(reference -> reference.refersTo(null));
        });
        Reference.reachabilityFence(kept);
    }

    private static List<Object> used(Object[] large, boolean panics) throws InterruptedException {
        Object first = large[0];
        Object second = large[1];
        Object third = large[2];
        Once once = new Once();
        Runnable function = Once.func(() -> use(second, panics));
        Supplier<Integer> value = Once.value(() -> use(third, panics));
        for (int i = 0; i < 2; i++) {
            try {
                once.run(() -> use(first, panics));
            } catch (IllegalStateException e) {
                assertTrue(panics);
            }
            try {
                function.run();
                assertFalse(panics);
            } catch (IllegalStateException e) {
                assertTrue(panics);
            }
            try {
                assertTrue(value.get() != null && !panics);
            } catch (IllegalStateException e) {
                assertTrue(panics);
            }
        }
        return List.of(once, function, value);
    }

    private static int use(Object held, boolean panics) {
        if (panics) {
            throw new IllegalStateException("no");
        }
        return held.hashCode();
    }

    @Test
    void no_code_is_refused_also_when_it_would_not_run() throws InterruptedException {
        assertEquals(
                "code for a Once: got null, want what it runs",
                assertThrows(NullPointerException.class, () -> once.run(null)).getMessage());
        once.run(() -> {});
        assertThrows(NullPointerException.class, () -> once.run(null));
        assertEquals(
                "code for Once.func: got null, want what it runs",
                assertThrows(NullPointerException.class, () -> Once.func(null)).getMessage());
        assertEquals(
                "code for Once.value: got null, want what makes the value",
                assertThrows(NullPointerException.class, () -> Once.value(null)).getMessage());
    }
}

package rendezvous.singleflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Body;
import rendezvous.singleflight.SingleFlight.Result;
import rendezvous.testing.LateInterrupt;
import rendezvous.testing.Leftovers;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Race;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Rules 143 to 149: many who ask for the same cause one call. */
@Timeout(60)
class SingleFlightRulesTest {
    private final SingleFlight<String, String, IOException> flights = new SingleFlight<>();
    private final Chan<Signal> gate = Chan.make();
    private final Leftovers left = new Leftovers();
    private final AtomicInteger calls = new AtomicInteger();

    private String atGate() throws InterruptedException {
        calls.incrementAndGet();
        gate.await();
        return new String("value");
    }

    private void untilCalled(int times) {
        Until.holds("called " + times + " times", () -> calls.get() == times);
    }

    private void untilWaiting(int many) {
        Until.holds(many + " wait", () -> flights.waiting("k") == many);
    }

    @OnBothThreads
    void rule_143_who_asks_for_the_same_key_meanwhile_gets_the_same_value_of_one_call(Setup setup) {
        Task<String> first = setup.call(() -> flights.run("k", this::atGate));
        untilCalled(1);
        List<Task<String>> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            others.add(setup.call(() -> flights.run(new String("k"), this::atGate)));
        }
        untilWaiting(10);
        others.forEach(Task::untilParkedAgainAfterSpuriousWakeups);
        assertEquals("SingleFlight (1 under way)", flights.toString());
        gate.close();
        String value = first.get();
        others.forEach(other -> assertSame(value, other.get()));
        assertEquals(1, calls.get());
        assertEquals("SingleFlight (0 under way)", flights.toString());
    }

    @OnBothThreads
    void rule_143_all_get_the_same_exception(Setup setup) {
        IOException none = new IOException("none");
        Task<String> first = setup.call(() -> flights.run("k", () -> {
            atGate();
            throw none;
        }));
        untilCalled(1);
        Task<String> other = setup.call(() -> flights.run("k", this::atGate));
        untilWaiting(1);
        ReceiveChan<Result<String, IOException>> result = flights.runChan("k", this::atGate);
        gate.close();
        assertSame(none, first.failure(IOException.class));
        assertSame(none, other.failure(IOException.class));
        Task<Result<String, IOException>> third = setup.call(result::receive);
        assertEquals(new Result<String, IOException>(null, none, true), third.get());
        assertSame(none, assertThrows(IOException.class, third.get()::get));
        assertEquals(1, calls.get());
    }

    @OnBothThreads
    void rule_143_other_keys_do_not_wait(Setup setup) throws Exception {
        Task<String> first = setup.call(() -> flights.run("k", this::atGate));
        untilCalled(1);
        assertEquals("other", flights.run("l", () -> "other"));
        assertEquals("nested", flights.run("m", () -> flights.run("n", () -> "nested")));
        gate.close();
        first.get();
    }

    @Test
    void rule_143_a_value_may_be_null() throws Exception {
        SingleFlight<String, String, RuntimeException> nulls = new SingleFlight<>();
        assertNull(nulls.run("k", () -> null));
        Result<String, RuntimeException> result = nulls.runChan("k", () -> null).receive();
        assertEquals(new Result<>(null, null, false), result);
        assertNull(result.get());
    }

    @OnBothThreads
    void rule_143_callers_race_and_each_call_serves_those_that_it_says(Setup setup) throws InterruptedException {
        int threads = 4;
        int rounds = 2_000;
        SpinBarrier barrier = new SpinBarrier(threads);
        AtomicInteger running = new AtomicInteger();
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            boolean byChannel = t % 2 == 1;
            tasks.add(setup.run(() -> {
                for (int i = 0; i < rounds; i++) {
                    String key = "k" + i;
                    barrier.await();
                    SingleFlight.Call<String, IOException> call = () -> {
                        assertEquals(1, running.incrementAndGet(), "calls at a time");
                        running.decrementAndGet();
                        calls.incrementAndGet();
                        return key;
                    };
                    String got =
                            byChannel ? flights.runChan(key, call).receive().get() : flights.run(key, call);
                    assertEquals(key, got);
                    barrier.await();
                }
            }));
        }
        tasks.forEach(Task::get);
        assertTrue(calls.get() >= rounds && calls.get() <= threads * rounds);
        Until.holds("none is under way", () -> flights.toString().equals("SingleFlight (0 under way)"));
    }

    @OnBothThreads
    void rule_144_shared_says_whether_others_got_the_same(Setup setup) throws Exception {
        assertEquals(
                new Result<String, IOException>("a", null, false),
                flights.runChan("k", () -> "a").receive());
        ReceiveChan<Result<String, IOException>> leader = flights.runChan("k", this::atGate);
        untilCalled(1);
        Task<String> follower = setup.call(() -> flights.run("k", this::atGate));
        untilWaiting(1);
        ReceiveChan<Result<String, IOException>> another = flights.runChan("k", this::atGate);
        gate.close();
        assertTrue(leader.receive().shared(), "of the one for whom it was made");
        assertTrue(another.receive().shared());
        assertEquals("value", follower.get());
    }

    @OnBothThreads
    void rule_144_a_leader_that_calls_itself_counts_as_one(Setup setup) throws Exception {
        Task<String> leader = setup.call(() -> flights.run("k", this::atGate));
        untilCalled(1);
        ReceiveChan<Result<String, IOException>> other = flights.runChan("k", this::atGate);
        gate.close();
        assertTrue(other.receive().shared());
        leader.get();
    }

    @OnBothThreads
    void rule_144_one_that_gave_up_has_not_got_it(Setup setup) throws Exception {
        ReceiveChan<Result<String, IOException>> leader = flights.runChan("k", this::atGate);
        untilCalled(1);
        Task<String> follower = setup.call(() -> flights.run("k", this::atGate));
        untilWaiting(1);
        follower.interrupt();
        assertEquals(
                "interrupted: it waits for what runs once: call for k",
                follower.failure(InterruptedException.class).getMessage());
        gate.close();
        assertFalse(leader.receive().shared());
    }

    @Test
    void rule_145_when_it_has_ended_the_key_is_forgotten() throws Exception {
        for (int i = 0; i < 3; i++) {
            String value = "value " + i;
            assertEquals(value, flights.run("k", () -> value));
            assertThrows(
                    IOException.class,
                    () -> flights.run("k", () -> {
                        throw new IOException("no");
                    }));
            assertThrows(
                    IllegalStateException.class,
                    () -> flights.run("k", () -> {
                        throw new IllegalStateException("no");
                    }));
        }
    }

    @OnBothThreads
    void rule_146_after_forget_a_new_call_is_made_while_the_old_one_goes_on(Setup setup) throws Exception {
        Task<String> old = setup.call(() -> flights.run("k", this::atGate));
        untilCalled(1);
        flights.forget("k");
        Chan<Signal> second = Chan.make();
        Task<String> young = setup.call(() -> flights.run("k", () -> {
            calls.incrementAndGet();
            second.await();
            return "young";
        }));
        untilCalled(2);
        gate.close();
        assertEquals("value", old.get());
        Task<String> third = setup.call(() -> flights.run("k", this::atGate));
        untilWaiting(1);
        second.close();
        assertEquals("young", young.get());
        assertEquals("young", third.get(), "the end of the old call did not forget the new one");
        assertEquals(2, calls.get());
        flights.forget("nobody asked for this");
    }

    @Test
    void rule_147_the_channel_has_room_for_the_one_result_and_is_never_closed() throws Exception {
        ReceiveChan<Result<String, IOException>> results = flights.runChan("k", () -> "a");
        assertEquals(1, results.cap());
        Until.holds("the result is there", () -> results.len() == 1);
        assertEquals("a", results.receive().get());
        left.assertNone("when the call has ended");
        assertTrue(results.tryReceive().isEmpty());
    }

    @Test
    void rule_147_nobody_need_receive() throws Exception {
        for (int i = 0; i < 100; i++) {
            flights.runChan("k" + i, () -> "a");
        }
        left.assertNone("when the call has ended");
    }

    @OnBothThreads
    void rule_148_a_panic_reaches_all_who_wait(Setup setup) {
        for (Throwable panic : List.of(new IllegalStateException("no"), new StackOverflowError("deep"))) {
            SingleFlight<String, String, IOException> own = new SingleFlight<>();
            Chan<Signal> until = Chan.make();
            Task<String> first = setup.call(() -> own.run("k", () -> {
                until.await();
                throw unchecked(panic);
            }));
            Until.holds("it is under way", () -> own.toString().equals("SingleFlight (1 under way)"));
            Task<String> other = setup.call(() -> own.run("k", () -> "never"));
            Until.holds("the other waits", () -> own.waiting("k") == 1);
            until.close();
            assertSame(panic, first.failure(panic.getClass()));
            assertSame(panic, other.failure(panic.getClass()));
        }
    }

    private static RuntimeException unchecked(Throwable panic) {
        if (panic instanceof Error error) {
            throw error;
        }
        return (RuntimeException) panic;
    }

    @OnBothThreads
    void rule_148_differs_an_interrupt_of_the_thread_that_calls_is_told_to_the_others_as_a_cancellation(Setup setup)
            throws Exception {
        Task<String> first = setup.call(() -> flights.run("k", this::atGate));
        untilCalled(1);
        Task<CancellationException> other =
                setup.call(() -> assertThrows(CancellationException.class, () -> flights.run("k", this::atGate)));
        untilWaiting(1);
        ReceiveChan<Result<String, IOException>> third = flights.runChan("k", this::atGate);
        first.interrupt();
        first.failure(InterruptedException.class);
        CancellationException told = other.get();
        assertEquals(
                "shared call was interrupted: got an interrupt of the thread that made it for k, want none; ask again",
                told.getMessage());
        assertInstanceOf(InterruptedException.class, told.getCause());
        assertSame(told, third.receive().error());
        assertEquals("again", flights.run("k", () -> "again"));
    }

    @Test
    void rule_149_differs_a_panic_comes_in_the_result_and_is_told_where_panics_are() throws Exception {
        IllegalStateException panic = new IllegalStateException("no");
        List<Throwable> told = told(() -> {
            Result<String, IOException> result = flights.runChan("k", () -> {
                        throw panic;
                    })
                    .receive();
            assertSame(panic, result.error());
            assertSame(panic, assertThrows(IllegalStateException.class, result::get));
            left.assertNone("when the call has ended");
        });
        assertEquals(List.of(panic), told);
    }

    @Test
    void rule_149_what_is_an_error_in_go_is_no_panic() throws Exception {
        IOException error = new IOException("no");
        List<Throwable> told = told(() -> {
            Result<String, IOException> result = flights.runChan("k", () -> {
                        throw error;
                    })
                    .receive();
            assertSame(error, assertThrows(IOException.class, result::get));
            left.assertNone("when the call has ended");
        });
        assertEquals(List.of(), told);
    }

    @OnBothThreads
    void rule_149_differs_a_panic_of_who_calls_itself_comes_to_those_with_channels_too(Setup setup) throws Exception {
        IllegalStateException panic = new IllegalStateException("no");
        Task<String> leader = setup.call(() -> flights.run("k", () -> {
            atGate();
            throw panic;
        }));
        untilCalled(1);
        ReceiveChan<Result<String, IOException>> other = flights.runChan("k", this::atGate);
        gate.close();
        assertSame(panic, other.receive().error());
        assertSame(panic, leader.failure(IllegalStateException.class));
    }

    private static List<Throwable> told(Body code) throws Exception {
        List<Throwable> told = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
        try {
            code.run();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        return told;
    }

    @Test
    void a_call_that_asks_for_its_own_key_is_told_so() throws Exception {
        IllegalStateException inner = assertThrows(
                IllegalStateException.class, () -> flights.run("k", () -> flights.run("k", () -> "never")));
        assertEquals(
                "recursive call of a SingleFlight: got a call for k by the call for the same key, which would wait for"
                        + " itself; want none",
                inner.getMessage());
        assertEquals("a", flights.run("k", () -> "a"));
        assertEquals("after forget", flights.run("k", () -> {
            flights.forget("k");
            return flights.run("k", () -> "after forget");
        }));
    }

    @OnBothThreads
    void an_interrupt_before_the_wait_is_thrown(Setup setup) {
        Task<String> first = setup.call(() -> flights.run("k", this::atGate));
        untilCalled(1);
        setup.run(() -> {
                    Thread.currentThread().interrupt();
                    InterruptedException thrown =
                            assertThrows(InterruptedException.class, () -> flights.run("k", this::atGate));
                    assertEquals("interrupted before it waits for what runs once: call for k", thrown.getMessage());
                    assertFalse(Thread.interrupted());
                })
                .get();
        gate.close();
        first.get();
    }

    @OnBothThreads
    void an_interrupt_races_with_the_end_of_the_call(Setup setup) {
        Race race = new Race(setup);
        for (int i = 0; i < 200; i++) {
            Chan<Signal> until = Chan.make();
            Task<String> leader = setup.call(() -> flights.run("k", () -> {
                until.await();
                return "value";
            }));
            Until.holds("it is under way", () -> flights.toString().equals("SingleFlight (1 under way)"));
            Task<Boolean> waiting = race.start(
                    () -> assertEquals("value", flights.run("k", () -> "never")), () -> flights.waiting("k") == 1);
            race.against(waiting, () -> {
                until.close();
                return leader.get();
            });
        }
        race.bothHappened();
    }

    @Test
    void an_interrupt_that_comes_when_the_result_is_there_leaves_the_result() throws Exception {
        ReceiveChan<Result<String, IOException>> leader = flights.runChan("k", this::atGate);
        untilCalled(1);
        new LateInterrupt()
                .run(
                        () -> assertEquals("value", flights.run("k", () -> "never")),
                        () -> flights.waiting("k") == 1,
                        gate::close);
        assertTrue(leader.receive().shared());
    }

    @Test
    void no_key_and_no_call_are_refused() {
        String key = "key of a call: got null, want what tells it from others";
        assertEquals(
                key,
                assertThrows(NullPointerException.class, () -> flights.run(null, () -> ""))
                        .getMessage());
        assertEquals(
                key,
                assertThrows(NullPointerException.class, () -> flights.runChan(null, () -> ""))
                        .getMessage());
        assertEquals(
                key,
                assertThrows(NullPointerException.class, () -> flights.forget(null))
                        .getMessage());
        String call = "call: got null, want what gives the value";
        assertEquals(
                call,
                assertThrows(NullPointerException.class, () -> flights.run("k", null))
                        .getMessage());
        assertEquals(
                call,
                assertThrows(NullPointerException.class, () -> flights.runChan("k", null))
                        .getMessage());
    }
}

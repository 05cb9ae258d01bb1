package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.runtime.Body;
import rendezvous.studied.Counters;
import rendezvous.studied.Orders;
import rendezvous.studied.Unordered;

/** Races are found whatever the schedule, and nothing else is taken for one. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RaceTest {
    private static Failure found(Body body) throws InterruptedException {
        Exploration all = Lab.explore(body).schedules(500).races().run();
        return all.failed()
                .flatMap(Run::failure)
                .orElseThrow(() -> new AssertionError("want a failure, got none: " + all));
    }

    private static void clean(Body body) throws InterruptedException {
        assertEquals(
                "",
                Lab.explore(body)
                        .schedules(500)
                        .races()
                        .run()
                        .failed()
                        .map(Run::toString)
                        .orElse(""));
    }

    private static void races(String on, Body body) throws InterruptedException {
        Failure failure = found(body);
        assertEquals(Failure.Kind.RACE, failure.kind(), failure.message());
        assertTrue(failure.headline().equals("data race on " + on), failure.message());
    }

    @Test
    void a_count_from_two_goroutines_is_reported_with_both_lines() throws Exception {
        Failure failure = found(Counters::unguarded);
        assertEquals(Failure.Kind.RACE, failure.kind());
        assertTrue(failure.message().matches("""
                        (?s)data race on `Counters.count`
                          (one|two) (reads|writes) it at Counters\\.\\S+ \\(Counters.java:\\d+\\)
                          (one|two) wrote it before, in step \\d+, at Counters\\.\\S+ \\(Counters.java:\\d+\\)
                        .*was started at .*was started at .*"""), failure.message());
    }

    @Test
    void what_is_not_guarded_races() throws Exception {
        races("an ArrayList", Counters::withList);
        races("`Counters.count`", Counters::usedAfterHandedOver);
        races("element 1 of an array of int", Counters::sameElement);
        races("`Counters.count`", Counters::forgotToWait);
    }

    @Test
    void what_the_library_guards_does_not() throws Exception {
        clean(Counters::withMutex);
        clean(Counters::withChannel);
        clean(Counters::handedOver);
        clean(Counters::withWaitGroup);
    }

    @Test
    void what_the_JDK_guards_does_not() throws Exception {
        clean(Counters::withSynchronized);
        clean(Counters::withSynchronizedMethod);
        clean(Counters::withReentrantLock);
        clean(Counters::withAtomic);
        clean(Counters::withLatch);
        clean(Counters::withExecutor);
        clean(Counters::withConcurrentMap);
        clean(Counters::withNotify);
    }

    @Test
    void a_volatile_count_is_no_race_and_loses_updates() throws Exception {
        Failure failure = found(Counters::lostThoughVolatile);
        assertEquals(Failure.Kind.PANIC, failure.kind(), failure.message());
    }

    @Test
    void what_decision_14_says_is_missed_is_missed() throws Exception {
        clean(Counters::aroundTheWrapper);
        clean(Counters::orderedByAnotherKey);
    }

    @Test
    void a_read_under_an_optimistic_stamp_is_a_race_as_it_is_to_Java() throws Exception {
        races("`Counters.count`", Counters::withOptimisticStamp);
    }

    @Test
    void a_missed_notification_is_a_deadlock() throws Exception {
        Failure failure = found(Counters::missedNotify);
        assertEquals(Failure.Kind.DEADLOCK, failure.kind(), failure.message());
    }

    @Test
    void monitors_are_controlled_in_runs_that_look_for_no_races() throws Exception {
        Exploration all = Lab.explore(Counters::missedNotify).run();
        assertEquals(
                Failure.Kind.DEADLOCK,
                all.failed().flatMap(Run::failure).orElseThrow().kind(),
                all::toString);
        assertTrue(Lab.explore(Counters::withSynchronized).run().failed().isEmpty());
    }

    static Stream<String> orders() {
        return programs(Orders.class);
    }

    static Stream<String> unordered() {
        return programs(Unordered.class);
    }

    private static Stream<String> programs(Class<?> in) {
        return Stream.of(in.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .sorted();
    }

    private static Body program(Class<?> in, String name) throws ReflectiveOperationException {
        MethodHandle program = MethodHandles.lookup().findStatic(in, name, MethodType.methodType(void.class));
        return () -> {
            try {
                program.invoke();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable t) {
                throw new AssertionError(t);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("orders")
    void what_alone_orders_two_accesses_is_known(String name) throws Exception {
        clean(program(Orders.class, name));
    }

    @ParameterizedTest
    @MethodSource("unordered")
    void what_orders_nothing_is_known_whatever_came_first(String name) throws Exception {
        Body body = program(Unordered.class, name);
        for (long seed = 1; seed <= 10; seed++) {
            Exploration all =
                    Lab.explore(body).randomly().seed(seed).schedules(1).races().run();
            Failure failure = all.failed()
                    .flatMap(Run::failure)
                    .orElseThrow(() -> new AssertionError("want a race in each schedule, got none: " + all));
            assertEquals("data race on `Unordered.plain`", failure.headline(), failure.message());
        }
    }

    @Test
    void a_sleep_of_rewritten_code_takes_time_of_the_run() throws Exception {
        Run run = Lab.run(Counters::sleepsForADay).orThrow();
        assertEquals(Duration.ofDays(1), run.duration());
    }
}

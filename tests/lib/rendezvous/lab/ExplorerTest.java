package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.chan.Chan;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;
import rendezvous.sync.WaitGroup;

/** The search: it is complete where it says so, finds what is there, stops, shortens, and says what it did. */
class ExplorerTest {
    private static final String ALL = "systematic: complete, these are all schedules there are";

    /** The orders in which goroutines that print so often can do it, with so many preemptions, and how it was covered. */
    private static Set<String> orders(int goroutines, int prints, int preemptions, StringBuilder coverage)
            throws InterruptedException {
        Set<String> orders = Collections.synchronizedSet(new TreeSet<>());
        Exploration exploration = Lab.explore(() -> {
                    StringBuilder order = new StringBuilder();
                    WaitGroup group = new WaitGroup();
                    for (int g = 0; g < goroutines; g++) {
                        String name = String.valueOf((char) ('a' + g));
                        group.go(() -> {
                            for (int i = 0; i < prints; i++) {
                                point();
                                order.append(name);
                            }
                        });
                    }
                    group.await();
                    orders.add(order.toString());
                })
                .schedules(1_000_000)
                .systematically(preemptions)
                .run();
        coverage.append(exploration.orThrow().coverage());
        return orders;
    }

    @SuppressWarnings("SystemOut") // a print is a step
    private static void point() {
        System.out.print("");
    }

    @Test
    void two_goroutines_of_two_steps_have_as_many_orders_as_can_be_counted_by_hand() throws InterruptedException {
        StringBuilder coverage = new StringBuilder();
        assertEquals(Set.of("aabb", "bbaa"), orders(2, 2, 0, coverage));
        assertEquals(Set.of("aabb", "bbaa", "abba", "baab"), orders(2, 2, 1, coverage));
        assertEquals(Set.of("aabb", "bbaa", "abba", "baab", "abab", "baba"), orders(2, 2, 2, coverage));
        assertTrue(coverage.toString().contains("systematic up to 2 preemptions: complete"), coverage::toString);
    }

    @Test
    void three_goroutines_have_as_many_orders_as_the_multinomial_says() throws InterruptedException {
        StringBuilder coverage = new StringBuilder();
        assertEquals(6, orders(3, 1, 0, coverage).size()); // 3!
        assertEquals(6, orders(3, 1, 2, coverage).size());
        assertEquals(90, orders(3, 2, 4, coverage).size()); // 6! / (2! 2! 2!)
    }

    @Test
    void all_schedules_of_a_small_program_are_as_many_as_can_be_counted_by_hand() throws InterruptedException {
        // Main starts a, starts b, ends. A comes anywhere after its start, 4 places; b is before or after main's end.
        Exploration all = Lab.explore(() -> {
                    go(() -> {});
                    go(() -> {});
                })
                .systematically(5)
                .run();
        assertTrue(all.coverage().contains(", 8 of them different; " + ALL), all::coverage);
        assertEquals("No schedule failed: " + all.coverage() + ".", all.toString());
    }

    @Test
    void what_a_select_chooses_is_tried_too() throws InterruptedException {
        Set<Integer> seen = Collections.synchronizedSet(new TreeSet<>());
        Exploration all = Lab.explore(() -> {
                    List<Chan<Integer>> channels = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        channels.add(Chan.make(1));
                        channels.get(i).send(i);
                    }
                    select(
                            onReceive(channels.get(0), seen::add),
                            onReceive(channels.get(1), seen::add),
                            onReceive(channels.get(2), seen::add));
                })
                .systematically(0)
                .run();
        assertEquals(Set.of(0, 1, 2), seen);
        assertEquals("3 schedules; " + ALL, all.coverage());
    }

    @Test
    void a_program_of_one_goroutine_has_one_schedule() throws InterruptedException {
        assertEquals("1 schedule; " + ALL, Lab.explore(() -> {}).run().coverage());
    }

    static Stream<Bugs> bugs() {
        return Bugs.all();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void systematic_search_finds_it(Bugs bug) throws InterruptedException {
        found(bug, Lab.explore(bug.wrong()).systematically(2));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void random_walks_find_it(Bugs bug) throws InterruptedException {
        Exploration exploration = found(bug, Lab.explore(bug.wrong()).randomly().schedules(500));
        long seed = exploration.seed().orElseThrow();
        assertTrue(exploration.toString().contains("Found by a random walk with seed " + seed), exploration::toString);
        Run again = Lab.run(seed, bug.wrong());
        assertEquals(bug.kind(), again.failure().orElseThrow().kind());
    }

    @Test
    void a_schedule_that_is_as_short_as_can_be_was_not_shortened() throws InterruptedException {
        String found = Lab.explore(() -> Chan.make().receive()).run().toString();
        String origin = found.lines()
                .filter(line -> line.startsWith("Found "))
                .findFirst()
                .orElse(found);
        assertTrue(
                origin.matches(
                        "Found by the systematic search with up to 0 preemptions, in \\d+ steps? with 0 preemptions\\."),
                found);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void pct_of_its_depth_finds_it(Bugs bug) throws InterruptedException {
        found(bug, Lab.explore(bug.wrong()).pct(bug.depth()).schedules(2_000));
    }

    private static Exploration found(Bugs bug, Explorer explorer) throws InterruptedException {
        Exploration exploration = explorer.run();
        Run run = exploration.failed().orElseThrow(() -> new AssertionError(exploration.toString()));
        Failure failure = run.failure().orElseThrow();
        assertEquals(bug.kind(), failure.kind(), failure::message);
        Run replayed = Lab.replay(run.schedule().toString(), bug.wrong());
        assertEquals(failure.message(), replayed.failure().orElseThrow().message());
        assertEquals(run.lanes(), replayed.lanes());
        assertTrue(run.preemptions() <= 2, () -> "shortened to " + run.preemptions() + " preemptions\n" + run);
        assertTrue(exploration.toString().contains("Lab.replay(\"" + run.schedule() + "\", …)"), exploration::toString);
        assertThrows(AssertionError.class, exploration::orThrow);
        return exploration;
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void the_program_without_it_passes(Bugs bug) throws InterruptedException {
        Exploration exploration = Lab.explore(bug.right()).schedules(4_000).run();
        assertSame(exploration, exploration.orThrow());
        assertTrue(
                exploration.coverage().contains("systematic up to 1 preemption: complete")
                        || exploration.coverage().contains("systematic up to 2 preemptions: complete"),
                exploration::coverage);
    }

    @Test
    void pct_of_depth_one_does_not_find_what_needs_two() throws InterruptedException {
        Bugs locks = Bugs.all()
                .filter(bug -> bug.name().startsWith("two locks"))
                .findFirst()
                .orElseThrow();
        Exploration exploration =
                Lab.explore(locks.wrong()).pct(1).schedules(2_000).run();
        assertTrue(exploration.failed().isEmpty(), exploration::toString);
    }

    @Test
    void the_same_settings_search_the_same_schedules() throws InterruptedException {
        for (Bugs bug : Bugs.all().toList()) {
            String one = Lab.explore(bug.wrong()).seed(5).run().toString();
            assertEquals(one, Lab.explore(bug.wrong()).seed(5).run().toString());
        }
    }

    @Test
    void it_stops_at_the_first_failure_and_makes_it_simple() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        Exploration exploration = Lab.explore(() -> {
                    runs.incrementAndGet();
                    WaitGroup group = new WaitGroup();
                    for (int g = 0; g < 4; g++) {
                        group.go(() -> {
                            for (int i = 0; i < 10; i++) {
                                point();
                            }
                        });
                    }
                    Bugs.all().findFirst().orElseThrow().wrong().run();
                    group.await();
                })
                .randomly()
                .seed(3)
                .run();
        Run run = exploration.failed().orElseThrow();
        assertTrue(exploration.schedules() < 1_000, exploration::toString);
        assertTrue(run.preemptions() <= 2, exploration::toString);
        String origin = exploration
                .toString()
                .lines()
                .filter(line -> line.startsWith("Found "))
                .findFirst()
                .orElseThrow();
        assertTrue(
                origin.matches("Found by a random walk with seed \\d+, in \\d+ steps with \\d\\d+ preemptions;"
                        + " (shortened|simplified) to \\d+ steps with [12] preemptions?\\."),
                origin);
        assertTrue(runs.get() < exploration.schedules() + 3_100, runs::toString);
    }

    @Test
    void it_says_what_was_tried_when_nothing_failed() throws InterruptedException {
        Body twice = LabTest::workers;
        assertEquals(
                "300 schedules; 300 random walks",
                Lab.explore(twice).randomly().schedules(300).run().coverage());
        String pct = Lab.explore(twice).pct(3).schedules(100).run().coverage();
        assertTrue(pct.matches("100 schedules(, \\d+ of them different)?; 100 by ranks \\(PCT, depth 3\\)"), pct);
        String bounded =
                Lab.explore(twice).systematically(9).schedules(100).run().coverage();
        assertTrue(
                bounded.matches(
                        "100 schedules(, \\d+ of them different)?; .*systematic with \\d preemptions?: not complete \\(\\d+ schedules\\)"),
                bounded);
        String late = Lab.explore(twice)
                .time(Duration.ofMillis(1))
                .schedules(1_000_000)
                .run()
                .coverage();
        assertTrue(late.endsWith("; then the time was up"), late);
    }

    @Test
    void a_program_that_depends_on_something_else_is_found_out() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        Exploration once = Lab.explore(() -> {
                    if (runs.incrementAndGet() == 3) {
                        throw new IllegalStateException("the third time");
                    }
                    go(() -> {});
                })
                .run();
        Failure failure = once.failed().orElseThrow().failure().orElseThrow();
        assertEquals(Kind.DIVERGED, failure.kind());
        assertTrue(failure.message().contains("the third time"), failure::message);
        AtomicInteger calls = new AtomicInteger();
        String coverage = Lab.explore(() -> {
                    for (int i = calls.incrementAndGet() % 7; i >= 0; i--) {
                        go(() -> point());
                    }
                })
                .systematically(2)
                .run()
                .coverage();
        assertTrue(coverage.contains("given up, since the same choices did not lead to the same run"), coverage);
    }

    @Test
    void settings_out_of_range_are_refused() {
        Explorer explorer = Lab.explore(() -> {});
        List<Runnable> wrong = List.of(
                () -> explorer.schedules(0),
                () -> explorer.pct(0),
                () -> explorer.systematically(-1),
                () -> explorer.steps(0),
                () -> explorer.goroutines(0),
                () -> explorer.stall(Duration.ZERO),
                () -> explorer.time(Duration.ofSeconds(-1)));
        for (Runnable setting : wrong) {
            String message =
                    assertThrows(IllegalArgumentException.class, setting::run).getMessage();
            assertTrue(message.contains(": got ") && message.contains(", want "), message);
        }
    }
}

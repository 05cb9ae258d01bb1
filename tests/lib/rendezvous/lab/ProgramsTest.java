package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.race.Agent;

/**
 * Each classic mistake is found, whatever the seed and the strategy, and nothing in its twin. What was found, how and how
 * fast, goes to {@code target/lab/bugs.md}.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProgramsTest {
    private static final int SEEDS = 20;
    private static final int SCHEDULES_OF_TWINS = 2_000;
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Path TABLE = Path.of("target", "lab", "bugs.md");

    private static final Map<String, UnaryOperator<Explorer>> STRATEGIES = strategies();
    private static final Map<String, String> FOUND = new LinkedHashMap<>();
    private static final Map<String, String> PASSED = new LinkedHashMap<>();

    private static Map<String, UnaryOperator<Explorer>> strategies() {
        Map<String, UnaryOperator<Explorer>> all = new LinkedHashMap<>();
        all.put("default", explorer -> explorer);
        all.put("random", Explorer::randomly);
        all.put("PCT", explorer -> explorer.pct(3));
        return all;
    }

    static Stream<Programs> programs() {
        return Programs.all();
    }

    /** The classes are rewritten once, not for each search. */
    @BeforeAll
    static void begin() {
        agent().begin(Agent.Level.MEMORY);
    }

    @AfterAll
    static void end() throws IOException {
        agent().end(Agent.Level.MEMORY);
        if (FOUND.size() == Programs.all().count() && PASSED.size() == FOUND.size()) {
            write();
        }
    }

    private static Agent agent() {
        return Objects.requireNonNull(Agent.installed(), "the tests run with the agent");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void is_found_under_each_seed_and_strategy(Programs program) throws Exception {
        TreeSet<String> as = new TreeSet<>();
        StringBuilder cells = new StringBuilder();
        for (Map.Entry<String, UnaryOperator<Explorer>> strategy : STRATEGIES.entrySet()) {
            List<Integer> schedules = new ArrayList<>();
            long most = 0;
            for (long seed = 1; seed <= SEEDS; seed++) {
                long start = System.nanoTime();
                Explorer explorer = Lab.explore(program.wrong())
                        .seed(seed)
                        .schedules(1_000_000)
                        .time(BOUND)
                        .races();
                Exploration all = strategy.getValue().apply(explorer).run();
                most = Math.max(most, System.nanoTime() - start);
                as.add(found(program, strategy.getKey() + " from seed " + seed, all));
                schedules.add(all.schedules());
            }
            schedules.sort(null);
            cells.append(String.format(
                    Locale.ROOT,
                    " %d / %d / %d |",
                    schedules.get(schedules.size() / 2),
                    schedules.getLast(),
                    most / 1_000_000));
        }
        FOUND.put(program.name(), "| " + program + " | " + String.join("; ", as) + " |" + cells);
    }

    private static String found(Programs program, String how, Exploration all) {
        Failure failure = all.failed()
                .flatMap(Run::failure)
                .orElseThrow(() -> new AssertionError(program + ", " + how + ": want it found, got " + all));
        assertTrue(program.kinds().contains(failure.kind()), () -> program + ", " + how + ": " + failure);
        if (failure.kind() != Failure.Kind.RACE) {
            return failure.kind().toString();
        }
        String on = failure.headline().replace("data race on ", "");
        assertTrue(
                program.on().contains(on),
                () -> program + ", " + how + ": want one of " + program.on() + ", got " + failure);
        return failure.kind() + " on " + on;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void nothing_is_found_if_it_is_done_right(Programs program) throws Exception {
        long start = System.nanoTime();
        Exploration all = Lab.explore(program.right())
                .schedules(SCHEDULES_OF_TWINS)
                .time(Duration.ofSeconds(50))
                .races()
                .run();
        assertEquals("", all.failed().map(Run::toString).orElse(""), program::name);
        assertTrue(
                all.schedules() == SCHEDULES_OF_TWINS || all.coverage().contains("these are all schedules there are"),
                () -> program + ": want " + SCHEDULES_OF_TWINS + " schedules or all there are, got " + all);
        PASSED.put(program.name(), " " + all.schedules() + " / " + (System.nanoTime() - start) / 1_000_000 + " |");
    }

    @Test
    void there_are_enough_of_them_and_no_name_stands_twice() {
        assertTrue(Programs.all().count() >= 60, "programs: want at least 60");
        assertEquals(
                Programs.all().count(),
                Programs.all().map(Programs::name).distinct().count());
    }

    private static void write() throws IOException {
        StringBuilder text = new StringBuilder("# " + FOUND.size() + " mistakes and their " + PASSED.size()
                + " twins\n\nEach search was done with the first seeds 1 to " + SEEDS
                + "; each cell says the schedules until it was found, in the median and at most, and the milliseconds"
                + " of the longest search, with those to find a shorter schedule.\n"
                + "In a twin nothing was found: schedules, which are all there are if below " + SCHEDULES_OF_TWINS
                + ", and milliseconds.\n\n| program | found as | "
                + String.join(" | ", STRATEGIES.keySet()) + " | twin |\n|---|---|"
                + "---|".repeat(STRATEGIES.size() + 1) + "\n");
        FOUND.forEach((name, row) -> text.append(row).append(PASSED.get(name)).append('\n'));
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, text);
    }
}

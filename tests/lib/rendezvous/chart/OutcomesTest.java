package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class OutcomesTest {
    private int next;

    @Test
    void each_outcome_is_counted() throws InterruptedException {
        Outcomes outcomes = Outcomes.titled("t").run("dice", 7, () -> next++ % 3);
        assertEquals(
                List.of(3L, 2L, 2L, 0L),
                List.of(
                        outcomes.times("dice", 0),
                        outcomes.times("dice", 1),
                        outcomes.times("dice", 2),
                        outcomes.times("dice", 3)));
        assertEquals(3, outcomes.kinds("dice"));
        assertTrue(
                outcomes.figure().text().startsWith("outcome  dice  share\n0           3   43 %\n"),
                outcomes::toString);
    }

    @Test
    void numbers_stand_in_order_and_words_the_most_frequent_first() {
        assertEquals(List.of("2", "10", "30"), names(Map.of(10, 1L, 2, 1L, 30, 9L)));
        assertEquals(List.of("often", "ever", "never"), names(Map.of("never", 1L, "often", 9L, "ever", 1L)));
    }

    private static List<String> names(Map<Object, Long> counts) {
        return OutcomeRow.of(Map.of("one", counts), 12).stream()
                .map(OutcomeRow::name)
                .toList();
    }

    @Test
    void many_numbers_stand_in_ranges_that_hold_all_of_them() {
        Map<Object, Long> counts =
                IntStream.range(0, 1_000).boxed().collect(Collectors.toMap(i -> (Object) (i + 17), i -> 2L));
        List<OutcomeRow> rows = OutcomeRow.of(Map.of("one", counts), 12);
        assertTrue(rows.size() <= 12, rows::toString);
        assertEquals("0 to 99", rows.getFirst().name());
        assertEquals(
                2_000, rows.stream().mapToLong(row -> row.times().get("one")).sum());
    }

    @Test
    void many_words_are_folded_into_the_rest() {
        Map<Object, Long> counts = IntStream.range(0, 30).boxed().collect(Collectors.toMap(i -> "word " + i, i -> 1L));
        List<OutcomeRow> rows = OutcomeRow.of(Map.of("one", counts), 12);
        assertEquals(12, rows.size());
        assertEquals("19 others", rows.getLast().name());
        assertEquals(19, rows.getLast().times().get("one"));
    }

    @Test
    void runs_end_when_the_time_is_up_and_the_caption_says_so() throws InterruptedException {
        Outcomes outcomes = Outcomes.titled("t").within(Duration.ofNanos(1)).run("slow", 1_000, () -> "done");
        assertEquals(1, outcomes.times("slow", "done"));
        assertTrue(
                outcomes.figure().caption().contains("Of \"slow\" only 1 run of 1 000 fitted into 1 ns."),
                outcomes::toString);
    }

    @Test
    void what_a_run_throws_is_named_and_is_the_cause() {
        IllegalArgumentException boom = new IllegalArgumentException("boom");
        IllegalStateException failed = assertThrows(
                IllegalStateException.class,
                () -> Outcomes.titled("t").run("a", 3, () -> {
                    throw boom;
                }));
        assertSame(boom, failed.getCause());
        assertTrue(failed.getMessage().contains("run 1 of \"a\""), failed::getMessage);
    }

    @Test
    void an_interrupt_ends_the_runs() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> Outcomes.titled("t").run("a", 3, () -> 1));
    }

    @Test
    void misuse_is_refused_with_what_to_do() {
        Outcomes outcomes = Outcomes.titled("t").add("a", 1, 1).add("b", 1, 1).add("c", 1, 1);
        refused("draw two charts", () -> outcomes.add("d", 1, 1));
        refused("0 or more", () -> outcomes.add("a", 1, -1));
        refused("each name once", () -> outcomes.run("a", 1, () -> 1));
        refused("1 or more", () -> Outcomes.titled("t").run("a", 0, () -> 1));
        refused("more than zero", () -> Outcomes.titled("t").within(Duration.ZERO));
        refused("run(name, times, trial)", Outcomes.titled("t")::figure);
        refused("there are [a, b, c]", () -> outcomes.times("z", 1));
    }

    private static void refused(String part, Executable code) {
        RuntimeException refused = assertThrows(RuntimeException.class, code);
        assertTrue(refused.getMessage().contains(part), refused::getMessage);
    }
}

package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0,0 ns",
        "430,430 ns",
        "999,999 ns",
        "1000,1 µs",
        "870400,870 µs",
        "24100000,24.1 ms",
        "999600000,1 s",
        "2000000000,2 s",
        "61000000000,61 s"
    })
    void durations_have_three_digits_and_a_fitting_unit(long nanos, String text) {
        assertEquals(text, Numbers.duration(nanos));
    }

    @ParameterizedTest
    @CsvSource({"1240000,1.24 million", "12345,12 300", "0.0512345,0.0512", "-3,-3", "0,0", "2e9,2 billion", "100,100"})
    void counts_have_three_digits(double number, String text) {
        assertEquals(text, Numbers.count(number));
    }

    @Test
    void lists_read_as_sentences() {
        assertEquals("a", Numbers.list(List.of("a")));
        assertEquals("a, b and c", Numbers.list(List.of("a", "b", "c")));
        assertEquals("1 hand-off", Numbers.many(1, "hand-off"));
        assertEquals("1 200 hand-offs", Numbers.many(1200, "hand-off"));
    }

    @Test
    void in_HTML_no_line_breaks_within_a_number() {
        assertEquals("1\u202f234\u202f567 in 10\u202f000 draws", FigureHtml.unbroken("1 234 567 in 10 000 draws"));
        assertEquals(
                "4 of 4, 2 at 1000, 12 3456, p99 904 ms, 1.5 200",
                FigureHtml.unbroken("4 of 4, 2 at 1000, 12 3456, p99 904 ms, 1.5 200"));
    }

    @Test
    void the_machine_tells_its_carriers_where_they_are_not_as_many_as_its_cores() {
        assertTrue(Machine.words(1, 2).startsWith("1 core, 2 carriers, JDK "));
        assertTrue(Machine.words(4, 4).startsWith("4 cores, JDK "));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {1, 7, 999, 1_500, 88_000, 1_999_999, 2_000_000, 123_456_789, 9_999_999_999L, 3_600_000_000_000L})
    void an_axis_has_a_few_ticks_and_each_label_once(long end) {
        TimeAxis axis = TimeAxis.upTo(end);
        List<String> labels = axis.ticks().stream().map(axis::label).toList();
        assertTrue(labels.size() <= 7 && (labels.size() >= 3 || end < 3), labels::toString);
        assertEquals(labels.size(), labels.stream().distinct().count(), labels::toString);
        assertTrue(axis.ticks().getLast() <= end);
        assertEquals("0", labels.getFirst().replace(".0", ""));
    }

    @Test
    void the_unit_fits_the_length() {
        assertEquals("ns", TimeAxis.upTo(900).unit());
        assertEquals("µs", TimeAxis.upTo(900_000).unit());
        assertEquals("ms", TimeAxis.upTo(900_000_000).unit());
        assertEquals("s", TimeAxis.upTo(90_000_000_000L).unit());
        assertEquals("2.5", new TimeAxis("ms", 1_000_000, 2_500_000, 10_000_000, "real").label(2_500_000));
    }
}

package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rendezvous.chart.Lines.Point;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LinesTest {
    private static List<Point> rates(double serial, int... workers) {
        return IntStream.of(workers)
                .mapToObj(n -> new Point(n, 700 * Amdahl.speedUp(serial, n)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.25, 0.9, 1})
    void a_serial_share_is_found_again(double serial) {
        assertEquals(serial, Amdahl.serialShare(rates(serial, 1, 2, 4, 8)), 1e-9);
        assertEquals(serial, Amdahl.serialShare(rates(serial, 1, 3)), 1e-9);
    }

    @Test
    void a_share_beyond_nothing_or_everything_is_not_found() {
        assertEquals(0, Amdahl.serialShare(List.of(new Point(1, 10), new Point(2, 50))), "faster than ideal");
        assertEquals(1, Amdahl.serialShare(List.of(new Point(1, 10), new Point(2, 5))), "slower than one");
        assertEquals(0, Amdahl.serialShare(List.of(new Point(1, 10))), "one point says nothing");
    }

    @Test
    void counted_from_the_fewest_workers_there_are() {
        List<Point> points = List.of(new Point(2, 100), new Point(4, 150));
        assertEquals(1.0 / 3, Amdahl.serialShare(points), 1e-9, "twice as many did it in two thirds of the time");
    }

    @Test
    void the_caption_says_the_share_and_what_it_bounds() {
        Figure figure = Lines.titled("t")
                .x("workers")
                .y("rate")
                .line("sum", rates(0.25, 1, 2, 4))
                .amdahl()
                .figure();
        assertTrue(
                figure.caption()
                        .contains("Amdahl's law fits best with a serial share of 25 % (at most 4 times as fast)."),
                figure::caption);
        boolean more = 4 > Runtime.getRuntime().availableProcessors();
        assertEquals(more, figure.caption().contains("It counts each worker as a processor"), figure::caption);
    }

    @ParameterizedTest
    @CsvSource({
        "BYTES,950,950 bytes",
        "BYTES,12345,12.3 kB",
        "BYTES,2500000,2.5 MB",
        "BYTES,1.2e9,1.2 GB",
        "NANOS,1500,1.5 µs",
        "NANOS,2e9,2 s",
        "COUNT,1240000,1.24 million"
    })
    void measures_are_written_with_their_unit(Measure measure, double value, String text) {
        assertEquals(text, measure.text(value));
    }

    @ParameterizedTest
    @CsvSource({"0.5,50 %", "1,100 %", "0.999,99.9 %", "0.1234,12 %", "0.0046,0.46 %", "0,0 %"})
    void shares_are_written_as_percentages(double share, String text) {
        assertEquals(text, Numbers.percent(share));
    }

    @Test
    void misuse_is_refused_with_what_to_do() {
        Lines zero = named().line("a", List.of(new Point(1, 0), new Point(2, 5)));
        refused(zero.logarithmic()::figure, "line \"a\": got 0.0 at n 1, want more than 0 on a logarithmic axis");
        refused(named().line("a", List.of(new Point(0, 1), new Point(1, 2))).ideal()::figure, "at least one worker");
        refused(named().line("a", List.of(new Point(1, 0), new Point(2, 2))).amdahl()::figure, "more than 0");
        Lines many = named();
        for (int i = 0; i < Lines.MOST; i++) {
            many.line("line " + i, List.of(new Point(1, 1)));
        }
        refused(() -> many.line("too many", List.of(new Point(1, 1))), "draw two charts");
        refused(() -> new Point(Double.POSITIVE_INFINITY, 1), "finite");
    }

    private static Lines named() {
        return Lines.titled("t").x("n").y("m");
    }

    private static void refused(Executable code, String part) {
        RuntimeException refused = assertThrows(RuntimeException.class, code);
        assertTrue(refused.getMessage().contains(part), refused::getMessage);
    }

    @Test
    void a_table_has_no_spread_where_there_is_none() {
        String plain = named().line("a", List.of(new Point(1, 5))).figure().text();
        assertEquals("n  a", plain.lines().findFirst().orElseThrow());
        String spread =
                named().line("a", List.of(new Point(1, 5, 4, 6))).figure().text();
        assertEquals("n  a  least  most", spread.lines().findFirst().orElseThrow());
    }

    @Test
    void all_sorts_of_numbers_are_painted() {
        for (double factor : new double[] {1e-3, 1, 1e4, 1e12}) {
            for (boolean logarithmic : new boolean[] {false, true}) {
                Lines lines = named().line(
                                "a",
                                DoubleStream.of(1, 2, 40)
                                        .mapToObj(n -> new Point(n, n * factor, n * factor / 2, n * factor * 3))
                                        .toList());
                Figure figure = (logarithmic ? lines.logarithmic() : lines)
                        .ideal()
                        .amdahl()
                        .figure();
                assertEquals(figure.height(), figure.image(1).getHeight());
            }
        }
        assertEquals(
                Lines.WIDTH,
                named().line("a", List.of(new Point(1, 5)))
                        .logarithmic()
                        .figure()
                        .image(1)
                        .getWidth());
    }
}

package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LatenciesTest {
    private static Latencies upTo(int calls) {
        Latencies latencies = Latencies.titled("t");
        LongStream.rangeClosed(1, calls).forEach(i -> latencies.record("a", i * 1_000_000));
        return latencies;
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "50,50", "50.1,51", "99,99", "99.9,100", "100,100"})
    void a_percentile_is_the_least_time_that_so_many_do_not_exceed(double percentile, long millis) {
        assertEquals(millis, upTo(100).percentile("a", percentile).toMillis());
    }

    @Test
    void a_percentile_stands_in_the_chart_only_if_a_call_lay_beyond() {
        String few = upTo(99).percentiles().text();
        assertTrue(few.contains("p90") && !few.contains("p99 "), few);
        String enough = upTo(100).percentiles().text();
        assertTrue(enough.contains("p99 ") && !enough.contains("p99.9"), enough);
        assertTrue(upTo(1_000).percentiles().text().contains("p99.9"));
        assertTrue(upTo(1).percentiles().caption().contains("slowest 1 ms"));
    }

    @Test
    void a_histogram_counts_every_call_once() {
        Latencies latencies = upTo(1_000);
        latencies.record("b", 1);
        latencies.record("b", Duration.ofHours(3));
        String text = latencies.histogram().text();
        long calls = text.lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("A, "))
                .map(line -> line.strip().split(" {2,}"))
                .mapToLong(cells -> Long.parseLong(cells[1].replace(" ", "")))
                .sum();
        assertEquals(1_000, calls, text);
        assertEquals(Lines.WIDTH, latencies.histogram().image(1).getWidth());
    }

    @Test
    void calls_are_timed_and_the_warm_up_does_not_count() throws InterruptedException {
        int[] calls = {0};
        Latencies latencies = Latencies.titled("t").measure("a", 50, () -> calls[0]++);
        assertEquals(55, calls[0]);
        assertTrue(latencies.percentiles().caption().contains("A, 50 calls:"));
    }

    @Test
    void many_threads_may_record() throws InterruptedException {
        Latencies latencies = Latencies.titled("t");
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = Thread.ofVirtual().start(() -> {
                for (int i = 1; i <= 1_000; i++) {
                    latencies.record("a", i);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(latencies.histogram().caption().contains("4 000 calls"));
    }

    @Test
    void what_a_call_throws_is_the_cause() {
        IllegalArgumentException boom = new IllegalArgumentException("boom");
        IllegalStateException failed = assertThrows(
                IllegalStateException.class,
                () -> Latencies.titled("t").measure("a", 3, () -> {
                    throw boom;
                }));
        assertSame(boom, failed.getCause());
    }

    @Test
    void misuse_is_refused_with_what_to_do() {
        refused("the axis is logarithmic", () -> Latencies.titled("t").record("a", 0));
        refused("record(name, time)", Latencies.titled("t")::percentiles);
        refused("record(name, time)", Latencies.titled("t")::histogram);
        refused("0 to 100", () -> upTo(1).percentile("a", 101));
        refused("there are [a]", () -> upTo(1).percentile("b", 50));
        refused("1 or more", () -> Latencies.titled("t").measure("a", 0, () -> {}));
        Latencies many = Latencies.titled("t");
        for (int i = 0; i < Latencies.MOST; i++) {
            many.record("thing " + i, 1);
        }
        refused("draw two charts", () -> many.record("too many", 1));
    }

    private static void refused(String part, Executable code) {
        RuntimeException refused = assertThrows(RuntimeException.class, code);
        assertTrue(refused.getMessage().contains(part), refused::getMessage);
    }

    @Test
    void times_all_alike_and_times_far_apart_are_painted() {
        for (long[] times : new long[][] {{5}, {5, 5, 5}, {1, 1_000_000_000_000L}, {999, 1_000, 1_001}}) {
            Histogram histogram =
                    new Histogram("t", Map.of("a", LongStream.of(times).sorted().toArray()));
            assertEquals(Lines.WIDTH, histogram.figure("Numbers.").image(1).getWidth());
        }
    }

    @ParameterizedTest
    @CsvSource({"1_300, 12_600", "4_360_000, 12_600_000", "9_900_000, 9_990_000", "2_000, 9_900_000"})
    void words_beside_a_median_stay_in_the_picture(String median, String slow) {
        long[] times = LongStream.range(0, 300)
                .map(i -> number(i < 200 ? median : slow))
                .toArray();
        long[] others = {1_000, 9_000_000}; // as wide as the axis gets
        BufferedImage image = new Histogram("t", Map.of("200 goroutines", times, "a loop", others))
                .figure("Numbers.")
                .image(1);
        for (int y = 20; y < image.getHeight() - 20; y++) {
            for (int x = image.getWidth() - 8; x < image.getWidth() - 2; x++) {
                assertEquals(House.PANEL, new Color(image.getRGB(x, y)), "at " + x + ", " + y);
            }
        }
    }

    private static long number(String written) {
        return Long.parseLong(written.replace("_", ""));
    }
}

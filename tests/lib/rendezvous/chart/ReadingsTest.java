package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ReadingsTest {
    private final AtomicLong now = new AtomicLong();
    private int read;

    private Sweep sweep() {
        return Sweep.over("n", 1, 10)
                .read("bytes", n -> {
                    now.addAndGet(1_000_000);
                    return 100.0 * n + read++ % 3;
                })
                .within(Duration.ofMillis(30))
                .clock(now::get);
    }

    @Test
    void a_reading_is_the_median_of_its_rounds() throws InterruptedException {
        Readings readings = sweep().readings();
        assertEquals(101, readings.at("bytes", 1), 1);
        assertEquals(1_001, readings.at("bytes", 10), 1);
        assertTrue(readings.rows().getFirst().repetitions() >= 3, readings::toString);
        Figure figure = readings.lines("t", "heap").bytes().logarithmic().figure();
        assertTrue(figure.caption().contains("kB at 10"), figure::caption);
        assertTrue(figure.caption().contains("Medians of"), figure::caption);
    }

    @Test
    void misuse_is_refused_with_what_to_do() throws InterruptedException {
        refused("read(name, value -> …)", Sweep.over("n", 1)::readings);
        refused("each name once", () -> sweep().read("bytes", n -> 1));
        refused("want a number", Sweep.over("n", 1).read("a", n -> Double.NaN)::readings);
        Readings readings = sweep().readings();
        refused("there are", () -> readings.at("bytes", 2));
    }

    private static void refused(String part, Executable code) {
        RuntimeException refused = assertThrows(RuntimeException.class, code);
        assertTrue(refused.getMessage().contains(part), refused::getMessage);
    }
}

package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.trace.Trace;

/** What holds of every kind of chart, drawn with short names and with names that are far too long. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KindsTest {
    private static final String LONG =
            "a name that goes on and on, as names do that nobody thought about twice, or even once, "
                    + "until it is longer than any page on which somebody could want to print it in letters that can be read";

    /**
     * A chart.
     *
     * @param name of the case
     * @param figure the chart
     * @param numbers that its words must hold
     */
    record Kind(String name, Figure figure, List<String> numbers) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() throws Exception {
        List<Kind> kinds = new ArrayList<>();
        for (String more : new String[] {"", " " + LONG}) {
            String how = more.isEmpty() ? "" : ", long names";
            kinds.add(new Kind("lines" + how, lines(more), List.of("1.2 million", "4.8 million", "core", "JDK")));
            kinds.add(new Kind("logarithmic" + how, logarithmic(more), List.of("12 kB", "1.2 GB", "core", "JDK")));
            kinds.add(new Kind("speed-up" + how, speedUp(more), List.of("serial share of 25 %", "2.29 at 4", "core")));
            kinds.add(new Kind("bars" + how, bars(more), List.of("320", "300 to 400", "0", "core", "JDK")));
            kinds.add(new Kind("outcomes" + how, outcomes(more), List.of("30 times (60 %)", "50 runs", "core", "JDK")));
            kinds.add(
                    new Kind("percentiles" + how, latencies(more).percentiles(), List.of("median 5 ms", "p99", "JDK")));
            kinds.add(new Kind("histogram" + how, latencies(more).histogram(), List.of("median 5 ms", "p99", "core")));
            kinds.add(new Kind("levels" + how, levels(more), List.of("at most 3", "2 at the end", "core", "JDK")));
            kinds.add(new Kind("utilisation" + how, utilisation(more), List.of("worker", "%", "core", "JDK")));
        }
        return kinds.stream();
    }

    private static Figure lines(String more) {
        return Lines.titled("Throughput" + more)
                .x("pairs" + more)
                .y("values per second" + more)
                .line("one" + more, List.of(new Lines.Point(1, 1_200_000, 1e6, 1.3e6), new Lines.Point(2, 2_400_000)))
                .line("other" + more, List.of(new Lines.Point(1, 900_000), new Lines.Point(4, 4_800_000)))
                .ideal()
                .figure();
    }

    private static Figure logarithmic(String more) {
        return Lines.titled("Memory" + more)
                .x("goroutines" + more)
                .y("heap" + more)
                .bytes()
                .logarithmic()
                .line("blocked" + more, List.of(new Lines.Point(10, 12_000), new Lines.Point(1_000_000, 1.2e9)))
                .figure();
    }

    private static Figure speedUp(String more) {
        List<SweepResult.Row> rows = new ArrayList<>();
        for (int workers : new int[] {1, 2, 4}) {
            double nanos = 1_000 / Amdahl.speedUp(0.25, workers);
            rows.add(new SweepResult.Row(workers, "sum" + more, 3, nanos, nanos * 0.9, nanos * 1.1));
        }
        return new SweepResult("workers" + more, rows, List.of(), List.of()).speedUp("Speed-up" + more);
    }

    private static Figure bars(String more) {
        return Bars.titled("Cost" + more)
                .x("nanoseconds" + more)
                .bar("Chan" + more, 320, 300, 400)
                .bar("nothing" + more, 0)
                .figure();
    }

    private static Figure outcomes(String more) {
        return Outcomes.titled("Who won" + more)
                .add("racy" + more, "first" + more, 30)
                .add("racy" + more, "second" + more, 20)
                .add("locked" + more, "first" + more, 10)
                .figure();
    }

    private static Latencies latencies(String more) {
        Random random = new Random(7);
        Latencies latencies = Latencies.titled("Calls" + more);
        for (int i = 0; i < 1_000; i++) {
            latencies.record("steady" + more, Duration.ofMillis(5));
            latencies.record("uneven" + more, 1 + (long) (Math.exp(random.nextGaussian()) * 1e6));
        }
        return latencies;
    }

    private static Figure levels(String more) throws Exception {
        Trace trace = Trace.of(() -> {
            Chan<Integer> box = Chan.named("box" + more, 3);
            for (int i = 0; i < 3; i++) {
                box.send(i);
            }
            box.receive();
        });
        return Levels.of(trace).chart("A box" + more, "values" + more);
    }

    private static Figure utilisation(String more) throws Exception {
        Trace trace = Trace.of(() -> {
            Chan<Integer> jobs = Chan.named("jobs");
            Go.go("worker" + more, () -> {
                jobs.receive();
                Go.sleep(Duration.ofMillis(5));
            });
            jobs.send(1);
        });
        return Utilisation.of("Work" + more, trace);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_words_hold_the_numbers_that_matter(Kind kind) {
        Figure figure = kind.figure();
        for (String number : kind.numbers()) {
            assertTrue(figure.alt().contains(number), () -> "\"" + number + "\" is not in: " + figure.alt());
        }
        assertTrue(figure.alt().contains(figure.caption()), figure::alt);
        assertTrue(figure.text().endsWith(figure.caption()), figure::text);
        assertTrue(figure.text().lines().count() >= 3, figure::text);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothing_is_written_into_the_margin_or_beyond(Kind kind) {
        int margin = 8;
        BufferedImage image = kind.figure().image(1);
        for (int y = 2; y < image.getHeight() - 2; y++) {
            for (int x = 2; x < image.getWidth() - 2; x++) {
                boolean inside =
                        x >= margin && x < image.getWidth() - margin && y >= margin && y < image.getHeight() - margin;
                boolean corner =
                        Math.min(x, image.getWidth() - x) < margin && Math.min(y, image.getHeight() - y) < margin;
                Color color = new Color(image.getRGB(x, y));
                if (!inside && !corner) {
                    assertEquals(House.PANEL, color, "at " + x + ", " + y);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_same_figure_always_gives_the_same_picture(Kind kind) {
        BufferedImage one = kind.figure().image(1);
        BufferedImage other = kind.figure().image(1);
        assertEquals(one.getWidth(), kind.figure().width());
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                assertEquals(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        assertFalse(kind.figure().title().isBlank());
    }
}

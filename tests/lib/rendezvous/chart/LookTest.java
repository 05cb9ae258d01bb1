package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Trace;

/** Paints one picture of each kind from real runs into {@code target/look}, to be looked at by people. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LookTest {
    private static final Path LOOK = Path.of("target", "look");

    static void paint(String name, Figure figure) throws IOException {
        BufferedImage image = figure.image(2);
        assertEquals(2 * figure.width(), image.getWidth());
        assertEquals(2 * figure.height(), image.getHeight());
        assertFalse(figure.caption().isBlank());
        assertFalse(figure.alt().isBlank());
        assertFalse(figure.text().isBlank());
        Files.createDirectories(LOOK);
        ImageIO.write(image, "png", LOOK.resolve(name + ".png").toFile());
        Files.writeString(
                LOOK.resolve(name + ".txt"), figure.caption() + "\n\n" + figure.alt() + "\n\n" + figure.text());
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void hand_off_with_sleeps() throws Exception {
        Trace trace = Trace.of(() -> {
            Chan<String> ball = Chan.named("ball");
            Goroutine producer = Go.go("producer", () -> {
                Go.sleep(ms(20));
                ball.send("ping");
                Go.sleep(ms(30));
                ball.send("pong");
            });
            ball.receive();
            ball.receive();
            Go.sleep(ms(12));
            producer.await();
        });
        paint("a-hand-off", Timeline.of("A hand-off", trace));
    }

    @Test
    void ping_pong() throws Exception {
        pingPong(); // the first run loads classes, and its picture shows little else
        paint("b-ping-pong", Timeline.of(pingPong()));
    }

    private static Trace pingPong() throws InterruptedException {
        return Trace.of(() -> {
            Chan<Integer> there = Chan.named("there");
            Chan<Integer> back = Chan.named("back");
            Goroutine pong = Go.go("pong", () -> {
                for (int ball : there) {
                    back.send(ball + 1);
                }
            });
            for (int i = 0; i < 10; i += 2) {
                there.send(i);
                back.receive();
            }
            there.close();
            pong.await();
        });
    }

    @Test
    void slow_ping_pong() throws Exception {
        Trace trace = Trace.of(() -> {
            Chan<Integer> there = Chan.named("there");
            Chan<Integer> back = Chan.named("back");
            Go.go("pong", () -> {
                for (int ball : there) {
                    Go.sleep(ms(3));
                    back.send(ball + 1);
                }
            });
            for (int i = 0; i < 10; i += 2) {
                there.send(i);
                back.receive();
                Go.sleep(ms(2));
            }
            there.close();
        });
        paint("b-slow-ping-pong", Timeline.of(trace));
    }

    @Test
    void deadlock() throws Exception {
        Trace trace = Trace.of(ms(300), () -> {
            Chan<Integer> numbers = Chan.named("numbers");
            Go.go("helper", () -> {
                Go.sleep(ms(5));
                numbers.receive();
                numbers.receive();
            });
            numbers.send(1);
            Chan.<Integer>named("answers").receive();
        });
        paint("c-deadlock", Timeline.of("Nobody sends", trace));
    }

    @Test
    void fifteen_goroutines() throws Exception {
        Trace trace = Trace.of(ms(200), () -> {
            Chan<Integer> jobs = Chan.named("jobs");
            Chan<String> done = Chan.named("done", 4);
            for (int w = 1; w <= 14; w++) {
                int worker = w;
                Go.go("worker " + worker, () -> {
                    for (int job : jobs) {
                        Go.sleep(ms(2 + job % 5));
                        done.send("job " + job + " by " + worker);
                    }
                });
            }
            for (int i = 0; i < 20; i++) {
                jobs.send(i);
            }
            jobs.close();
            for (int i = 0; i < 20; i++) {
                done.receive();
            }
        });
        paint("d-folded", Timeline.of("Fifteen goroutines", trace));
    }

    @Test
    void panic() throws Exception {
        Trace trace = Trace.of(ms(100), () -> {
            Chan<String> mail = Chan.named("mail", 2);
            Go.go("writer", () -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
                mail.send("one");
                Go.sleep(ms(8));
                mail.close();
                mail.send("two");
            });
            Go.go("spinner", () -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            mail.send("to myself");
            mail.receive();
            Go.sleep(ms(20));
            mail.receive();
        });
        paint("e-panic", Timeline.of(trace));
    }

    private static long handOffs(int pairs) throws Exception {
        int each = 4_000 / pairs;
        Goroutine[] all = new Goroutine[2 * pairs];
        for (int p = 0; p < pairs; p++) {
            Chan<Integer> ch = Chan.make();
            all[2 * p] = Go.go(() -> {
                for (int i = 0; i < each; i++) {
                    ch.send(i);
                }
            });
            all[2 * p + 1] = Go.go(() -> {
                for (int i = 0; i < each; i++) {
                    ch.receive();
                }
            });
        }
        for (Goroutine one : all) {
            one.await();
        }
        return (long) each * pairs;
    }

    private static long queueHandOffs(int pairs) throws Exception {
        int each = 4_000 / pairs;
        Goroutine[] all = new Goroutine[2 * pairs];
        for (int p = 0; p < pairs; p++) {
            SynchronousQueue<Integer> queue = new SynchronousQueue<>();
            all[2 * p] = Go.go(() -> {
                for (int i = 0; i < each; i++) {
                    queue.put(i);
                }
            });
            all[2 * p + 1] = Go.go(() -> {
                for (int i = 0; i < each; i++) {
                    queue.take();
                }
            });
        }
        for (Goroutine one : all) {
            one.await();
        }
        return (long) each * pairs;
    }

    @Test
    void throughput() throws Exception {
        SweepResult result = Sweep.over("pairs of goroutines", 1, 2, 4, 8)
                .measure("Chan", LookTest::handOffs)
                .measure("SynchronousQueue", LookTest::queueHandOffs)
                .within(Duration.ofSeconds(3))
                .run();
        Files.createDirectories(LOOK);
        Files.writeString(LOOK.resolve("f-sweep.txt"), result.text());
        paint("f-throughput", result.chart("Rendezvous throughput", "hand-offs per second"));
    }

    @Test
    void bars() throws Exception {
        SweepResult result = Sweep.over("pairs of goroutines", 2)
                .measure("Chan", LookTest::handOffs)
                .measure("SynchronousQueue", LookTest::queueHandOffs)
                .within(Duration.ofSeconds(1))
                .run();
        paint("g-bars", result.chart("Two pairs of goroutines", "hand-offs per second"));
    }

    @Test
    void many_lines() throws Exception {
        Lines lines = Lines.titled("Six lines, made up to see their looks")
                .x("capacity")
                .y("values per second");
        for (int line = 0; line < 6; line++) {
            int slope = line;
            lines.line(
                    "line " + (line + 1),
                    IntStream.rangeClosed(1, 6)
                            .mapToObj(i -> new Lines.Point(
                                    i * 10,
                                    (slope + 1) * i * 10_000,
                                    (slope + 1) * i * 9_000,
                                    (slope + 1) * i * 10_500))
                            .toList());
        }
        paint("h-six-lines", lines.figure());
    }

    @Test
    void a_chart_of_a_learner() throws Exception {
        XYChart chart = new XYChartBuilder()
                .width(600)
                .height(360)
                .title("Sine and cosine")
                .xAxisTitle("angle in radians")
                .yAxisTitle("value")
                .build();
        double[] x = IntStream.range(0, 30).mapToDouble(i -> i / 5.0).toArray();
        chart.addSeries("sine", x, DoubleStream.of(x).map(Math::sin).toArray());
        chart.addSeries("cosine", x, DoubleStream.of(x).map(Math::cos).toArray());
        paint("i-learner", Figures.of(chart));
        CategoryChart bars = new CategoryChartBuilder()
                .width(600)
                .height(320)
                .title("Outcomes of 1 000 runs")
                .xAxisTitle("outcome")
                .yAxisTitle("runs")
                .build();
        bars.addSeries("racy", List.of("0", "1", "2"), List.of(12, 310, 678));
        bars.addSeries("locked", List.of("0", "1", "2"), List.of(0, 0, 1000));
        paint("i-learner-bars", Figures.of(bars));
    }
}

package rendezvous.bench;

import java.time.Duration;
import java.util.Locale;
import rendezvous.lab.Exploration;
import rendezvous.lab.Lab;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/** How many short schedules a second the laboratory runs: three goroutines that come to eight points each. */
public final class LabSpeed {
    private static final int ROUNDS = 6;
    private static final int SCHEDULES = 500_000;

    private LabSpeed() {}

    /** Runs some rounds, the first to warm up, and prints a line for each. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        Body body = () -> {
            for (int g = 0; g < 3; g++) {
                Goroutine.start(null, World.current(), LabSpeed::points);
            }
        };
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Exploration exploration = Lab.explore(body)
                    .randomly()
                    .seed(1L + (long) round * SCHEDULES)
                    .schedules(SCHEDULES)
                    .time(Duration.ofMinutes(5))
                    .run();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (exploration.failed().isPresent() || exploration.schedules() != SCHEDULES) {
                throw new IllegalStateException("lab speed: got " + exploration + ", want " + SCHEDULES + " schedules");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d schedules a second (%s)%n",
                    Math.round(SCHEDULES / seconds),
                    exploration.coverage());
        }
    }

    private static void points() {
        for (int i = 0; i < 8; i++) {
            World.passed();
        }
    }
}

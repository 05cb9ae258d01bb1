package rendezvous.chart;

import java.util.List;
import rendezvous.chart.Lines.Point;

/**
 * Amdahl's law: of work a share must be done by one worker alone, the rest is divided among n. It is done
 * {@code 1 / (serial + (1 - serial) / n)} times as fast as by one.
 */
final class Amdahl {
    private Amdahl() {}

    static double speedUp(double serial, double workers) {
        return 1 / (serial + (1 - serial) / workers);
    }

    /**
     * Returns the serial share that fits best: the least squares of times, which hang on the share by a straight line.
     *
     * @param points rates by workers, the fewest workers first; speed-up is counted from that one
     */
    static double serialShare(List<Point> points) {
        Point one = points.getFirst();
        double over = 0;
        double under = 0;
        for (Point point : points) {
            double workers = point.x() / one.x();
            double time = one.y() / point.y(); // of the work, in times of the first
            double divisible = 1 - 1 / workers;
            over += divisible * (time - 1 / workers);
            under += divisible * divisible;
        }
        return under == 0 ? 0 : Math.clamp(over / under, 0.0, 1.0);
    }
}

package rendezvous.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A level from each of some moments on. */
final class Steps {
    private static final int COLUMNS = 640; // what a chart's width can show

    private long[] nanos = new long[64];
    private double[] levels = new double[64];
    private int count;

    /** Notes that it is so much from a moment on, not before the last one. */
    void add(long at, double level) {
        if (count > 0 && levels[count - 1] == level) {
            return;
        }
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
            levels = Arrays.copyOf(levels, 2 * count);
        }
        nanos[count] = at;
        levels[count++] = level;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns the level at a moment. */
    double at(long moment) {
        double level = 0;
        for (int i = 0; i < count && nanos[i] <= moment; i++) {
            level = levels[i];
        }
        return level;
    }

    double most() {
        return Arrays.stream(levels, 0, count).max().orElse(0);
    }

    double last() {
        return count == 0 ? 0 : levels[count - 1];
    }

    /** Returns the mean over time. */
    double mean(long end) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += levels[i] * ((i + 1 < count ? nanos[i + 1] : end) - nanos[i]);
        }
        return end == 0 ? last() : sum / end;
    }

    /** Returns moments and levels, thinned to what a chart can show: of each column first, least, most and last. */
    double[][] drawn(long end) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < count; ) {
            long column = column(nanos[i], end);
            int least = i;
            int most = i;
            int last = i;
            int first = i;
            while (i < count && column(nanos[i], end) == column) {
                least = levels[i] < levels[least] ? i : least;
                most = levels[i] > levels[most] ? i : most;
                last = i++;
            }
            kept.addAll(Stream.of(first, least, most, last).distinct().sorted().toList());
        }
        double[][] points = new double[2][kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            points[0][i] = nanos[kept.get(i)];
            points[1][i] = levels[kept.get(i)];
        }
        points[0][kept.size()] = end;
        points[1][kept.size()] = last();
        return points;
    }

    private static long column(long at, long end) {
        return at * COLUMNS / Math.max(1, end);
    }
}

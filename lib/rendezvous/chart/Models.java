package rendezvous.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import rendezvous.chart.Lines.Point;

/** What theory says of a line chart's parameter: thin lines without markers, each of a dash of its own. */
final class Models {
    private static final float[][] DASHES = {{1.5f, 3}, {5, 2.5f}, {9, 2, 1.5f, 2}, {3, 5}};

    /** A rate as theory has it. */
    record Model(String name, DoubleUnaryOperator rate, BasicStroke line, Color color) {
        Swatch.Key key() {
            return Swatch.Key.line(name, Swatch.plain(line, color));
        }
    }

    private Models() {}

    /** As many times as fast as there are times as many workers, counted from a line's first point. */
    static Model ideal(List<Point> points) {
        Point one = points.getFirst();
        return new Model("ideal", workers -> one.y() * workers / one.x(), stroke(0), House.SOFT);
    }

    /** Amdahl's law for each line, with the serial share that fits it best. */
    static List<Model> amdahl(Map<String, List<Point>> lines) {
        List<Model> models = new ArrayList<>();
        for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
            Point one = line.getValue().getFirst();
            double serial = Amdahl.serialShare(line.getValue());
            String whose = lines.size() == 1 ? "" : " for " + line.getKey();
            models.add(new Model(
                    "Amdahl" + whose + ", " + Numbers.percent(serial) + " serial",
                    workers -> one.y() * Amdahl.speedUp(serial, workers / one.x()),
                    stroke(1 + models.size()),
                    lines.size() == 1 ? House.SOFT : HouseTheme.color(models.size())));
        }
        return models;
    }

    /** Returns a sentence on the fit. */
    static String words(Map<String, List<Point>> lines) {
        List<String> parts = new ArrayList<>();
        double most = 0;
        for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
            double serial = Amdahl.serialShare(line.getValue());
            String whose = lines.size() == 1 ? "" : " for " + line.getKey();
            parts.add("a serial share of " + Numbers.percent(serial) + whose
                    + (serial == 0 || serial == 1
                            ? ""
                            : " (at most " + Numbers.digits(1 / serial, 3) + " times as fast)"));
            most = Math.max(most, line.getValue().getLast().x());
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return "Amdahl's law fits best with " + Numbers.list(parts) + "."
                + (most > cores ? " It counts each worker as a processor; here there " + cores(cores) + "." : "");
    }

    private static String cores(int cores) {
        return cores == 1 ? "is 1" : "are " + cores;
    }

    private static BasicStroke stroke(int number) {
        return new BasicStroke(
                1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[number % DASHES.length], 0);
    }
}

package rendezvous.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What stands above a chart's plot: the title, and the legend in rows.
 *
 * @param title empty for none; shortened to fit
 * @param entries of the legend; empty for none
 * @param height in pixels
 */
record Head(String title, List<Entry> entries, int height) {
    private static final double PAD = SceneBuilder.PAD;
    private static final double GAP = 7; // between a sample and its name

    /** A series' name and where it stands. */
    record Entry(String name, Swatch.Key key, double x, double baseline) {}

    static Head of(String title, List<Swatch.Key> keys, int width, TextMeter meter) {
        List<Entry> entries = new ArrayList<>();
        double y = title.isEmpty() ? 4 : 30;
        double x = PAD;
        for (int i = 0; i < keys.size(); i++) {
            Swatch.Key key = keys.get(i);
            String name = meter.fit(key.name(), Type.SMALL, width - 2 * PAD - key.width() - GAP);
            double room = key.width() + GAP + meter.width(name, Type.SMALL);
            if (i == 0 || x + room > width - PAD) {
                x = PAD;
                y += 20;
            }
            entries.add(new Entry(name, key, x, y));
            x += room + 22;
        }
        return new Head(meter.fit(title, Type.TITLE, width - 2 * PAD), List.copyOf(entries), (int) y);
    }

    /** Returns what paints it; samples want XChart's kind of canvas. */
    Consumer<Canvas> painter() {
        return canvas -> {
            if (!title.isEmpty()) {
                canvas.text(title, PAD, 28, Type.TITLE);
            }
            for (Entry entry : entries) {
                canvas.text(entry.name(), entry.x() + entry.key().width() + GAP, entry.baseline(), Type.SMALL);
                if (canvas instanceof Java2dCanvas java2d) {
                    entry.key()
                            .swatch()
                            .paint(
                                    java2d.graphics(),
                                    entry.x(),
                                    entry.baseline() - 4,
                                    entry.key().width());
                }
            }
        };
    }
}

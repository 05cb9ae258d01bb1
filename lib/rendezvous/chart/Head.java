package rendezvous.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What stands above a chart's plot: the title, and the legend in rows.
 *
 * @param title empty for none
 * @param entries of the legend; empty for none
 * @param height in pixels
 */
record Head(String title, List<Entry> entries, int height) {
    private static final double PAD = SceneBuilder.PAD;
    private static final double SAMPLE = 34;

    /** A line's name and where it stands. */
    record Entry(String name, int series, double x, double baseline) {}

    static Head of(String title, List<String> names, int width, TextMeter meter) {
        List<Entry> entries = new ArrayList<>();
        double y = title.isEmpty() ? 4 : 30;
        double x = PAD;
        for (int i = 0; i < names.size(); i++) {
            String name = meter.fit(names.get(i), Type.SMALL, width - 2 * PAD - SAMPLE - 8);
            double room = SAMPLE + 8 + meter.width(name, Type.SMALL);
            if (i == 0 || x + room > width - PAD) {
                x = PAD;
                y += 20;
            }
            entries.add(new Entry(name, i, x, y));
            x += room + 22;
        }
        return new Head(title, List.copyOf(entries), (int) y);
    }

    /** Returns what paints it; markers are XChart's own, which want its kind of canvas. */
    Consumer<Canvas> painter(int width) {
        return canvas -> {
            if (!title.isEmpty()) {
                canvas.text(TextMeter.REAL.fit(title, Type.TITLE, width - 2 * PAD), PAD, 28, Type.TITLE);
            }
            for (Entry entry : entries) {
                canvas.text(entry.name(), entry.x() + SAMPLE + 8, entry.baseline(), Type.SMALL);
                if (canvas instanceof Java2dCanvas java2d) {
                    sample(java2d.graphics(), entry);
                }
            }
        };
    }

    private static void sample(Graphics2D graphics, Entry entry) {
        double middle = entry.baseline() - 4;
        BasicStroke line = HouseTheme.line(entry.series());
        graphics.setColor(HouseTheme.color(entry.series()));
        graphics.setStroke(line);
        graphics.drawLine((int) entry.x(), (int) middle, (int) (entry.x() + SAMPLE), (int) middle);
        HouseTheme.marker(entry.series()).paint(graphics, entry.x() + SAMPLE / 2, middle, 8);
    }
}

package rendezvous.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * An XChart chart as a figure, on the panel of the house.
 *
 * @param title of the figure
 * @param caption under it
 * @param alt for those who do not see it
 * @param text where there are no pictures
 * @param width of the panel
 * @param height of the panel
 * @param headHeight how much of the panel is above the chart
 * @param left how much of the panel is to the left of the chart, for what the chart writes there
 * @param head paints what is above
 * @param chart painted below
 */
record ChartFigure(
        String title,
        String caption,
        String alt,
        String text,
        int width,
        int height,
        int headHeight,
        int left,
        Consumer<Canvas> head,
        Chart<?, ?> chart)
        implements Figure {
    private static final int INSET = 4; // XChart fills its whole rectangle; this keeps it off the round corners

    @Override
    public BufferedImage image(double scale) {
        synchronized (chart) { // XChart lays its charts out anew each time it paints them
            return Panel.image(width, height, scale, this::paint);
        }
    }

    private void paint(Graphics2D graphics) {
        head.accept(new Java2dCanvas(graphics));
        Graphics2D below = (Graphics2D) graphics.create();
        below.translate(left + INSET, headHeight + INSET);
        chart.paint(below, width - left - 2 * INSET, height - headHeight - 2 * INSET);
        below.dispose();
    }

    /** Returns the text rendering. */
    @Override
    public String toString() {
        return text;
    }
}

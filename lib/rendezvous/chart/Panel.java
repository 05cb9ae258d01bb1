package rendezvous.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** The panel that every picture stands on. */
final class Panel {
    private static final double RADIUS = 8;

    private Panel() {}

    /**
     * Makes an image of a panel with something painted on it.
     *
     * @param content paints in pixels of the page
     */
    static BufferedImage image(int width, int height, double scale, Consumer<Graphics2D> content) {
        if (!(scale >= 0.1 && scale <= 8)) {
            throw new IllegalArgumentException("scale of a picture: got " + scale + ", want 0.1 to 8");
        }
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            Canvas canvas = new Java2dCanvas(graphics);
            Box box = new Box(0.5, 0.5, width - 1, height - 1);
            canvas.fill(box, RADIUS, House.PANEL);
            content.accept(graphics);
            canvas.edge(box, RADIUS, House.BORDER, 1);
        } finally {
            graphics.dispose();
        }
        return image;
    }
}

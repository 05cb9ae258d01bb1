package rendezvous.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;

/**
 * The fonts that figures are painted with: a machine without them has no figures.
 *
 * {@snippet :
 * println(Fonts.canPaint());          // Output: true
 * println(Fonts.families() > 0);      // Output: true
 * }
 */
public final class Fonts {
    private Fonts() {}

    /** Returns how many families of fonts Java finds; 0 where it cannot look. */
    public static int families() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            return 0; // Java says so in many ways; that it cannot is what counts
        }
    }

    /** Returns whether Java can paint a text: it paints one, and looks whether something is to be seen. */
    public static boolean canPaint() {
        try {
            return paints();
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            return false;
        }
    }

    private static boolean paints() {
        BufferedImage image = new BufferedImage(80, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.drawString("Go", 10, 20);
        } finally {
            pen.dispose();
        }
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xff) > 0x80) {
                    return true;
                }
            }
        }
        return false;
    }
}

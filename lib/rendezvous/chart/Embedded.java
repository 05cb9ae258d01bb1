package rendezvous.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Figures as parts of a page: the picture is in the page itself, so that it needs no file and no network. */
public final class Embedded {
    /** Pixels of the picture for each pixel of the page: sharp on most screens and on paper. */
    private static final double SCALE = 2;

    private Embedded() {}

    /** Returns a figure as a piece of HTML that keeps its shape in a narrow window, with its words. */
    public static String html(Figure figure) {
        String caption = figure.caption().isBlank()
                ? ""
                : "<figcaption style=\"max-width:" + figure.width() + "px\">" + code(escape(figure.caption()))
                        + "</figcaption>";
        return "<figure style=\"margin:0\">" + image(figure) + caption + "</figure>";
    }

    /** Returns the picture alone as a piece of HTML, with its alternative text. */
    public static String image(Figure figure) {
        return "<img alt=\"" + escape(figure.alt()) + "\" width=\"" + figure.width()
                + "\" style=\"max-width:100%;height:auto\" src=\"data:image/png;base64," + png(figure) + "\">";
    }

    /** Turns what stands between backticks, names of channels, into code. */
    private static String code(String escaped) {
        return escaped.replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    /** Returns the picture as PNG in base 64. */
    public static String png(Figure figure) {
        BufferedImage image = figure.image(SCALE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this Java cannot write PNG pictures; run ./course doctor");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

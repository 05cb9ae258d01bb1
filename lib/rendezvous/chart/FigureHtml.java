package rendezvous.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A figure as HTML that stands alone: the picture is within it, with its alternative text and its caption.
 *
 * {@snippet :
 * Figure figure = Bars.titled("Pizzas an hour").x("pizzas").bar("one cook", 12).figure();
 * println(FigureHtml.of(figure).startsWith("<figure"));              // Output: true
 * println(FigureHtml.of(figure).contains("data:image/png;base64,")); // Output: true
 * }
 */
public final class FigureHtml {
    /** Pixels of the picture for each pixel of the page: sharp on most screens and on paper. */
    private static final double SCALE = 2;

    /** The space between thousands, but not the one of "p99 904 ms". */
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<=(?<![\\w.])\\d{1,3}(?: \\d{3}){0,4}) (?=\\d{3}(?!\\d))");

    private FigureHtml() {}

    /** Returns the figure as a piece of HTML that keeps its shape in a narrow window. */
    public static String of(Figure figure) {
        String caption = figure.caption().isBlank()
                ? ""
                : "<figcaption style=\"max-width:" + figure.width() + "px\">" + code(unbroken(escape(figure.caption())))
                        + "</figcaption>";
        return "<figure style=\"margin:0\">" + image(figure) + caption + "</figure>";
    }

    /** Returns the picture of the figure alone, with what it shows in words. */
    public static String image(Figure figure) {
        return "<img alt=\"" + escape(figure.alt().replace("`", "")) + "\" width=\"" + figure.width()
                + "\" style=\"max-width:100%;height:auto\" src=\"data:image/png;base64," + png(figure) + "\">";
    }

    /** Returns a text in which no line can break within a number: "12 300" keeps its thousands. */
    public static String unbroken(String text) {
        return THOUSANDS.matcher(text).replaceAll("\u202f");
    }

    /** Returns the figure's picture as a PNG, in base 64. */
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

    /** Turns what stands between backticks, names of channels, into code. */
    private static String code(String escaped) {
        return escaped.replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

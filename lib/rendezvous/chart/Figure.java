package rendezvous.chart;

import java.awt.image.BufferedImage;

/**
 * A picture with the words that belong to it, ready for a page.
 *
 * <p>A figure does not change: the same figure always gives the same picture and the same words.
 *
 * {@snippet :
 * Figure figure = Bars.titled("Pizzas an hour").x("pizzas").bar("one cook", 12).figure();
 * var image = figure.image(2);                             // sharp on most screens
 * println(image.getWidth() == 2 * figure.width());         // Output: true
 * println(figure.caption().startsWith("Pizzas: one cook 12."));   // Output: true
 * }
 */
public interface Figure {
    /** Returns the title, a few words; empty if it has none. */
    String title();

    /** Returns one or two sentences with the numbers that matter, to stand under the picture. */
    String caption();

    /** Returns what the picture is and what it shows, in sentences, for those who do not see it. */
    String alt();

    /**
     * Paints the picture, {@code width() * scale} by {@code height() * scale} pixels: an opaque panel with rounded
     * corners, so that it can lie on a page of any colour.
     *
     * @param scale pixels of the image for one pixel of the page; 2 is sharp on most screens and on paper
     * @throws IllegalArgumentException if the scale is not between 0.1 and 8
     */
    BufferedImage image(double scale);

    /** Returns the width on the page in pixels. */
    int width();

    /** Returns the height on the page in pixels. */
    int height();

    /** Returns what the picture shows as text, a table as a rule, for where there are no pictures. */
    String text();
}

package rendezvous.chart;

import java.awt.Color;

/** Something to draw on, in pixels of the page from the top left; what a picture needs and no more. */
interface Canvas {
    /** Fills a box with rounded corners with a plain colour. */
    void fill(Box box, double radius, Color color);

    /** Draws the edge of a box with rounded corners. */
    void edge(Box box, double radius, Color color, double width);

    /** Fills a box with rounded corners with a pattern of lines or dots on nothing; {@code SOLID} fills it. */
    void pattern(Box box, double radius, Pattern pattern, Color color);

    /** Draws a straight line. */
    void line(double x1, double y1, double x2, double y2, Color color, double width);

    /** Draws a dashed straight line. */
    void dashes(double x1, double y1, double x2, double y2, Color color, double width);

    /** Fills a triangle given by its corners. */
    void triangle(double x1, double y1, double x2, double y2, double x3, double y3, Color color);

    /** Writes text that begins at x and stands on the base line. */
    void text(String text, double x, double baseline, Type type);
}

package rendezvous.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** A sample of how a series is drawn, which explains it in a legend. */
@FunctionalInterface
interface Swatch {
    /** A name and its sample, which is so wide. */
    record Key(String name, Swatch swatch, int width) {
        static Key line(String name, Swatch swatch) {
            return new Key(name, swatch, 34);
        }

        static Key box(String name, Fill fill) {
            return new Key(name, Swatch.box(fill), 18);
        }
    }

    /** Paints a sample that begins at x, around a height. */
    void paint(Graphics2D graphics, double x, double middle, double width);

    /** A measured line, with its marker. */
    static Swatch line(int series) {
        return (graphics, x, middle, width) -> {
            stroke(graphics, x, middle, width, HouseTheme.line(series), HouseTheme.color(series));
            HouseTheme.marker(series).paint(graphics, x + width / 2, middle, 8);
        };
    }

    /** A line without markers. */
    static Swatch plain(BasicStroke line, Color color) {
        return (graphics, x, middle, width) -> stroke(graphics, x, middle, width, line, color);
    }

    /** An area. */
    static Swatch box(Fill fill) {
        return (graphics, x, middle, width) ->
                fill.paint(new Java2dCanvas(graphics), new Box(x, middle - 6, width, 12));
    }

    private static void stroke(
            Graphics2D graphics, double x, double middle, double width, BasicStroke line, Color color) {
        graphics.setColor(color);
        graphics.setStroke(line);
        graphics.draw(new Line2D.Double(x, middle, x + width, middle));
    }
}

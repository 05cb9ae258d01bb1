package rendezvous.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.function.BiConsumer;
import org.knowm.xchart.style.markers.Marker;

/**
 * Things to be drawn at points of an XChart chart, which knows no patterns, no uneven error bars and no labels at bars: so
 * it places them, and they draw themselves.
 *
 * <p>Not safe for use by many threads, like the charts.
 */
final class Marks {
    /** Where a label stands, seen from its point. */
    enum Side {
        LEFT,
        RIGHT,
        /** Above, its right end at the point. */
        OVER_LEFT,
        /** Above, its left end at the point. */
        OVER_RIGHT,
        /** To the right, its top at the point. */
        AFTER,
        /** To the left, its top at the point. */
        BEFORE,
        /** In the middle, its base line below the point. */
        BELOW
    }

    private Marks() {}

    /** The end of a spread: a short level line. */
    static Marker cap() {
        return new Marker() {
            @Override
            public void paint(Graphics2D graphics, double x, double y, int size) {
                graphics.setStroke(new BasicStroke(1.3f));
                graphics.draw(new Line2D.Double(x - 4, y, x + 4, y));
            }
        };
    }

    /** Areas; two points of the series, one after the other, are opposite corners of one. */
    static Marker boxes(Fill fill) {
        return new Pairs((graphics, line) -> {
            double left = Math.min(line.getX1(), line.getX2());
            double top = Math.min(line.getY1(), line.getY2());
            double width = Math.abs(line.getX2() - line.getX1());
            double height = Math.abs(line.getY2() - line.getY1());
            fill.paint(new Java2dCanvas(graphics), new Box(left, top, width, height));
        });
    }

    /** A curve through so many points, which is drawn as one so that its dashes are even. */
    static Marker curve(int points, BasicStroke stroke, Color color) {
        return new Marker() {
            private final Path2D path = new Path2D.Double();
            private int count;

            @Override
            public void paint(Graphics2D graphics, double x, double y, int size) {
                if (count == 0) {
                    path.reset();
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
                count++;
                if (count == points) {
                    graphics.setColor(color);
                    graphics.setStroke(stroke);
                    graphics.draw(path);
                    count = 0;
                }
            }
        };
    }

    /** A level spread with a rim of the panel's colour, to be seen on a bar too; two points of the series are its ends. */
    static Marker whisker(Color color) {
        return new Pairs((graphics, line) -> {
            for (boolean rim : new boolean[] {true, false}) {
                graphics.setColor(rim ? House.PANEL : color);
                graphics.setStroke(new BasicStroke(rim ? 3.6f : 1.4f));
                graphics.draw(line);
                for (double end : new double[] {line.getX1(), line.getX2()}) {
                    graphics.draw(new Line2D.Double(end, line.getY1() - 5, end, line.getY1() + 5));
                }
            }
        });
    }

    /** A dashed line that marks something; two points of the series are its ends. */
    static Marker upright(Color color) {
        return line(
                color, new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3, 2}, 0));
    }

    /** A line of the grid. */
    static Marker grid() {
        return line(House.GRID, new BasicStroke(1));
    }

    /** What bars stand on. */
    static Marker level() {
        return line(House.SOFT, new BasicStroke(1));
    }

    private static Marker line(Color color, BasicStroke stroke) {
        return new Pairs((graphics, line) -> {
            graphics.setColor(color);
            graphics.setStroke(stroke);
            graphics.draw(line);
        });
    }

    /** A text beside its point; it may stand outside the plot. */
    static Marker label(String text, Type type, Side side, double distance) {
        return new Marker() {
            @Override
            public void paint(Graphics2D graphics, double x, double y, int size) {
                double width = TextMeter.REAL.width(text, type);
                double left = switch (side) {
                    case LEFT -> x - distance - width;
                    case RIGHT -> x + distance;
                    case OVER_LEFT -> x - width;
                    case OVER_RIGHT -> x;
                    case AFTER -> x + distance / 2;
                    case BEFORE -> x - distance / 2 - width;
                    case BELOW -> x - width / 2;
                };
                double baseline = switch (side) {
                    case LEFT, RIGHT -> y + type.size() * 0.36;
                    case OVER_LEFT, OVER_RIGHT -> y - distance;
                    case AFTER, BEFORE -> y + type.size() * 0.8;
                    case BELOW -> y + distance;
                };
                Shape clip = graphics.getClip();
                graphics.setClip(null);
                new Java2dCanvas(graphics).text(text, left, baseline, type);
                graphics.setClip(clip);
            }
        };
    }

    /** Draws something between two points. */
    private static final class Pairs extends Marker {
        private final BiConsumer<Graphics2D, Line2D> drawing;
        private boolean half;
        private double fromX;
        private double fromY;

        Pairs(BiConsumer<Graphics2D, Line2D> drawing) {
            this.drawing = drawing;
        }

        @Override
        public void paint(Graphics2D graphics, double x, double y, int size) {
            if (half) {
                drawing.accept(graphics, new Line2D.Double(fromX, fromY, x, y));
            } else {
                fromX = x;
                fromY = y;
            }
            half = !half;
        }
    }
}

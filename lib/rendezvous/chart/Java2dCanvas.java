package rendezvous.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Draws with Java2D. */
final class Java2dCanvas implements Canvas {
    private static final double GAP = 6; // between the lines of a pattern

    private final Graphics2D graphics;

    Java2dCanvas(Graphics2D graphics) {
        this.graphics = graphics;
    }

    Graphics2D graphics() {
        return graphics;
    }

    @Override
    public void fill(Box box, double radius, Color color) {
        graphics.setColor(color);
        graphics.fill(shape(box, radius));
    }

    @Override
    public void edge(Box box, double radius, Color color, double width) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) width));
        graphics.draw(shape(box, radius));
    }

    @Override
    public void pattern(Box box, double radius, Pattern pattern, Color color) {
        if (pattern == Pattern.SOLID) {
            fill(box, radius, color);
            return;
        }
        Shape before = graphics.getClip();
        graphics.clip(shape(box, radius));
        switch (pattern) {
            case SOLID -> throw new AssertionError();
            case EMPTY -> {}
            case RISING -> slanted(box, -1, color, 2);
            case FALLING -> slanted(box, 1, color, 2);
            case VERTICAL -> upright(box, color);
            case HORIZONTAL -> level(box, color);
            case CROSSED -> {
                slanted(box, -1, color, 1.2);
                slanted(box, 1, color, 1.2);
            }
            case ZIGZAG -> zigzag(box, color);
            case SQUARES -> {
                upright(box, color);
                level(box, color);
            }
            case DASHES -> dashes(box, color);
            case DOTS -> dots(box, color);
            case RINGS -> rings(box, color);
        }
        graphics.setClip(before);
    }

    /** The lines stand on a grid of the whole picture, so that boxes side by side fit together. */
    private void slanted(Box box, int direction, Color color, double width) {
        double run = box.height();
        double from = Math.floor((box.x() - run) / GAP) * GAP;
        for (double x = from; x < box.right() + run; x += GAP) {
            double top = direction > 0 ? x : x + run;
            line(top, box.y(), top + direction * run, box.bottom(), color, width);
        }
    }

    private void upright(Box box, Color color) {
        for (double x = Math.ceil(box.x() / GAP) * GAP; x < box.right(); x += GAP) {
            line(x, box.y(), x, box.bottom(), color, 2);
        }
    }

    private void level(Box box, Color color) {
        for (double y = box.y() + 3; y < box.bottom(); y += 3.5) {
            line(box.x(), y, box.right(), y, color, 1);
        }
    }

    private void zigzag(Box box, Color color) {
        double middle = box.y() + box.height() / 2;
        for (double x = Math.floor(box.x() / GAP) * GAP; x < box.right() + GAP; x += GAP) {
            line(x, box.y(), x - GAP / 2, middle, color, 1.6);
            line(x - GAP / 2, middle, x, box.bottom(), color, 1.6);
        }
    }

    private void dashes(Box box, Color color) {
        boolean shifted = false;
        for (double y = box.y() + 3; y < box.bottom(); y += 3.5) {
            double from = Math.floor(box.x() / (2 * GAP)) * 2 * GAP - (shifted ? GAP : 0);
            for (double x = from; x < box.right(); x += 2 * GAP) {
                line(x, y, x + GAP + 1, y, color, 1.5);
            }
            shifted = !shifted;
        }
    }

    private void dots(Box box, Color color) {
        graphics.setColor(color);
        for (double x = Math.floor(box.x() / GAP) * GAP; x < box.right() + GAP; x += GAP) {
            for (int row = 0; row < 2; row++) {
                double middle = box.y() + box.height() * (row == 0 ? 0.3 : 0.7);
                double shift = row == 0 ? 0 : GAP / 2;
                graphics.fill(new Ellipse2D.Double(x + shift - 1.1, middle - 1.1, 2.2, 2.2));
            }
        }
    }

    private void rings(Box box, Color color) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(1.2f));
        double radius = Math.min(2.6, box.height() / 3);
        for (double x = Math.floor(box.x() / GAP) * GAP; x < box.right() + GAP; x += 1.5 * GAP) {
            graphics.draw(
                    new Ellipse2D.Double(x - radius, box.y() + box.height() / 2 - radius, 2 * radius, 2 * radius));
        }
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Color color, double width) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void dashes(double x1, double y1, double x2, double y2, Color color, double width) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3, 3}, 0));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void triangle(double x1, double y1, double x2, double y2, double x3, double y3, Color color) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
        path.lineTo(x3, y3);
        path.closePath();
        graphics.setColor(color);
        graphics.fill(path);
    }

    @Override
    public void text(String text, double x, double baseline, Type type) {
        graphics.setColor(type.color());
        graphics.setFont(House.font(type.size(), type.bold()));
        graphics.drawString(text, (float) x, (float) baseline);
    }

    private static Shape shape(Box box, double radius) {
        double arc = 2 * Math.min(radius, Math.min(box.width(), box.height()) / 2);
        return new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }
}

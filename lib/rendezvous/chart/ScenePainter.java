package rendezvous.chart;

import java.awt.Color;
import rendezvous.chart.Scene.Arrow;
import rendezvous.chart.Scene.Link;
import rendezvous.chart.Scene.Mark;
import rendezvous.chart.Scene.Sample;
import rendezvous.chart.Scene.Word;

/** Draws a scene. */
final class ScenePainter {
    private static final double HEAD = 7; // length of an arrow's head

    private final Canvas canvas;

    ScenePainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(Scene scene) {
        double top = scene.lanes().getFirst().y() - SceneBuilder.RUN_HEIGHT / 2 - 4;
        scene.ticks().forEach(x -> canvas.line(x, top, x, scene.axisY(), House.GRID, 1));
        scene.lanes().forEach(lane -> canvas.line(scene.left(), lane.y(), scene.right(), lane.y(), House.BORDER, 1));
        axis(scene);
        scene.arrows().stream().filter(arrow -> arrow.link() == Link.START).forEach(this::arrow);
        scene.segments().forEach(segment -> state(segment.state(), segment.box()));
        if (scene.cut()) {
            cut(scene, top);
        }
        scene.marks().forEach(this::mark);
        scene.arrows().stream().filter(arrow -> arrow.link() != Link.START).forEach(this::arrow);
        scene.signs().forEach(sign -> sign(sign.sign(), sign.x(), sign.y()));
        scene.samples().forEach(this::key);
        scene.words().forEach(this::word);
    }

    private void axis(Scene scene) {
        double y = scene.axisY();
        canvas.line(scene.left(), y, scene.right(), y, House.SOFT, 1);
        scene.ticks().forEach(x -> canvas.line(x, y, x, y + 5, House.SOFT, 1));
    }

    private void state(State state, Box box) {
        double radius = Math.min(3, box.width() / 3);
        if (state.pattern() == Pattern.SOLID || box.width() < 4) {
            canvas.fill(box, radius, state.color());
            return;
        }
        canvas.fill(box, radius, House.PANEL);
        canvas.pattern(box, radius, state.pattern(), state.color());
        Box edge = new Box(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1);
        canvas.edge(edge, radius, state.color(), 1);
    }

    /** Two slanted strokes through the axis and every bar that goes on: here time is left out. */
    private void cut(Scene scene, double top) {
        double x = scene.right() - 9;
        double bottom = scene.axisY() + 4;
        canvas.fill(new Box(x - 3, top, 6, bottom - top), 0, House.PANEL);
        for (double edge : new double[] {x - 3, x + 3}) {
            canvas.dashes(edge, top, edge, scene.axisY(), House.SLATE, 1);
            canvas.line(edge - 2.5, scene.axisY() + 5, edge + 2.5, scene.axisY() - 5, House.SOFT, 1.2);
        }
    }

    private void mark(Mark mark) {
        double x = mark.x();
        double y = mark.y();
        switch (mark.fate()) {
            case ENDED -> canvas.line(x, y - 9, x, y + 9, House.INK, 2);
            case PANICKED, INTERRUPTED -> {
                canvas.line(x - 5, y - 5, x + 5, y + 5, House.BAD, 2.6);
                canvas.line(x - 5, y + 5, x + 5, y - 5, House.BAD, 2.6);
            }
            case STUCK, WAITING -> {
                Color color = mark.fate() == History.Fate.STUCK ? House.BAD : House.SOFT;
                canvas.line(x + 3, y - 6, x + 3, y + 6, color, 2);
                canvas.line(x + 7, y - 6, x + 7, y + 6, color, 2);
            }
            case STILL_RUNNING -> canvas.triangle(x + 2, y - 5, x + 9, y, x + 2, y + 5, House.GREEN);
            case UNKNOWN -> {}
        }
    }

    private void arrow(Arrow arrow) {
        Color color = color(arrow.link());
        double width = arrow.link() == Link.START ? 1 : 1.5;
        double x1 = arrow.x1();
        double x2 = arrow.x2();
        if (arrow.loop()) {
            double y = arrow.y1() - Arrows.LOOP;
            canvas.line(x1, arrow.y1(), x1, y, color, width);
            canvas.line(x1, y, x2, y, color, width);
            line(x2, y, x2, arrow.y2(), color, width, false);
            return;
        }
        link(arrow.link(), x1, arrow.y1(), x2, arrow.y2());
    }

    private static Color color(Link link) {
        return switch (link) {
            case HAND_OFF -> House.INK;
            case START -> House.SLATE;
            case CANCEL, RACE -> House.BAD;
        };
    }

    private void link(Link link, double x1, double y1, double x2, double y2) {
        switch (link) {
            case HAND_OFF -> line(x1, y1, x2, y2, color(link), 1.5, false);
            case START -> line(x1, y1, x2, y2, color(link), 1, true);
            case CANCEL -> line(x1, y1, x2, y2, color(link), 1.5, true);
            case RACE -> canvas.line(x1, y1, x2, y2, color(link), 2.2);
        }
    }

    /** A sign stands on a patch of its own, so that it is seen on any state. */
    private void sign(History.Sign sign, double x, double y) {
        double half = Signs.SIZE / 2;
        switch (sign) {
            case SELECTS -> {
                diamond(x, y, half + 1.5, House.PANEL);
                diamond(x, y, half, House.INK);
            }
            case CANCELS, EXPIRED -> {
                disc(x, y, half + 1.5, House.PANEL);
                disc(x, y, half, House.BAD);
                canvas.fill(new Box(x - 3.2, y - 1.1, 6.4, 2.2), 0, House.PANEL);
            }
            case CLOSES -> {
                square(x, y, half + 1, House.PANEL);
                square(x, y, half - 0.5, House.INK);
            }
            case RACES -> {
                disc(x, y, half + 1.5, House.PANEL);
                disc(x, y, half, House.BAD);
                disc(x, y, half - 2.4, House.PANEL);
            }
        }
    }

    private void diamond(double x, double y, double half, Color color) {
        canvas.triangle(x - half, y, x, y - half, x + half, y, color);
        canvas.triangle(x - half, y, x, y + half, x + half, y, color);
    }

    private void square(double x, double y, double half, Color color) {
        canvas.fill(new Box(x - half, y - half, 2 * half, 2 * half), 0, color);
    }

    private void disc(double x, double y, double radius, Color color) {
        canvas.fill(new Box(x - radius, y - radius, 2 * radius, 2 * radius), radius, color);
    }

    private void line(double x1, double y1, double x2, double y2, Color color, double width, boolean dashed) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        double dx = (x2 - x1) / length;
        double dy = (y2 - y1) / length;
        double head = Math.min(HEAD, length / 2);
        double neckX = x2 - dx * head;
        double neckY = y2 - dy * head;
        if (dashed) {
            canvas.dashes(x1, y1, neckX, neckY, color, width);
        } else {
            canvas.line(x1, y1, neckX, neckY, color, width);
        }
        double half = dashed ? 2.6 : 3.4;
        canvas.triangle(x2, y2, neckX - dy * half, neckY + dx * half, neckX + dy * half, neckY - dx * half, color);
    }

    private void key(Sample key) {
        Box box = key.box();
        switch (key) {
            case Sample.OfState(State state, Box sample) -> state(state, sample);
            case Sample.OfLink(Link link, Box sample) -> {
                double y = sample.y() + sample.height() / 2;
                link(link, box.x(), y, box.right(), y);
            }
            case Sample.OfSign(History.Sign sign, Box sample) ->
                sign(sign, sample.x() + sample.width() / 2, sample.y() + sample.height() / 2);
        }
    }

    private void word(Word word) {
        if (word.label()) {
            canvas.fill(word.box(), 2, House.PANEL);
        }
        canvas.text(word.text(), word.x(), word.baseline(), word.type());
    }
}

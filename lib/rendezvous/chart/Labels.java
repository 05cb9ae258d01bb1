package rendezvous.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rendezvous.chart.Scene.Arrow;
import rendezvous.chart.Scene.Word;

/** Finds places for labels where they hide nothing and nothing hides them. */
final class Labels {
    private static final double MARGIN = 1.5;

    private final TextMeter meter;
    private final Box area;
    private final List<Box> taken = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();

    Labels(TextMeter meter, Box area) {
        this.meter = meter;
        this.area = area;
    }

    /** Keeps labels off a box. */
    void avoid(Box box) {
        taken.add(box);
    }

    /** Keeps labels off an arrow. */
    void avoid(Arrow arrow) {
        arrows.add(arrow);
    }

    /** A place that a label would like: its left or right end, and its middle's height. */
    record Wish(double x, double middle, boolean rightEnd) {}

    /** Puts a label at the first of the places that is free; empty if none is. */
    Optional<Word> place(String text, Type type, List<Wish> wishes) {
        for (Wish wish : wishes) {
            Box box = box(text, type, wish);
            if (isFree(box)) {
                taken.add(box);
                return Optional.of(new Word(text, box.x(), wish.middle() + type.size() * 0.36, type, box, true));
            }
        }
        return Optional.empty();
    }

    /** Returns whether a label could stand at a place now. */
    boolean hasRoom(String text, Type type, Wish wish) {
        return isFree(box(text, type, wish));
    }

    private Box box(String text, Type type, Wish wish) {
        double width = meter.width(text, type);
        double height = type.size() + 1;
        return new Box(wish.rightEnd() ? wish.x() - width : wish.x(), wish.middle() - height / 2, width, height);
    }

    private boolean isFree(Box box) {
        if (!area.contains(box)) {
            return false;
        }
        Box wide = new Box(box.x() - MARGIN, box.y() - MARGIN, box.width() + 2 * MARGIN, box.height() + 2 * MARGIN);
        Rectangle2D shape = new Rectangle2D.Double(wide.x(), wide.y(), wide.width(), wide.height());
        return taken.stream().noneMatch(wide::meets)
                && arrows.stream()
                        .noneMatch(arrow -> shape.intersectsLine(
                                new Line2D.Double(arrow.x1(), arrow.y1(), arrow.x2(), arrow.y2())));
    }
}

package rendezvous.chart;

import java.awt.image.BufferedImage;

/** A figure that is a diagram. */
abstract class Drawn implements Figure {
    private final Diagram diagram;

    Drawn(Diagram diagram) {
        this.diagram = diagram;
    }

    @Override
    public final String title() {
        return diagram.title();
    }

    @Override
    public final String caption() {
        return diagram.caption();
    }

    @Override
    public final String alt() {
        return diagram.alt();
    }

    @Override
    public final BufferedImage image(double scale) {
        return diagram.image(scale);
    }

    @Override
    public final int width() {
        return diagram.sketch().width();
    }

    @Override
    public final int height() {
        return diagram.sketch().height();
    }

    @Override
    public final String text() {
        return diagram.text();
    }

    final Sketch sketch() {
        return diagram.sketch();
    }

    /** Returns the text rendering. */
    @Override
    public final String toString() {
        return text();
    }
}

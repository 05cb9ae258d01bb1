package rendezvous.chart;

import java.awt.image.BufferedImage;

/**
 * A sketch as a figure, with its words.
 *
 * @param title of the figure, drawn above the sketch; empty for none
 * @param caption under it
 * @param alt for those who do not see it
 * @param text where there are no pictures
 * @param sketch the picture, which leaves {@link #HEAD} pixels for the title if there is one
 */
record Diagram(String title, String caption, String alt, String text, Sketch sketch) {
    /** How much room a title takes. */
    static final double HEAD = 24;

    /** Paints it: see {@link Figure#image}. */
    BufferedImage image(double scale) {
        return Panel.image(sketch.width(), sketch.height(), scale, graphics -> {
            Canvas canvas = new Java2dCanvas(graphics);
            if (!title.isEmpty()) {
                double room = sketch.width() - 2 * SceneBuilder.PAD;
                canvas.text(
                        TextMeter.REAL.fit(title.replace("`", ""), Type.TITLE, room), SceneBuilder.PAD, 28, Type.TITLE);
            }
            sketch.paint(canvas);
        });
    }

    /** Returns where the picture begins under its title. */
    static double top(String title) {
        return SceneBuilder.PAD + (title.isEmpty() ? 0 : HEAD);
    }
}

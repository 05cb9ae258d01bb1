package rendezvous.chart;

import java.awt.Color;

/**
 * How an area is filled.
 *
 * @param color of its lines and its edge
 * @param pattern so that it is known without colour
 */
record Fill(Color color, Pattern pattern) {
    private static final Pattern[] PATTERNS = {
        Pattern.SOLID, Pattern.RISING, Pattern.DOTS, Pattern.FALLING, Pattern.HORIZONTAL, Pattern.CROSSED
    };

    /** Returns the fill of a chart's series. */
    static Fill of(int series) {
        return new Fill(HouseTheme.color(series), PATTERNS[series % PATTERNS.length]);
    }

    static Fill of(State state) {
        return new Fill(state.color(), state.pattern());
    }

    void paint(Canvas canvas, Box box) {
        if (pattern == Pattern.SOLID || box.width() < 4 || box.height() < 4) {
            canvas.fill(box, 0, color);
            return;
        }
        canvas.fill(box, 0, House.PANEL);
        canvas.pattern(box, 0, pattern, color);
        canvas.edge(new Box(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1), 0, color, 1);
    }
}

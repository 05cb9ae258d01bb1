package rendezvous.chart;

/**
 * A rectangle in pixels of the page.
 *
 * @param x of its left edge
 * @param y of its top edge
 * @param width at least 0
 * @param height at least 0
 */
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    boolean meets(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    boolean contains(Box other) {
        return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
    }
}

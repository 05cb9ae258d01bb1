package rendezvous.chart;

/**
 * The unit in which an axis counts, so that its numbers are short.
 *
 * @param factor how many ones are one of it
 * @param word appended to the axis's name; empty for ones
 */
record Scale(double factor, String word) {
    static Scale of(double largest) {
        if (largest >= 1e9) {
            return new Scale(1e9, "billions");
        }
        if (largest >= 1e6) {
            return new Scale(1e6, "millions");
        }
        return largest >= 1e4 ? new Scale(1e3, "thousands") : new Scale(1, "");
    }

    String name(String axis) {
        return word.isEmpty() ? axis : axis + " (" + word + ")";
    }
}

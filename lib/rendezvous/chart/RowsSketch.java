package rendezvous.chart;

import java.util.ArrayList;
import java.util.List;
import rendezvous.chart.GoroutineTable.Row;

/** Lays out a table of goroutines, each state with its look in timelines. */
final class RowsSketch {
    private static final int WIDTH = SceneBuilder.WIDTH;
    private static final double PAD = SceneBuilder.PAD;
    private static final double ROW = 26;
    private static final double GAP = 18;
    private static final double SWATCH = 22;
    private static final int MOST = 30;
    private static final int STATE = 2; // the column
    private static final Type HEAD = new Type(House.SMALL, true, House.SOFT);

    private final List<Row> rows;
    private final List<String> heads;
    private final Sketch.Builder sketch;
    private final TextMeter meter;

    RowsSketch(List<Row> rows, List<String> heads, TextMeter meter) {
        this.rows = rows;
        this.heads = heads;
        this.meter = meter;
        this.sketch = new Sketch.Builder(meter);
    }

    /** Returns how many rows are not drawn. */
    int hidden() {
        return Math.max(0, rows.size() - MOST);
    }

    Sketch build(double top) {
        List<Row> shown = rows.subList(0, Math.min(rows.size(), MOST));
        double[] x = columns(shown);
        double y = top + 12;
        for (int column = 0; column < heads.size(); column++) {
            sketch.text(heads.get(column), x[column], y, HEAD);
        }
        sketch.line(PAD, y + 8, WIDTH - PAD, y + 8, House.SOFT, 1);
        for (Row row : shown) {
            y += ROW;
            row(row, x, y);
        }
        return sketch.build(WIDTH, y + 8 + PAD);
    }

    private void row(Row row, double[] x, double y) {
        List<String> cells = row.cells();
        for (int column = 0; column < cells.size(); column++) {
            boolean state = column == STATE;
            double from = x[column] + (state ? SWATCH + 6 : 0);
            String text = cells.get(column).replace("`", "");
            Type type = column == 1 ? Type.TEXT : Type.SMALL;
            sketch.text(meter.fit(text, type, x[column + 1] - GAP - from), from, y, type);
        }
        double middle = y - 4;
        if (row.over()) {
            boolean well = row.state().equals("ended");
            double at = x[STATE] + SWATCH / 2;
            if (well) {
                sketch.line(at, middle - 6, at, middle + 6, House.INK, 2);
            } else {
                sketch.line(at - 5, middle - 5, at + 5, middle + 5, House.BAD, 2.6);
                sketch.line(at - 5, middle + 5, at + 5, middle - 5, House.BAD, 2.6);
            }
        } else {
            sketch.fill(
                    new Box(x[STATE], middle - 5, SWATCH, 10),
                    3,
                    row.look().pattern(),
                    row.look().color());
        }
        sketch.line(PAD, y + 9, WIDTH - PAD, y + 9, House.GRID, 1);
    }

    /** Returns where each column begins, and where the last one ends: as wide as needed, the last two cut first. */
    private double[] columns(List<Row> shown) {
        double[] widths = new double[heads.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = meter.width(heads.get(column), HEAD);
        }
        for (Row row : shown) {
            List<String> cells = new ArrayList<>(row.cells());
            for (int column = 0; column < widths.length; column++) {
                double swatch = column == STATE ? SWATCH + 6 : 0;
                Type type = column == 1 ? Type.TEXT : Type.SMALL;
                widths[column] = Math.max(widths[column], swatch + meter.width(cells.get(column), type));
            }
        }
        double[] most = {60, 150, 190, 170, 90, WIDTH};
        double[] x = new double[widths.length + 1];
        x[0] = PAD;
        for (int column = 0; column < widths.length; column++) {
            x[column + 1] = x[column] + Math.min(widths[column], most[column]) + GAP;
        }
        x[widths.length] = Math.min(x[widths.length], WIDTH - PAD + GAP);
        return x;
    }
}

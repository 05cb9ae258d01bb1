package rendezvous.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.knowm.xchart.style.theme.AbstractBaseTheme;

/** The look of numbers: XChart in the colours and fonts of the house, without boxes, with a light grid. */
final class HouseTheme extends AbstractBaseTheme {
    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS
    };
    private static final float[][] DASHES = {{}, {7, 4}, {2, 3}, {10, 3, 2, 3}, {14, 4}, {4, 4}};

    /** Returns a series' line: each of a dash of its own, so that it is told apart without colour. */
    static BasicStroke line(int series) {
        float[] dash = DASHES[series % DASHES.length];
        return new BasicStroke(
                2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash.length == 0 ? null : dash, 0);
    }

    static Marker marker(int series) {
        return MARKERS[series % MARKERS.length];
    }

    static Color color(int series) {
        return House.SERIES.get(series % House.SERIES.size());
    }

    @Override
    public Font getBaseFont() {
        return House.font(House.TEXT, false);
    }

    @Override
    public Color getChartBackgroundColor() {
        return House.PANEL;
    }

    @Override
    public Color getPlotBackgroundColor() {
        return House.PANEL;
    }

    @Override
    public Color getLegendBackgroundColor() {
        return House.PANEL;
    }

    @Override
    public Color getLegendBorderColor() {
        return House.PANEL;
    }

    @Override
    public Color getChartTitleBoxBackgroundColor() {
        return House.PANEL;
    }

    @Override
    public Color getChartTitleBoxBorderColor() {
        return House.PANEL;
    }

    @Override
    public boolean isChartTitleBoxVisible() {
        return false;
    }

    @Override
    public Color getChartFontColor() {
        return House.INK;
    }

    @Override
    public int getChartPadding() {
        return 14;
    }

    @Override
    public Color[] getSeriesColors() {
        return House.SERIES.toArray(Color[]::new);
    }

    @Override
    public Marker[] getSeriesMarkers() {
        return MARKERS.clone();
    }

    @Override
    public BasicStroke[] getSeriesLines() {
        return new BasicStroke[] {line(0), line(1), line(2), line(3)};
    }

    @Override
    public Font getChartTitleFont() {
        return House.font(House.TITLE, true);
    }

    @Override
    public Font getLegendFont() {
        return House.font(House.SMALL, false);
    }

    @Override
    public int getLegendPadding() {
        return 6;
    }

    @Override
    public int getLegendSeriesLineLength() {
        return 30;
    }

    @Override
    public LegendPosition getLegendPosition() {
        return LegendPosition.OutsideE;
    }

    @Override
    public Font getAxisTitleFont() {
        return House.font(House.SMALL, false);
    }

    @Override
    public Font getAxisTickLabelsFont() {
        return House.font(House.SMALL, false);
    }

    @Override
    public Color getAxisTickLabelsColor() {
        return House.SOFT;
    }

    @Override
    public Color getAxisTickMarksColor() {
        return House.SOFT;
    }

    @Override
    public boolean isPlotBorderVisible() {
        return false;
    }

    @Override
    public boolean isAxisTicksLineVisible() {
        return false;
    }

    @Override
    public boolean isAxisTicksMarksVisible() {
        return false;
    }

    @Override
    public boolean isPlotTicksMarksVisible() {
        return false;
    }

    @Override
    public boolean isPlotGridVerticalLinesVisible() {
        return false;
    }

    @Override
    public Color getPlotGridLinesColor() {
        return House.GRID;
    }

    @Override
    public BasicStroke getPlotGridLinesStroke() {
        return new BasicStroke(1);
    }

    @Override
    public Color getErrorBarsColor() {
        return House.SOFT;
    }

    @Override
    public boolean isErrorBarsColorSeriesColor() {
        return true;
    }

    @Override
    public double getAvailableSpaceFill() {
        return 0.6;
    }
}

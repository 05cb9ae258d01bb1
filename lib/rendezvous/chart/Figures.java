package rendezvous.chart;

import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Makes figures of charts that somebody built with XChart.
 *
 * {@snippet :
 * XYChart chart = new XYChartBuilder().title("Growth").xAxisTitle("day").yAxisTitle("height in cm").build();
 * chart.addSeries("plant", new double[] {1, 2, 3}, new double[] {2.0, 2.5, 3.5});
 * Figure figure = Figures.of(chart);
 * println(figure.title());   // Output: Growth
 * }
 */
public final class Figures {
    private Figures() {}

    /**
     * Makes a figure of a chart: gives it the look of the house where nobody chose another, and writes its words from its
     * title, its axes and its data.
     *
     * <p>The figure paints the chart as it is then; its words are those of now.
     *
     * @param chart what to show
     */
    public static Figure of(Chart<?, ?> chart) {
        HouseStyle.dress(chart);
        ChartWords words = ChartWords.of(chart);
        return new ChartFigure(
                words.title(),
                words.caption(),
                words.alt(),
                words.text(),
                chart.getWidth(),
                chart.getHeight(),
                0,
                0,
                canvas -> {},
                chart);
    }
}

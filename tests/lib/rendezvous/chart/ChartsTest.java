package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.BubbleChartBuilder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ChartsTest {
    private static List<Lines.Point> points(double... ys) {
        return List.of(new Lines.Point(1, ys[0]), new Lines.Point(2, ys[1]));
    }

    @Test
    void a_line_chart_says_its_numbers_and_its_machine() {
        Figure figure = Lines.titled("Throughput")
                .x("pairs")
                .y("hand-offs per second")
                .line("Chan", points(1_240_000, 900_000))
                .figure();
        assertTrue(
                figure.caption().startsWith("Hand-offs per second by pairs. Chan: 1.24 million at 1, 900 000 at 2. "),
                figure::caption);
        String machine = Runtime.getRuntime().availableProcessors() + " core";
        assertTrue(figure.caption().contains(machine), figure::caption);
        assertTrue(figure.caption().contains("JDK " + Runtime.version().feature()), figure::caption);
        assertTrue(figure.alt().startsWith("Line chart, hand-offs per second against pairs, 1 line"), figure::alt);
        assertTrue(figure.text().lines().count() >= 3, figure::text);
    }

    @Test
    void lines_with_gaps_and_uneven_parameters_are_painted() {
        Figure figure = Lines.titled("")
                .x("n")
                .y("ms")
                .line("all", List.of(new Lines.Point(1, 5, 4, 7), new Lines.Point(3, 6), new Lines.Point(50, 9)))
                .line("one", List.of(new Lines.Point(3, 2)))
                .figure();
        assertTrue(colors(figure, House.BLUE) > 50);
        assertTrue(colors(figure, House.ORANGE) > 20);
        assertTrue(figure.text().contains("–"), figure::text);
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,2", "6,2", "6,6", "3,30", "6,30"})
    void under_the_plot_stand_the_parameters_and_the_name_of_the_axis(int lines, int parameters) {
        Lines chart = Lines.titled("").x("n").y("ms");
        for (int line = 0; line < lines; line++) {
            chart.line(
                    "line " + line,
                    IntStream.rangeClosed(1, parameters)
                            .mapToObj(n -> new Lines.Point(n, 5, 4, 7))
                            .toList());
        }
        assertEquals(2, bandsAtTheBottom(chart.figure()));
    }

    /** Returns how many lines of text there are in the last 60 rows. */
    private static int bandsAtTheBottom(Figure figure) {
        BufferedImage image = figure.image(1);
        int bands = 0;
        boolean inside = false;
        for (int y = image.getHeight() - 60; y < image.getHeight() - 4; y++) {
            boolean ink = false;
            for (int x = 100; x < image.getWidth() - 10; x++) {
                ink |= HouseTest.contrast(new Color(image.getRGB(x, y)), House.PANEL) > 1.5;
            }
            bands += ink && !inside ? 1 : 0;
            inside = ink;
        }
        return bands;
    }

    private static long colors(Figure figure, Color color) {
        BufferedImage image = figure.image(1);
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(rgb -> rgb == color.getRGB())
                .count();
    }

    @Test
    void misuse_of_lines_is_refused_with_what_to_do() {
        Lines lines = Lines.titled("t").line("a", points(1, 2));
        refused(IllegalArgumentException.class, "each name once", () -> lines.line("a", points(1, 2)));
        refused(IllegalArgumentException.class, "at least one", () -> lines.line("b", List.of()));
        refused(
                IllegalArgumentException.class,
                "one each",
                () -> lines.line("b", List.of(new Lines.Point(1, 1), new Lines.Point(1, 2))));
        refused(IllegalStateException.class, "name it with x(…)", lines::figure);
        refused(IllegalStateException.class, "line(name, points)", Lines.titled("t")::figure);
        refused(IllegalArgumentException.class, "finite", () -> new Lines.Point(1, Double.NaN));
        refused(IllegalArgumentException.class, "in this order", () -> new Lines.Point(1, 2, 3, 4));
    }

    @Test
    void bars_have_their_values_in_words_too() {
        Figure figure =
                Bars.titled("Cost").x("ns").bar("Chan", 320).bar("nothing", 0).figure();
        assertTrue(figure.caption().startsWith("Ns: Chan 320 and nothing 0."), figure::caption);
        assertTrue(colors(figure, House.BLUE) > 1_000);
        refused(
                IllegalArgumentException.class,
                "from 0 up",
                () -> Bars.titled("t").bar("a", -1));
        refused(IllegalStateException.class, "bar(name, value)", Bars.titled("t")::figure);
    }

    private static <T extends Throwable> void refused(
            Class<T> type, String part, org.junit.jupiter.api.function.Executable code) {
        T refused = assertThrows(type, code);
        assertTrue(refused.getMessage().contains(part), refused::getMessage);
    }

    private static XYChart learners() {
        XYChart chart = new XYChart(400, 300);
        chart.setTitle("Mine");
        chart.setXAxisTitle("n");
        chart.setYAxisTitle("ms");
        chart.addSeries("wait", new double[] {1, 2, 3}, new double[] {5, 9, 7});
        return chart;
    }

    @Test
    void a_learners_chart_gets_words_from_its_data() {
        Figure figure = Figures.of(learners());
        assertEquals("Mine", figure.title());
        assertEquals("Mine. wait: 5 to 7 in 3 points, least 5, most 9.", figure.caption());
        assertEquals("Line chart, ms against n. " + figure.caption(), figure.alt());
        assertEquals(List.of(400, 300), List.of(figure.width(), figure.height()));
        assertEquals(800, figure.image(2).getWidth());
    }

    @Test
    void a_title_that_asks_needs_no_full_stop_and_a_level_line_no_spread() {
        XYChart chart = new XYChart(400, 300);
        chart.setTitle("Who runs?");
        XYSeries thread = chart.addSeries("thread 1", new double[] {1, 2, 3}, new double[] {1, 1, 1});
        assertEquals(
                "Who runs? thread 1: 3 points from 1 to 3, all at 1.",
                Figures.of(chart).caption());
        chart.setXAxisTitle("time in ms");
        assertTrue(Figures.of(chart).caption().contains("3 points from 1 to 3 ms,"), Figures.of(chart)::caption);
        thread.setLabel("thread 1, longest gap 1 ms");
        assertEquals("Who runs? thread 1, longest gap 1 ms.", Figures.of(chart).caption());
        assertTrue(Figures.of(chart).alt().contains("3 points from 1 to 3 ms, all at 1."), Figures.of(chart)::alt);
    }

    @Test
    void what_a_learner_chose_stays_and_the_rest_is_dressed() {
        XYChart chart = learners();
        chart.getStyler().setPlotBackgroundColor(Color.YELLOW);
        chart.getStyler().setLegendPosition(org.knowm.xchart.style.Styler.LegendPosition.InsideNW);
        Figures.of(chart);
        assertEquals(Color.YELLOW, chart.getStyler().getPlotBackgroundColor());
        assertEquals(
                org.knowm.xchart.style.Styler.LegendPosition.InsideNW,
                chart.getStyler().getLegendPosition());
        assertEquals(House.PANEL, chart.getStyler().getChartBackgroundColor());
        assertEquals(House.GRID, chart.getStyler().getPlotGridLinesColor());
        assertTrue(chart.getStyler().isPlotGridHorizontalLinesVisible());
    }

    @Test
    void a_theme_that_a_learner_chose_stays_whole() {
        XYChart chart = new XYChart(400, 300, ChartTheme.GGPlot2);
        Color before = chart.getStyler().getPlotBackgroundColor();
        Figures.of(chart);
        assertEquals(before, chart.getStyler().getPlotBackgroundColor());
        assertNotEquals(House.PANEL, chart.getStyler().getPlotBackgroundColor());
    }

    @Test
    void other_kinds_of_charts_are_dressed_and_painted() {
        PieChart pie = new PieChart(300, 300);
        pie.addSeries("won", 3);
        pie.addSeries("lost", 1);
        assertTrue(Figures.of(pie).alt().startsWith("Pie chart. won: 3. lost: 1."), Figures.of(pie)::alt);
        HorizontalBarChart bars = new HorizontalBarChart(300, 300);
        bars.addSeries("runs", List.of(1, 2), List.of("a", "b"));
        var box = new BoxChartBuilder().width(300).height(300).build();
        box.addSeries("times", new double[] {1, 2, 3, 4});
        var bubbles = new BubbleChartBuilder().width(300).height(300).build();
        bubbles.addSeries("b", new double[] {1, 2}, new double[] {1, 2}, new double[] {5, 9});
        for (Figure figure : List.of(Figures.of(pie), Figures.of(bars), Figures.of(box), Figures.of(bubbles))) {
            assertEquals(600, figure.image(2).getWidth());
        }
        assertEquals("It has no data.", Figures.of(new XYChart(100, 100)).caption());
    }
}

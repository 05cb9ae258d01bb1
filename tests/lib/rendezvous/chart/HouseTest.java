package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Measures the palette: contrast by WCAG 2, differences by CIE 1976 as seen by eyes that lack one kind of receptor. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class HouseTest {
    @Test
    void text_has_a_contrast_of_four_and_a_half() {
        for (Color color : List.of(House.INK, House.SOFT, House.BAD)) {
            assertTrue(contrast(color, House.PANEL) >= 4.5, color + " has " + contrast(color, House.PANEL));
        }
    }

    @Test
    void states_and_lines_have_a_contrast_of_three() {
        for (State state : State.values()) {
            assertTrue(contrast(state.color(), House.PANEL) >= 3, state::name);
        }
        for (Color color : House.SERIES) {
            assertTrue(contrast(color, House.PANEL) >= 3, color::toString);
        }
    }

    @Test
    void states_differ_in_pattern_and_so_do_lines_in_dash_and_marker() {
        long patterns =
                Arrays.stream(State.values()).map(State::pattern).distinct().count();
        assertTrue(patterns == State.values().length);
        for (int i = 0; i < House.SERIES.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(!HouseTheme.line(i).equals(HouseTheme.line(j)));
                assertNotSame(HouseTheme.marker(i), HouseTheme.marker(j));
            }
        }
    }

    /** Fills of a chart's areas have a pattern each. */
    @Test
    void fills_of_series_differ_in_pattern() {
        long patterns = IntStream.range(0, House.SERIES.size())
                .mapToObj(i -> Fill.of(i).pattern())
                .distinct()
                .count();
        assertEquals(House.SERIES.size(), patterns);
    }

    @Test
    void the_panel_stands_out_from_a_dark_page_and_hides_a_light_one() {
        for (Color page : List.of(Color.WHITE, new Color(0x111111), new Color(0x14181D), Color.BLACK)) {
            // What is drawn lies on the panel, whatever the page: so it is as legible on one as on the other.
            assertEquals(255, House.PANEL.getAlpha());
            assertTrue(contrast(House.PANEL, page) >= 15 || page.equals(Color.WHITE), page::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(Eyes.class)
    void states_and_series_are_told_apart(Eyes eyes) {
        apart(eyes, Arrays.stream(State.values()).map(State::color).toList());
        apart(eyes, House.SERIES);
    }

    @Test
    void the_simulation_confuses_what_such_eyes_confuse() {
        assertTrue(seenApart(Eyes.DEUTAN, new Color(0xB22222), new Color(0x6B6B00)) < 15, "a red and an olive");
        assertTrue(seenApart(Eyes.PROTAN, new Color(0x8A3B8F), new Color(0x1769AA)) < 15, "a purple and a blue");
        assertTrue(seenApart(Eyes.TRITAN, new Color(0x0B7A5B), new Color(0x1769AA)) < 15, "a green and a blue");
        for (Eyes eyes : Eyes.values()) {
            assertTrue(seenApart(eyes, House.ORANGE, House.BLUE) > 50, eyes::name);
            assertEquals(0, seenApart(eyes, Color.WHITE, Color.WHITE), 1e-9);
        }
    }

    private static void apart(Eyes eyes, List<Color> colors) {
        for (Color one : colors) {
            for (Color other : colors) {
                double difference = seenApart(eyes, one, other);
                assertTrue(
                        one.equals(other) || difference >= 15, eyes + ": " + one + " and " + other + ": " + difference);
            }
        }
    }

    private static double seenApart(Eyes eyes, Color one, Color other) {
        return difference(lab(eyes.see(linear(one))), lab(eyes.see(linear(other))));
    }

    /** Eyes with all receptors, and eyes that lack one kind altogether. */
    enum Eyes {
        ALL,
        PROTAN,
        DEUTAN,
        TRITAN;

        /** The matrices of Machado, Oliveira and Fernandes (2009). */
        private double[][] matrix() {
            return switch (this) {
                case ALL -> new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
                case PROTAN ->
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    };
                case DEUTAN ->
                    new double[][] {
                        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                    };
                case TRITAN ->
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    };
            };
        }

        double[] see(double[] rgb) {
            return Arrays.stream(matrix())
                    .mapToDouble(row -> Math.clamp(row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2], 0.0, 1.0))
                    .toArray();
        }
    }

    static double contrast(Color one, Color other) {
        double a = luminance(linear(one));
        double b = luminance(linear(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] linear(Color color) {
        return Arrays.stream(new int[] {color.getRed(), color.getGreen(), color.getBlue()})
                .mapToDouble(part -> part / 255.0)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double[] lab(double[] rgb) {
        double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505;
        double y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
        double z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089;
        return new double[] {116 * bend(y) - 16, 500 * (bend(x) - bend(y)), 200 * (bend(y) - bend(z))};
    }

    private static double bend(double part) {
        return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
    }

    private static double difference(double[] one, double[] other) {
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
    }
}

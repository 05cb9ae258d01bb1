package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Measures the palette: contrast by WCAG 2, differences by CIE 1976 as seen by eyes without the green receptor. */
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

    @Test
    void states_and_lines_differ_without_green_receptors() {
        apart(Arrays.stream(State.values()).map(State::color).toList());
        apart(House.SERIES);
    }

    @Test
    void the_simulation_confuses_what_such_eyes_confuse() {
        assertTrue(seenApart(new Color(0xB22222), new Color(0x6B6B00)) < 15, "a red and an olive");
        assertTrue(seenApart(House.ORANGE, House.BLUE) > 50);
    }

    private static void apart(List<Color> colors) {
        for (Color one : colors) {
            for (Color other : colors) {
                double difference = seenApart(one, other);
                assertTrue(one.equals(other) || difference >= 15, one + " and " + other + ": " + difference);
            }
        }
    }

    private static double seenApart(Color one, Color other) {
        return difference(lab(deuteranope(linear(one))), lab(deuteranope(linear(other))));
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

    /** The matrix of Machado, Oliveira and Fernandes (2009) for full deuteranopia. */
    private static double[] deuteranope(double[] rgb) {
        double[][] matrix = {
            {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
        };
        return Arrays.stream(matrix)
                .mapToDouble(row -> Math.clamp(row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2], 0.0, 1.0))
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

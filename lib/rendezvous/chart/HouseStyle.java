package rendezvous.chart;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.HorizontalBarStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.theme.XChartTheme;

/**
 * Puts the look of the house on XChart's charts.
 *
 * <p>What somebody chose stays: a property is changed only where it still has XChart's own value, and nothing is changed
 * if a theme other than XChart's own was chosen.
 */
final class HouseStyle {
    /** Setters that set what others set too. */
    private static final Set<String> WHOLES = Set.of("setTheme", "setPlotGridLinesVisible");

    private HouseStyle() {}

    /** Gives a chart the look of the house, but for what somebody chose. */
    static void dress(Chart<?, ?> chart) {
        Styler styler = chart.getStyler();
        if (!(styler.getTheme() instanceof XChartTheme)) {
            return;
        }
        dashes(chart);
        Styler standard = bare(styler);
        Styler house = bare(styler);
        house.setTheme(new HouseTheme());
        house(house);
        Map<String, Method> getters = getters(styler.getClass());
        for (Method setter : styler.getClass().getMethods()) {
            Method getter = getters.get(setter.getName().replaceFirst("^set", ""));
            if (getter != null
                    && setter.getName().startsWith("set")
                    && setter.getParameterCount() == 1
                    && setter.getParameterTypes()[0] == getter.getReturnType()
                    && !WHOLES.contains(setter.getName())
                    && same(get(getter, styler), get(getter, standard))
                    && !same(get(getter, standard), get(getter, house))) {
                call(setter, styler, get(getter, house));
            }
        }
    }

    /** XChart gives dashes only when colours run out; here each line has its own, to be told apart without colour. */
    private static void dashes(Chart<?, ?> chart) {
        int number = 0;
        for (Series series : chart.getSeriesCollection()) {
            if (series instanceof XYSeries line && line.getLineStyle() == null) {
                line.setLineStyle(HouseTheme.line(number));
            }
            number++;
        }
    }

    /** What a theme cannot say. */
    private static void house(Styler house) {
        house.setLegendPosition(Styler.LegendPosition.OutsideE);
        house.setPlotContentSize(0.94);
        if (house instanceof AxesChartStyler axes) {
            axes.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
            axes.setAxisTickPadding(6);
        }
        if (house instanceof HorizontalBarStyler bars) {
            bars.setXAxisTickMarkSpacingHint(20); // XChart leaves names of bars out by the hint of the other axis
        }
    }

    /** Returns a styler of the same kind that nobody has touched. */
    private static Styler bare(Styler styler) {
        try {
            Styler bare = styler.getClass().getConstructor().newInstance();
            bare.setTheme(new XChartTheme());
            return bare;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make another " + styler.getClass(), e);
        }
    }

    private static Map<String, Method> getters(Class<?> type) {
        Map<String, Method> getters = new HashMap<>();
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && method.getReturnType() != void.class) {
                String name = method.getName();
                if (name.startsWith("get")) {
                    getters.putIfAbsent(name.substring(3), method);
                } else if (name.startsWith("is")) {
                    getters.putIfAbsent(name.substring(2), method);
                }
            }
        }
        return getters;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return Objects.deepEquals(one, other);
    }

    private static @Nullable Object get(Method getter, Styler styler) {
        return call(getter, styler);
    }

    private static @Nullable Object call(Method method, Styler styler, @Nullable Object... arguments) {
        try {
            return method.invoke(styler, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("XChart's " + method + " failed", e);
        }
    }
}

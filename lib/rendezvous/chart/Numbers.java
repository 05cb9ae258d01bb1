package rendezvous.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private Numbers() {}

    static String duration(long nanos) {
        return duration((double) nanos);
    }

    /** Returns a duration with three digits and a fitting unit: "24.1 ms". */
    static String duration(double nanos) {
        String text;
        if (nanos < 999.5) {
            text = digits(nanos, 3) + " ns";
        } else if (nanos < 999.5e3) {
            text = digits(nanos / 1e3, 3) + " µs";
        } else if (nanos < 999.5e6) {
            text = digits(nanos / 1e6, 3) + " ms";
        } else {
            text = digits(nanos / 1e9, 3) + " s";
        }
        return text;
    }

    /** Returns a number with three digits: "1.24 million", "12 300", "0.0512". */
    static String count(double number) {
        double size = Math.abs(number);
        if (size >= 999.5e6) {
            return digits(number / 1e9, 3) + " billion";
        }
        if (size >= 999.5e3) {
            return digits(number / 1e6, 3) + " million";
        }
        return digits(number, 3);
    }

    /** Returns the number rounded to that many digits, but no digit before the point lost, thousands set apart. */
    static String digits(double number, int digits) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "–";
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits));
        if (rounded.scale() <= 0) {
            return String.format(Locale.ROOT, "%,d", rounded.toBigInteger()).replace(',', ' ');
        }
        String text = rounded.toPlainString();
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** Returns a share of one as a percentage of two digits at least: "12 %", "0.4 %", "100 %". */
    static String percent(double share) {
        double percent = share * 100;
        return digits(percent, percent >= 99.5 && percent < 100 ? 3 : 2) + " %";
    }

    /** Returns "1 hand-off", "3 hand-offs". */
    static String many(long count, String one) {
        return many(count, one, one + "s");
    }

    static String many(long count, String one, String several) {
        return whole(count) + " " + (count == 1 ? one : several);
    }

    /** Returns all digits of a number, thousands set apart. */
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** Returns "a", "a and b", "a, b and c". */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return switch (items.size()) {
            case 0 -> "nothing";
            case 1 -> items.get(0);
            default -> String.join(", ", items.subList(0, last)) + " and " + items.get(last);
        };
    }
}

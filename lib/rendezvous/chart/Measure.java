package rendezvous.chart;

/** What numbers count, and so how they are written. */
enum Measure {
    COUNT {
        @Override
        String text(double value) {
            return Numbers.count(value);
        }

        @Override
        Scale scale(double largest) {
            return Scale.of(largest);
        }
    },
    NANOS {
        @Override
        String text(double value) {
            return Numbers.duration(value);
        }

        @Override
        Scale scale(double largest) {
            if (largest >= 1e9) {
                return new Scale(1e9, "s");
            }
            if (largest >= 1e6) {
                return new Scale(1e6, "ms");
            }
            return largest >= 1e3 ? new Scale(1e3, "µs") : new Scale(1, "ns");
        }
    },
    /** A kilobyte is a thousand bytes. */
    BYTES {
        @Override
        String text(double value) {
            Scale scale = scale(Math.abs(value));
            return Numbers.digits(value / scale.factor(), 3) + " " + scale.word();
        }

        @Override
        Scale scale(double largest) {
            if (largest >= 999.5e6) {
                return new Scale(1e9, "GB");
            }
            if (largest >= 999.5e3) {
                return new Scale(1e6, "MB");
            }
            return largest >= 999.5 ? new Scale(1e3, "kB") : new Scale(1, "bytes");
        }
    };

    /** Returns the value with its unit, three digits. */
    abstract String text(double value);

    /** Returns the unit in which an axis up to this value counts. */
    abstract Scale scale(double largest);
}

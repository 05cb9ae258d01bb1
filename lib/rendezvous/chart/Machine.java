package rendezvous.chart;

/** The machine that a measurement was made on, in words. */
final class Machine {
    private Machine() {}

    /** Returns cores and Java version: "2 cores, JDK 25.0.3". */
    static String words() {
        int cores = Runtime.getRuntime().availableProcessors();
        Runtime.Version version = Runtime.version();
        String number = version.version().stream()
                .limit(3)
                .map(String::valueOf)
                .reduce((a, b) -> a + "." + b)
                .orElse("");
        return Numbers.many(cores, "core") + ", JDK " + number;
    }
}

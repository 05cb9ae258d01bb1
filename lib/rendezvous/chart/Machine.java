package rendezvous.chart;

/** The machine that a measurement was made on, in words. */
final class Machine {
    private Machine() {}

    /** Returns cores, carriers if these are not as many, and Java version: "1 core, 2 carriers, JDK 25.0.3". */
    static String words() {
        int cores = cores();
        int carriers = Integer.getInteger("jdk.virtualThreadScheduler.parallelism", cores);
        return words(cores, carriers);
    }

    /** Returns cores and Java version, for numbers that say on how many carriers they were measured. */
    static String withoutCarriers() {
        return words(cores(), cores());
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    static String words(int cores, int carriers) {
        Runtime.Version version = Runtime.version();
        String number = version.version().stream()
                .limit(3)
                .map(String::valueOf)
                .reduce((a, b) -> a + "." + b)
                .orElse("");
        return Numbers.many(cores, "core") + (carriers == cores ? "" : ", " + Numbers.many(carriers, "carrier"))
                + ", JDK " + number;
    }
}

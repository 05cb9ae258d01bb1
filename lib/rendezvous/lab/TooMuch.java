package rendezvous.lab;

import java.util.stream.Collectors;

/** The messages of runs that were stopped at a limit. */
final class TooMuch {
    private static final int MOST = 10;

    private TooMuch() {}

    static String steps(Limits limits, Threads threads) {
        return "still running after " + Search.grouped(limits.steps())
                + " steps, the most a run may take: either it never ends, or it"
                + " needs a higher limit of steps" + "\n"
                + threads.living().stream().limit(MOST).map(Describe::state).collect(Collectors.joining("\n"));
    }

    static String goroutines(Limits limits) {
        return "more than " + Search.grouped(limits.goroutines())
                + " goroutines at a time, the most a run may have: either they are"
                + " started without end, or the run needs a higher limit of goroutines";
    }
}

package rendezvous.lab;

import java.util.stream.Collectors;
import rendezvous.lab.Failure.Kind;

/** The report of a run in which nobody can go on. */
final class Deadlock {
    private static final int MOST = 20;

    private Deadlock() {}

    static Failure of(Threads threads) {
        boolean leak = threads.rootHasEnded();
        // Go's synctest calls both a deadlock: "main bubble goroutine has exited but blocked goroutines remain".
        // To a learner this one is a leak, as it is wherever main is a function that has returned and not the program.
        String headline = leak
                ? "leak: main has ended, "
                        + (threads.living().size() == 1 ? "another waits for ever" : "others wait for ever")
                : "deadlock: all goroutines of the run are blocked";
        String lines = threads.living().stream()
                .limit(MOST)
                .map(Describe::state)
                .map(line -> "\n" + "  " + line)
                .collect(Collectors.joining());
        int more = threads.living().size() - MOST;
        return new Failure(
                leak ? Kind.LEAK : Kind.DEADLOCK,
                headline + lines + (more > 0 ? "\n" + "  and " + more + " more" : ""),
                null);
    }
}

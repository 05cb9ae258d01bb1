package rendezvous.lab;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rendezvous.lab.Failure.Kind;

/**
 * What code that may do anything must not do in a run: use up the stack or the heap, or start what no schedule controls.
 *
 * <p>It is looked for at the rounds of loops and the beginnings of methods. The goroutine that did it is never resumed, so
 * that no {@code catch} of its own can go on.
 */
final class Excess {
    /** How many rounds, which are few enough where each one waits for the collector, lie between two looks. */
    static final int ROUNDS = 8;

    /** How many beginnings of methods lie between two looks. */
    static final int CALLS = 64;

    private static final int MOST_ROUNDS = 3_000_000; // of one goroutine in one run
    private static final int DEEPEST = 4_000; // frames
    private static final double FULL = 0.85; // of the largest heap that may be, before garbage is collected
    private static final double STILL_FULL = 0.75;
    private static final long BETWEEN_COLLECTIONS = 250_000_000L; // nanoseconds
    private static final StackWalker WALKER = StackWalker.getInstance();

    private static volatile long collected = System.nanoTime() - BETWEEN_COLLECTIONS;

    private Excess() {}

    /** Returns what is wrong if the calling thread is in too many calls. */
    static @Nullable Failure ofDepth() {
        if (WALKER.walk(frames -> frames.skip(DEEPEST).findFirst()).isEmpty()) {
            return null;
        }
        List<String> innermost = WALKER.walk(frames -> frames.filter(frame -> isUsers(frame))
                .map(StackFrame::getMethodName)
                .limit(20)
                .distinct()
                .toList());
        return new Failure(
                Kind.TOO_DEEP,
                "calls without end: more than " + Search.grouped(DEEPEST) + " calls are inside each other, of "
                        + String.join(" and ", innermost),
                null);
    }

    private static boolean isUsers(StackFrame frame) {
        String type = frame.getClassName();
        return !type.startsWith("rendezvous.lab.") && !type.startsWith("rendezvous.race.") && !type.startsWith("java.");
    }

    /** Returns what is wrong if the strand goes round loops without end, or the heap is full. */
    static @Nullable Failure ofRounds(Strand strand) {
        return strand.polls < MOST_ROUNDS
                ? ofMemory()
                : new Failure(
                        Kind.TOO_LONG,
                        strand.name() + " has gone round loops and called methods " + Search.grouped(MOST_ROUNDS)
                                + " times: it seems never to end",
                        null);
    }

    /** Returns what is wrong if the heap is full of what is no garbage. */
    private static @Nullable Failure ofMemory() {
        if (used() < FULL || System.nanoTime() - collected < BETWEEN_COLLECTIONS) {
            return null;
        }
        System.gc();
        collected = System.nanoTime();
        Runtime jvm = Runtime.getRuntime();
        return used() < STILL_FULL
                ? null
                : new Failure(
                        Kind.NO_MEMORY,
                        "the heap is full: " + ((jvm.totalMemory() - jvm.freeMemory()) >> 20) + " of "
                                + (jvm.maxMemory() >> 20) + " MB are in use",
                        null);
    }

    private static double used() {
        Runtime jvm = Runtime.getRuntime();
        return (double) (jvm.totalMemory() - jvm.freeMemory()) / jvm.maxMemory();
    }

    static String named(Thread thread) {
        return "the thread \"" + thread.getName() + "\" of the platform";
    }

    /** Returns what is wrong with what is done to threads that are none of a run's. */
    static Failure ofThreads(String what) {
        return new Failure(
                Kind.ESCAPED,
                what + ", which the lab does not schedule, so no schedule can repeat this run."
                        + "\nStart what takes part in the run by go(…).",
                null);
    }

    /** Returns the failure that a goroutine of code that may do anything had; null if it is an ordinary one. */
    static @Nullable Failure ofError(String name, Throwable thrown) {
        return switch (thrown) {
            case OutOfMemoryError full ->
                new Failure(Kind.NO_MEMORY, "the heap is full: " + name + " got " + full.getMessage(), null);
            case StackOverflowError _ -> new Failure(Kind.TOO_DEEP, "calls without end: the stack of " + name, null);
            default -> null;
        };
    }
}

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
    /** How many rounds, or methods begun, there are between two looks. */
    static final int EVERY = 64;

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
                "calls without end: more than " + DEEPEST + " calls are inside each other, of "
                        + String.join(" and ", innermost),
                null);
    }

    private static boolean isUsers(StackFrame frame) {
        String type = frame.getClassName();
        return !type.startsWith("rendezvous.lab.") && !type.startsWith("rendezvous.race.") && !type.startsWith("java.");
    }

    /** Returns what is wrong if the heap is full of what is no garbage. */
    static @Nullable Failure ofMemory() {
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
                        "the heap is full: " + (jvm.totalMemory() - jvm.freeMemory() >> 20) + " of "
                                + (jvm.maxMemory() >> 20) + " MB are in use",
                        null);
    }

    private static double used() {
        Runtime jvm = Runtime.getRuntime();
        return (double) (jvm.totalMemory() - jvm.freeMemory()) / jvm.maxMemory();
    }

    /** Returns what is wrong with what is done to a thread of the platform. */
    static Failure ofThread(String what, Thread thread) {
        return new Failure(
                Kind.ESCAPED,
                "the thread \"" + thread.getName() + "\" of the platform " + what
                        + ", which is none of the run's, so no schedule can repeat it."
                        + "\nStart what takes part in the run by go(…).",
                null);
    }
}

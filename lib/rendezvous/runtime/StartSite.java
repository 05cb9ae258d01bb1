package rendezvous.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where goroutines are started.
 *
 * <p>To look at the stack is dearer than to start a goroutine. So it is done only where people look closely, in notebooks
 * and when debugging; otherwise the class of a goroutine's code stands for the place.
 */
final class StartSite {
    private static final int MOST_FRAMES = 4;

    /** The packages whose frames say nothing: who called them is of interest. */
    private static final Set<String> INSIDES = Set.of(
            "rendezvous.runtime",
            "rendezvous.chan",
            "rendezvous.sync",
            "rendezvous.context",
            "rendezvous.errgroup",
            "rendezvous.semaphore",
            "rendezvous.singleflight",
            "rendezvous.pattern");

    private static final StackWalker WALKER = StackWalker.getInstance(Set.of(), MOST_FRAMES + 4);

    private static volatile @Nullable Function<? super List<StackTraceElement>, String> teller;
    private static volatile boolean recording = Boolean.getBoolean("rendezvous.debug");

    private StartSite() {}

    /** Says whether to look at the stack from now on. */
    static void record(boolean on) {
        recording = on;
    }

    /** Says who makes of a recorded place one for people. */
    static void tellBy(Function<? super List<StackTraceElement>, String> how) {
        teller = how;
    }

    static boolean isRecording() {
        return recording;
    }

    /** Returns where the calling thread starts a goroutine with this code, in a form that {@link #told} knows. */
    static Object of(Body body) {
        return recording ? frames() : body.getClass();
    }

    private static Object frames() {
        // The frames are kept as they are: to turn them into text is the dearest part, and seldom wanted.
        return WALKER.walk(frames -> frames.filter(frame -> !isInside(frame.getClassName()))
                .limit(MOST_FRAMES)
                .toArray(StackWalker.StackFrame[]::new));
    }

    private static boolean isInside(String type) {
        return INSIDES.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))));
    }

    /** Whether frames of a class say nothing to a user: the JDK's, and the library's own. */
    static boolean isOurs(String type) {
        return isInside(type) || type.startsWith("java.") || type.startsWith("jdk.");
    }

    static List<StackTraceElement> trace(Object site) {
        if (!(site instanceof StackWalker.StackFrame[] frames)) {
            return List.of();
        }
        return Arrays.stream(frames)
                .map(StackWalker.StackFrame::toStackTraceElement)
                .toList();
    }

    /** Returns the place for people. */
    static String told(Object site) {
        List<StackTraceElement> trace = trace(site);
        if (!trace.isEmpty()) {
            return place(trace);
        }
        if (!(site instanceof Class<?> type)) {
            return "an unknown place";
        }
        String name = type.getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : "a lambda of " + name.substring(0, lambda);
    }

    /** Returns the place of the innermost calls of a stack, for people. */
    static String place(List<StackTraceElement> trace) {
        Function<? super List<StackTraceElement>, String> how = teller;
        if (how != null) {
            return how.apply(trace);
        }
        StackTraceElement frame = trace.getFirst();
        String type = frame.getClassName();
        String file = frame.getFileName() == null ? "" : " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + file;
    }
}

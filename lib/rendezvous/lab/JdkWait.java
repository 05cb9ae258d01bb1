package rendezvous.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.lab.Failure.Kind;

/** A wait of a thread of a run that does not go through the library. */
final class JdkWait {
    /** What can be done about it. */
    enum Verdict {
        /** The thread has ended. */
        ENDED,
        /** It parks, and is woken by whoever unparks it: the scheduler sees both. */
        CONTROLLED,
        /** It waits to enter a monitor: another thread of the JVM's will bring it back. */
        MONITOR,
        /** The real clock, or a monitor's notify, will bring it back, by another thread of the JVM's. */
        REFUSED
    }

    /** The library's own frames, which a learner need not see. */
    private static final List<String> LIBRARY = List.of(
            "rendezvous.runtime.",
            "rendezvous.chan.",
            "rendezvous.sync.",
            "rendezvous.context.",
            Continuations.class.getName(),
            Batons.class.getName(),
            LabWorld.class.getName(),
            Scheduler.class.getName(),
            Threads.class.getName());

    private JdkWait() {}

    static Verdict of(Strand strand) {
        Thread thread = strand.thread;
        if (thread == null) {
            return Verdict.CONTROLLED;
        }
        return switch (thread.getState()) {
            case TERMINATED -> Verdict.ENDED;
            case BLOCKED -> Verdict.MONITOR;
            case TIMED_WAITING -> Verdict.REFUSED;
            case WAITING -> isNotified(thread) ? Verdict.REFUSED : Verdict.CONTROLLED;
            // Brought back meanwhile, by somebody outside.
            case NEW, RUNNABLE -> isTimed(thread) ? Verdict.REFUSED : Verdict.CONTROLLED;
        };
    }

    private static boolean isNotified(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().equals("java.lang.Object");
    }

    private static boolean isTimed(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(8)
                .anyMatch(frame -> frame.getMethodName().equals("parkNanos")
                        || frame.getMethodName().equals("wait0"));
    }

    /** Returns the failure of a run whose goroutine waits in this way. */
    static Failure refusal(Strand strand) {
        Thread thread = strand.thread;
        StackTraceElement[] stack = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        String instead = thread != null && thread.getState() == Thread.State.BLOCKED
                ? "Use Mutex instead of synchronized."
                : instead(stack);
        return new Failure(
                Kind.REFUSED,
                strand.name() + " " + words(strand)
                        + ", which the lab cannot control: what ends it is not scheduled here." + "\n" + instead,
                null);
    }

    private static String instead(StackTraceElement[] stack) {
        if (calls(stack, "java.lang.Thread", "sleep")) {
            return "Use sleep(Duration) of the library, whose clock is virtual here.";
        }
        if (calls(stack, "java.lang.Thread", "join")) {
            return "Start it by go(…) and wait for it by await(): threads of the platform are outside the run.";
        }
        if (calls(stack, "java.lang.Object", "wait")) {
            return "Use Cond instead of wait and notify, and Mutex instead of synchronized.";
        }
        return "Wait by means of the library, whose clock is virtual here: select with after(Duration), sleep, or a"
                + " context with a timeout.";
    }

    private static boolean calls(StackTraceElement[] stack, String type, String method) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals(type)
                        && frame.getMethodName().startsWith(method));
    }

    /** Returns what the thread waits in, in words that follow its name. */
    static String words(Strand strand) {
        Thread thread = strand.thread;
        if (thread == null) {
            return "waits in the JDK";
        }
        StackTraceElement[] stack = thread.getStackTrace();
        String monitor = thread.getState() == Thread.State.BLOCKED ? "waits to enter a synchronized block" : null;
        Optional<StackTraceElement> user =
                Arrays.stream(stack).filter(frame -> !isInternal(frame)).findFirst();
        String in = lastCall(stack);
        return (monitor != null ? monitor : in == null ? "waits" : "waits in " + in)
                + user.map(frame -> ", called at " + place(frame)).orElse("");
    }

    /** Returns the method of the JDK that the program called. */
    private static @Nullable String lastCall(StackTraceElement[] stack) {
        String call = null;
        for (StackTraceElement frame : stack) {
            if (!isInternal(frame)) {
                break;
            }
            String type = frame.getClassName();
            call = type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + frame.getMethodName();
        }
        return call;
    }

    static boolean isInternal(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.startsWith("java.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || LIBRARY.stream().anyMatch(type::startsWith);
    }

    private static String place(StackTraceElement frame) {
        return frame.getFileName() == null ? frame.getClassName() : frame.getFileName() + ":" + frame.getLineNumber();
    }
}

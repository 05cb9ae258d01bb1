package rendezvous.runtime;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine that was left behind.
 *
 * @param id its number
 * @param name its name
 * @param doing what it does, in words that follow its name: "waits to send on `answers` (unbuffered)"
 * @param reason what it waits for in the library; null if it runs, sleeps, or waits in other ways
 * @param waiting for how long it has waited; empty if it does not wait in the library, or nobody noted when it began
 * @param startedAt where it was started, for people: see {@link Goroutine#startedAt}
 * @param waitsAt where in the program it waits, for people; empty if it is not known
 */
public record Leak(
        long id,
        String name,
        String doing,
        @Nullable Wait reason,
        Optional<Duration> waiting,
        String startedAt,
        String waitsAt) {

    /** Looks at a goroutine, which must not be held on to. */
    static Leak of(Goroutine goroutine) {
        GoroutineState state = GoroutineState.of(goroutine);
        Thread thread = goroutine.thread();
        Waiter waiter = thread == null ? null : Waiter.of(thread);
        boolean isKnown = state.reason() != null && waiter != null && waiter.since() != 0;
        return new Leak(
                goroutine.id(),
                goroutine.name(),
                state.toString().substring(goroutine.name().length() + 1),
                state.reason(),
                isKnown && waiter != null
                        ? Optional.of(Duration.ofNanos(System.nanoTime() - waiter.since()))
                        : Optional.empty(),
                goroutine.startedAt(),
                thread == null ? "" : place(thread.getStackTrace()));
    }

    private static String place(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (!StartSite.isOurs(frame.getClassName())) {
                String type = frame.getClassName();
                return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + "("
                        + (frame.getFileName() == null ? "unknown file" : frame.getFileName()) + ":"
                        + frame.getLineNumber() + ")";
            }
        }
        return "";
    }

    /** Returns what would end it. */
    public String advice() {
        return switch (reason) {
            case null -> "let its code return: give it a context, or a channel whose close tells it to";
            case SEND -> "receive what it sends, give the channel room for it, or select with a close";
            case RECEIVE, CLOSE -> "close the channel or cancel the context, when nothing more is to come";
            case NEVER -> "make the channel; that one is never ready";
            case SELECT -> "add a case for a close, such as that of a context's done channel";
            case LOCK, READ_LOCK -> "unlock it in a finally block, on every way out";
            case SEMAPHORE -> "release what was acquired in a finally block, on every way out";
            case COND -> "change the state that it waits for, and signal";
            case GROUP -> "call done() once for each add(1), on every way out";
            case ONCE, JOIN -> "let the other goroutine end, which it waits for";
            case SLEEP -> "select with after(…) and a close instead of sleep";
        };
    }

    /** Returns it in a line or two: who, what, for how long, started where. */
    @Override
    public String toString() {
        return name + " " + doing
                + waiting.map(time -> ", for " + String.format(Locale.ROOT, "%.1f s", time.toNanos() / 1e9))
                        .orElse("")
                + (waitsAt.isEmpty() ? "" : ", at " + waitsAt) + "; started at " + startedAt;
    }
}

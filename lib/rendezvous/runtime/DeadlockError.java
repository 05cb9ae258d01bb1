package rendezvous.runtime;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by an operation of the library when it is certain that it would never return: Go's "all goroutines are asleep -
 * deadlock!".
 *
 * <p>A thread that is no goroutine, such as the one that runs {@code main}, and that waits in an operation of the library
 * for some 50 ms, looks whether anybody is left who could wake it; if not, the operation throws this. It has then had no
 * effect, as after an interrupt. The message lists who waits for what, since when, and where each goroutine was started.
 *
 * <p>It is never thrown in error, so it is not thrown in doubt. There is doubt as long as
 *
 * <ul>
 *   <li>a goroutine does anything but wait in an operation of the library without a time limit: it runs, sleeps, reads from
 *       a socket, waits for a lock of the JDK;
 *   <li>a timer or ticker of the library runs, or a wait of the library has a time limit;
 *   <li>another thread lives that is not the JVM's own, be it asleep, a daemon, or idle in a pool: an executor's, a test
 *       runner's, a debugger's, a virtual thread that is no goroutine. Only one that itself waits in the library, or that
 *       its {@linkplain Host#trust host} vouches for, is known to be harmless;
 *   <li>a shutdown hook or a signal handler may be registered.
 * </ul>
 *
 * <p>The thread looks again from time to time, so that a deadlock is found when the last doubt has gone. What it does not
 * know of is code that only the garbage collector sets off (a finalizer, for one), and threads of native code that have
 * never called Java.
 *
 * <p>In a notebook, a cell that is stuck ends so. While a goroutine of an earlier cell does anything but wait, there is
 * doubt: it may know the cell's variables. If that is the only doubt, the cell says so after some seconds and waits on.
 *
 * <p>The system property {@code rendezvous.deadlock=off} turns it off. Whether there are shutdown hooks or signal handlers
 * is hidden by the JDK. It can be seen that there has never been any, but only once in the life of a JVM; after a first
 * error there is doubt for ever, unless the JVM is started with
 * {@code --add-opens java.base/java.lang=ALL-UNNAMED --add-opens java.base/jdk.internal.misc=ALL-UNNAMED}.
 *
 * <p><b>Differs from Go:</b> there, the program ends. There, every goroutine's stack is printed. There, goroutines that are
 * stuck while main ends or sleeps are not reported either.
 */
public final class DeadlockError extends Error {
    @Serial
    private static final long serialVersionUID = 1;

    /** How many goroutines are listed. */
    static final int MOST = 100;

    /**
     * Somebody who waits and cannot be woken.
     *
     * @param name the name of the goroutine, or of the thread if it is none
     * @param goroutine the goroutine; null if it is another thread
     * @param waits what it waits for, in words that follow its name: "waits to send on `orders` (unbuffered)"
     * @param waited how long it has waited; an atLeast if that was not measured
     * @param measured whether it has waited just so long, or perhaps longer
     * @param reason what it waits for, for programs; null if that was not said
     * @param subject what it waits on, such as a channel; null if nothing
     */
    public record Asleep(
            String name,
            @Nullable Goroutine goroutine,
            String waits,
            Duration waited,
            boolean measured,
            @Nullable Wait reason,
            @Nullable Object subject) {

        /** Returns how long it has waited: "1.2 s", or "≥ 1.2 s" if that was not measured. */
        public String howLong() {
            return (measured ? "" : "≥ ") + String.format(Locale.ROOT, "%.2f s", waited.toNanos() / 1e9);
        }

        /** Returns where it was started: see {@link Goroutine#startedAt}; empty if it is no goroutine. */
        public String startedAt() {
            return goroutine == null ? "" : goroutine.startedAt();
        }

        /** Returns it as a sentence without full stop. */
        @Override
        public String toString() {
            String started = startedAt();
            return name + " " + waits + ", for " + howLong() + (started.isEmpty() ? "" : ", started by " + started);
        }
    }

    private final transient List<Asleep> asleep;
    private final long more;

    DeadlockError(List<Asleep> asleep, long more) {
        super(message(asleep, more));
        this.asleep = List.copyOf(asleep);
        this.more = more;
    }

    private static String message(List<Asleep> asleep, long more) {
        StringBuilder message = new StringBuilder("all goroutines are asleep - deadlock!");
        for (Asleep one : asleep) {
            message.append(System.lineSeparator()).append("  ").append(one);
        }
        if (more > 0) {
            message.append(System.lineSeparator()).append("  and ").append(more).append(" more");
        }
        return message.toString();
    }

    /**
     * Returns who waits: the thread that this was thrown in first, then others, then goroutines in order of starting. In a
     * notebook the cell's own come before those of earlier cells.
     */
    public List<Asleep> asleep() {
        return asleep == null ? List.of() : asleep;
    }

    /** Returns how many more wait than are listed. */
    public long more() {
        return more;
    }
}

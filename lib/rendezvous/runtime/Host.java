package rendezvous.runtime;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * For who runs other people's programs in its own JVM, as the kernel of a notebook does: what the {@link DeadlockError} has
 * to know of it. Programs have no use for it.
 *
 * <p>A host's threads, hooks and handlers are as good as a stranger's, and nothing is reported while there are any, unless
 * the host says that they never run the program's code. To say so of what does is to ask for false alarms.
 *
 * {@snippet :
 * import rendezvous.runtime.Host;
 *
 * Thread mine = Thread.ofPlatform().daemon().unstarted(() -> {});   // runs nothing of the program
 * Host.trust(mine);
 * mine.start();
 * }
 */
public final class Host {
    private static volatile boolean hosted;
    private static volatile @Nullable Thread runner;
    private static volatile long begun;
    private static volatile @Nullable Consumer<? super Doubt> listener;

    private Host() {}

    /**
     * Says that a thread never runs code of the program.
     *
     * @param thread one of the host's own; it need not run yet
     */
    public static void trust(Thread thread) {
        Strangers.trust(thread);
    }

    /**
     * Says that all platform threads that live now, and all shutdown hooks and signal handlers that are registered now,
     * never run code of the program. So no code of the program may have run before.
     *
     * <p>From then on only the thread that {@linkplain #runs runs} a part of the program looks for deadlocks: whoever else
     * waits may be woken by a part that is yet to come.
     */
    public static void trustPresent() {
        hosted = true;
        Strangers.platformThreads().forEach(Strangers::trust);
        Outside.trustPresent();
    }

    /**
     * Says that a part of the program begins, such as a cell of a notebook. A report then names those goroutines first that
     * were started since.
     */
    public static void partBegins() {
        begun = Goroutine.started();
    }

    /**
     * What may be a deadlock: all that was started in the present part of the program is asleep, and so is everybody else
     * but goroutines of earlier parts. These may know what is waited for, or not.
     *
     * @param awake who could still end the wait, and what each does: "clock sleeps, started by …"
     * @param asleep who waits for what: see {@link DeadlockError.Asleep#toString}
     */
    public record Doubt(List<String> awake, List<String> asleep) {}

    /**
     * Says who is to be told, once in a wait, when there has been such doubt for a while. It is told by the thread that
     * waits, and the wait goes on.
     */
    public static void onDoubt(Consumer<? super Doubt> who) {
        listener = who;
    }

    static boolean wantsDoubt() {
        return listener != null;
    }

    static void tell(Doubt doubt) {
        Consumer<? super Doubt> who = listener;
        if (who != null) {
            who.accept(doubt);
        }
    }

    /** Says that the calling thread, and no other any more, is the one that runs the present part of the program. */
    public static void runs() {
        runner = Thread.currentThread();
    }

    /** Returns whether nobody but those who live now could wake the thread, if it waits. */
    static boolean hasNobodyYetToCome(Thread thread) {
        return !hosted || thread.equals(runner);
    }

    /** Returns whether the goroutine was started since the present part began. */
    static boolean isOfPresentPart(Goroutine goroutine) {
        return goroutine.id() > begun;
    }

    /**
     * Records from now on where each goroutine is started: see {@link Goroutine#recordStarts}.
     *
     * @param teller makes of the innermost calls of a start, which are one or more, the place for people; may be called by
     *     any thread
     */
    public static void recordStarts(Function<? super List<StackTraceElement>, String> teller) {
        StartSite.tellBy(teller);
        StartSite.record(true);
    }

    /**
     * Returns the place of the innermost calls of a stack, for people: as the teller given to {@link #recordStarts} says it,
     * else class, method, file and line.
     *
     * @param trace one call or more, the innermost first
     */
    public static String place(List<StackTraceElement> trace) {
        return StartSite.place(trace);
    }
}

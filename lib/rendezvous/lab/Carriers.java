package rendezvous.lab;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;
import rendezvous.runtime.World;
import rendezvous.trace.Trace;

/**
 * A run of a block on a number of carriers, recorded: which goroutine was on which carrier, and when.
 *
 * <p>A <em>carrier</em> is the platform thread that a goroutine runs on. Here they are threads of our own which take
 * goroutines that can run out of one queue, first come, first served; so it is known to the moment when each could run, was
 * put on a carrier, and left it. All else is as always: real time, real parallelism, no steps. A goroutine that waits or
 * sleeps leaves its carrier; one that computes stays on it until it is done, as virtual threads have no time slices.
 *
 * {@snippet :
 * Carriers one = Carriers.run(1, () -> {
 *     Chan<Integer> ch = Chan.make();
 *     go("sender", () -> ch.send(1));
 *     ch.receive();
 * });
 * println(one.count());           // Output: 1
 * println(one.trace().report());  // Output: All 2 goroutines ended.
 * }
 *
 * <p>A run takes at most {@link Trace#LIMIT}, unless another limit is given; then its goroutines are interrupted. One that
 * computes on and asks nobody keeps its carrier, a daemon thread, for as long as the JVM lives.
 *
 * <p><b>What is not known:</b> whether a carrier itself had a core. With more carriers than cores the operating system lets
 * them take turns, and that does not show.
 *
 * <p>This needs a JVM whose {@code java.base} opens {@code java.lang} to us, as the kernel of the course has it. Elsewhere
 * the block runs on the JDK's own carriers, and {@link #isExact()} says so: who was where is then known at the operations of
 * the library only.
 *
 * <p><b>Memory consistency effects:</b> all that a run did happens before the return of the method that ran it, unless a
 * goroutine was {@linkplain Trace#left() left}.
 */
public final class Carriers {
    private static final int MOST = 256;
    private static final int MOST_LOST = 8;

    /** Carriers that something runs on for ever. */
    private static final AtomicInteger LOST = new AtomicInteger();

    private final int count;
    private final Trace trace;
    private final @Nullable String missing;

    private Carriers(int count, Trace trace, @Nullable String missing) {
        this.count = count;
        this.trace = trace;
        this.missing = missing;
    }

    /**
     * Runs the block, for at most {@link Trace#LIMIT}, and waits until it is over.
     *
     * @param carriers how many, from 1 to 256
     * @param body the block
     * @throws IllegalArgumentException if the number is out of range
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     * @throws IllegalStateException if the caller is part of a lab run, or too many carriers were lost before
     */
    public static Carriers run(int carriers, Body body) throws InterruptedException {
        return run(carriers, Trace.LIMIT, body);
    }

    /**
     * Runs the block, and waits until it is over.
     *
     * @param carriers how many, from 1 to 256
     * @param limit how long it may take
     * @param body the block
     * @throws IllegalArgumentException if the number is out of range, or the limit not positive
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     * @throws IllegalStateException if the caller is part of a lab run, or too many carriers were lost before
     */
    public static Carriers run(int carriers, Duration limit, Body body) throws InterruptedException {
        return run(carriers, limit, body, JdkInternals.found(), JdkInternals.missing());
    }

    static Carriers run(
            int carriers, Duration limit, Body body, @Nullable JdkInternals internals, @Nullable String missing)
            throws InterruptedException {
        if (carriers < 1 || carriers > MOST) {
            throw new IllegalArgumentException("carriers of a run: got " + carriers + ", want 1 to " + MOST);
        }
        if (World.current() instanceof LabWorld) {
            throw new IllegalStateException(
                    "carriers inside a lab run: one scheduler cannot control another; run them one after the other");
        }
        if (internals == null) {
            SeenCarriers[] seen = new SeenCarriers[1];
            Trace trace = Trace.of(
                    limit,
                    probe -> {
                        seen[0] = new SeenCarriers(probe);
                        return World.watched(seen[0]);
                    },
                    body);
            return new Carriers(Math.max(1, seen[0].count()), trace, missing);
        }
        if (LOST.get() >= MOST_LOST) {
            throw new IllegalStateException(MOST_LOST + " goroutines of runs before this one still compute on their"
                    + " carriers; restart the JVM (in a notebook: the kernel) and let them end first");
        }
        CarrierWorld[] made = new CarrierWorld[1];
        try {
            Trace trace = Trace.of(
                    limit,
                    probe -> {
                        made[0] = CarrierWorld.make(internals, carriers, probe);
                        return made[0];
                    },
                    body);
            return new Carriers(carriers, trace, null);
        } finally {
            if (made[0] != null) {
                LOST.addAndGet(made[0].close());
            }
        }
    }

    /** Returns how many carriers there were; if this is not {@linkplain #isExact() exact}, how many were seen. */
    public int count() {
        return count;
    }

    /** Returns what happened; its events tell of carriers too. */
    public Trace trace() {
        return trace;
    }

    /** Returns whether it is known to the moment who was on which carrier, and who could have run. */
    public boolean isExact() {
        return missing == null;
    }

    /** Returns what could not be observed, in sentences. */
    public String note() {
        return missing == null
                ? "Not observed: whether the operating system gave each carrier a core."
                : "Not observed: this JVM does not let us schedule virtual threads (" + missing
                        + "), so the carriers are the JDK's own, as many as it has. Who was on which is known from the names"
                        + " that threads give at operations of the library, not in between; nor is who could have run and"
                        + " did not. Start the JVM with --add-opens java.base/java.lang=ALL-UNNAMED.";
    }

    /** Returns how many carriers, and how the run ended. */
    @Override
    public String toString() {
        return "On " + count + (count == 1 ? " carrier: " : " carriers: ") + trace.report();
    }
}

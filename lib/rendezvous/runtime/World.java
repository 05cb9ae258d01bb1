package rendezvous.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The world that goroutines live in: how they start, wait and wake, what time it is, and who watches.
 *
 * <p>This class is the real world: virtual threads, {@link LockSupport}, {@link System#nanoTime()}. A subclass can put
 * another scheduler or clock in its place, or a {@link Probe} beside it. A goroutine lives in the world of the one that
 * started it; every other thread lives in {@link #REAL}.
 *
 * <p>Until the first other world exists, asking for the current one is a read of a field that never changes.
 *
 * {@snippet :
 * import rendezvous.runtime.Event;
 * import rendezvous.runtime.World;
 *
 * Queue<Event.Kind> seen = new ConcurrentLinkedQueue<>();
 * World watched = World.watched(event -> seen.add(event.kind()));
 * Chan<Integer> ch = Chan.make(1);
 * Goroutine.start("sender", watched, () -> ch.send(1)).await();
 * println(seen);   // Output: [START, SEND, END]
 * }
 */
public class World {
    private static final ThreadFactory VIRTUAL =
            Thread.ofVirtual().inheritInheritableThreadLocals(false).factory();

    /** The real world, unwatched. */
    public static final World REAL = new World();

    private static final Duration FAR = Duration.ofNanos(Alarms.FAR);

    private static volatile boolean others;

    private final @Nullable Probe probe;

    private World() {
        this.probe = null;
    }

    /**
     * Creates another world.
     *
     * @param probe told of all that happens in it; null for none
     */
    protected World(@Nullable Probe probe) {
        this.probe = probe;
        noteAnother();
    }

    private static void noteAnother() {
        others = true;
    }

    /** Returns whether there has ever been another world than {@link #REAL}. */
    static boolean areOthers() {
        return others;
    }

    /** Returns whether it is the real world, watched or not: nobody but a thread can do anything in it. */
    final boolean isReal() {
        return getClass() == World.class;
    }

    /** Returns the real world watched by the probe. */
    public static World watched(Probe probe) {
        return new World(probe);
    }

    /** Returns the world of the calling thread. */
    public static World current() {
        if (!others) {
            return REAL;
        }
        Goroutine goroutine = Goroutine.current();
        return goroutine == null ? REAL : goroutine.world();
    }

    /** Returns the calling goroutine if it lives in a world that is watched, else null. */
    public static @Nullable Goroutine watched() {
        if (!others) {
            return null;
        }
        Goroutine goroutine = Goroutine.current();
        return goroutine == null || goroutine.world().probe == null ? null : goroutine;
    }

    /** Tells the probe of an event at the present time, if there is a probe. */
    public final void tell(
            Event.Kind kind,
            Goroutine goroutine,
            @Nullable Object subject,
            @Nullable Object value,
            @Nullable Goroutine peer) {
        if (probe != null) {
            probe.on(new Event(nanoTime(), kind, goroutine, subject, value, peer));
        }
    }

    /** Returns the time in nanoseconds from an arbitrary origin; only differences mean something. */
    public long nanoTime() {
        return System.nanoTime();
    }

    /**
     * Returns how long a duration is in nanoseconds: 0 if it is negative, and no more than some 146 years, so that the
     * moment when it is over can be compared with {@link #nanoTime()} by their difference.
     */
    public static long nanos(Duration duration) {
        if (duration.compareTo(FAR) >= 0) {
            return Alarms.FAR;
        }
        return duration.isNegative() ? 0 : duration.toNanos();
    }

    /**
     * Returns the time of day. It need not go as {@link #nanoTime()} does: somebody may set the clock. Time is measured
     * there, and this is for people.
     */
    public Instant now() {
        return Instant.now();
    }

    /**
     * Starts a thread for a goroutine.
     *
     * @param name the thread's name; null for none
     * @param code what it runs; throws nothing
     */
    protected Thread start(@Nullable String name, Runnable code) {
        Thread thread = VIRTUAL.newThread(code);
        if (name != null) {
            thread.setName(name);
        }
        thread.start();
        return thread;
    }

    /**
     * Waits until somebody calls {@link #unpark}, the thread is interrupted, or for no reason at all; returns at once
     * if it was unparked since it last waited.
     *
     * @param blocker what it waits for: see {@link LockSupport#getBlocker}
     */
    public void park(Object blocker) {
        LockSupport.park(blocker);
    }

    /** Lets a thread that is parked, or is about to park, go on. */
    public void unpark(Thread thread) {
        LockSupport.unpark(thread);
    }

    /**
     * Returns a number chosen at random, each as likely as the others.
     *
     * @param bound one more than the largest; positive
     */
    public int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    /**
     * Runs code once a time has passed, on a thread of the world's own. Until it runs or is called off, the world holds
     * it, and with it all that the code refers to. Codes run one after another, in the order of the moments when they are
     * due; those due at the same moment, in the order in which they were scheduled.
     *
     * <p>The caller must hold no lock that the code takes, nor any {@link Spinlock}.
     *
     * @param nanos in how many nanoseconds; zero and negative mean as soon as possible
     * @param code what to run: short, never blocking, throwing nothing, and never a user's own
     * @return the handle to call it off
     */
    public Alarm schedule(long nanos, Runnable code) {
        return Alarms.REAL.schedule(nanos, code);
    }

    /**
     * Waits for a time; returns at once if it is zero or negative.
     *
     * @param duration how long
     * @throws InterruptedException if the thread is or gets interrupted; the flag is cleared
     */
    public final void sleep(Duration duration) throws InterruptedException {
        Goroutine me = watched();
        if (me == null) {
            pause(duration);
            return;
        }
        tell(Event.Kind.BLOCK, me, null, Wait.SLEEP, null);
        try {
            pause(duration);
        } finally {
            tell(Event.Kind.UNBLOCK, me, null, null, null);
        }
    }

    /** Does what {@link #sleep} promises. */
    protected void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.isNegative() ? Duration.ZERO : duration); // of a negative one it forgets the interrupt
    }
}

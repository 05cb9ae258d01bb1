package rendezvous.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
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

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Duration FAR = Duration.ofNanos(Alarms.FAR);

    private static volatile boolean others;
    private static volatile @Nullable Supplier<? extends @Nullable World> finder;

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
        World world = found();
        if (world != null) {
            return world;
        }
        Goroutine goroutine = Goroutine.current();
        return goroutine == null ? REAL : goroutine.world();
    }

    /** Returns the calling goroutine if it lives in a world that is watched, else null. */
    public static @Nullable Goroutine watched() {
        if (!others) {
            return null;
        }
        World world = found();
        Goroutine goroutine = world == null ? Goroutine.current() : world.running();
        return goroutine == null || goroutine.world().probe == null ? null : goroutine;
    }

    private static @Nullable World found() {
        Supplier<? extends @Nullable World> how = finder;
        return how == null ? null : how.get();
    }

    /**
     * Sets how to find the world of a calling thread before its goroutine is asked, for worlds whose threads are not all
     * goroutines.
     *
     * @param how returns the world, null if it does not know the thread; replaces what was set before
     */
    protected static void find(Supplier<? extends @Nullable World> how) {
        finder = how;
    }

    /** Returns the calling goroutine of this world, which was found as {@link #find} says; null if it is none. */
    protected @Nullable Goroutine running() {
        return Goroutine.current();
    }

    /**
     * Says that the calling thread has come to a step of its program at which others can come between: an operation of the
     * library calls this before it takes any effect. The real world goes on at once. The caller holds no lock.
     *
     * @param step what comes next, in words that follow a goroutine's name: "sends on"
     * @param subject what it is done with, such as a channel; null for nothing
     * @throws IllegalStateException if the subject belongs to another world
     */
    public static void point(String step, @Nullable Object subject) {
        if (others) {
            World world = current();
            checkHome(world, subject);
            world.at(step, subject);
        }
    }

    /**
     * Says that an operation is done for which others may have waited, so that they can come before what follows it. The
     * caller holds no lock.
     */
    public static void passed() {
        if (others) {
            current().at(null, null);
        }
    }

    /**
     * Says that what the calling thread has done happens before what others do once they {@linkplain #acquires acquire} the
     * same object. What channels order need not be said: their events tell it.
     */
    public static void releases(Object object) {
        if (others) {
            current().released(object);
        }
    }

    /**
     * Says that what others had done before they {@linkplain #releases released} the object happens before what the calling
     * thread does from now on.
     */
    public static void acquires(Object object) {
        if (others) {
            current().acquired(object);
        }
    }

    /**
     * Says that the calling thread has got a lock: it {@linkplain #acquires acquires} it.
     *
     * @param lock which
     * @param how {@link Wait#LOCK}, {@link Wait#READ_LOCK}, or of a semaphore how much as a {@link Long}
     */
    public static void locks(Object lock, Object how) {
        if (others) {
            did(Event.Kind.LOCK, lock, how);
            current().acquired(lock);
        }
    }

    /**
     * Says that the calling thread is about to give a lock back.
     *
     * @param lock which
     * @param how as it was locked
     * @param released what it {@linkplain #releases releases} by that, mostly the lock
     */
    public static void unlocks(Object lock, Object how, Object released) {
        if (others) {
            did(Event.Kind.UNLOCK, lock, how);
            current().released(released);
        }
    }

    /**
     * Tells the probe of what the calling thread has just done, if it is a goroutine of a world with a probe.
     *
     * @param kind what it was
     * @param subject what it was done with; null for nothing
     * @param value as {@link Event#value} says
     */
    public static void did(Event.Kind kind, @Nullable Object subject, @Nullable Object value) {
        if (others) {
            Goroutine me = watched();
            if (me != null) {
                me.world().tell(kind, me, subject, value, null);
            }
        }
    }

    /** Does what {@link #releases} says. */
    protected void released(Object object) {}

    /** Does what {@link #acquires} says. */
    protected void acquired(Object object) {}

    /**
     * Checks that the calling thread may use something of the library's.
     *
     * @param subject what it is
     * @throws IllegalStateException if the subject belongs to another world
     */
    public static void checkHome(Object subject) {
        if (others) {
            checkHome(current(), subject);
        }
    }

    private static void checkHome(World world, @Nullable Object subject) {
        if (subject instanceof Homed homed) {
            World home = homed.home();
            if (home != null && !home.equals(world)) {
                throw new IllegalStateException(
                        subject + " belongs to " + home + " and was used from " + world + ": make it where it is used");
            }
        }
    }

    /** Returns the calling thread's world if what is made in it must not be used elsewhere; null if it may. */
    public static @Nullable World home() {
        if (!others) {
            return null;
        }
        World world = current();
        return world.isClosed() ? world : null;
    }

    /** Returns whether what is made in this world must not be used elsewhere. */
    protected boolean isClosed() {
        return false;
    }

    /** Returns whether this world keeps its goroutines itself: then the registry does not. */
    boolean keepsItsOwn() {
        return isClosed();
    }

    /** Returns the goroutines of this world that live, if it keeps them, as it does if what is made in it must not be used elsewhere. */
    protected List<Goroutine> goroutines() {
        return List.of();
    }

    /** Returns whether one thread of this world runs at a time, and others only come between at {@link #point}. */
    public boolean isOneAtATime() {
        return false;
    }

    /** Does what {@link #point} promises. */
    protected void at(@Nullable String step, @Nullable Object subject) {}

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
     * Lets a thread that is parked go on once a time has passed; like {@link #schedule} otherwise.
     *
     * @param thread a thread of this world
     * @param nanos in how many nanoseconds
     */
    public Alarm unparkIn(Thread thread, long nanos) {
        return schedule(nanos, () -> unpark(thread));
    }

    /** Interrupts a thread of this world. */
    protected void interrupt(Thread thread) {
        thread.interrupt();
    }

    /**
     * Returns whether the calling goroutine ended with this because it was interrupted: the checked way, or the unchecked
     * way with the flag set again.
     */
    protected static boolean isInterrupt(Throwable panic) {
        return panic instanceof InterruptedException
                || (panic.getCause() instanceof InterruptedException
                        && Thread.currentThread().isInterrupted());
    }

    /** Returns how many numbers were given to goroutines that are not of a world with a count of its own. */
    static long numbersGiven() {
        return NUMBERS.get();
    }

    /** Returns the number of the next goroutine. */
    protected long nextNumber() {
        return NUMBERS.incrementAndGet();
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
        at("sleeps", null);
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

    /** Returns what it is, for messages. */
    @Override
    public String toString() {
        return "the real world";
    }
}

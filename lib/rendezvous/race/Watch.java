package rendezvous.race;

import java.lang.reflect.Array;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.World;

/**
 * What rewritten code calls. Outside a run it does what the code would have done.
 *
 * <p>Public because the code under study calls it; not for use by hand.
 */
public final class Watch {
    private Watch() {}

    private static @Nullable Watched here() {
        return World.current() instanceof Watched run ? run : null;
    }

    /** A field of an object is about to be read. */
    public static void readField(@Nullable Object base, int number) {
        field(base, number, false);
    }

    /** A field of an object is about to be written. */
    public static void writeField(@Nullable Object base, int number) {
        field(base, number, true);
    }

    private static void field(@Nullable Object base, int number, boolean writes) {
        Watched run = here();
        if (run != null && base != null) { // the access itself throws for null
            Site site = Sites.of(number);
            access(run, base, site.field(), site, writes);
        }
    }

    /** A static field is about to be read. */
    public static void readStatic(int number) {
        staticField(number, false);
    }

    /** A static field is about to be written. */
    public static void writeStatic(int number) {
        staticField(number, true);
    }

    private static void staticField(int number, boolean writes) {
        Watched run = here();
        if (run != null) {
            Site site = Sites.of(number);
            access(run, site.field().holder(), site.field(), site, writes);
        }
    }

    private static void access(Watched run, Object base, Site.Resolved field, Site site, boolean writes) {
        switch (field.nature()) {
            case PLAIN -> run.access(base, field.key(), 0, site, writes);
            case VOLATILE -> run.touches(base, field.key(), site, writes);
            case FINAL -> {} // frozen when its constructor ends
        }
    }

    /** An array's element is about to be read. */
    public static void readElement(@Nullable Object array, int index, int number) {
        element(array, index, number, false);
    }

    /** An array's element is about to be written. */
    public static void writeElement(@Nullable Object array, int index, int number) {
        element(array, index, number, true);
    }

    private static void element(@Nullable Object array, int index, int number, boolean writes) {
        Watched run = here();
        if (run != null && array != null) {
            run.access(array, null, index, Sites.of(number), writes);
        }
    }

    /** The JDK is about to read an array. */
    public static void readsAll(@Nullable Object array, int number) {
        if (array != null) {
            range(array, 0, Array.getLength(array), number, false);
        }
    }

    /** The JDK is about to write to an array. */
    public static void writesAll(@Nullable Object array, int number) {
        if (array != null) {
            range(array, 0, Array.getLength(array), number, true);
        }
    }

    /** The JDK is about to read or write a part of an array; what is outside of it is left to the JDK to complain of. */
    public static void range(@Nullable Object array, int from, int length, int number, boolean writes) {
        Watched run = here();
        if (run != null && array != null && array.getClass().isArray()) {
            int first = Math.max(from, 0);
            int end = (int) Math.min((long) from + length, Array.getLength(array));
            if (first < end) {
                run.elements(array, first, end, Sites.of(number), writes);
            }
        }
    }

    /** A method of an object of the JDK is about to be called. */
    public static void calls(@Nullable Object receiver, int number) {
        Watched run = here();
        if (run == null || receiver == null) {
            return;
        }
        Site site = Sites.of(number);
        Object owner = JdkTypes.owner(receiver);
        switch (JdkTypes.of(owner)) {
            case UNSAFE ->
                run.access(owner, Location.Key.WHOLE, 0, site, JdkTypes.writes(site.member(), receiver, owner));
            case SYNCHRONIZED -> run.passes(owner);
            case CONCURRENT -> run.touches(owner, Location.Key.WHOLE, site, true);
            case OTHER -> {}
        }
    }

    /** A method of an object of the JDK has returned. */
    public static void called(@Nullable Object receiver) {
        Watched run = here();
        if (run != null && receiver != null) {
            Object owner = JdkTypes.owner(receiver);
            if (JdkTypes.of(owner) == JdkTypes.Kind.CONCURRENT) {
                run.returned(owner);
            }
        }
    }

    /** An argument is about to be passed to the JDK, which looks at what is in it. */
    public static void passes(@Nullable Object argument, int number) {
        argument(argument, number, false);
    }

    /** An argument is about to be passed to the JDK, which changes what is in it. */
    public static void hands(@Nullable Object argument, int number) {
        argument(argument, number, true);
    }

    private static void argument(@Nullable Object argument, int number, boolean writes) {
        Watched run = here();
        if (run != null && argument != null && JdkTypes.isContent(argument)) {
            Object owner = JdkTypes.owner(argument);
            if (JdkTypes.of(owner) == JdkTypes.Kind.UNSAFE) {
                run.access(owner, Location.Key.WHOLE, 0, Sites.of(number), writes);
            }
        }
    }

    /** A monitor is about to be entered; returns whether the run has done it, and the JVM must not. */
    public static boolean enters(@Nullable Object monitor) {
        Watched run = here();
        return run != null && monitor != null && run.enters(monitor);
    }

    /** A monitor is about to be left; returns whether the run has done it, and the JVM must not. */
    public static boolean exits(@Nullable Object monitor) {
        Watched run = here();
        if (run == null || monitor == null || !run.holds(monitor)) {
            return false;
        }
        run.exits(monitor);
        return true;
    }

    /** In place of {@link Thread#holdsLock}. */
    public static boolean holdsLock(Object monitor) {
        Watched run = here();
        return (run != null && run.holds(monitor)) || Thread.holdsLock(monitor);
    }

    /**
     * In place of {@link Object#wait()}. Waits as that does.
     *
     * @throws InterruptedException if the calling thread is or gets interrupted, as there
     */
    public static void waits(Object monitor) throws InterruptedException {
        waits(monitor, 0L);
    }

    /**
     * In place of {@link Object#wait(long)}. Waits as that does.
     *
     * @throws InterruptedException if the calling thread is or gets interrupted, as there
     */
    public static void waits(Object monitor, long millis) throws InterruptedException {
        waits(monitor, millis, 0);
    }

    /**
     * In place of {@link Object#wait(long, int)}. Waits as that does.
     *
     * @throws InterruptedException if the calling thread is or gets interrupted, as there
     */
    @SuppressWarnings("WaitNotInLoop") // that is for the code that is rewritten
    public static void waits(Object monitor, long millis, int nanos) throws InterruptedException {
        Watched run = here();
        if (run == null || millis < 0 || nanos < 0 || nanos > 999_999) {
            monitor.wait(millis, nanos);
            return;
        }
        run.waits(monitor, saturated(millis, nanos));
    }

    private static long saturated(long millis, int nanos) {
        long all = TimeUnit.MILLISECONDS.toNanos(millis);
        return all > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : all + nanos;
    }

    /** In place of {@link Object#notify()}. */
    public static void notifies(Object monitor) {
        Watched run = here();
        if (run == null) {
            monitor.notify();
        } else {
            run.notifies(monitor, false);
        }
    }

    /** In place of {@link Object#notifyAll()}. */
    public static void notifiesAll(Object monitor) {
        Watched run = here();
        if (run == null) {
            monitor.notifyAll();
        } else {
            run.notifies(monitor, true);
        }
    }

    /** Code goes round a loop. */
    public static void loops() {
        Watched run = here();
        if (run != null) {
            run.loops();
        }
    }

    /** A method begins. */
    public static void begins() {
        Watched run = here();
        if (run != null) {
            run.begins();
        }
    }

    /** Something is about to be started that may be a thread. */
    public static void starts(@Nullable Object perhapsThread) {
        Watched run = here();
        if (run != null && perhapsThread instanceof Thread thread) {
            run.starts(thread);
        }
    }

    /** A pool of threads of the platform, or a timer, is about to be made. */
    public static void pools() {
        Watched run = here();
        if (run != null) {
            run.pools();
        }
    }

    /** Something is about to be interrupted that may be a thread. */
    public static void interrupts(@Nullable Object perhapsThread) {
        Watched run = here();
        if (run != null && perhapsThread instanceof Thread thread) {
            run.interrupts(thread);
        }
    }

    /**
     * In place of {@link Thread#sleep(long)}. Waits as that does.
     *
     * @throws InterruptedException if the calling thread is or gets interrupted, as there
     */
    public static void sleep(long millis) throws InterruptedException {
        sleep(millis, 0);
    }

    /**
     * In place of {@link Thread#sleep(long, int)}. Waits as that does.
     *
     * @throws InterruptedException if the calling thread is or gets interrupted, as there
     */
    public static void sleep(long millis, int nanos) throws InterruptedException {
        Watched run = here();
        if (run == null || millis < 0 || nanos < 0 || nanos > 999_999) {
            Thread.sleep(millis, nanos);
        } else {
            run.sleeps(saturated(millis, nanos));
        }
    }

    /**
     * In place of {@link Thread#sleep(Duration)}. Waits as that does.
     *
     * @throws InterruptedException if the calling thread is or gets interrupted, as there
     */
    public static void sleep(Duration duration) throws InterruptedException {
        Watched run = here();
        if (run == null) {
            Thread.sleep(duration);
        } else {
            run.sleeps(World.nanos(duration));
        }
    }

    /** In place of {@link System#nanoTime()}. */
    public static long nanoTime() {
        Watched run = here();
        return run == null ? System.nanoTime() : run.nanoTime();
    }

    /** In place of {@link System#currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return here() == null
                ? System.currentTimeMillis()
                : World.current().now().toEpochMilli();
    }

    /** In place of {@link Instant#now()}. */
    public static Instant now() {
        return here() == null ? Instant.now() : World.current().now();
    }
}

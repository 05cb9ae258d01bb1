package rendezvous.race;

import org.jspecify.annotations.Nullable;

/**
 * What rewritten code talks to: one run of the laboratory. Called by the run's threads, one at a time.
 */
public interface Watched {
    /**
     * The calling thread is about to access memory.
     *
     * @param base the object or array; for a static field what stands for its class
     * @param key the field; null for an array's element
     * @param index the element
     * @param site where in the code
     * @param writes whether it is going to change what is there
     */
    void access(Object base, Location.@Nullable Key key, int index, Site site, boolean writes);

    /**
     * The calling thread is about to access several elements of an array, in one step.
     *
     * @param from the first
     * @param to behind the last
     * @param site where in the code
     * @param writes whether it is going to change what is there
     */
    void elements(Object array, int from, int to, Site site, boolean writes);

    /**
     * The calling thread is about to access memory that orders those who access it: a volatile field, an object of
     * {@code java.util.concurrent}.
     *
     * @param base the object; for a static field what stands for its class
     * @param key the field, or what stands for the whole of the object
     * @param site where in the code
     * @param writes whether it is going to change what is there
     */
    void touches(Object base, Location.Key key, Site site, boolean writes);

    /** A call of an object of {@code java.util.concurrent} has returned. */
    void returned(Object object);

    /**
     * The calling thread enters the object's monitor; waits while another is in it.
     *
     * @return false if the JVM is to do it
     */
    boolean enters(Object monitor);

    /**
     * The calling thread leaves the object's monitor. Throws nothing if it is in it: javac's code would call this again.
     *
     * @throws IllegalMonitorStateException if it is not in it
     */
    void exits(Object monitor);

    /** Enters the object's monitor and leaves it again. */
    void passes(Object monitor);

    /** Returns whether the calling thread is in the object's monitor. */
    boolean holds(Object monitor);

    /**
     * Waits for a notification, as {@link Object#wait(long)} does.
     *
     * @param nanos for how long at most; 0 for ever
     * @throws InterruptedException if the calling thread is or gets interrupted; it has the monitor again
     */
    void waits(Object monitor, long nanos) throws InterruptedException;

    /** Notifies one who waits, or all. */
    void notifies(Object monitor, boolean all);

    /** Code goes round a loop. */
    void loops();

    /** A method begins. */
    default void begins() {}

    /** The calling thread is about to start another. */
    default void starts(Thread thread) {}

    /** The calling thread is about to make a pool of threads of the platform, or a timer. */
    default void pools() {}

    /** The calling thread is about to interrupt another. */
    default void interrupts(Thread thread) {}

    /**
     * The calling thread is about to end the JVM. Does not return if the JVM is not to end.
     *
     * @param call by what: "System.exit"
     */
    default void ends(String call) {}

    /**
     * Waits for a time, as {@link Thread#sleep} does.
     *
     * @throws InterruptedException if the calling thread is or gets interrupted meanwhile
     */
    void sleeps(long nanos) throws InterruptedException;

    /** Returns the run's time in nanoseconds. */
    long nanoTime();
}

package rendezvous.lab;

import org.jspecify.annotations.Nullable;

/** How the threads of a run are made, and how one of them at a time is let run. */
abstract sealed class Machine permits Continuations, Batons {
    /** Returns the best one that this JVM allows. */
    static Machine best() {
        JdkInternals internals = JdkInternals.found();
        return internals == null ? new Batons() : new Continuations(internals);
    }

    /** Makes the strand's thread and lets it be ready. */
    abstract Thread start(Strand strand, @Nullable String name, Runnable code);

    /** Called by the driver: lets the strand's thread run until it gives way, waits or ends. */
    abstract void resume(Strand strand);

    /**
     * Called by the strand's thread: gives way to the driver; returns when resumed.
     *
     * @return false if the thread could not be taken off, so that nobody came between
     */
    abstract boolean giveWay(Strand strand);

    /** Called by the strand's thread: waits until woken or interrupted, or for no reason. */
    abstract void park(Strand strand, Object blocker);

    /** Lets a thread of the run that waits be ready. */
    abstract void wake(Thread thread);

    /** Interrupts a thread of the run. */
    abstract void interrupt(Thread thread);

    /** Returns whether the caller is the driver or runs in its place. */
    abstract boolean isHome(Thread driver);

    /** Returns whether threads of the run that park by means of the JDK are woken under our control. */
    abstract boolean controlsParks();

    /** Returns the thread that a continuation given to a scheduler belongs to; null if it is not known. */
    @Nullable
    Thread owner(Runnable continuation) {
        return null;
    }

    /** The run is over: ends what is left of it, if it cannot just be left. */
    void end(Threads threads) {}
}

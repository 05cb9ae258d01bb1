package rendezvous.lab;

import org.jspecify.annotations.Nullable;
import rendezvous.runtime.World;

/** The platform thread that works the schedulers of runs, one run after the other. */
final class Driver extends Thread {
    /** Goroutines run on its stack: deep enough that calls without end are noticed before it is used up. */
    private static final long STACK = 16L << 20;

    private volatile @Nullable LabWorld world;

    Driver(Runnable work) {
        super(null, work, "rendezvous-lab", STACK, false);
        setDaemon(true);
    }

    /** Returns the world of the calling thread if it is a driver or runs on one; null if not. */
    static @Nullable World worldOfCaller() {
        JdkInternals internals = JdkInternals.found();
        Thread thread = internals == null ? currentThread() : internals.carriedBy();
        return thread instanceof Driver driver ? driver.world : null;
    }

    void drives(LabWorld next) {
        world = next;
    }

    @Nullable
    LabWorld world() {
        return world;
    }
}

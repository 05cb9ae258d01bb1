package rendezvous.lab;

import org.jspecify.annotations.Nullable;
import rendezvous.runtime.World;

/** The platform thread that works the schedulers of runs, one run after the other. */
final class Driver extends Thread {
    private volatile @Nullable LabWorld world;

    Driver(Runnable work) {
        super(null, work, "rendezvous-lab", 0, false);
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

package rendezvous.lab;

import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;

/** Runs one body again and again. All but {@link #now} and {@link #stop} is for the driver. */
final class Trials {
    private final Body body;
    private final Limits limits;
    private final Patience patience = new Patience();
    private volatile @Nullable LabWorld now;
    private volatile boolean stopped;

    Trials(Body body, Limits limits) {
        this.body = body;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /**
     * Runs the body once.
     *
     * @param keeps whether events and steps are to be kept
     */
    LabWorld run(Strategy strategy, boolean keeps) {
        LabWorld world = LabWorld.make(Machine.best(), strategy, limits, new Log(keeps), patience);
        if (stopped) {
            world.scheduler().stop();
        }
        now = world;
        if (Thread.currentThread() instanceof Driver driver) {
            driver.drives(world);
        }
        world.run(body);
        return world;
    }

    /** Returns the world of the run that is on, or was last; null before the first. */
    @Nullable
    LabWorld now() {
        return now;
    }

    /** Ends the run that is on at its next step, and others as they begin. */
    void stop() {
        stopped = true;
        LabWorld world = now;
        if (world != null) {
            world.scheduler().stop();
        }
    }

    boolean isStopped() {
        return stopped;
    }
}

package rendezvous.chan;

import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;

/** Starts a goroutine when it is due. */
final class CallClockwork extends Clockwork {
    private final Body body;
    private boolean starts; // when the lock is given back

    /** Creates one that is not set. */
    CallClockwork(Body body) {
        this.body = body;
    }

    @Override
    boolean isWanted() {
        return true;
    }

    @Override
    void strike() {
        long late = late();
        if (late >= 0) {
            done(late);
            starts = true;
        }
    }

    @Override
    void release() {
        boolean start = starts;
        starts = false;
        lock.unlock();
        if (start) {
            Goroutine.start(null, world, body);
        }
    }
}

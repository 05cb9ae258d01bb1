package rendezvous.sync;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
import rendezvous.testing.Until;

/** A world where a goroutine that was woken goes on only when the gate is open, and where the test moves the clock. */
final class GatedWorld extends World {
    private final AtomicLong clock = new AtomicLong();
    private volatile boolean open;

    GatedWorld() {
        super(null);
    }

    /** Starts a goroutine, and returns once its wait is a real one, so that the gate will hold it. */
    Goroutine startAndPark(Body body) {
        Thread[] thread = new Thread[1];
        Goroutine goroutine = Goroutine.start(null, this, () -> {
            thread[0] = Thread.currentThread();
            body.run();
        });
        Until.holds("the goroutine waits", () -> parked(thread[0]));
        return goroutine;
    }

    static boolean parked(Thread thread) {
        return thread != null && thread.getState() == Thread.State.WAITING;
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }

    void advance(long nanos) {
        clock.addAndGet(nanos);
    }

    @Override
    public long nanoTime() {
        return clock.get();
    }

    @Override
    protected Thread start(String name, Runnable code) {
        return Thread.ofPlatform().daemon().start(code);
    }

    @Override
    public void park(Object blocker) {
        LockSupport.park(blocker);
        while (!open) {
            LockSupport.parkNanos(blocker, 10_000);
        }
    }
}

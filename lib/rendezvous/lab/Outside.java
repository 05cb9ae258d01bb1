package rendezvous.lab;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Where threads from outside a run leave word that they have woken a thread of it. */
final class Outside {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(200);

    private record Call(Strand strand, String thread) {}

    private final Thread driver;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile boolean called;

    Outside(Thread driver) {
        this.driver = driver;
    }

    Thread driver() {
        return driver;
    }

    /** A thread from outside makes the strand able to run. */
    void wakes(Strand strand) {
        Thread thread = Thread.currentThread();
        calls.add(new Call(strand, thread.getName().isEmpty() ? thread.toString() : thread.getName()));
        called = true;
        LockSupport.unpark(driver);
    }

    /** Waits for a moment whether somebody outside lets the strand go on; returns whether that happened. */
    boolean comesBack(Strand strand) {
        long deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < deadline) {
            if (calls.removeIf(call -> call.strand == strand)) {
                return true;
            }
            LockSupport.parkNanos(this, deadline - System.nanoTime());
        }
        return false;
    }

    /** Returns who intruded and how, as a sentence; null if nobody did. */
    @Nullable
    String intruder() {
        if (!called) {
            return null;
        }
        Call call = calls.poll();
        if (call == null) {
            called = false;
            return null;
        }
        return call.strand.name() + " was woken by the thread \"" + call.thread + "\", which the lab does not schedule,"
                + " so no schedule can repeat this run." + "\n"
                + "Start what takes part in the run by go(…) inside it; pools, the common pool and timers of the JDK are"
                + " outside.";
    }
}

package rendezvous.lab;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Where threads from outside a run leave word that they have woken a thread of it. */
final class Outside {
    private record Call(Strand strand, String thread) {}

    private final Thread driver;
    private final Patience patience;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile boolean called;

    Outside(Thread driver, Patience patience) {
        this.driver = driver;
        this.patience = patience;
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
        return holdsSoon(() -> calls.removeIf(call -> call.strand == strand));
    }

    /** Waits for a moment whether somebody outside lets anybody go on; returns whether that happened. */
    boolean calls() {
        return holdsSoon(() -> !calls.isEmpty());
    }

    private boolean holdsSoon(BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.nanos();
        while (System.nanoTime() < deadline) {
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(this, deadline - System.nanoTime());
        }
        patience.wasInVain();
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

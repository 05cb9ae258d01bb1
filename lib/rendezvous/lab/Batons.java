package rendezvous.lab;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads of the usual kind, of which only the one that holds the baton runs. The way where the JDK's internals
 * cannot be reached: the same schedules, slower, and without control of what waits by means of the JDK.
 */
final class Batons extends Machine {
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Thread driver = Thread.currentThread();
    private final Map<Thread, Strand> strands = new ConcurrentHashMap<>();
    private volatile @Nullable Strand holder;
    private volatile boolean ending;

    @Override
    Thread start(Strand strand, @Nullable String name, Runnable code) {
        Thread thread = Thread.ofVirtual()
                .name(name == null ? "" : name)
                .inheritInheritableThreadLocals(false)
                .uncaughtExceptionHandler(strand)
                .unstarted(() -> live(strand, code));
        strand.thread = thread;
        strands.put(thread, strand);
        thread.start();
        strand.scheduler().canRun(strand);
        return thread;
    }

    private void live(Strand strand, Runnable code) {
        try {
            awaitBaton(strand);
            code.run();
        } catch (RunOver e) {
            // That is how it ends.
        } finally {
            strands.remove(Thread.currentThread());
            handBack();
        }
    }

    @Override
    void resume(Strand strand) {
        Thread thread = Objects.requireNonNull(strand.thread);
        holder = strand;
        LockSupport.unpark(thread);
        while (holder == strand) {
            LockSupport.parkNanos(this, GLANCE);
            if (holder == strand && waitsElsewhere(thread) && waitsElsewhere(thread)) {
                return; // by means of the JDK, and who will wake it is not known
            }
            if (!thread.isAlive()) {
                return; // it ended before it got the baton
            }
        }
    }

    /**
     * Whether it waits, and not for the baton, which it has: a thread that was unparked before it had quite parked is
     * waiting for a moment all the same.
     */
    private boolean waitsElsewhere(Thread thread) {
        return waits(thread) && LockSupport.getBlocker(thread) != this;
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }

    private void handBack() {
        holder = null;
        LockSupport.unpark(driver);
    }

    private void awaitBaton(Strand strand) {
        boolean interrupted = false;
        while (holder != strand) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted(); // with the flag set it would not wait
        }
        if (ending) {
            throw new RunOver();
        }
        if (interrupted || strand.interrupted) {
            strand.interrupted = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    boolean giveWay(Strand strand) {
        if (ending) {
            throw new RunOver();
        }
        strand.scheduler().canRun(strand);
        handBack();
        awaitBaton(strand);
        return true;
    }

    @Override
    void park(Strand strand, Object blocker) {
        if (strand.permit || Thread.currentThread().isInterrupted()) {
            strand.permit = false;
            return;
        }
        strand.parked = true;
        handBack();
        awaitBaton(strand);
        strand.parked = false;
        strand.permit = false;
    }

    @Override
    void wake(Thread thread) {
        Strand strand = strands.get(thread);
        if (strand != null) {
            strand.permit = true;
            if (strand.parked) {
                strand.scheduler().canRun(strand);
            }
        }
    }

    @Override
    void interrupt(Thread thread) {
        Strand strand = strands.get(thread);
        if (strand == null || thread.equals(Thread.currentThread())) {
            thread.interrupt();
            return;
        }
        strand.interrupted = true;
        if (strand.parked) {
            strand.scheduler().canRun(strand);
        }
    }

    @Override
    boolean controlsParks() {
        return false;
    }

    @Override
    boolean isHome(Thread driver) {
        Thread caller = Thread.currentThread();
        Strand strand = holder;
        return caller.equals(driver) || (strand != null && caller.equals(strand.thread));
    }

    /** Lets each thread that is left throw, wherever it is, so that it ends. */
    @Override
    void end(Threads threads) {
        ending = true;
        for (Strand strand : List.copyOf(strands.values())) {
            Thread thread = Objects.requireNonNull(strand.thread);
            if (!strand.parked && !strand.isReady && !strand.again) {
                thread.interrupt(); // it waits by means of the JDK: there is no more to do
            }
            resume(strand);
        }
    }
}

package rendezvous.lab;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Virtual threads whose continuations the driver itself runs, one at a time. */
final class Continuations extends Machine {
    private final JdkInternals internals;
    private int resumed;

    Continuations(JdkInternals internals) {
        this.internals = internals;
    }

    @Override
    Thread start(Strand strand, @Nullable String name, Runnable code) {
        Thread thread = internals.make(strand, name, code);
        strand.thread = thread;
        thread.setUncaughtExceptionHandler(strand);
        internals.launch(thread);
        return thread;
    }

    @Override
    void resume(Strand strand) {
        resumed++;
        strand.mount();
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // the scheduler is ours
    boolean giveWay(Strand strand) {
        int before = resumed;
        Thread.yield();
        return resumed != before;
    }

    @Override
    void park(Strand strand, Object blocker) {
        LockSupport.park(blocker);
    }

    @Override
    void wake(Thread thread) {
        LockSupport.unpark(thread);
    }

    @Override
    void interrupt(Thread thread) {
        thread.interrupt();
    }

    @Override
    boolean controlsParks() {
        return true;
    }

    @Override
    boolean isHome(Thread driver) {
        return driver.equals(internals.carriedBy());
    }

    @Override
    @Nullable
    Thread owner(Runnable continuation) {
        return internals.owner(continuation);
    }

    /** What is left is never resumed. A thread that the JDK has made for the run stands in the JDK's list of all threads. */
    @Override
    void end(Threads threads) {
        for (Strand strand : threads.living()) {
            if (strand.goroutine() == null && strand.thread != null) {
                internals.forget(strand.thread);
            }
        }
    }
}

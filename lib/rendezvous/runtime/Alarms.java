package rendezvous.runtime;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The alarms of the real world: one thread for all, which ends when there has been nothing to do for a while. */
final class Alarms {
    private static final long MAX_NANOS = Long.MAX_VALUE >> 1; // the executor compares moments by their difference
    private static final ScheduledThreadPoolExecutor EXECUTOR = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("rendezvous-alarms").factory());

    static {
        EXECUTOR.setRemoveOnCancelPolicy(true);
        EXECUTOR.setKeepAliveTime(10, TimeUnit.SECONDS);
        EXECUTOR.allowCoreThreadTimeOut(true);
    }

    private static final AtomicLong PENDING = new AtomicLong(); // those that wait for their moment, or run

    private Alarms() {}

    static Alarm schedule(long nanos, Runnable code) {
        PENDING.incrementAndGet();
        ScheduledFuture<?> future = EXECUTOR.schedule(
                () -> {
                    try {
                        code.run();
                    } finally {
                        PENDING.decrementAndGet();
                    }
                },
                Math.clamp(nanos, 0, MAX_NANOS),
                TimeUnit.NANOSECONDS);
        return () -> {
            boolean cancelled = future.cancel(false);
            if (cancelled) {
                PENDING.decrementAndGet();
            }
            return cancelled;
        };
    }

    /** Returns whether no alarm waits for its moment, and none runs. */
    static boolean areSilent() {
        return PENDING.get() == 0;
    }

    /** Returns whether it is the thread that runs alarms. */
    static boolean areRunBy(Thread thread) {
        return thread.getName().equals("rendezvous-alarms");
    }
}

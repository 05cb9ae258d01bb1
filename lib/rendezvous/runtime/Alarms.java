package rendezvous.runtime;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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

    private Alarms() {}

    static Alarm schedule(long nanos, Runnable code) {
        ScheduledFuture<?> future = EXECUTOR.schedule(code, Math.clamp(nanos, 0, MAX_NANOS), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }
}

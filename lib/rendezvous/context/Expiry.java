package rendezvous.context;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Alarm;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/** When a context's time runs out, on two clocks: the time of day for people, and the monotonic one that decides. */
final class Expiry {
    private static final long MAX_NANOS = Long.MAX_VALUE >> 1; // moments are compared by their difference
    private static final Duration LONGEST = Duration.ofNanos(MAX_NANOS);

    final Instant instant;
    final Outcome outcome;
    final World world;
    private final long at; // on the world's nanoTime
    private volatile @Nullable Alarm alarm; // while it is set

    private Expiry(Instant instant, long at, @Nullable Throwable cause, World world) {
        this.instant = instant;
        this.at = at;
        this.outcome = cause == null ? Outcome.LATE : new Outcome(true, cause);
        this.world = world;
    }

    static Expiry at(Instant instant, @Nullable Throwable cause, World world) {
        Duration left = Duration.between(world.now(), instant);
        return new Expiry(instant, world.nanoTime() + nanos(left), cause, world);
    }

    static Expiry in(Duration timeout, @Nullable Throwable cause, World world) {
        long nanos = nanos(timeout);
        return new Expiry(world.now().plusNanos(nanos), world.nanoTime() + nanos, cause, world);
    }

    private static long nanos(Duration duration) {
        if (duration.compareTo(LONGEST) >= 0) {
            return MAX_NANOS;
        }
        return duration.compareTo(LONGEST.negated()) <= 0 ? -MAX_NANOS : duration.toNanos();
    }

    /** Returns how many nanoseconds are left; none if zero or negative. */
    long left() {
        return at - world.nanoTime();
    }

    /** Returns whether this comes before the other for certain: clocks of two worlds cannot be compared. */
    boolean isBefore(Expiry other) {
        return world.equals(other.world) && at - other.at < 0;
    }

    /** Sees to it that the node, which is connected, ends in time: now, if there is none left. */
    void set(CancelNode node) {
        if (node.outcome() != null) {
            return;
        }
        long left = left();
        if (left <= 0) {
            node.end(outcome);
            return;
        }
        alarm = world.schedule(left, () -> expire(node));
        if (node.outcome() != null) {
            callOff(); // whoever gave the outcome did perhaps not see the alarm
        }
    }

    /** Ends the node. Runs on the world's own thread, where nothing of a user's may. */
    private void expire(CancelNode node) {
        try {
            Cancellation.run(node, outcome);
        } catch (Throwable t) {
            report(t);
        }
        Child.Attachment attachment = node.letGo();
        if (attachment instanceof Lineage.ForeignStop) {
            Goroutine.start(null, world, attachment::detach);
        } else if (attachment != null) {
            attachment.detach();
        }
    }

    private static void report(Throwable failure) {
        Thread current = Thread.currentThread();
        try {
            current.getUncaughtExceptionHandler().uncaughtException(current, failure);
        } catch (Throwable ignored) {
            // As the JVM does; thrown on, it would hit the world's thread.
        }
    }

    /** Calls the alarm off, if it is set, and lets go of it. */
    void callOff() {
        Alarm set = alarm;
        if (set != null) {
            alarm = null;
            set.cancel();
        }
    }
}

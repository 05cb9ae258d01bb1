package rendezvous.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Alarm;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Probe;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * A world whose clock stands still until a test {@linkplain #advance advances} it; all else is as in the real world.
 *
 * <p>A goroutine started in it, and all that this one starts, lives by its clock: run what makes timers, or sleeps, by
 * {@link #call}. Its time of day starts at {@link Instant#EPOCH}. The origin of its other clock is such that this one
 * overflows soon, as any clock of that kind may.
 */
public final class ManualClock extends World {
    private static final long ORIGIN = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

    private final Object lock = new Object(); // guards what follows
    private final PriorityQueue<Ringing> alarms = new PriorityQueue<>();
    private long elapsed;
    private long scheduled;

    /** Creates a world with a clock that stands still. */
    public ManualClock() {
        this(null);
    }

    /** Creates a world with a clock that stands still, whose events are told to a probe. */
    public ManualClock(@Nullable Probe probe) {
        super(probe);
    }

    /**
     * Moves the clock on. Runs the alarms that are due until then in order, each at its moment and in the calling
     * thread. What these set going in other threads may not have happened yet when this returns.
     *
     * @param duration by how much; zero runs the alarms that are due already
     */
    public void advance(Duration duration) {
        long end;
        synchronized (lock) {
            end = elapsed + duration.toNanos();
        }
        for (Ringing due = nextUntil(end); due != null; due = nextUntil(end)) {
            due.code.run();
        }
    }

    private @Nullable Ringing nextUntil(long end) {
        synchronized (lock) {
            Ringing first = alarms.peek();
            if (first == null || first.at > end) {
                elapsed = Math.max(elapsed, end);
                return null;
            }
            elapsed = Math.max(elapsed, first.at);
            return alarms.remove();
        }
    }

    /** Moves the clock on to the moment that is so long after the start, if it is before that. */
    public void advanceTo(Duration sinceStart) {
        Duration left = sinceStart.minusNanos(elapsed());
        if (!left.isNegative()) {
            advance(left);
        }
    }

    /** Returns how many alarms are set. */
    public int alarms() {
        synchronized (lock) {
            return alarms.size();
        }
    }

    /** Runs code in a goroutine of this world, waits for its end, and returns what it returned. */
    public <R> R call(Callable<R> code) throws InterruptedException {
        FutureTask<R> task = new FutureTask<>(code);
        Goroutine.start(null, this, task::run);
        try {
            return task.get(Until.DEADLINE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("want: the code returns; got " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("want: the code returns within " + Until.DEADLINE.toSeconds() + " s", e);
        }
    }

    private long elapsed() {
        synchronized (lock) {
            return elapsed;
        }
    }

    @Override
    public long nanoTime() {
        return ORIGIN + elapsed();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(elapsed());
    }

    @Override
    public Alarm schedule(long nanos, Runnable code) {
        synchronized (lock) {
            Ringing ringing = new Ringing(elapsed + Math.max(0, nanos), scheduled++, code);
            alarms.add(ringing);
            return ringing;
        }
    }

    @Override
    protected void pause(Duration duration) throws InterruptedException {
        Waiter sleeper = new Waiter(null);
        if (sleeper.awaitUntil(this, nanoTime() + World.nanos(duration)) == Waiter.Woken.INTERRUPTED) {
            throw new InterruptedException("interrupted while it slept");
        }
    }

    private final class Ringing implements Alarm, Comparable<Ringing> {
        private final long at; // since the start
        private final long order;
        private final Runnable code;

        Ringing(long at, long order, Runnable code) {
            this.at = at;
            this.order = order;
            this.code = code;
        }

        @Override
        public boolean cancel() {
            synchronized (lock) {
                return alarms.remove(this);
            }
        }

        @Override
        public int compareTo(Ringing other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }
}

package rendezvous.context;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Alarm;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
import rendezvous.testing.Until;

/** A world whose clock goes when the test says so, and which knows the threads that were started in it. */
final class ManualWorld extends World {
    /** What its clock shows at first. */
    static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private static final long ORIGIN = Long.MAX_VALUE - 1_000; // so that moments overflow soon

    private record Entry(long at, Runnable code, List<Entry> owner) implements Alarm {
        @Override
        public boolean cancel() {
            synchronized (owner) {
                return owner.remove(this);
            }
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final List<Entry> alarms = new ArrayList<>();
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> panics = new ConcurrentLinkedQueue<>();
    private volatile long elapsed;
    private volatile Duration setForward = Duration.ZERO;
    private volatile boolean refusing;
    private volatile Runnable whenScheduling = () -> {};

    ManualWorld() {
        super(null);
    }

    @Override
    public long nanoTime() {
        return ORIGIN + elapsed;
    }

    @Override
    public Instant now() {
        return START.plusNanos(elapsed).plus(setForward);
    }

    @Override
    public Alarm schedule(long nanos, Runnable code) {
        synchronized (alarms) {
            Entry entry = new Entry(nanoTime() + nanos, code, alarms);
            alarms.add(entry);
            whenScheduling.run();
            return entry;
        }
    }

    @Override
    protected Thread start(@Nullable String name, Runnable code) {
        if (refusing) {
            throw new OutOfMemoryError("no thread, as the test wants");
        }
        Thread thread = Thread.ofVirtual()
                .uncaughtExceptionHandler((t, e) -> panics.add(e))
                .unstarted(code);
        threads.add(thread);
        thread.start();
        return thread;
    }

    /** Sets what happens between the setting of an alarm and the return. */
    void whenScheduling(Runnable code) {
        whenScheduling = code;
    }

    /** Sets whether threads cannot be started. */
    void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** Sets the time of day, which measures nothing. */
    void setClockForward(Duration by) {
        setForward = by;
    }

    /** Returns how many alarms are set. */
    int alarms() {
        synchronized (alarms) {
            return alarms.size();
        }
    }

    /** Returns how many threads were started, that of {@link #call} not counted. */
    int started() {
        return threads.size();
    }

    /** Returns what goroutines threw, and forgets it. */
    List<Throwable> panics() {
        List<Throwable> seen = new ArrayList<>();
        for (Throwable panic = panics.poll(); panic != null; panic = panics.poll()) {
            seen.add(panic);
        }
        return seen;
    }

    /** Interrupts all threads that were started. */
    void interruptThreads() {
        threads.forEach(Thread::interrupt);
    }

    /** Returns when all threads that were started have ended. */
    void awaitThreads() {
        Until.holds("all threads have ended", () -> threads.stream().noneMatch(Thread::isAlive));
    }

    /** Lets time pass; alarms go off when it is their turn, in the calling thread. */
    void advance(Duration by) {
        long until = elapsed + by.toNanos();
        while (true) {
            Entry next;
            synchronized (alarms) {
                next = alarms.stream()
                        .min(Comparator.comparingLong(entry -> entry.at - ORIGIN))
                        .orElse(null);
                if (next == null || next.at - ORIGIN > until) {
                    break;
                }
                alarms.remove(next);
            }
            elapsed = Math.max(elapsed, next.at - ORIGIN);
            next.code.run();
        }
        elapsed = until;
    }

    /** Runs code that lives in this world. */
    void run(Body code) throws Exception {
        call(() -> {
            code.run();
            return true;
        });
    }

    /** Runs code that lives in this world, and returns what it returns. */
    <R> R call(Callable<R> code) throws Exception {
        List<R> result = new ArrayList<>();
        List<Throwable> failure = new ArrayList<>();
        Goroutine goroutine = Goroutine.start(null, this, () -> {
            threads.remove(Thread.currentThread());
            try {
                result.add(code.call());
            } catch (Throwable t) {
                failure.add(t);
            }
        });
        goroutine.await();
        if (failure.isEmpty()) {
            return result.getFirst();
        }
        switch (failure.getFirst()) {
            case Exception e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(failure.getFirst());
        }
    }
}

package rendezvous.chart;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;

/**
 * Looks at levels again and again while a block runs: sizes of queues of the JDK, counts of goroutines, whatever is a
 * number.
 *
 * <p>A thread of its own looks, so that it is not held up by goroutines; what comes and goes between two looks it does not
 * see.
 *
 * <p>Not safe for use by many threads.
 *
 * {@snippet :
 * var queue = new LinkedBlockingQueue<Integer>();
 * Levels levels = Watch.every(ofMillis(1)).level("queue", queue::size).during(() -> {
 *     queue.put(1);
 *     queue.put(2);
 * });
 * println(levels.last("queue"));   // Output: 2.0
 * }
 */
public final class Watch {
    private final Duration period;
    private final Map<String, DoubleSupplier> levels = new LinkedHashMap<>();

    private Watch(Duration period) {
        this.period = period;
    }

    /**
     * Begins.
     *
     * @param period from look to look, at least 50 microseconds
     * @throws IllegalArgumentException if it is shorter
     */
    public static Watch every(Duration period) {
        if (period.compareTo(Duration.ofNanos(50_000)) < 0) {
            throw new IllegalArgumentException(
                    "time between two looks: got " + period + ", want 50 microseconds at least");
        }
        return new Watch(period);
    }

    /**
     * Adds something to look at.
     *
     * @param name for the chart
     * @param level called by the thread that looks; must be safe for that, and not wait
     * @throws IllegalArgumentException if there is one of this name already
     */
    public Watch level(String name, DoubleSupplier level) {
        if (levels.putIfAbsent(name, level) != null) {
            throw new IllegalArgumentException("level \"" + name + "\": got it twice, want each name once");
        }
        return this;
    }

    /**
     * Runs a block in the calling thread and looks from just before it until it is done, the last time just after; waits as
     * long as the block does.
     *
     * @param body the block
     * @throws IllegalStateException if there is nothing to look at; or if the block throws, or a level does, with what it
     *     threw as the cause
     * @throws InterruptedException if the calling thread is interrupted while the block waits
     */
    public Levels during(Body body) throws InterruptedException {
        if (levels.isEmpty()) {
            throw new IllegalStateException("nothing to look at; add it with level(name, supplier)");
        }
        Look look = new Look();
        Thread thread = Thread.ofPlatform().name("watch").daemon().start(look);
        try {
            look.begun.await(); // what a look must load is loaded, and the clock begins with the block
            body.run();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the block failed: " + e, e);
        } finally {
            look.over.countDown();
            join(thread);
        }
        if (look.failure != null) {
            throw new IllegalStateException("looking at a level failed: " + look.failure, look.failure);
        }
        return new Levels(
                look.series,
                look.end,
                "Looked at every " + Numbers.duration(period.toNanos()) + " at best, "
                        + Numbers.many(look.looks, "time") + ".");
    }

    /** Waits for a thread that ends at once, and keeps an interrupt for later. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread that looks; its results are read when it has ended. */
    private final class Look implements Runnable {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private final Map<String, Steps> series = new LinkedHashMap<>();
        private long start;
        private long end;
        private long looks;
        private @Nullable Throwable failure;

        Look() {
            levels.keySet().forEach(name -> series.put(name, new Steps()));
        }

        @Override
        public void run() {
            try {
                look();
                start = System.nanoTime();
                begun.countDown();
                boolean last;
                do {
                    last = over.await(period.toNanos(), TimeUnit.NANOSECONDS);
                    look();
                } while (!last);
            } catch (Throwable e) {
                failure = e;
            } finally {
                begun.countDown();
            }
        }

        private void look() {
            looks++;
            end = looks == 1 ? 0 : System.nanoTime() - start;
            levels.forEach((name, level) -> {
                double now = level.getAsDouble();
                if (!Double.isFinite(now)) {
                    throw new IllegalArgumentException("level \"" + name + "\": got " + now + ", want a number");
                }
                steps(name).add(end, now);
            });
        }

        private Steps steps(String name) {
            return Objects.requireNonNull(series.get(name));
        }
    }
}

package rendezvous.lab;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.World;

/**
 * Work done by a driver while the caller watches that it gets on.
 *
 * @param <R> what it results in
 */
final class Job<R> {
    private static final int GLANCE_MILLIS = 20;
    private static final int GRACE_MILLIS = 500;
    private static final int MOST_LOST = 8;
    private static final int MOST_FRAMES = 12;

    /** Drivers that were given up because what ran on them never came back. */
    private static final AtomicInteger LOST = new AtomicInteger();

    private final Trials trials;
    private final Supplier<R> work;
    private volatile @Nullable R result;
    private volatile @Nullable Throwable thrown;
    private volatile boolean given; // up by the caller

    private Job(Trials trials, Supplier<R> work) {
        this.trials = trials;
        this.work = work;
    }

    /**
     * Does the work.
     *
     * @param trials whose runs the work does
     * @param work the work
     * @param stalled what it results in if a run stalled: then the work itself gives nothing
     * @throws InterruptedException if the caller is interrupted; the run that is on is stopped
     * @throws IllegalStateException if the caller is a goroutine of another run
     */
    static <R> R of(Trials trials, Supplier<R> work, Function<Failure, R> stalled) throws InterruptedException {
        if (World.current() instanceof LabWorld) {
            throw new IllegalStateException(
                    "a lab run inside a lab run: one scheduler cannot control another; run them one after the other");
        }
        if (LOST.get() >= MOST_LOST) {
            throw new IllegalStateException(MOST_LOST + " runs before this one never came back and still compute;"
                    + " restart the JVM (in a notebook: the kernel) and mend them first");
        }
        Job<R> job = new Job<>(trials, work);
        Output.install();
        try (Instruments _ = Instruments.take(trials.limits())) {
            Driver driver = new Driver(job::run);
            driver.start();
            Failure failure = job.watch(driver);
            R result = job.result;
            if (failure != null) {
                return stalled.apply(failure);
            }
            Throwable thrown = job.thrown;
            if (thrown != null) {
                throw new IllegalStateException("the laboratory failed: " + thrown, thrown);
            }
            return Objects.requireNonNull(result);
        } finally {
            Output.uninstall();
        }
    }

    private void run() {
        try {
            result = work.get();
        } catch (Throwable t) {
            thrown = t;
        } finally {
            if (given) {
                LOST.decrementAndGet();
            }
        }
    }

    /** Waits until the driver ends; returns what is wrong if it does not. */
    private @Nullable Failure watch(Driver driver) throws InterruptedException {
        long since = System.nanoTime();
        LabWorld world = null;
        int progress = -1;
        try {
            while (driver.isAlive()) {
                driver.join(GLANCE_MILLIS);
                LabWorld now = trials.now();
                int reached = now == null ? 0 : now.scheduler().progress();
                if (now != world || reached != progress) {
                    world = now;
                    progress = reached;
                    since = System.nanoTime();
                } else if (world != null
                        && System.nanoTime() - since > trials.limits().stall().toNanos()) {
                    Failure failure = stalled(world);
                    giveUp(driver, world);
                    return failure;
                }
            }
            return null;
        } catch (InterruptedException e) {
            if (world != null) {
                giveUp(driver, world);
            }
            throw e;
        }
    }

    private void giveUp(Driver driver, LabWorld world) throws InterruptedException {
        trials.stop();
        Strand running = world.scheduler().running();
        Thread thread = running == null ? null : running.thread;
        if (thread != null) {
            thread.interrupt();
        }
        driver.join(GRACE_MILLIS);
        if (driver.isAlive()) {
            LOST.incrementAndGet();
            given = true;
        }
    }

    private Failure stalled(LabWorld world) {
        Strand running = world.scheduler().running();
        Thread thread = running == null ? null : running.thread;
        String who = running == null ? "the run" : running.name();
        String at = thread == null
                ? ""
                : Arrays.stream(thread.getStackTrace())
                        .takeWhile(frame -> !frame.getClassName().startsWith("rendezvous.runtime."))
                        .limit(MOST_FRAMES)
                        .map(frame -> "\n    at " + frame)
                        .collect(Collectors.joining());
        double seconds = trials.limits().stall().toMillis() / 1e3;
        return new Failure(
                Kind.STALLED,
                who + " has not come to a step for " + seconds
                        + " s: it computes without end, or waits in a way that no" + " scheduler can take it out of"
                        + at,
                null);
    }
}

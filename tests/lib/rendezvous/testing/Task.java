package rendezvous.testing;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Code that runs in a thread of its own, and what becomes of it.
 *
 * @param <R> what the code returns
 */
public final class Task<R> {
    private final CompletableFuture<R> outcome = new CompletableFuture<>();
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private volatile boolean asked;

    Task(Threads threads, Callable<R> code) {
        threads.start(() -> run(code));
        thread.join();
    }

    private void run(Callable<R> code) {
        thread.complete(Thread.currentThread());
        try {
            outcome.complete(code.call());
        } catch (Throwable t) {
            outcome.completeExceptionally(t);
        }
    }

    /** Returns what the code returned, when it has; fails if it threw or does not end. */
    public R get() {
        try {
            return end();
        } catch (ExecutionException e) {
            throw new AssertionError("want: the task returns; got " + e.getCause(), e.getCause());
        }
    }

    /** Returns what the code threw, when it has; fails if it is of another type, if it returned or does not end. */
    public <X extends Throwable> X failure(Class<X> type) {
        try {
            R result = end();
            throw new AssertionError("want: the task throws " + type.getSimpleName() + "; it returned " + result);
        } catch (ExecutionException e) {
            if (type.isInstance(e.getCause())) {
                return type.cast(e.getCause());
            }
            throw new AssertionError("want: the task throws " + type.getSimpleName(), e.getCause());
        }
    }

    private R end() throws ExecutionException {
        asked = true;
        try {
            return outcome.get(Until.DEADLINE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            AssertionError late = new AssertionError("want: the task ends; it is " + thread().getState());
            late.setStackTrace(thread().getStackTrace());
            throw late;
        } catch (InterruptedException e) {
            throw new AssertionError("the test was interrupted", e);
        }
    }

    /** Says that the task may fail: what becomes of it is not the matter of the test. */
    public void mayFail() {
        asked = true;
    }

    /** Returns whether the code has ended. */
    public boolean isDone() {
        return outcome.isDone();
    }

    /** Returns the thread that runs the code. */
    public Thread thread() {
        return Objects.requireNonNull(thread.getNow(null));
    }

    /** Interrupts the thread. */
    public void interrupt() {
        thread().interrupt();
    }

    /** Returns once the thread waits, for whatever. */
    public Task<R> untilParked() {
        Until.holds("the task waits", () -> waits(thread().getState()) || isDone());
        if (isDone()) {
            throw new AssertionError("want: the task waits; it has ended", failureOrNull());
        }
        return this;
    }

    private static boolean waits(Thread.State state) {
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }

    /** Wakes the thread many times for no reason, and returns once it waits again; fails if it ends by that. */
    public void untilParkedAgainAfterSpuriousWakeups() {
        for (int i = 0; i < 50; i++) {
            LockSupport.unpark(thread());
            untilParked();
        }
    }

    /** Ends the thread; returns what it threw if nobody has asked, and if it is not the interrupt. */
    @Nullable
    Throwable stop() {
        long deadline = System.nanoTime() + Until.DEADLINE.toNanos();
        boolean interrupted = !isDone();
        while (!isDone() && System.nanoTime() < deadline) {
            interrupt();
            outcome.handle((result, thrown) -> result)
                    .completeOnTimeout(null, 10, TimeUnit.MILLISECONDS)
                    .join();
        }
        if (!isDone()) {
            return new AssertionError("want: the task ends when interrupted; it is " + thread().getState());
        }
        return asked || interrupted ? null : failureOrNull();
    }

    private @Nullable Throwable failureOrNull() {
        return outcome.isCompletedExceptionally() ? outcome.exceptionNow() : null;
    }
}

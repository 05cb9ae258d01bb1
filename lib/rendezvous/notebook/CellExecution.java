package rendezvous.notebook;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of cells, each on a thread of its own, and can stop them.
 *
 * <p>JShell hands results on as text; here they stay objects: JShell gets a key, and {@link #take} gives the object.
 * JJava's own control cannot say what a stopped statement was waiting for, since it does not wait for its end.
 */
final class CellExecution extends DirectExecutionControl implements ExecutionControlProvider {
    /** How long a stopped statement may take to end before it is left behind. */
    private static final long GRACE_MILLIS = 1_000;

    /** How the last statement was stopped. */
    enum Stop {
        NOT,
        INTERRUPTED,
        TIMED_OUT,
        /** Interrupted, or out of time, and still running. */
        LEFT_BEHIND
    }

    private final CellClasses classes;
    private final long timeoutMillis;
    private final IntConsumer onStart;
    private final Map<String, Optional<Object>> results = new ConcurrentHashMap<>();
    private final AtomicLong keys = new AtomicLong();
    private volatile @Nullable Run<?> current;
    private volatile int cell;
    private volatile Stop stop = Stop.NOT;

    CellExecution(CellClasses classes, long timeoutMillis, IntConsumer onStart) {
        super(classes);
        this.onStart = onStart;
        this.classes = classes;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public String name() {
        return "cells";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }

    ClassLoader loader() {
        return classes.loader();
    }

    /** Forgets earlier stops and results; what runs from here on belongs to the cell. */
    void begin(int number) {
        cell = number;
        stop = Stop.NOT;
        results.clear();
    }

    /** Runs a task as a statement is run. */
    <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        return Thread.currentThread() instanceof CellThread ? task.call() : runAndWait(task);
    }

    Stop stopped() {
        return stop;
    }

    /** The object behind a key that {@link #invoke(Method)} returned, once; null where it was null or never was. */
    @Nullable
    Object take(@Nullable String key) {
        Optional<Object> result = key == null ? null : results.remove(key);
        return result == null ? null : result.orElse(null);
    }

    /**
     * Stops what runs now, and all further statements until {@link #begin}. Waits a second at most for it to end; what
     * goes on after that is left behind, since nothing can end a thread that does not look.
     */
    void interrupt() {
        stop(Stop.INTERRUPTED);
    }

    private void stop(Stop reason) {
        stop = reason;
        Run<?> run = current;
        if (run != null && !run.endsWithin(GRACE_MILLIS)) {
            stop = Stop.LEFT_BEHIND;
            run.thread.leftBehind = true;
            run.outcome.completeExceptionally(new InterruptedException("still running"));
        }
    }

    @Override
    public void stop() {
        interrupt();
    }

    /** Ends the calling thread if it runs a statement that was left behind: all it can still do is disturb. */
    static void endIfLeftBehind() {
        if (Thread.currentThread() instanceof CellThread thread && thread.leftBehind) {
            throw new LeftBehind();
        }
    }

    private static final class LeftBehind extends Error {
        private static final long serialVersionUID = 1;

        LeftBehind() {
            super("the cell was stopped", null, false, false);
        }
    }

    @Override
    protected String invoke(Method doIt) throws Exception {
        // A cell that evaluates source text asks from its own thread: it must not wait for itself.
        Object value = call(() -> doIt.invoke(null));
        String key = "result " + keys.incrementAndGet();
        results.put(key, Optional.ofNullable(value));
        return key;
    }

    private <T extends @Nullable Object> T runAndWait(Callable<T> task) throws Exception {
        Run<T> run = new Run<>(task);
        current = run;
        if (stop != Stop.NOT) {
            throw new InterruptedException("stopped before it began");
        }
        try {
            run.thread.start();
            return timeoutMillis > 0 ? run.outcome.get(timeoutMillis, TimeUnit.MILLISECONDS) : run.outcome.get();
        } catch (TimeoutException late) {
            stop(Stop.TIMED_OUT);
            // What it ends with says what it waited for; left behind, it has been given an end.
            return unwrapped(run.outcome);
        } catch (ExecutionException failed) {
            throw asException(failed);
        } finally {
            current = null;
        }
    }

    private static <T extends @Nullable Object> T unwrapped(CompletableFuture<T> outcome) throws Exception {
        try {
            return outcome.get();
        } catch (ExecutionException failed) {
            throw asException(failed);
        }
    }

    private static Exception asException(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof Exception e ? e : failed;
    }

    /** A thread that runs statements of cells. */
    private static final class CellThread extends Thread {
        volatile boolean leftBehind;

        CellThread(Runnable body) {
            super(body, "cell");
            setDaemon(true);
        }
    }

    /** One statement's run. */
    private final class Run<T extends @Nullable Object> {
        final CompletableFuture<T> outcome = new CompletableFuture<>();
        final CountDownLatch ended = new CountDownLatch(1);
        final CellThread thread;

        Run(Callable<T> task) {
            int number = cell;
            this.thread = new CellThread(() -> {
                onStart.accept(number);
                try {
                    outcome.complete(task.call());
                } catch (Throwable e) {
                    outcome.completeExceptionally(e);
                } finally {
                    ended.countDown();
                }
            });
            thread.setContextClassLoader(loader());
        }

        /** Interrupts the statement's thread, and says whether it ended in time. */
        boolean endsWithin(long millis) {
            thread.interrupt();
            try {
                return thread.getState() == Thread.State.NEW || ended.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}

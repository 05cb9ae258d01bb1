package rendezvous.errgroup;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rendezvous.context.CancelCauseContext;
import rendezvous.context.Context;
import rendezvous.context.ContextException;
import rendezvous.runtime.PanicException;
import rendezvous.runtime.Spinlock;
import rendezvous.semaphore.Weighted;
import rendezvous.sync.WaitGroup;

/**
 * Goroutines that work on parts of one task: a place to wait for all, which tells of the first that failed. Go's
 * {@code errgroup.Group}.
 *
 * {@snippet :
 * ErrGroup<IOException> group = new ErrGroup<>();
 * int[] sum = {0};
 * group.go(() -> sum[0] = 1 + 2);
 * group.await();
 * println(sum[0]);                     // Output: 3
 * group.go(() -> { throw new IOException("disk full"); });
 * try {
 *     group.await();
 * } catch (IOException e) {
 *     println(e.getMessage());         // Output: disk full
 * }
 * }
 *
 * <p>A group made by {@link #withContext} has a context for its tasks. It is cancelled by the first that fails, so that
 * the others, which watch it, do not work for nothing; and when all have ended.
 *
 * {@snippet :
 * Chan<String> log = Chan.make(1);
 * ErrGroup<IOException> group = ErrGroup.withContext(Context.background());
 * group.go(() -> {
 *     group.context().done().await();
 *     log.send("stopped, for " + Context.cause(group.context()).getMessage());
 * });
 * group.go(() -> { throw new IOException("disk full"); });
 * try {
 *     group.await();
 * } catch (IOException e) {
 *     println(log.receive());          // Output: stopped, for disk full
 * }
 * }
 *
 * <p><b>What is a failure.</b> A checked exception is what an error is in Go: the first is kept, and thrown by
 * {@link #await()}, the very same, so that its stack trace shows where the task failed; those of other tasks are dropped, since they mostly follow from the first. An unchecked
 * exception, an error of Java's, or an {@link InterruptedException}, is a panic and not the group's: see
 * {@link rendezvous.runtime.Goroutine}. It is told where panics are, it cancels the group's context, and from then on
 * {@code await()} throws a {@link PanicException} without waiting for the others, as for a {@link WaitGroup}.
 *
 * <p>The type of what tasks may throw is the group's: where they throw nothing checked it is {@code RuntimeException},
 * where there are several it is what these have in common.
 *
 * <p><b>Memory consistency effects:</b> what a task did happens before the return of {@link #await()}, and what its caller
 * did before {@link #go} before the task.
 *
 * <p><b>Differs from Go:</b> there, {@code Wait} returns the first error; here {@link #await()} throws it, and the compiler
 * knows of which type it is. There, a panic ends the program. There, {@code WithContext} returns two things; here the group
 * knows its context. {@link #go} and {@code await()} end with an exception when their thread is interrupted; the tasks go
 * on. {@link #setLimit} refuses whenever a task is active; there, only if there was a limit before.
 *
 * <p>Safe for use by many threads, virtual or platform. A group is for one task: make another for the next.
 *
 * @param <X> what tasks may throw
 */
public final class ErrGroup<X extends Exception> {
    private final @Nullable CancelCauseContext ctx; // null if nothing is cancelled
    private final WaitGroup group = new WaitGroup();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private final Spinlock guard = new Spinlock(); // guards what follows
    private @Nullable Weighted slots; // null if there is no limit
    private int active; // tasks that have not ended, and those that wait for a slot

    /** Creates a group without a limit, and without a context to cancel: Go's zero Group. */
    public ErrGroup() {
        this(null);
    }

    private ErrGroup(@Nullable CancelCauseContext ctx) {
        this.ctx = ctx;
    }

    /**
     * Creates a group with a {@linkplain #context() context} for its tasks, derived from that. It is cancelled by the first
     * task that fails, or when {@link #await()} has seen all end, whichever comes first.
     *
     * @param parent if this is done, so is the group's
     * @param <X> what tasks may throw
     */
    public static <X extends Exception> ErrGroup<X> withContext(Context parent) {
        return new ErrGroup<>(Context.withCancelCause(parent));
    }

    /**
     * A part of the work.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Task<X extends Exception> {
        /**
         * Does it. It may wait as long as it likes.
         *
         * @throws X if it fails
         * @throws InterruptedException if its goroutine is interrupted where it waits; this counts as a panic
         */
        void run() throws X, InterruptedException;
    }

    /**
     * Returns the context for tasks. {@link Context#cause} of it is the first failure, once there is one. Of a group that
     * was not made by {@link #withContext} it is {@link Context#background()}, which is never cancelled.
     */
    public Context context() {
        return ctx == null ? Context.background() : ctx;
    }

    /**
     * Runs the task in a new goroutine. Waits before that until fewer tasks than the limit are active, if there is one.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the task does not run then
     */
    public void go(Task<? extends X> task) throws InterruptedException {
        check(task);
        Weighted mine = enter();
        if (mine != null) {
            try {
                acquire(mine);
            } catch (Throwable t) {
                leave();
                throw t;
            }
        }
        start(task, mine);
    }

    /**
     * Runs the task in a new goroutine unless as many as the limit are active. Never waits.
     *
     * @return whether it was started
     */
    public boolean tryGo(Task<? extends X> task) {
        check(task);
        Weighted mine = enter();
        if (mine != null && !mine.tryAcquire(1)) {
            leave();
            return false;
        }
        start(task, mine);
        return true;
    }

    /**
     * Sets how many tasks may be active at a time.
     *
     * @param limit how many; negative for any number; with zero {@link #go} waits until it is interrupted
     * @throws IllegalStateException if a task is active, or waits to be; the limit is left as it is
     */
    public void setLimit(int limit) {
        Weighted next = limit < 0 ? null : new Weighted(limit);
        int now;
        guard.lock();
        now = active;
        if (now == 0) {
            slots = next;
        }
        guard.unlock();
        if (now != 0) {
            throw new IllegalStateException("limit of a group in use: got setLimit(" + limit + ") with " + now
                    + " active, want it set before the first go(…), or after await()");
        }
    }

    /**
     * Waits until all tasks have ended; then cancels the group's context.
     *
     * @throws X what the first task that failed threw; each call throws the same
     * @throws PanicException if a task panicked; the cause is what it threw
     * @throws InterruptedException if the thread is interrupted before all have ended; the tasks go on, and their context
     *     is not cancelled
     */
    public void await() throws X, InterruptedException {
        group.await();
        Exception first = failure.get();
        if (ctx != null) {
            ctx.cancel(first);
        }
        if (first != null) {
            throw declared(first);
        }
    }

    @SuppressWarnings("unchecked") // only tasks may set it, and X is all they can throw
    private X declared(Exception failure) {
        return (X) failure;
    }

    private static void check(@Nullable Object task) {
        Objects.requireNonNull(task, "task for a group: got null, want what it runs");
    }

    /** Counts one more; returns where it gets its slot, null if it needs none. */
    private @Nullable Weighted enter() {
        guard.lock();
        active++;
        Weighted mine = slots;
        guard.unlock();
        return mine;
    }

    private static void acquire(Weighted slot) throws InterruptedException {
        try {
            slot.acquire(Context.background(), 1); // with a context it may wait for ever: the limit may be zero
        } catch (ContextException e) {
            throw new AssertionError("background context: got one that is done, want one that never is", e);
        }
    }

    private void leave() {
        guard.lock();
        active--;
        guard.unlock();
    }

    private void start(Task<? extends X> task, @Nullable Weighted slot) {
        try {
            group.go(() -> run(task, slot));
        } catch (Throwable t) {
            end(slot);
            throw t;
        }
    }

    private void run(Task<? extends X> task, @Nullable Weighted slot) throws InterruptedException {
        try {
            task.run();
        } catch (InterruptedException | RuntimeException | Error panic) {
            cancel(panic);
            throw panic;
        } catch (Exception e) {
            if (failure.compareAndSet(null, e)) {
                cancel(e);
            }
        } finally {
            end(slot);
        }
    }

    private void cancel(Throwable cause) {
        if (ctx != null) {
            ctx.cancel(cause);
        }
    }

    private void end(@Nullable Weighted slot) {
        leave(); // first: whoever waits for the slot counts itself
        if (slot != null) {
            slot.release(1);
        }
    }

    /** Returns how many tasks are active, and the limit, for people. */
    @Override
    public String toString() {
        guard.lock();
        int now = active;
        Weighted limit = slots;
        guard.unlock();
        return "ErrGroup (" + now + " active" + (limit == null ? ")" : ", limited by a " + limit + ")");
    }
}

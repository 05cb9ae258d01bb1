package rendezvous.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * Runs code once, however many ask for it: Go's {@code sync.Once}.
 *
 * {@snippet :
 * var once = new Once();
 * for (int i = 0; i < 3; i++) {
 *     once.run(() -> println("opens the shop"));   // Output: opens the shop
 * }
 * }
 *
 * <p>All callers return after the code has ended. Code that throws has had its run: the exception goes to the caller who
 * ran it, and later calls do nothing. For a value that is made once, and for code whose failure everybody must see, there
 * are {@link #value} and {@link #func}: Go's {@code sync.OnceValue} and {@code sync.OnceFunc}.
 *
 * {@snippet :
 * Supplier<Integer> answer = Once.value(() -> {
 *     println("thinks");         // Output: thinks
 *     return 6 * 7;
 * });
 * println(answer.get());         // Output: 42
 * println(answer.get());         // Output: 42
 * }
 *
 * <p>The code is let go of when it has ended.
 *
 * <p><b>Memory consistency effects:</b> what the code did happens before the return of every call.
 *
 * <p><b>Differs from Go:</b> there, code that calls its own {@code Once} waits for itself for ever; here that call throws
 * {@link IllegalStateException}. It is found out where the same thread calls; code that waits for another goroutine that
 * calls still waits for ever. A call that waits for another's ends with an exception when its thread is interrupted. For
 * Go's {@code sync.OnceValues}, make a value of two parts with {@link #value}.
 *
 * <p>Safe for use by many threads, virtual or platform.
 */
public final class Once {
    private static final VarHandle PHASE;

    static {
        try {
            PHASE = MethodHandles.lookup().findVarHandle(Once.class, "phase", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile @Nullable Object phase; // null, then a Run, then End.DONE

    /** Creates one that has not run anything. */
    public Once() {}

    /**
     * Code that is run once.
     *
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface Action<X extends Exception> {
        /**
         * Runs the code.
         *
         * @throws X if it fails
         */
        void run() throws X;
    }

    /**
     * Runs the code if this has never been called before; else waits until that call's code has ended. The code is run
     * by the calling thread.
     *
     * @param action the code
     * @param <X> what it throws
     * @throws X if the code was run by this call, and threw that
     * @throws InterruptedException if the thread is interrupted while it waits for another's call
     * @throws IllegalStateException if it is called by the code that it runs
     */
    public <X extends Exception> void run(Action<X> action) throws X, InterruptedException {
        Objects.requireNonNull(action, "code for a Once: got null, want what it runs");
        World.point("comes to", this);
        if (phase == End.DONE) {
            World.acquires(this);
            return;
        }
        Run mine = new Run();
        if (PHASE.compareAndSet(this, null, mine)) {
            try {
                action.run();
            } finally {
                end(mine);
            }
        } else if (phase instanceof Run run) {
            await(run);
            World.acquires(this);
        }
    }

    private void end(Run run) {
        World.releases(this);
        phase = End.DONE;
        Waiter all;
        run.guard.lock();
        try {
            run.over = true;
            all = Waits.settleAll(run.queue, this, null);
            run.guard.unlock();
        } catch (Throwable t) {
            run.guard.unlockAfterFailure();
            throw t;
        }
        Waiter.wakeAll(all);
    }

    @SuppressWarnings("ReferenceEquality") // threads are compared so
    private void await(Run run) throws InterruptedException {
        if (run.thread == Thread.currentThread()) {
            throw new IllegalStateException("recursive call of a Once: got a call by the code that it runs, which would"
                    + " wait for itself; want none");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + Wait.ONCE.phrase() + ": " + this);
        }
        Waiter waiter = new Waiter(null);
        run.guard.lock();
        try {
            if (run.over) {
                run.guard.unlock();
                return;
            }
            run.queue.add(waiter, Wait.ONCE, this);
            run.guard.unlock();
        } catch (Throwable t) {
            run.guard.unlockAfterFailure();
            throw t;
        }
        if (!waiter.await(this) && waiter.giveUp(run.guard, this)) {
            throw waiter.interrupted("interrupted: it " + Wait.ONCE.phrase() + ": " + this);
        }
    }

    /**
     * Returns code that runs the code given once, however often it is run: Go's {@code sync.OnceFunc}.
     *
     * <p>If the code throws, every call throws the same exception. A call that is interrupted while it waits for another's
     * throws {@link InterruptedOnceException}.
     *
     * @param code what to run
     */
    public static Runnable func(Runnable code) {
        Objects.requireNonNull(code, "code for Once.func: got null, want what it runs");
        return new OnceValue<@Nullable Object>(() -> {
            code.run();
            return null;
        })::get;
    }

    /**
     * Returns a supplier that asks the one given once, and keeps the value: Go's {@code sync.OnceValue}.
     *
     * <p>If the code throws, every call throws the same exception. A call that is interrupted while it waits for another's
     * throws {@link InterruptedOnceException}.
     *
     * @param code what makes the value; it may be null
     * @param <T> the value's type
     */
    public static <T extends @Nullable Object> Supplier<T> value(Supplier<T> code) {
        Objects.requireNonNull(code, "code for Once.value: got null, want what makes the value");
        return new OnceValue<>(code);
    }

    /** Returns how many wait. */
    int waiting() {
        return phase instanceof Run run ? Waits.size(run.guard, run.queue) : 0;
    }

    /** Returns whether it has run, for people. */
    @Override
    public String toString() {
        return phase == null ? "Once (not run)" : phase == End.DONE ? "Once (done)" : "Once (runs)";
    }

    /** Stands for the run when it is over. */
    private enum End {
        DONE
    }

    /** The one run, while it lasts. */
    private static final class Run {
        final Thread thread = Thread.currentThread();
        final Spinlock guard = new Spinlock();
        final WaitQueue queue = new WaitQueue();
        boolean over;
    }
}

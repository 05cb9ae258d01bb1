package rendezvous.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;

/**
 * Where a check lets a learner's code run, step by step.
 *
 * <p>All of the learner's code runs in goroutines of the stage, never in the check's own thread. The check holds the
 * other ends of the channels and does one thing at a time: it {@linkplain #settle settles}, which means that every
 * goroutine has ended or waits for another, so that nothing more can happen by itself; then it looks, or gives or takes
 * one value without waiting; then it settles again. What it sees depends on no luck and no time: "no signal is there"
 * is a fact about a still picture.
 *
 * <p>Code that never comes to rest is told from slow code by the processor time that it uses, or by its sleeping.
 *
 * <p>Closing interrupts what is left. Used by one thread.
 */
public final class Stage implements AutoCloseable {
    private static final long LIMIT_NANOS = 5_000_000_000L;
    private static final long SPIN_NANOS = 300_000_000L; // of processor time, not of the clock
    private static final long LOOK_NANOS = 4_000_000L;
    private static final int SLEEPY_LOOKS = 25;
    private static final long CLOSE_NANOS = 1_000_000_000L;

    private final StageWorld world = new StageWorld();
    private final List<String> leftRunning = new ArrayList<>();

    Stage() {}

    /** Makes an unbuffered channel whose other end the check holds. */
    public <T> Chan<T> channel(String name) {
        return Chan.named(name);
    }

    /**
     * Starts a goroutine for the learner's code, or for a helper of the check that waits.
     *
     * @param name for messages
     */
    public Goroutine go(String name, Body body) {
        return Goroutine.start(name, world, body);
    }

    /**
     * Calls a method of the learner's in a goroutine and returns what it returns.
     *
     * @param method its name, for messages
     * @throws CheckFailure if it does not return, throws, or returns null
     */
    public <T> T call(String method, Call<T> call) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        Goroutine caller = go(method, () -> result.set(call.get()));
        settle();
        if (world.lives(caller)) {
            throw new CheckFailure(
                    "`" + method + "` has not returned: it " + world.doing(caller) + ", and nobody is there for it.",
                    "`" + method + "` returns without waiting for anybody",
                    others(caller));
        }
        T value = result.get();
        if (value == null) {
            throw new CheckFailure("`" + method + "` returned null.");
        }
        return value;
    }

    private String others(Goroutine caller) {
        List<String> living = living();
        return living.size() == 1 ? "it " + world.doing(caller) : String.join("; ", living);
    }

    /** What {@link #call} calls. */
    @FunctionalInterface
    public interface Call<T> {
        /** Calls the learner's method. */
        @Nullable
        T get() throws Exception;
    }

    /**
     * Waits until every goroutine on the stage has ended or waits for another one.
     *
     * @throws CheckFailure if that does not come, or one of them threw
     * @throws NotSolvedYetException if one of them came to a {@link Exercises#todo}
     */
    public void settle() {
        world.tellWhenQuiet(Thread.currentThread());
        long start = System.nanoTime();
        int sleepy = 0;
        while (!world.quiet()) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new CheckFailure("The check was interrupted.");
            }
            if (System.nanoTime() - start < LOOK_NANOS || world.quiet()) {
                continue;
            }
            throwPanic();
            sleepy += world.sleeping() ? 1 : 0;
            restless(sleepy, System.nanoTime() - start);
        }
        throwPanic();
    }

    private void restless(int sleepy, long nanos) {
        if (sleepy >= SLEEPY_LOOKS) {
            throw new CheckFailure(
                    "Your code sleeps instead of waiting for the other side.",
                    "each goroutine waits in a send, a receive or an `await`, which end when the other side is there",
                    String.join("; ", living()));
        }
        if (world.processorNanos() > SPIN_NANOS || nanos > LIMIT_NANOS) {
            throw new CheckFailure(
                    "Your code never comes to rest: a loop that never ends?",
                    "each goroutine ends, or waits in a send, a receive or an `await`",
                    String.join("; ", living()));
        }
    }

    private void throwPanic() {
        Throwable panic = world.panic();
        if (panic instanceof NotSolvedYetException todo) {
            throw todo;
        }
        if (panic != null) {
            throw threw("Your code threw ", panic);
        }
    }

    /** Returns a failure that says what was thrown, and where in the learner's code. */
    static CheckFailure threw(String start, Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return new CheckFailure(start + "`" + thrown.getClass().getSimpleName() + "`" + message + place(thrown) + ".");
    }

    private static String place(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            // A cell's classes live in a package of the kernel's, one class around each cell.
            if (frame.getClassName().startsWith("REPL.")) {
                String name = frame.getClassName();
                return " (in `" + name.substring(name.lastIndexOf('$') + 1) + "." + frame.getMethodName() + "`)";
            }
        }
        return "";
    }

    /**
     * Gives a value, without waiting, once all is settled.
     *
     * @return whether somebody waited to receive it
     */
    public <T> boolean give(Chan<T> channel, T value) {
        settle();
        boolean taken = channel.trySend(value);
        settle();
        return taken;
    }

    /**
     * Takes a value, without waiting, once all is settled.
     *
     * @return the value; empty if nobody waited to send one
     */
    public <T> Optional<T> take(Chan<T> channel) {
        settle();
        Optional<T> value = channel.tryReceive().flatMap(received -> Optional.ofNullable(received.value()));
        settle();
        return value;
    }

    /** Returns who lives and what each does: "`open` waits to send on a channel of yours". */
    public List<String> living() {
        return world.living();
    }

    /** Returns {@link #living} as a phrase for a failure. */
    public String whoLives() {
        List<String> living = living();
        return living.isEmpty() ? "no goroutine is left" : String.join("; ", living);
    }

    /** Makes the learner's answer, in a goroutine too. */
    @Nullable
    Object make(Supplier<? extends @Nullable Object> answer) {
        AtomicReference<@Nullable Object> made = new AtomicReference<>();
        Goroutine maker = go("answer", () -> made.set(answer.get()));
        settle();
        if (world.lives(maker)) {
            throw new CheckFailure("Making your answer does not end: it " + world.doing(maker) + ".");
        }
        return made.get();
    }

    /** Interrupts what is left, and waits until it has ended, or until it is clear that it does not. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + CLOSE_NANOS;
        boolean interrupted = Thread.interrupted();
        List<Thread> threads = world.threads();
        // Again and again: one that is interrupted may start another, or catch the interrupt and wait anew.
        while (!threads.isEmpty() && System.nanoTime() < deadline) {
            threads.forEach(Thread::interrupt);
            try {
                threads.getFirst().join(1);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            threads = world.threads();
        }
        leftRunning.addAll(living());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns who still ran after {@link #close}. */
    List<String> leftRunning() {
        return leftRunning;
    }
}

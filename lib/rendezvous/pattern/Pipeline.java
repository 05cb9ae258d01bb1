package rendezvous.pattern;

import static rendezvous.pattern.Passing.check;
import static rendezvous.pattern.Passing.checkChannel;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Received;
import rendezvous.chan.SendChan;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.context.ContextException;
import rendezvous.errgroup.ErrGroup;
import rendezvous.runtime.PanicException;

/**
 * Stages that work side by side, each on what the one before gives it, and fail together.
 *
 * {@snippet :
 * try (Pipeline<IOException> line = new Pipeline<>(Context.background())) {
 *     ReceiveChan<Integer> numbers = line.generate(out -> {
 *         for (int n = 1; n <= 5; n++) {
 *             out.send(n);
 *         }
 *     });
 *     ReceiveChan<Integer> odd = line.filter(numbers, n -> n % 2 == 1);
 *     for (int square : line.map(odd, n -> n * n)) {
 *         println(square);
 *     }
 *     line.await();
 *     // Output: 1
 *     // Output: 9
 *     // Output: 25
 * }
 * }
 *
 * <p>Each method adds a stage, whose goroutines begin at once, and returns the channel of what it gives. The channel is
 * unbuffered, and closed when the stage has ended. After the loop over the last one, {@link #await()} says whether that was
 * all: it throws what the first stage that failed threw.
 *
 * {@snippet :
 * try (Pipeline<IOException> line = new Pipeline<>(Context.background())) {
 *     var names = Patterns.of(line.context(), "a.txt", "b.txt", "c.txt");
 *     var sizes = line.map(names, name -> {
 *         if (name.startsWith("b")) {
 *             throw new IOException("no such file: " + name);
 *         }
 *         return name.length();
 *     });
 *     for (int size : sizes) {
 *         println(size);         // Output: 5
 *     }
 *     line.await();
 * } catch (IOException e) {
 *     println(e.getMessage());   // Output: no such file: b.txt
 * }
 * }
 *
 * <p><b>How it ends.</b> A stage ends when what it receives from is closed and drained. All stages end when one fails, when
 * the context is done, and when the pipeline is {@linkplain #close() closed}: so leave a loop early, or by an exception,
 * only out of a {@code try}. Code of yours that waits for something else should watch {@link #context()}, or the stages wait
 * for it. Code that throws an unchecked exception panics: that too ends all stages, and {@code await()} throws a
 * {@link PanicException}; see {@link ErrGroup}.
 *
 * <p>Functions of {@link Patterns} go with it, given its context.
 *
 * <p><b>Memory consistency effects:</b> what happened in the stages happens before the return of {@link #await()}; and as
 * everywhere, before the receive of what was sent after it.
 *
 * <p>Stages may be added by any thread, and from stages. Safe for use by many threads, virtual or platform.
 *
 * @param <X> what the stages' code may throw
 */
public final class Pipeline<X extends Exception> implements AutoCloseable {
    private final CancelContext closing;
    private final ErrGroup<Exception> group;
    private volatile boolean stopped; // a stage ended before it had received all

    /**
     * Creates a pipeline without stages.
     *
     * @param ctx when it is done all stages end
     */
    public Pipeline(Context ctx) {
        closing = Context.withCancel(check(ctx, "Pipeline"));
        group = ErrGroup.withContext(closing);
    }

    /**
     * Gives values.
     *
     * @param <T> the values' type
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Source<T, X extends Exception> {
        /**
         * Sends values until there are no more; waits where the next stage is not ready.
         *
         * @param out where to
         * @throws X if it fails
         * @throws ContextException what {@code out} throws when no more is wanted
         * @throws InterruptedException if its goroutine is interrupted while it waits
         */
        void run(Out<T> out) throws X, ContextException, InterruptedException;
    }

    /**
     * Where a source sends its values to.
     *
     * @param <T> the values' type
     */
    @FunctionalInterface
    public interface Out<T> {
        /**
         * Sends the value: waits until the next stage takes it.
         *
         * @throws ContextException if no more is wanted; let it pass
         * @throws InterruptedException if the thread is interrupted before the value is sent
         */
        void send(T value) throws ContextException, InterruptedException;
    }

    /**
     * Makes one value of another.
     *
     * @param <T> the type of what comes
     * @param <R> the type of what goes
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Step<T, R, X extends Exception> {
        /**
         * Returns the value for one that came. It may wait, and does well to watch the pipeline's context where it does.
         *
         * @throws X if it fails
         * @throws ContextException if a context is done that it waited with
         * @throws InterruptedException if its goroutine is interrupted while it waits
         */
        R apply(T value) throws X, ContextException, InterruptedException;
    }

    /**
     * Uses up a value.
     *
     * @param <T> its type
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Sink<T, X extends Exception> {
        /**
         * Takes the value. It may wait, and does well to watch the pipeline's context where it does.
         *
         * @throws X if it fails
         * @throws ContextException if a context is done that it waited with
         * @throws InterruptedException if its goroutine is interrupted while it waits
         */
        void accept(T value) throws X, ContextException, InterruptedException;
    }

    /** Returns the context of the stages: done when the pipeline's end has come, of whatever kind. */
    public Context context() {
        return group.context();
    }

    /** Adds a stage that gives values: a generator. */
    public <T> ReceiveChan<T> generate(Source<T, ? extends X> source) {
        checkCode(source, "generate");
        Chan<T> out = Chan.make();
        start(out::close, () -> source.run(value -> Passing.sendOrThrow(context(), out, value)));
        return out;
    }

    /** Adds a stage that makes one value of each that comes, in order. */
    public <T, R> ReceiveChan<R> map(ReceiveChan<? extends T> in, Step<? super T, ? extends R, ? extends X> step) {
        checkCode(step, "map");
        checkChannel(in, "map");
        Chan<R> out = Chan.make();
        start(out::close, () -> this.<T>each(in, value -> send(out, step.apply(value))));
        return out;
    }

    /** Adds a stage that passes on those values for which the code returns true. */
    public <T> ReceiveChan<T> filter(ReceiveChan<? extends T> in, Step<? super T, Boolean, ? extends X> wanted) {
        checkCode(wanted, "filter");
        checkChannel(in, "filter");
        Chan<T> out = Chan.make();
        start(
                out::close,
                () -> this.<T>each(in, value -> {
                    if (wanted.apply(value)) {
                        send(out, value);
                    }
                }));
        return out;
    }

    /** Adds a stage that uses up what comes; {@link #await()} waits for its end. */
    public <T> void drain(ReceiveChan<? extends T> in, Sink<? super T, ? extends X> sink) {
        checkCode(sink, "drain");
        checkChannel(in, "drain");
        start(() -> {}, () -> this.<T>each(in, sink::accept));
    }

    /**
     * Adds a stage of several goroutines that make one value of each that comes, and give it as soon as it is made: fan-out,
     * and fan-in of the results.
     *
     * {@snippet :
     * try (Pipeline<RuntimeException> line = new Pipeline<>(Context.background())) {
     *     var words = Patterns.of(line.context(), "to", "be", "or", "not");
     *     int letters = 0;
     *     for (int length : line.fanOut(3, words, String::length)) {
     *         letters += length;
     *     }
     *     line.await();
     *     println(letters);   // Output: 9
     * }
     * }
     *
     * @param workers how many goroutines; 1 or more
     * @throws IllegalArgumentException if they are less
     */
    public <T, R> ReceiveChan<R> fanOut(
            int workers, ReceiveChan<? extends T> in, Step<? super T, ? extends R, ? extends X> step) {
        checkCode(step, "fanOut");
        checkChannel(in, "fanOut");
        checkWorkers(workers, "fanOut");
        Chan<R> out = Chan.make();
        Runnable close = last(workers, out::close);
        for (int i = 0; i < workers; i++) {
            start(close, () -> this.<T>each(in, value -> send(out, step.apply(value))));
        }
        return out;
    }

    /**
     * Adds a stage of several goroutines that make one value of each that comes, and give them in the order of what came. One
     * that takes long lets the others work ahead, by as many values as there are goroutines.
     *
     * @param workers how many goroutines; 1 or more
     * @throws IllegalArgumentException if they are less
     */
    public <T, R> ReceiveChan<R> fanOutOrdered(
            int workers, ReceiveChan<? extends T> in, Step<? super T, ? extends R, ? extends X> step) {
        record Job<T, R>(T value, SendChan<R> result) {}
        checkCode(step, "fanOutOrdered");
        checkChannel(in, "fanOutOrdered");
        checkWorkers(workers, "fanOutOrdered");
        Chan<Job<T, R>> jobs = Chan.make();
        Chan<ReceiveChan<R>> results = Chan.make(workers);
        Chan<R> out = Chan.make();
        Runnable noMore = () -> {
            jobs.close();
            results.close();
        };
        start(
                noMore,
                () -> this.<T>each(in, value -> {
                    Chan<R> result = Chan.make(1);
                    send(results, result);
                    send(jobs, new Job<>(value, result));
                }));
        for (int i = 0; i < workers; i++) {
            start(() -> {}, () -> this.<Job<T, R>>each(jobs, job -> send(job.result, step.apply(job.value))));
        }
        start(
                out::close,
                () -> this.<ReceiveChan<R>>each(results, result -> {
                    Received<R> got = Passing.receive(context(), result);
                    if (got.ok()) {
                        send(out, Objects.requireNonNull(got.value()));
                    }
                }));
        return out;
    }

    /**
     * Waits until all stages have ended.
     *
     * @throws X what the code of the first stage that failed threw
     * @throws ContextException if stages ended early because the context was done, or the pipeline was closed
     * @throws PanicException if the code of a stage panicked; the cause is what it threw
     * @throws InterruptedException if the thread is interrupted before all have ended; they go on
     */
    public void await() throws X, ContextException, InterruptedException {
        try {
            group.await();
        } catch (ContextException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw declared(e);
        }
        if (stopped) {
            throw Passing.why(context());
        }
    }

    @SuppressWarnings(
            "unchecked") // only stages fail, and X is all that they can throw besides what is told apart before
    private X declared(Exception failure) {
        return (X) failure;
    }

    /**
     * Ends all stages, however far they have come; what the end of a {@code try} block calls. Does not wait: {@link #await()}
     * does.
     */
    @Override
    public void close() {
        closing.cancel();
    }

    /** What a goroutine of a stage does. */
    private interface Work {
        void run() throws Exception;
    }

    private void start(Runnable atEnd, Work work) {
        boolean started = group.tryGo(() -> {
            try {
                work.run();
            } catch (ContextException e) {
                if (context().err() == null) {
                    throw e; // another context's
                }
                stopped = true;
            } finally {
                atEnd.run();
            }
        });
        if (!started) {
            throw new IllegalStateException("stage of a pipeline: got no goroutine for it, want a group without limit");
        }
    }

    /** Calls the code for what comes, until no more comes. */
    private <T> void each(ReceiveChan<? extends T> in, Sink<T, Exception> code) throws Exception {
        Received<? extends T> got = Passing.receive(context(), in);
        while (got.ok()) {
            code.accept(Objects.requireNonNull(got.value()));
            got = Passing.receive(context(), in);
        }
        if (context().err() != null) {
            throw Passing.why(context());
        }
    }

    private <T> void send(SendChan<? super T> out, T value) throws ContextException, InterruptedException {
        Passing.sendOrThrow(context(), out, value);
    }

    /** Returns code that the last of so many runs, each of which runs this. */
    private static Runnable last(int many, Runnable code) {
        AtomicInteger left = new AtomicInteger(many);
        return () -> {
            if (left.decrementAndGet() == 0) {
                code.run();
            }
        };
    }

    private static void checkCode(Object code, String method) {
        Objects.requireNonNull(code, () -> method + ": code: got null, want what the stage does");
    }

    private static void checkWorkers(int workers, String method) {
        if (workers < 1) {
            throw new IllegalArgumentException(method + ": workers: got " + workers + ", want 1 or more");
        }
    }
}

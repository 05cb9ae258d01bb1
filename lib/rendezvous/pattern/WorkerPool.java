package rendezvous.pattern;

import java.util.concurrent.atomic.AtomicBoolean;
import rendezvous.chan.Chan;
import rendezvous.chan.ChannelClosedException;
import rendezvous.chan.ReceiveChan;
import rendezvous.context.Context;
import rendezvous.context.ContextException;
import rendezvous.runtime.PanicException;

/**
 * A number of goroutines that do jobs as they come.
 *
 * {@snippet :
 * try (WorkerPool<String, Integer, IOException> pool =
 *         new WorkerPool<>(Context.background(), 3, word -> word.length())) {
 *     go(() -> {
 *         for (String word : List.of("to", "be", "or", "not")) {
 *             pool.submit(word);
 *         }
 *         pool.finish();
 *     });
 *     int letters = 0;
 *     for (int length : pool.results()) {
 *         letters += length;
 *     }
 *     pool.await();
 *     println(letters);   // Output: 9
 * }
 * }
 *
 * <p>{@link #submit} waits until a worker takes the job, and a worker waits until its result is received: nothing piles up.
 * So let different goroutines submit and receive. Results come in the order in which they are made; a
 * {@link Pipeline#fanOutOrdered} keeps the jobs' order.
 *
 * <p>A job that fails ends the pool: no other is begun, whoever submits is told, the results end, and {@link #await()} throws
 * what it threw. The context ends it in the same way, and so does {@link #close()}. A worker that is at work is waited for by
 * {@code await()}; code that takes long should watch {@link #context()}.
 *
 * <p><b>Memory consistency effects:</b> what happened before a job was submitted happens before the work on it, and that
 * before what follows the receive of its result, and before the return of {@link #await()}.
 *
 * <p>Safe for use by many threads, virtual or platform.
 *
 * @param <J> the type of the jobs
 * @param <R> the type of the results
 * @param <X> what the work may throw
 */
public final class WorkerPool<J, R, X extends Exception> implements AutoCloseable {
    private final Pipeline<X> line;
    private final Chan<J> jobs = Chan.named("jobs");
    private final ReceiveChan<R> results;
    private final AtomicBoolean finished = new AtomicBoolean();

    /**
     * Creates a pool and starts its workers.
     *
     * @param ctx when it is done the pool ends
     * @param workers how many; 1 or more
     * @param work what to do with a job; it gives the result, which is not null
     * @throws IllegalArgumentException if the workers are less than one
     */
    public WorkerPool(Context ctx, int workers, Pipeline.Step<? super J, ? extends R, ? extends X> work) {
        line = new Pipeline<>(ctx);
        results = line.fanOut(workers, jobs, work);
    }

    /** Returns the context of the workers: done when the pool's end has come, of whatever kind. */
    public Context context() {
        return line.context();
    }

    /**
     * Gives a job to a worker: waits until one is free.
     *
     * @throws ContextException if the pool has ended, by its context, a failure, which is the cause then, or
     *     {@link #close()}; the job is not done
     * @throws InterruptedException if the thread is interrupted before a worker takes the job; it is not done
     * @throws ChannelClosedException if the pool was told to {@link #finish()}; the job is not done
     */
    public void submit(J job) throws ContextException, InterruptedException {
        Passing.sendOrThrow(context(), jobs, job);
    }

    /** Returns the channel of the results; it is closed when the pool has ended. It is always the same one. */
    public ReceiveChan<R> results() {
        return results;
    }

    /**
     * Says that no more jobs will be submitted: when those that were are done, the pool has ended. May be called again, to no
     * effect. Never waits.
     */
    public void finish() {
        if (finished.compareAndSet(false, true)) {
            jobs.close();
        }
    }

    /**
     * Waits until the pool has ended: until it was told to {@linkplain #finish() finish} and all jobs are done, or it came to
     * another end.
     *
     * @throws X what the work on the first job that failed threw
     * @throws ContextException if the context was done, or the pool was closed, before that
     * @throws PanicException if the work on a job panicked; the cause is what it threw
     * @throws InterruptedException if the thread is interrupted before that; the pool goes on
     */
    public void await() throws X, ContextException, InterruptedException {
        line.await();
    }

    /**
     * Ends the pool, however far it has come; what the end of a {@code try} block calls. Does not wait: {@link #await()} does.
     */
    @Override
    public void close() {
        line.close();
    }
}

package rendezvous.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import rendezvous.chan.Chan;
import rendezvous.runtime.Body;

/** One combination under test: channels of a capacity, and a kind of threads. Ends the threads when the test is over. */
public final class Setup implements AutoCloseable {
    private final int capacity;
    private final Threads threads;
    private final List<Task<?>> tasks = new ArrayList<>();

    Setup(int capacity, Threads threads) {
        this.capacity = capacity;
        this.threads = threads;
    }

    /** Makes a channel of the capacity under test. */
    public <T> Chan<T> make() {
        return Chan.make(capacity);
    }

    /** Makes a channel of the capacity under test, full of the numbers from 0. */
    public Chan<Integer> full() {
        Chan<Integer> ch = make();
        for (int i = 0; i < capacity; i++) {
            if (!ch.trySend(i)) {
                throw new AssertionError("want: room for " + capacity + " values; got none for value " + i);
            }
        }
        return ch;
    }

    /** Returns the capacity under test. */
    public int capacity() {
        return capacity;
    }

    /** Returns the kind of threads under test. */
    public Threads threads() {
        return threads;
    }

    /** Runs code in a thread of the kind under test. */
    public Task<Boolean> run(Body code) {
        return call(() -> {
            code.run();
            return true;
        });
    }

    /** Runs code that returns something in a thread of the kind under test. */
    public <R> Task<R> call(Callable<R> code) {
        Task<R> task = new Task<>(threads, code);
        tasks.add(task);
        return task;
    }

    /** Ends all threads; fails if one cannot be ended, or threw what the test did not ask for. */
    @Override
    public void close() {
        for (Task<?> task : tasks) {
            Throwable unseen = task.stop();
            if (unseen != null) {
                throw new AssertionError("a task failed unseen: " + unseen, unseen);
            }
        }
    }

    @Override
    public String toString() {
        return (capacity < 0 ? "" : "capacity " + capacity + ", ")
                + (threads == Threads.VIRTUAL ? "virtual threads" : "platform threads");
    }
}

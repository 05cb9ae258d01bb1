package rendezvous.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The rows of what is made of threads, locks and queues, with what the JDK has for it, on virtual threads. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JdkCompound {
    /** Tasks of an executor that starts a thread for each; each future is asked, as a failure would be there. */
    @Benchmark
    @OperationsPerInvocation(Work.TASKS)
    public long group() throws Exception {
        int[] results = new int[Work.TASKS];
        Threads.run(() -> {
            List<Future<?>> futures = new ArrayList<>();
            try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < Work.TASKS; i++) {
                    int me = i;
                    futures.add(tasks.submit(() -> results[me] = me));
                }
            }
            for (Future<?> future : futures) {
                future.get();
            }
            return 0L;
        });
        return Work.checked(Work.sumOf(results), Work.sum(Work.TASKS));
    }

    /** Four threads, two permits. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long semaphore() throws Exception {
        Semaphore permits = new Semaphore(Work.PERMITS, true); // first come, first served, as ours and Go's
        return fourCount((_, sum) -> {
            permits.acquire();
            try {
                return sum + 1;
            } finally {
                permits.release();
            }
        });
    }

    /** Four threads read under a lock; one time in sixteen they write. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long rwMutex() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        long[] shared = new long[1];
        return fourCount((i, sum) -> {
            if (i % Work.READS == 0) {
                lock.writeLock().lock();
                try {
                    shared[0]++;
                } finally {
                    lock.writeLock().unlock();
                }
                return sum + 1;
            }
            lock.readLock().lock();
            try {
                return sum + (shared[0] >= 0 ? 1 : 0);
            } finally {
                lock.readLock().unlock();
            }
        });
    }

    private static long fourCount(Step step) throws Exception {
        int each = Work.BUFFERED / Work.SIDES;
        long[] sums = new long[Work.SIDES];
        Threads.run(() -> {
            List<Thread> all = new ArrayList<>();
            for (int side = 0; side < Work.SIDES; side++) {
                int me = side;
                all.add(Threads.start(() -> {
                    long sum = 0;
                    for (int i = 0; i < each; i++) {
                        sum = step.next(i, sum);
                    }
                    sums[me] = sum;
                }));
            }
            for (Thread thread : all) {
                thread.join();
            }
            return 0L;
        });
        return Work.checked(sums[0] + sums[1] + sums[2] + sums[3], Work.BUFFERED);
    }

    /** Four workers take jobs from one queue and put their results into another. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long pool() throws Exception {
        BlockingQueue<Integer> jobs = new ArrayBlockingQueue<>(Work.SIDES);
        BlockingQueue<Integer> results = new ArrayBlockingQueue<>(Work.SIDES);
        return Threads.workers(jobs::put, jobs::take, results::put, results::take);
    }

    /** Five stages, joined by queues without room; each adds one to what it gets. */
    @Benchmark
    @OperationsPerInvocation(Work.PIPED)
    public long pipeline() throws Exception {
        List<BlockingQueue<Integer>> queues = new ArrayList<>();
        for (int i = 0; i <= Work.STAGES; i++) {
            queues.add(new SynchronousQueue<>());
        }
        return Threads.stages(
                (at, value) -> queues.get(at).put(value), at -> queues.get(at).take());
    }

    /** What a thread does again and again; returns the new sum. */
    @FunctionalInterface
    private interface Step {
        long next(int i, long sum) throws InterruptedException;
    }
}

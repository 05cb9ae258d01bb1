package rendezvous.bench;

import static rendezvous.bench.RendezvousBench.run;
import static rendezvous.chan.Go.go;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import rendezvous.chan.Chan;
import rendezvous.errgroup.ErrGroup;
import rendezvous.runtime.Goroutine;
import rendezvous.semaphore.Weighted;
import rendezvous.sync.RWMutex;

/** The rows of what is made of goroutines, locks and channels, in this library. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RendezvousCompound {
    /** A group of tasks, of which the first failure would be told; none fails. */
    @Benchmark
    @OperationsPerInvocation(Work.TASKS)
    public long group() throws Exception {
        int[] results = new int[Work.TASKS];
        run(() -> {
            ErrGroup<Exception> group = new ErrGroup<>();
            for (int i = 0; i < Work.TASKS; i++) {
                int me = i;
                group.go(() -> results[me] = me);
            }
            group.await();
        });
        return Work.checked(Work.sumOf(results), Work.sum(Work.TASKS));
    }

    /** Four goroutines, two permits. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long semaphore() throws Exception {
        Weighted permits = new Weighted(Work.PERMITS);
        return fourCount((_, sum) -> {
            permits.acquire(1);
            try {
                return sum + 1;
            } finally {
                permits.release(1);
            }
        });
    }

    /** Four goroutines read under a lock; one time in sixteen they write. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long rwMutex() throws Exception {
        RWMutex lock = new RWMutex();
        long[] shared = new long[1];
        return fourCount((i, sum) -> {
            if (i % Work.READS == 0) {
                lock.lock();
                try {
                    shared[0]++;
                } finally {
                    lock.unlock();
                }
                return sum + 1;
            }
            lock.rLock();
            try {
                return sum + (shared[0] >= 0 ? 1 : 0);
            } finally {
                lock.rUnlock();
            }
        });
    }

    private static long fourCount(Step step) throws Exception {
        int each = Work.BUFFERED / Work.SIDES;
        long[] sums = new long[Work.SIDES];
        run(() -> {
            List<Goroutine> all = new ArrayList<>();
            for (int side = 0; side < Work.SIDES; side++) {
                int me = side;
                all.add(go(() -> {
                    long sum = 0;
                    for (int i = 0; i < each; i++) {
                        sum = step.next(i, sum);
                    }
                    sums[me] = sum;
                }));
            }
            for (Goroutine goroutine : all) {
                goroutine.await();
            }
        });
        return Work.checked(sums[0] + sums[1] + sums[2] + sums[3], Work.BUFFERED);
    }

    /** Four workers take jobs from one channel and send their results on another. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long pool() throws Exception {
        long[] sum = new long[1];
        run(() -> {
            Chan<Integer> jobs = Chan.make(Work.SIDES);
            Chan<Integer> results = Chan.make(Work.SIDES);
            for (int side = 0; side < Work.SIDES; side++) {
                go(() -> {
                    for (int job : jobs) {
                        results.send(Work.job(job));
                    }
                });
            }
            go(() -> {
                for (int i = 0; i < Work.HAND_OFFS; i++) {
                    jobs.send(i);
                }
                jobs.close();
            });
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                sum[0] += results.receive();
            }
        });
        return Work.checked(sum[0], Work.sumOfJobs(Work.HAND_OFFS));
    }

    /** Five stages, joined by unbuffered channels; each adds one to what it gets. */
    @Benchmark
    @OperationsPerInvocation(Work.PIPED)
    public long pipeline() throws Exception {
        long[] sum = new long[1];
        run(() -> {
            Chan<Integer> source = Chan.make();
            Chan<Integer> last = source;
            for (int stage = 0; stage < Work.STAGES; stage++) {
                Chan<Integer> in = last;
                Chan<Integer> out = Chan.make();
                go(() -> {
                    for (int value : in) {
                        out.send(value + 1);
                    }
                    out.close();
                });
                last = out;
            }
            go(() -> {
                for (int i = 0; i < Work.PIPED; i++) {
                    source.send(i);
                }
                source.close();
            });
            for (int value : last) {
                sum[0] += value;
            }
        });
        return Work.checked(sum[0], Work.sum(Work.PIPED) + (long) Work.STAGES * Work.PIPED);
    }

    /** What a goroutine does again and again; returns the new sum. */
    @FunctionalInterface
    private interface Step {
        long next(int i, long sum) throws Exception;
    }
}

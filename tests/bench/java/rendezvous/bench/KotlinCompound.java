package rendezvous.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The rows of what is made of coroutines, locks and channels; the programs are in Kotlin. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KotlinCompound {
    /** A scope of tasks, of which the first failure would be told; none fails. */
    @Benchmark
    @OperationsPerInvocation(Work.TASKS)
    public long group() {
        int[] results = new int[Work.TASKS];
        KotlinCompounds.group(results);
        return Work.checked(Work.sumOf(results), Work.sum(Work.TASKS));
    }

    /** Four coroutines, two permits. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long semaphore() {
        long got = KotlinCompounds.semaphore(Work.PERMITS, Work.SIDES, Work.BUFFERED / Work.SIDES);
        return Work.checked(got, Work.BUFFERED);
    }

    /** Four workers take jobs from one channel and send their results on another. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long pool() {
        return Work.checked(
                KotlinCompounds.pool(Work.SIDES, Work.HAND_OFFS, Work::job), Work.sumOfJobs(Work.HAND_OFFS));
    }

    /** Five stages, joined by channels without a buffer; each adds one to what it gets. */
    @Benchmark
    @OperationsPerInvocation(Work.PIPED)
    public long pipeline() {
        return Work.checked(
                KotlinCompounds.pipeline(Work.STAGES, Work.PIPED),
                Work.sum(Work.PIPED) + (long) Work.STAGES * Work.PIPED);
    }
}

package rendezvous.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The rows, in Kotlin's coroutines and channels on their default dispatcher; the programs are in Kotlin. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KotlinBench {
    /** One coroutine sends, another receives; each message is a meeting. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long unbuffered() {
        return Work.checked(KotlinPrograms.oneToOne(0, Work.HAND_OFFS), Work.sum(Work.HAND_OFFS));
    }

    /** A buffer of 100 between one sender and one receiver. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long buf100() {
        return Work.checked(KotlinPrograms.oneToOne(100, Work.BUFFERED), Work.sum(Work.BUFFERED));
    }

    /** A request over one channel, its answer over another. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long roundTrip() {
        return Work.checked(KotlinPrograms.roundTrip(Work.HAND_OFFS), Work.sum(Work.HAND_OFFS));
    }

    /** A buffer of 1000 between four senders and four receivers. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long buf1000() {
        int each = Work.BUFFERED / Work.SIDES;
        return Work.checked(KotlinPrograms.manyToMany(1000, Work.SIDES, each), Work.SIDES * Work.sum(each));
    }

    /** Four coroutines send, each on a channel of its own; one receives from whichever is ready. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long select4() {
        int each = Work.HAND_OFFS / Work.SIDES;
        return Work.checked(KotlinPrograms.selectOverFour(each), Work.SIDES * Work.sum(each));
    }

    /** One to one, and each receive is a select that would give up after a minute. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long orTimeout() {
        long millis = Work.LONG.toMillis();
        return Work.checked(KotlinPrograms.orTimeout(Work.HAND_OFFS, millis), Work.sum(Work.HAND_OFFS));
    }

    /** Four coroutines count under one lock. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long mutex() {
        return Work.checked(KotlinPrograms.mutex(Work.SIDES, Work.BUFFERED / Work.SIDES), Work.BUFFERED);
    }

    /** Starts 100 000 coroutines, then joins each. */
    @Benchmark
    @OperationsPerInvocation(Work.STARTS)
    public long start() {
        int[] results = new int[Work.STARTS];
        KotlinPrograms.start(results);
        return Work.checked(Work.sumOf(results), Work.sum(Work.STARTS));
    }
}

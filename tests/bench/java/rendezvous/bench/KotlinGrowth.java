package rendezvous.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How the costs of Kotlin's channels grow; the programs are in Kotlin. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KotlinGrowth {
    /** How many cases a select has. */
    @State(Scope.Benchmark)
    public static class Cases {
        @Param("1")
        public int n;
    }

    /** So many coroutines that wait for a value from one channel, and wait again when they got one. */
    @State(Scope.Benchmark)
    public static class Crowd {
        @Param("1")
        public int n;

        private KotlinCrowd crowd;

        /** Starts them; returns when they wait, or are about to. */
        @Setup
        public void gather() throws InterruptedException {
            crowd = new KotlinCrowd(n);
            Threads.until(() -> crowd.getArrived() == n);
        }

        /** Lets them end. */
        @TearDown
        public void dismiss() {
            crowd.dismiss();
        }
    }

    /** One sender, round all channels; one receiver, whose select has a case for each. */
    @Benchmark
    @OperationsPerInvocation(Work.GROWTH)
    public long select(Cases cases) {
        return Work.checked(KotlinPrograms.selectOver(cases.n, Work.GROWTH), Work.sum(Work.GROWTH));
    }

    /** Each value is taken by the coroutine that has waited longest, which then queues up behind all others. */
    @Benchmark
    @OperationsPerInvocation(Work.GROWTH)
    public void serve(Crowd crowd) {
        crowd.crowd.serve(Work.GROWTH);
    }

    /** A select queues up behind the crowd, and leaves from there because its other case came. */
    @Benchmark
    @OperationsPerInvocation(Work.GROWTH)
    public long cancel(Crowd crowd) {
        return Work.checked(crowd.crowd.cancel(Work.GROWTH), Work.sum(Work.GROWTH));
    }
}

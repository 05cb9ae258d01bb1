package rendezvous.bench;

import com.softwaremill.jox.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The rows of what is made of threads and channels, in Jox's channels between virtual threads. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JoxCompound {
    /** Four workers take jobs from one channel and send their results on another. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long pool() throws Exception {
        Channel<Integer> jobs = Channel.newBufferedChannel(Work.SIDES);
        Channel<Integer> results = Channel.newBufferedChannel(Work.SIDES);
        return Threads.workers(jobs::send, jobs::receive, results::send, results::receive);
    }

    /** Five stages, joined by channels without a buffer; each adds one to what it gets. */
    @Benchmark
    @OperationsPerInvocation(Work.PIPED)
    public long pipeline() throws Exception {
        List<Channel<Integer>> channels = new ArrayList<>();
        for (int i = 0; i <= Work.STAGES; i++) {
            channels.add(Channel.newRendezvousChannel());
        }
        return Threads.stages(
                (at, value) -> channels.get(at).send(value),
                at -> channels.get(at).receive());
    }
}

package rendezvous.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Body;
import rendezvous.trace.FlightRecorder;
import rendezvous.trace.Trace;

/**
 * What it costs to be watched: a goroutine sends to itself, which is two events and no switch. What a message costs more than
 * without a watcher is the cost of two events.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TraceCost {
    /** Who watches: 0 nobody, 1 a trace in memory, 2 the probe of the flight recorder too, with no recording on. */
    @Param({"0", "1", "2"})
    public int n;

    /** Sends and receives; all events are kept. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long watched() throws Exception {
        long[] sum = new long[1];
        Body body = () -> {
            Chan<Integer> ch = Chan.make(1);
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                ch.send(i);
                sum[0] += ch.receive();
            }
        };
        Trace trace = switch (n) {
            case 0 -> null;
            case 1 -> Trace.of(Work.LONG, body);
            default -> FlightRecorder.of(Work.LONG, body);
        };
        if (trace == null) {
            Go.go(body).await();
        } else if (trace.events().size() != 2 * Work.HAND_OFFS + 2) {
            throw new IllegalStateException(
                    "events of a trace: got " + trace.events().size() + ", want all");
        }
        return Work.checked(sum[0], Work.sum(Work.HAND_OFFS));
    }
}

package rendezvous.bench;

import static rendezvous.chan.Go.go;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveCase;
import rendezvous.chan.Select;
import rendezvous.chan.Signal;
import rendezvous.runtime.Goroutine;

/** How this library's costs grow. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RendezvousGrowth {
    /** How many cases a select has. */
    @State(Scope.Benchmark)
    public static class Cases {
        @Param("1")
        public int n;
    }

    /** So many goroutines that wait for a value from one channel, and wait again when they got one. */
    @State(Scope.Benchmark)
    public static class Crowd {
        @Param("1")
        public int n;

        final Chan<Integer> crowded = Chan.make();
        private final List<Goroutine> all = new ArrayList<>();

        /** Starts them; returns when they wait, or are about to. */
        @Setup
        public void gather() throws InterruptedException {
            AtomicInteger arrived = new AtomicInteger();
            for (int i = 0; i < n; i++) {
                all.add(go(() -> {
                    arrived.incrementAndGet();
                    while (crowded.receiveOk().ok()) {}
                }));
            }
            Threads.until(() -> arrived.get() == n);
        }

        /** Lets them end. */
        @TearDown
        public void dismiss() throws InterruptedException {
            crowded.close();
            for (Goroutine goroutine : all) {
                goroutine.await();
            }
        }
    }

    /** One sender, round all channels; one receiver, whose select has a case for each. */
    @Benchmark
    @OperationsPerInvocation(Work.GROWTH)
    public long select(Cases cases) throws Exception {
        long[] sum = new long[1];
        RendezvousBench.run(() -> {
            List<Chan<Integer>> channels = new ArrayList<>();
            Select select = new Select();
            List<ReceiveCase<Integer>> received = new ArrayList<>();
            for (int i = 0; i < cases.n; i++) {
                Chan<Integer> ch = Chan.make();
                channels.add(ch);
                received.add(select.receive(ch));
            }
            Goroutine sender = go(() -> {
                for (int i = 0; i < Work.GROWTH; i++) {
                    channels.get(i % cases.n).send(i);
                }
            });
            for (int i = 0; i < Work.GROWTH; i++) {
                sum[0] += received.get(select.await()).value();
            }
            sender.await();
        });
        return Work.checked(sum[0], Work.sum(Work.GROWTH));
    }

    /** Each value is taken by the goroutine that has waited longest, which then queues up behind all others. */
    @Benchmark
    @OperationsPerInvocation(Work.GROWTH)
    public void serve(Crowd crowd) throws Exception {
        RendezvousBench.run(() -> {
            for (int i = 0; i < Work.GROWTH; i++) {
                crowd.crowded.send(i);
            }
        });
    }

    /** A select queues up behind the crowd, and leaves from there because its other case came. */
    @Benchmark
    @OperationsPerInvocation(Work.GROWTH)
    public void cancel(Crowd crowd) throws Exception {
        RendezvousBench.run(() -> {
            Chan<Signal> quiet = Chan.make();
            Chan<Signal> answers = Chan.make();
            Goroutine other = go(() -> {
                Select select = new Select();
                select.receive(crowd.crowded);
                ReceiveCase<Signal> asked = select.receive(quiet);
                for (int i = 0; i < Work.GROWTH; i++) {
                    if (select.await() != asked.index()) {
                        throw new IllegalStateException("got a value from the crowded channel, on which nobody sends");
                    }
                    answers.send(Signal.SIGNAL);
                }
            });
            for (int i = 0; i < Work.GROWTH; i++) {
                quiet.send(Signal.SIGNAL);
                answers.receive();
            }
            other.await();
        });
    }
}

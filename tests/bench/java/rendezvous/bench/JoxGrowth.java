package rendezvous.bench;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.ChannelClosed;
import com.softwaremill.jox.Select;
import com.softwaremill.jox.SelectClause;
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

/** How the costs of Jox's channels grow: the same programs as in {@link RendezvousGrowth}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JoxGrowth {
    /** How many cases a select has. */
    @State(Scope.Benchmark)
    public static class Cases {
        @Param("1")
        public int n;
    }

    /** So many threads that wait for a value from one channel, and wait again when they got one. */
    @State(Scope.Benchmark)
    public static class Crowd {
        @Param("1")
        public int n;

        final Channel<Integer> crowded = Channel.newRendezvousChannel();
        private final List<Thread> all = new ArrayList<>();

        /** Starts them; returns when they wait, or are about to. */
        @Setup
        public void gather() throws InterruptedException {
            AtomicInteger arrived = new AtomicInteger();
            for (int i = 0; i < n; i++) {
                all.add(Threads.start(() -> {
                    arrived.incrementAndGet();
                    while (!(crowded.receiveOrClosed() instanceof ChannelClosed)) {}
                }));
            }
            Threads.until(() -> arrived.get() == n);
        }

        /** Lets them end. */
        @TearDown
        public void dismiss() throws InterruptedException {
            crowded.done();
            for (Thread thread : all) {
                thread.join();
            }
        }
    }

    /** One sender, round all channels; one receiver, whose select has a case for each. */
    @Benchmark
    @OperationsPerInvocation(Work.GROWTH)
    public long select(Cases cases) throws Exception {
        long got = Threads.run(() -> {
            List<Channel<Integer>> channels = new ArrayList<>();
            for (int i = 0; i < cases.n; i++) {
                channels.add(Channel.newRendezvousChannel());
            }
            Thread sender = Threads.start(() -> {
                for (int i = 0; i < Work.GROWTH; i++) {
                    channels.get(i % cases.n).send(i);
                }
            });
            long sum = 0;
            for (int i = 0; i < Work.GROWTH; i++) {
                sum += Select.select(clauses(channels));
            }
            sender.join();
            return sum;
        });
        return Work.checked(got, Work.sum(Work.GROWTH));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type, which Java cannot make
    private static SelectClause<Integer>[] clauses(List<Channel<Integer>> channels) {
        SelectClause<Integer>[] clauses = new SelectClause[channels.size()];
        for (int i = 0; i < clauses.length; i++) {
            clauses[i] = channels.get(i).receiveClause();
        }
        return clauses;
    }

    /** Each value is taken by the thread that has waited longest, which then queues up behind all others. */
    @Benchmark
    @OperationsPerInvocation(Work.GROWTH)
    public long serve(Crowd crowd) throws Exception {
        return Threads.run(() -> {
            for (int i = 0; i < Work.GROWTH; i++) {
                crowd.crowded.send(i);
            }
            return 0L;
        });
    }

    /** A select queues up behind the crowd, and leaves from there because its other case came. */
    @Benchmark
    @OperationsPerInvocation(Work.GROWTH)
    public long cancel(Crowd crowd) throws Exception {
        return Threads.run(() -> {
            Channel<Integer> quiet = Channel.newRendezvousChannel();
            Channel<Integer> answers = Channel.newRendezvousChannel();
            Thread other = Threads.start(() -> {
                for (int i = 0; i < Work.GROWTH; i++) {
                    answers.send(Select.<Integer>select(crowd.crowded.receiveClause(), quiet.receiveClause()));
                }
            });
            long sum = 0;
            for (int i = 0; i < Work.GROWTH; i++) {
                quiet.send(i);
                sum += answers.receive();
            }
            other.join();
            return Work.checked(sum, Work.sum(Work.GROWTH));
        });
    }
}

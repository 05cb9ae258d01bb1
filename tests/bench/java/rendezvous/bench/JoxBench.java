package rendezvous.bench;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The rows, in Jox's channels between virtual threads. Jox has no start of its own: there is no such row. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JoxBench {
    /** One thread sends, another receives; each message is a meeting. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long unbuffered() throws Exception {
        return oneToOne(Channel.newRendezvousChannel(), Work.HAND_OFFS);
    }

    /** A buffer of 100 between one sender and one receiver. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long buf100() throws Exception {
        return oneToOne(Channel.newBufferedChannel(100), Work.BUFFERED);
    }

    private static long oneToOne(Channel<Integer> ch, int count) throws Exception {
        long got = Threads.run(() -> {
            Thread sender = Threads.start(() -> {
                for (int i = 0; i < count; i++) {
                    ch.send(i);
                }
            });
            long sum = 0;
            for (int i = 0; i < count; i++) {
                sum += ch.receive();
            }
            sender.join();
            return sum;
        });
        return Work.checked(got, Work.sum(count));
    }

    /** A request over one channel, its answer over another. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long roundTrip() throws Exception {
        long got = Threads.run(() -> {
            Channel<Integer> requests = Channel.newRendezvousChannel();
            Channel<Integer> answers = Channel.newRendezvousChannel();
            Thread server = Threads.start(() -> {
                for (int i = 0; i < Work.HAND_OFFS; i++) {
                    answers.send(requests.receive());
                }
            });
            long sum = 0;
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                requests.send(i);
                sum += answers.receive();
            }
            server.join();
            return sum;
        });
        return Work.checked(got, Work.sum(Work.HAND_OFFS));
    }

    /** A buffer of 1000 between four senders and four receivers. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long buf1000() throws Exception {
        Channel<Integer> ch = Channel.newBufferedChannel(1000);
        return Threads.fourToFour(ch::send, ch::receive);
    }

    /** Four threads send, each on a channel of its own; one receives from whichever is ready. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long select4() throws Exception {
        int each = Work.HAND_OFFS / Work.SIDES;
        long got = Threads.run(() -> {
            List<Channel<Integer>> in = new ArrayList<>();
            List<Thread> senders = new ArrayList<>();
            for (int side = 0; side < Work.SIDES; side++) {
                Channel<Integer> ch = Channel.newRendezvousChannel();
                in.add(ch);
                senders.add(Threads.start(() -> {
                    for (int i = 0; i < each; i++) {
                        ch.send(i);
                    }
                }));
            }
            long sum = 0;
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                sum += Select.<Integer>select(
                        in.get(0).receiveClause(),
                        in.get(1).receiveClause(),
                        in.get(2).receiveClause(),
                        in.get(3).receiveClause());
            }
            for (Thread sender : senders) {
                sender.join();
            }
            return sum;
        });
        return Work.checked(got, Work.SIDES * Work.sum(each));
    }

    /** One to one, and each receive is a select that would give up after a minute. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long orTimeout() throws Exception {
        Channel<Integer> ch = Channel.newRendezvousChannel();
        long got = Threads.run(() -> {
            Thread sender = Threads.start(() -> {
                for (int i = 0; i < Work.HAND_OFFS; i++) {
                    ch.send(i);
                }
            });
            long sum = 0;
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                sum += Select.<Integer>selectWithin(Work.LONG, ch.receiveClause());
            }
            sender.join();
            return sum;
        });
        return Work.checked(got, Work.sum(Work.HAND_OFFS));
    }
}

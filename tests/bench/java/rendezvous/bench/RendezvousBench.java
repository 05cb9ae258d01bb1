package rendezvous.bench;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.choose;
import static rendezvous.chan.Select.receive;
import static rendezvous.chan.Select.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveCase;
import rendezvous.chan.Select;
import rendezvous.chan.Timer;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Mutex;
import rendezvous.sync.WaitGroup;

/** The rows, in this library's goroutines and channels. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RendezvousBench {
    /** One goroutine sends, another receives; each message is a meeting. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long unbuffered() throws Exception {
        return oneToOne(0, Work.HAND_OFFS);
    }

    /** A buffer of 100 between one sender and one receiver. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long buf100() throws Exception {
        return oneToOne(100, Work.BUFFERED);
    }

    private static long oneToOne(int capacity, int count) throws Exception {
        long[] sum = new long[1];
        run(() -> {
            Chan<Integer> ch = Chan.make(capacity);
            Goroutine sender = go(() -> {
                for (int i = 0; i < count; i++) {
                    ch.send(i);
                }
            });
            for (int i = 0; i < count; i++) {
                sum[0] += ch.receive();
            }
            sender.await();
        });
        return Work.checked(sum[0], Work.sum(count));
    }

    /** A request over one channel, its answer over another. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long roundTrip() throws Exception {
        long[] sum = new long[1];
        run(() -> {
            Chan<Integer> requests = Chan.make();
            Chan<Integer> answers = Chan.make();
            Goroutine server = go(() -> {
                for (int i = 0; i < Work.HAND_OFFS; i++) {
                    answers.send(requests.receive());
                }
            });
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                requests.send(i);
                sum[0] += answers.receive();
            }
            server.await();
        });
        return Work.checked(sum[0], Work.sum(Work.HAND_OFFS));
    }

    /** A buffer of 1000 between four senders and four receivers. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long buf1000() throws Exception {
        int each = Work.BUFFERED / Work.SIDES;
        long[] sums = new long[Work.SIDES];
        run(() -> {
            Chan<Integer> ch = Chan.make(1000);
            Goroutine[] all = new Goroutine[2 * Work.SIDES];
            for (int side = 0; side < Work.SIDES; side++) {
                int me = side;
                all[me] = go(() -> {
                    for (int i = 0; i < each; i++) {
                        ch.send(i);
                    }
                });
                all[Work.SIDES + me] = go(() -> {
                    long sum = 0;
                    for (int i = 0; i < each; i++) {
                        sum += ch.receive();
                    }
                    sums[me] = sum;
                });
            }
            for (Goroutine goroutine : all) {
                goroutine.await();
            }
        });
        return Work.checked(sums[0] + sums[1] + sums[2] + sums[3], Work.SIDES * Work.sum(each));
    }

    /** Four goroutines send, each on a channel of its own; one receives from whichever is ready. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long select4() throws Exception {
        return selectOverFour(in -> {
            long sum = 0;
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                sum += choose(
                        receive(in.get(0), v -> v),
                        receive(in.get(1), v -> v),
                        receive(in.get(2), v -> v),
                        receive(in.get(3), v -> v));
            }
            return sum;
        });
    }

    /** The same with a select that is made once, for loops that must be fast. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long select4Reused() throws Exception {
        return selectOverFour(in -> {
            Select select = new Select();
            List<ReceiveCase<Integer>> cases = new ArrayList<>();
            for (Chan<Integer> ch : in) {
                cases.add(select.receive(ch));
            }
            long sum = 0;
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                sum += cases.get(select.await()).value();
            }
            return sum;
        });
    }

    private static long selectOverFour(Receiver receiver) throws Exception {
        int each = Work.HAND_OFFS / Work.SIDES;
        long[] sum = new long[1];
        run(() -> {
            List<Chan<Integer>> channels = new ArrayList<>();
            List<Goroutine> senders = new ArrayList<>();
            for (int side = 0; side < Work.SIDES; side++) {
                Chan<Integer> ch = Chan.make();
                channels.add(ch);
                senders.add(go(() -> {
                    for (int i = 0; i < each; i++) {
                        ch.send(i);
                    }
                }));
            }
            sum[0] = receiver.receive(channels);
            for (Goroutine sender : senders) {
                sender.await();
            }
        });
        return Work.checked(sum[0], Work.SIDES * Work.sum(each));
    }

    /** One to one, and each receive is a select that would give up after a minute. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long orTimeout() throws Exception {
        long[] sum = new long[1];
        run(() -> {
            Chan<Integer> ch = Chan.make();
            Goroutine sender = go(() -> {
                for (int i = 0; i < Work.HAND_OFFS; i++) {
                    ch.send(i);
                }
            });
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                sum[0] += choose(receive(ch, v -> v), timeout(Work.LONG, () -> -1));
            }
            sender.await();
        });
        return Work.checked(sum[0], Work.sum(Work.HAND_OFFS));
    }

    /** Makes timers that would fire in a minute, and stops each. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public void timer() throws Exception {
        run(() -> {
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                if (!Timer.of(Work.LONG).stop()) {
                    throw new IllegalStateException("a timer of a minute fired");
                }
            }
        });
    }

    /** Four goroutines count under one lock. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long mutex() throws Exception {
        int each = Work.BUFFERED / Work.SIDES;
        Mutex lock = new Mutex();
        long[] count = new long[1];
        run(() -> {
            List<Goroutine> all = new ArrayList<>();
            for (int side = 0; side < Work.SIDES; side++) {
                all.add(go(() -> {
                    for (int i = 0; i < each; i++) {
                        lock.lock();
                        try {
                            count[0]++;
                        } finally {
                            lock.unlock();
                        }
                    }
                }));
            }
            for (Goroutine goroutine : all) {
                goroutine.await();
            }
        });
        return Work.checked(count[0], Work.BUFFERED);
    }

    /** Starts 100 000 goroutines, then waits for all, as the program in Go does. */
    @Benchmark
    @OperationsPerInvocation(Work.STARTS)
    public long start() throws Exception {
        int[] results = new int[Work.STARTS];
        run(() -> {
            WaitGroup all = new WaitGroup();
            for (int i = 0; i < Work.STARTS; i++) {
                int me = i;
                all.go(() -> results[me] = me);
            }
            all.await();
        });
        return Work.checked(Work.sumOf(results), Work.sum(Work.STARTS));
    }

    /** Runs a program on a goroutine, as Go runs {@code main}. */
    static void run(Body program) throws Exception {
        go(program).await();
    }

    /** What receives from four channels; returns the sum. */
    @FunctionalInterface
    private interface Receiver {
        long receive(List<Chan<Integer>> in) throws Exception;
    }
}

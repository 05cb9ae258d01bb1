package rendezvous.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * The rows, in the JDK's queues between virtual threads: a {@link SynchronousQueue} where there is no buffer, an
 * {@link ArrayBlockingQueue} where there is one. These were the fastest here; the first promises no order, as a
 * channel does, and its form that does was slower.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JdkBench {
    private static final ScheduledThreadPoolExecutor ALARMS =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());

    static {
        ALARMS.setRemoveOnCancelPolicy(true);
    }

    /** One thread puts, another takes; each message is a meeting. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long unbuffered() throws Exception {
        return oneToOne(new SynchronousQueue<>(), Work.HAND_OFFS);
    }

    /** A buffer of 100 between one sender and one receiver. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long buf100() throws Exception {
        return oneToOne(new ArrayBlockingQueue<>(100), Work.BUFFERED);
    }

    private static long oneToOne(BlockingQueue<Integer> queue, int count) throws Exception {
        long got = Threads.run(() -> {
            Thread sender = Threads.start(() -> {
                for (int i = 0; i < count; i++) {
                    queue.put(i);
                }
            });
            long sum = 0;
            for (int i = 0; i < count; i++) {
                sum += queue.take();
            }
            sender.join();
            return sum;
        });
        return Work.checked(got, Work.sum(count));
    }

    /** A request over one queue, its answer over another. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long roundTrip() throws Exception {
        long got = Threads.run(() -> {
            BlockingQueue<Integer> requests = new SynchronousQueue<>();
            BlockingQueue<Integer> answers = new SynchronousQueue<>();
            Thread server = Threads.start(() -> {
                for (int i = 0; i < Work.HAND_OFFS; i++) {
                    answers.put(requests.take());
                }
            });
            long sum = 0;
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                requests.put(i);
                sum += answers.take();
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
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1000);
        return Threads.fourToFour(queue::put, queue::take);
    }

    /** One to one, and each receive would give up after a minute. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long orTimeout() throws Exception {
        long got = Threads.run(() -> {
            SynchronousQueue<Integer> queue = new SynchronousQueue<>();
            Thread sender = Threads.start(() -> {
                for (int i = 0; i < Work.HAND_OFFS; i++) {
                    queue.put(i);
                }
            });
            long sum = 0;
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                sum += queue.poll(Work.LONG.toNanos(), TimeUnit.NANOSECONDS);
            }
            sender.join();
            return sum;
        });
        return Work.checked(got, Work.sum(Work.HAND_OFFS));
    }

    /** Makes alarms that would go off in a minute, and cancels each. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long timer() throws Exception {
        return Threads.run(() -> {
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                if (!ALARMS.schedule(() -> {}, Work.LONG.toNanos(), TimeUnit.NANOSECONDS)
                        .cancel(false)) {
                    throw new IllegalStateException("an alarm of a minute went off");
                }
            }
            return 0L;
        });
    }

    /** Four threads count under one lock. */
    @Benchmark
    @OperationsPerInvocation(Work.BUFFERED)
    public long mutex() throws Exception {
        int each = Work.BUFFERED / Work.SIDES;
        ReentrantLock lock = new ReentrantLock();
        long[] count = new long[1];
        Threads.run(() -> {
            List<Thread> all = new ArrayList<>();
            for (int side = 0; side < Work.SIDES; side++) {
                all.add(Threads.start(() -> {
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
            for (Thread thread : all) {
                thread.join();
            }
            return 0L;
        });
        return Work.checked(count[0], Work.BUFFERED);
    }

    /** Starts 100 000 virtual threads, then joins each. */
    @Benchmark
    @OperationsPerInvocation(Work.STARTS)
    public long start() throws Exception {
        int[] results = new int[Work.STARTS];
        Threads.run(() -> {
            Thread[] all = new Thread[Work.STARTS];
            for (int i = 0; i < Work.STARTS; i++) {
                int me = i;
                all[i] = Thread.startVirtualThread(() -> results[me] = me);
            }
            for (Thread thread : all) {
                thread.join();
            }
            return 0L;
        });
        return Work.checked(Work.sumOf(results), Work.sum(Work.STARTS));
    }
}

package rendezvous.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * The floor: what it costs to hand control from one virtual thread to another with nothing but park and unpark. No
 * hand-off that parks can be cheaper.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FloorBench {
    /** Two virtual threads take turns; each turn that passes on is one hand-off. */
    @Benchmark
    @OperationsPerInvocation(Work.HAND_OFFS)
    public long handOff() throws Exception {
        return Threads.run(() -> {
            Turns turns = new Turns(Thread.currentThread());
            turns.other = Thread.startVirtualThread(() -> turns.take(1));
            turns.take(0);
            turns.other.join();
            return Work.checked(turns.taken, Work.HAND_OFFS);
        });
    }

    /** Whose turn it is. */
    private static final class Turns {
        private final Thread first;
        private volatile Thread other;
        private volatile int turn;
        private long taken; // by whose turn it is

        Turns(Thread first) {
            this.first = first;
        }

        void take(int me) {
            for (int i = 0; i < Work.HAND_OFFS / 2; i++) {
                while (turn != me) {
                    LockSupport.park(this);
                }
                taken++;
                turn = 1 - me;
                LockSupport.unpark(me == 0 ? other : first);
            }
        }
    }
}

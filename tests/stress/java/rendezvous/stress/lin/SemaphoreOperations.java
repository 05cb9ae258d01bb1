package rendezvous.stress.lin;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import rendezvous.semaphore.Weighted;
import rendezvous.stress.Sure;

/** What can be done with a semaphore of 3, as numbers; {@link Model} says what they must be. */
@Param(name = "n", gen = IntGen.class, conf = "0:3")
public final class SemaphoreOperations {
    private static final int SIZE = 3;
    private final Weighted semaphore = new Weighted(SIZE);

    /** Returns 1 if that much was acquired. */
    @Operation
    public int tryAcquire(@Param(name = "n") int n) {
        return semaphore.tryAcquire(n) ? 1 : 0;
    }

    /** Returns 1 if that much was given back, 0 if less is held. */
    @Operation
    public int release(@Param(name = "n") int n) {
        try {
            semaphore.release(n);
            return 1;
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    /** Acquires, waiting if need be; only in scenarios in which it will be served. */
    public int acquire(int n) {
        Sure.run(() -> semaphore.acquire(n));
        return 1;
    }

    /** What a semaphore does if one uses it at a time. */
    public static final class Model {
        private int held;

        public int tryAcquire(int n) {
            if (n > SIZE - held) {
                return 0;
            }
            held += n;
            return 1;
        }

        public int release(int n) {
            if (n > held) {
                return 0;
            }
            held -= n;
            return 1;
        }

        public int acquire(int n) {
            return tryAcquire(n) == 1 ? 1 : -99; // no operation returns that: not in this order
        }
    }
}

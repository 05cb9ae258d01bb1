package rendezvous.runtime;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a thread looks on before it parks.
 *
 * <p>To park and be woken on another carrier costs microseconds; who the thread waits for is often closer than that, if it
 * runs at the same time. If it does not, each look is lost and keeps others from the carrier. So how often to look is
 * learned, by all waits together: it grows with each wait that looking on has ended and shrinks with each that it has
 * not. Where one carrier runs everything nobody looks on at all.
 *
 * <p>The idea is that of adaptive locks in HotSpot ({@code objectMonitor.cpp}); the numbers were found by
 * {@code ./course bench} on two cores.
 *
 * {@snippet :
 * import java.util.concurrent.atomic.AtomicBoolean;
 * import rendezvous.runtime.*;
 *
 * AtomicBoolean ready = new AtomicBoolean();
 * Goroutine other = go(() -> ready.set(true));
 * if (Spin.isFor(World.current())) {
 *     for (int looks = 0; looks < 4 && !ready.get(); looks++) {
 *         Spin.pause(100);       // it may well come in these microseconds …
 *     }
 * }
 * if (!ready.get()) {
 *     other.await();             // … or else it is waited for
 * }
 * println(ready);                // Output: true
 * }
 */
public final class Spin {
    /** Some five microseconds. */
    static final int MOST = 128;

    /** When it is no use, one in so many tries again. */
    static final int TRIAL = 128;

    private static final int BONUS = 8;
    private static final int SHARE = 8; // of it is lost with each wait that did not end in time

    private static final boolean PARALLEL = Math.min(
                    Runtime.getRuntime().availableProcessors(),
                    Integer.getInteger("jdk.virtualThreadScheduler.parallelism", Integer.MAX_VALUE))
            > 1;

    /** What all waits have learned. */
    static final Spin ALL = new Spin();

    private int budget = MOST; // racy: it is a guess, and with a lost update still one

    Spin() {}

    /** Returns whether others may act in this world while a thread keeps its processor busy. */
    public static boolean isFor(World world) {
        return PARALLEL && world.isReal();
    }

    /**
     * Keeps the thread busy for so many looks, some 40 ns each, if there may be another processor for those it waits for.
     *
     * @param looks how many; none if negative
     */
    public static void pause(int looks) {
        if (PARALLEL) {
            for (int i = looks; i > 0; i--) {
                Thread.onSpinWait();
            }
        }
    }

    /** Returns how often to look now; 0 for not at all. */
    int budget() {
        int now = budget;
        return now > 0 || ThreadLocalRandom.current().nextInt(TRIAL) != 0 ? now : MOST;
    }

    /** Notes that what was looked for came in time. */
    void paid() {
        int now = budget;
        if (now < MOST) {
            budget = Math.min(MOST, now + BONUS);
        }
    }

    /** Notes that it did not. */
    void lost() {
        int now = budget;
        budget = now - (now + SHARE - 1) / SHARE;
    }
}

package rendezvous.bench;

import static rendezvous.chan.Go.go;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Goroutine;

/**
 * Starts many goroutines that all block on one channel, and lets them go: for each, how long it takes until it is
 * blocked, how long until it is over after the close, and how much heap it holds meanwhile.
 *
 * <p>Run in a JVM of its own. It prints {@code ok}, both times in nanoseconds, and bytes.
 */
final class BlockedGoroutines {
    private static final int WARM_UP = 1_000;

    private BlockedGoroutines() {}

    /** Measures; the one argument is how many. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        for (int i = 0; i < 200; i++) {
            once(WARM_UP, false);
        }
        double[] result = once(count, true);
        System.out.println(String.format(Locale.ROOT, "ok %.2f %.2f %.2f", result[0], result[1], result[2]));
    }

    private static double[] once(int count, boolean weigh) throws Exception {
        Goroutine[] all = new Goroutine[count];
        Chan<Signal> gate = Chan.make();
        Chan<Signal> allHere = Chan.make(1);
        AtomicInteger missing = new AtomicInteger(count);
        long[] nanos = new long[2];
        long[] bytes = new long[1];
        RendezvousBench.run(() -> {
            long before = weigh ? used() : 0;
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                all[i] = go(() -> {
                    if (missing.decrementAndGet() == 0) {
                        allHere.send(Signal.SIGNAL);
                    }
                    gate.receiveOk();
                });
            }
            allHere.receive();
            nanos[0] = System.nanoTime() - begin;
            bytes[0] = weigh ? used() - before : 0;
            begin = System.nanoTime();
            gate.close();
            for (Goroutine goroutine : all) {
                goroutine.await();
            }
            nanos[1] = System.nanoTime() - begin;
        });
        return new double[] {(double) nanos[0] / count, (double) nanos[1] / count, (double) bytes[0] / count};
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

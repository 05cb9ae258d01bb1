package rendezvous.asleep;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.DeadlockError;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.GoroutineState;

/**
 * Programs in which everybody waits for somebody else.
 *
 * <p>Each leaves its goroutines behind, since nothing can wake them but an interrupt: {@link #main} sends them one.
 */
final class Deadlocks {
    private Deadlocks() {}

    /** All programs; each runs on a thread that must come to a report. */
    static List<Program> all() {
        return Stream.of(DeadlocksOfChannels.all(), DeadlocksOfLocks.all(), DeadlocksOfClocks.all())
                .flatMap(List::stream)
                .toList();
    }

    static void receiveForEver(Chan<Integer> ch) {
        try {
            ch.receive();
        } catch (InterruptedException e) {
            // As it should end.
        }
    }

    static void sleepMillis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs all programs, or the one that is named, and prints what each of them ended with. */
    public static void main(String[] args) throws InterruptedException {
        for (Program program : all()) {
            if (args.length > 0 && !args[0].equals(program.name())) {
                continue;
            }
            System.out.println("program " + program.name());
            long start = System.nanoTime();
            try {
                program.body().run();
                System.out.println("ended as if nothing were wrong");
            } catch (DeadlockError e) {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                System.out.println("millis " + (millis - program.busy()));
                e.toString().lines().forEach(line -> System.out.println("| " + line));
            } catch (Throwable e) {
                System.out.println("ended with " + e);
            }
            endGoroutines();
            System.out.println("end");
        }
    }

    /**
     * Interrupts the goroutines, one of them twice, and waits for their end. One that waits for another's end panics when
     * that was interrupted before it was itself: that is so, and is not to be printed here.
     */
    private static void endGoroutines() throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
        List<Goroutine> left =
                Go.goroutines().stream().map(GoroutineState::goroutine).toList();
        while (Go.count() > 0) {
            left.forEach(Goroutine::interrupt);
            Thread.sleep(1);
        }
        Thread.setDefaultUncaughtExceptionHandler(null);
    }
}

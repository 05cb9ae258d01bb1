package rendezvous.asleep;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import rendezvous.chan.Chan;
import rendezvous.runtime.DeadlockError;

/**
 * Programs that look stuck: for some hundreds of milliseconds main waits, and whoever will wake it does nothing yet.
 */
final class LookStuck {
    /** How long nothing happens: the check looks several times. */
    static final long QUIET_MILLIS = 300;

    private LookStuck() {}

    /** Programs that leave nothing behind: afterwards a deadlock would be reported again. */
    static List<Program> all() {
        return Stream.of(QuietThreads.all(), QuietGoroutines.all(), QuietClocks.all(), QuietLocks.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Programs after which there is doubt for a long time, or for ever. */
    static List<Program> lasting() {
        return LastingDoubts.all();
    }

    static void send(Chan<Integer> ch) {
        try {
            ch.send(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void sendLater(Chan<Integer> ch) {
        Deadlocks.sleepMillis(QUIET_MILLIS);
        send(ch);
    }

    static void compute() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /**
     * Runs a part of the programs, each with a real deadlock after it; or the lasting one that is named, after a real
     * deadlock.
     *
     * @param args {@code 0/3} for each third program from the first; else a name, and anything more for no real deadlock
     */
    public static void main(String[] args) {
        if (args[0].matches("\\d/\\d")) {
            int every = args[0].charAt(2) - '0';
            for (int i = args[0].charAt(0) - '0'; i < all().size(); i += every) {
                run(all().get(i));
                System.out.println("control " + controlled());
                System.out.println("end");
            }
            return;
        }
        System.out.println(args.length == 1 ? "control " + controlled() : "no control");
        for (Program program : lasting()) {
            if (program.name().equals(args[0])) {
                run(program);
                System.out.println("end");
            }
        }
    }

    private static void run(Program program) {
        System.out.println("program " + program);
        try {
            program.body().run();
            System.out.println("completed");
        } catch (Throwable e) {
            System.out.println("ended with " + e);
        }
    }

    /** Returns whether a deadlock is reported now, so that it means something if none was before. */
    private static boolean controlled() {
        try {
            Chan.make().receive();
            return false;
        } catch (DeadlockError e) {
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}

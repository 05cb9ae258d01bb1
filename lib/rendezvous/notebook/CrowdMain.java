package rendezvous.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Signal;
import rendezvous.runtime.Body;

/**
 * The program that {@link Crowd} runs in a JVM of its own: lets a crowd grow, each member of which waits at one gate, and
 * says after each step how many there are, how long they took, and how much memory the process holds.
 */
final class CrowdMain {
    /** Begins a line that says what was measured. */
    static final String MEASURED = "# ";
    /** Begins a line that says why the crowd grew no further. */
    static final String STOPPED = "! ";

    private static final Duration LOOKING = Duration.ofMillis(1);
    private static final Duration SETTLING = Duration.ofMillis(30);

    private CrowdMain() {}

    /** Called with what to start, {@code goroutines} or {@code threads}, and how many there are to be after each step. */
    static void main(String[] arguments) throws Exception {
        boolean threads = arguments[0].equals("threads");
        Chan<Signal> gate = Chan.make();
        AtomicInteger arrived = new AtomicInteger();
        Body body = () -> {
            arrived.incrementAndGet();
            gate.await();
        };
        long nanos = 0;
        say(0, 0);
        int there = 0;
        for (int i = 1; i < arguments.length; i++) {
            int wanted = Integer.parseInt(arguments[i]);
            long begin = System.nanoTime();
            try {
                for (; there < wanted; there++) {
                    if (threads) {
                        startThread(body);
                    } else {
                        Go.go(body);
                    }
                }
            } catch (OutOfMemoryError e) {
                System.out.println(STOPPED + there + " " + e.getMessage());
                Runtime.getRuntime().halt(0);
            }
            while (arrived.get() < wanted) {
                Go.sleep(LOOKING); // a counter that both sides lock would be measured as well
            }
            nanos += System.nanoTime() - begin;
            Go.sleep(SETTLING); // the last ones come to the gate
            say(there, nanos);
        }
        System.out.flush();
        Runtime.getRuntime().halt(0); // nobody need go through the gate
    }

    private static void startThread(Body body) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                body.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void say(int there, long nanos) throws IOException, InterruptedException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        System.out.println(MEASURED + there + " " + nanos + " " + resident(heap));
    }

    /** Returns how much memory this process holds, as the system counts it; where it cannot be asked, what the heap holds. */
    private static long resident(long heap) throws IOException, InterruptedException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    return kilobytes(line.substring("VmRSS:".length()));
                }
            }
        }
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
            String pid = Long.toString(ProcessHandle.current().pid());
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", pid).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (ps.waitFor() == 0) {
                return kilobytes(answer);
            }
        }
        return heap;
    }

    private static long kilobytes(String text) {
        return Long.parseLong(text.replaceAll("\\D", "")) * 1024;
    }
}

package rendezvous.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import rendezvous.runtime.Body;
import rendezvous.runtime.World;

/**
 * Records a block with the JDK's flight recorder, what goroutines do among what the JVM does, in a file that JDK Mission
 * Control opens. There the events of the library are below "Rendezvous": goroutines, waits, channels, locks, contexts.
 *
 * <p>While a block runs in {@link #of}, any recording of this JVM has them, be it started here, by {@code jcmd} or on the
 * command line. A program that runs no block in it does not pay for them: nothing of the library asks whether a recording is
 * on.
 *
 * <p>An event is written by the thread that learns of it; the goroutine that it is about is its field {@code goroutine}.
 * How much is kept is the recording's affair: the JDK writes to disk as it fills, and events of a file are complete.
 *
 * {@snippet :
 * import java.nio.file.Files;
 *
 * Path file = Files.createTempFile("run", ".jfr");
 * Trace trace = FlightRecorder.record(file, () -> {
 *     Chan<Integer> ch = Chan.named("ch");
 *     go("sender", () -> ch.send(1));
 *     ch.receive();
 * });
 * println(trace.report());             // Output: All 2 goroutines ended.
 * println(Files.size(file) > 1_000);   // Output: true
 * Files.delete(file);
 * }
 */
public final class FlightRecorder {
    private FlightRecorder() {}

    /**
     * Runs the block, for at most {@link Trace#LIMIT}, while the JDK's default recording and the library's events are on, and
     * writes all of it to a file.
     *
     * @param file where to; one that exists is replaced
     * @param body the block
     * @return what the block did
     * @throws IOException if the file cannot be written
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     */
    public static Trace record(Path file, Body body) throws IOException, InterruptedException {
        return record(file, Trace.LIMIT, body);
    }

    /**
     * Runs the block while the JDK's default recording and the library's events are on, and writes all of it to a file.
     *
     * @param file where to; one that exists is replaced
     * @param limit how long the block may take
     * @param body the block
     * @return what the block did
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the limit is not positive
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     */
    public static Trace record(Path file, Duration limit, Body body) throws IOException, InterruptedException {
        try (Recording recording = new Recording(configuration())) {
            recording.setName("rendezvous");
            recording.start();
            Trace trace = of(limit, body);
            recording.stop();
            recording.dump(file);
            return trace;
        }
    }

    private static Configuration configuration() throws IOException {
        try {
            return Configuration.getConfiguration("default");
        } catch (ParseException e) {
            throw new IOException("the JDK's default settings of its flight recorder cannot be read", e);
        }
    }

    /**
     * Runs the block, and tells what it does to whatever recordings of the flight recorder are on.
     *
     * @param limit how long the block may take
     * @param body the block
     * @return what the block did
     * @throws IllegalArgumentException if the limit is not positive
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     */
    public static Trace of(Duration limit, Body body) throws InterruptedException {
        return Trace.of(limit, probe -> World.watched(new FlightProbe(probe)), body);
    }
}

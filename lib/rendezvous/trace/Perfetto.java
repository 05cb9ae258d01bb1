package rendezvous.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes traces in the trace event format of Chrome, which Perfetto's viewer opens too: drop the file on
 * {@code ui.perfetto.dev} or on {@code chrome://tracing}.
 *
 * <p>Each goroutine is a track with what it did: ran, could run, waited for what. Operations are instants on it. Arrows lead
 * from a send to its receive, from whoever ended a wait to whoever goes on, and from a start to what was started. Where the
 * carriers are known, each is a track of a second group. A trace by steps has a microsecond for each step.
 *
 * {@snippet :
 * Trace trace = Trace.of(() -> {
 *     Chan<Integer> ch = Chan.named("ch");
 *     go("sender", () -> ch.send(1));
 *     ch.receive();
 * });
 * println(Perfetto.json(trace).contains("traceEvents"));   // Output: true
 * }
 *
 * <p>The format: "Trace Event Format" by the Chromium project.
 */
public final class Perfetto {
    private Perfetto() {}

    /** Returns a trace as JSON. */
    public static String json(Trace trace) {
        return new PerfettoWriter(trace).write();
    }

    /**
     * Writes a trace to a file; one that exists is replaced.
     *
     * @param trace what to write
     * @param file where to; its name should end in {@code .json}
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(Trace trace, Path file) throws IOException {
        return Files.writeString(file, json(trace), StandardCharsets.UTF_8);
    }
}

package rendezvous.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes traces for Perfetto's viewer, {@code ui.perfetto.dev}: drop the file on it. Nothing is sent anywhere.
 *
 * <p>There are two formats: Perfetto's own, and the trace event format of Chrome, which is JSON and which
 * {@code chrome://tracing} opens too.
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
 * println(Perfetto.bytes(trace).length < Perfetto.json(trace).length());   // Output: true
 * }
 *
 * <p>The formats: "Trace Event Format" by the Chromium project; "Synthetic Track Events" by the Perfetto project.
 */
public final class Perfetto {
    private Perfetto() {}

    /** Returns a trace as JSON. */
    public static String json(Trace trace) {
        JsonEvents events = new JsonEvents();
        new PerfettoWriter(trace, events).write();
        return events.end(trace.dropped(), trace.unit());
    }

    /** Returns a trace in Perfetto's own format, protocol buffers. */
    public static byte[] bytes(Trace trace) {
        ProtoEvents events = new ProtoEvents();
        new PerfettoWriter(trace, events).write();
        return events.end();
    }

    /**
     * Writes a trace to a file; one that exists is replaced.
     *
     * @param trace what to write
     * @param file where to; if its name ends in {@code .pftrace} or {@code .perfetto-trace} in Perfetto's own format, else
     *     as JSON, and then it should end in {@code .json}
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(Trace trace, Path file) throws IOException {
        String name = file.toString();
        return name.endsWith(".pftrace") || name.endsWith(".perfetto-trace")
                ? Files.write(file, bytes(trace))
                : Files.writeString(file, json(trace), StandardCharsets.UTF_8);
    }
}

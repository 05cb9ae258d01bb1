package rendezvous.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the trace event format for the kinds of events that we write, and what viewers want beyond them: slices of a
 * track lie in each other or apart, and each end of an arrow lies in a slice of its track.
 */
final class TraceEventFormat {
    /** A track: the numbers of its process and its thread. */
    record Track(long process, long thread) {}

    /** A complete event, in nanoseconds. */
    record Slice(String name, long from, long to) {}

    /** One end of an arrow. */
    record End(Track track, String name, long at) {}

    final Map<Long, String> processes = new HashMap<>();
    final Map<Track, String> threads = new HashMap<>();
    final Map<Track, List<Slice>> slices = new HashMap<>();
    final Map<Track, List<Slice>> instants = new HashMap<>();
    final Map<String, End> starts = new HashMap<>();
    final Map<String, End> ends = new HashMap<>();

    private TraceEventFormat() {}

    /** Reads a trace, and fails where it breaks a rule. */
    static TraceEventFormat check(String json) {
        TraceEventFormat format = new TraceEventFormat();
        Map<?, ?> top = assertInstanceOf(Map.class, Json.parse(json));
        assertTrue(Set.of("ns", "ms").contains(top.get("displayTimeUnit")), "displayTimeUnit");
        for (Object event : assertInstanceOf(List.class, top.get("traceEvents"))) {
            format.event(assertInstanceOf(Map.class, event));
        }
        format.whole();
        return format;
    }

    private void event(Map<?, ?> event) {
        String name = text(event, "name");
        Track track = new Track(whole(event, "pid"), whole(event, "tid"));
        switch (text(event, "ph")) {
            case "M" -> named(event, name, track);
            case "X" -> {
                allows(event, Set.of("ph", "pid", "tid", "name", "cat", "ts", "dur", "args"));
                long from = nanos(event, "ts");
                slices.computeIfAbsent(track, any -> new ArrayList<>())
                        .add(new Slice(name, from, from + nanos(event, "dur")));
            }
            case "i" -> {
                allows(event, Set.of("ph", "pid", "tid", "name", "cat", "ts", "s", "args"));
                assertTrue(Set.of("g", "p", "t").contains(text(event, "s")), event::toString);
                long at = nanos(event, "ts");
                instants.computeIfAbsent(track, any -> new ArrayList<>()).add(new Slice(name, at, at));
            }
            case "s" -> end(event, name, track, starts);
            case "f" -> {
                assertEquals("e", event.get("bp"), "an arrow's head is bound to the slice it lies in");
                end(event, name, track, ends);
            }
            default -> throw new AssertionError("a kind of event that the checker does not know: " + event);
        }
        text(event, "ph");
    }

    private void named(Map<?, ?> event, String name, Track track) {
        allows(event, Set.of("ph", "pid", "tid", "name", "args"));
        Map<?, ?> args = assertInstanceOf(Map.class, event.get("args"));
        switch (name) {
            case "process_name" -> assertEquals(null, processes.put(track.process(), text(args, "name")));
            case "thread_name" -> assertEquals(null, threads.put(track, text(args, "name")));
            case "thread_sort_index" -> whole(args, "sort_index");
            default -> throw new AssertionError("metadata that the format does not have: " + event);
        }
    }

    private static void end(Map<?, ?> event, String name, Track track, Map<String, End> all) {
        allows(event, Set.of("ph", "pid", "tid", "name", "cat", "ts", "id", "bp"));
        String id = text(event, "cat") + " " + whole(event, "id");
        assertEquals(null, all.put(id, new End(track, name, nanos(event, "ts"))), "one of a kind");
    }

    private static void allows(Map<?, ?> event, Set<String> keys) {
        assertTrue(keys.containsAll(event.keySet()), event::toString);
    }

    private static String text(Map<?, ?> event, String key) {
        return assertInstanceOf(String.class, event.get(key), () -> key + " of " + event);
    }

    private static long whole(Map<?, ?> event, String key) {
        double number = assertInstanceOf(Double.class, event.get(key), () -> key + " of " + event);
        assertEquals(Math.rint(number), number, () -> key + " of " + event);
        return (long) number;
    }

    /** Times are microseconds. */
    private static long nanos(Map<?, ?> event, String key) {
        double number = assertInstanceOf(Double.class, event.get(key), () -> key + " of " + event);
        assertTrue(number >= 0, () -> key + " of " + event);
        return Math.round(number * 1_000);
    }

    private void whole() {
        Set<Track> used = new HashSet<>(slices.keySet());
        used.addAll(instants.keySet());
        for (Track track : used) {
            assertTrue(threads.containsKey(track) && processes.containsKey(track.process()), track::toString);
        }
        slices.values().forEach(TraceEventFormat::nested);
        assertEquals(starts.keySet(), ends.keySet(), "an arrow has two ends");
        for (String id : starts.keySet()) {
            End start = starts.get(id);
            End end = ends.get(id);
            assertEquals(start.name(), end.name());
            assertTrue(start.at() <= end.at(), () -> id + " leads into the past");
            assertTrue(lies(start), () -> "no slice for " + start);
            assertTrue(lies(end), () -> "no slice for " + end);
        }
    }

    private boolean lies(End end) {
        return slices.getOrDefault(end.track(), List.of()).stream()
                .anyMatch(slice -> slice.from() <= end.at() && end.at() <= slice.to());
    }

    private static void nested(List<Slice> all) {
        for (Slice one : all) {
            for (Slice other : all) {
                boolean apart = one.to() <= other.from() || other.to() <= one.from();
                boolean within = (one.from() <= other.from() && other.to() <= one.to())
                        || (other.from() <= one.from() && one.to() <= other.to());
                assertTrue(apart || within, () -> one + " and " + other);
            }
        }
    }
}

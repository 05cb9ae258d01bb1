package rendezvous.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rendezvous.chan.Chan;
import rendezvous.runtime.Event;
import rendezvous.runtime.Event.Kind;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;
import rendezvous.runtime.World;
import rendezvous.trace.Stuck;

/** A run made up event by event, times in microseconds, and a meter that measures seven pixels a character. */
final class Made {
    static final TextMeter METER = (text, type) -> 7.0 * text.length();

    private final Map<String, Goroutine> goroutines = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Stuck> stuck = new ArrayList<>();
    private long end;

    Made start(long at, String name, String parent) {
        goroutines.put(name, Goroutine.start(name, World.REAL, () -> {}));
        return tell(at, Kind.START, name, null, null, parent);
    }

    Made main() {
        return start(0, "main", null);
    }

    Made block(long at, String name, Wait wait, Object on) {
        return tell(at, Kind.BLOCK, name, on, wait, null);
    }

    Made go(long at, String name) {
        return tell(at, Kind.UNBLOCK, name, null, null, null);
    }

    Made end(long at, String name) {
        return tell(at, Kind.END, name, null, null, null);
    }

    Made panic(long at, String name, Throwable thrown) {
        return tell(at, Kind.PANIC, name, null, thrown, null);
    }

    Made send(long at, String name, Chan<?> on, Object value) {
        return tell(at, Kind.SEND, name, on, value, null);
    }

    Made receive(long at, String name, Chan<?> on, Object value) {
        return tell(at, Kind.RECEIVE, name, on, value, null);
    }

    /** A value goes over at once: the one that waited goes on. */
    Made handOff(long at, String from, String to, Chan<?> on, Object value) {
        return send(at, from, on, value).receive(at, to, on, value);
    }

    private Made tell(long at, Kind kind, String name, Object subject, Object value, String peer) {
        events.add(new Event(at * 1_000, kind, goroutine(name), subject, value, peer == null ? null : goroutine(peer)));
        end = Math.max(end, at * 1_000);
        return this;
    }

    Goroutine goroutine(String name) {
        return goroutines.get(name);
    }

    Made stuck(String name, Wait wait, Object on) {
        stuck.add(new Stuck(goroutine(name), wait, on, 0));
        return this;
    }

    Recording until(long at) {
        return new Recording(List.copyOf(events), 0, at * 1_000, List.copyOf(stuck), 0);
    }

    Recording done() {
        return new Recording(List.copyOf(events), 0, end, List.copyOf(stuck), 0);
    }

    Recording dropped(long count) {
        return new Recording(List.copyOf(events), 0, end * 10, List.of(), count);
    }

    static Scene scene(Recording recording) {
        return Timeline.of("", recording, METER).scene();
    }
}

package rendezvous.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Event.Kind;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;

/**
 * Makes slices, instants and arrows out of a trace, going through it once.
 *
 * <p>What goroutines did tiles their tracks without gaps, each slice from its moment up to the next. An arrow's end is tied
 * to the slice that it lies in, so there is always one to tie it to. Events that a trace has at one moment, as many are
 * where time is a run's own, are a nanosecond apart: slices of no length could not be tied to.
 */
final class PerfettoWriter {
    private static final int GOROUTINES = 1; // the number of the group of tracks
    private static final int CARRIERS = 2;

    private final Trace trace;
    private final boolean scheduled;
    private final TrackEvents out;
    private final Map<Goroutine, Track> tracks = new LinkedHashMap<>();
    private final Map<Integer, Stay> carriers = new HashMap<>();
    private final IdentityHashMap<Object, Deque<Sent>> underWay =
            new IdentityHashMap<>(); // values in channels, first sent first
    private final List<Integer> named = new ArrayList<>();
    private int arrows;
    private long now;

    /** What a goroutine does, since when. */
    private static final class Track {
        private String does;
        private long since;
        private @Nullable String waits;
        private boolean mounted;
        private boolean over;

        Track(long since, String does) {
            this.since = since;
            this.does = does;
        }
    }

    /** A value that was sent, and when in the file. */
    private record Sent(Event send, long at) {}

    /** Who is on a carrier, since when. */
    private record Stay(Goroutine goroutine, long since) {}

    PerfettoWriter(Trace trace, TrackEvents out) {
        this.trace = trace;
        this.out = out;
        this.scheduled = trace.events().stream().anyMatch(event -> event.kind() == Kind.MOUNT);
    }

    void write() {
        out.group(GOROUTINES, "goroutines" + (trace.dropped() > 0 ? ", " + trace.dropped() + " events not kept" : ""));
        for (Event event : trace.events()) {
            now = Math.max(now + 1, time(event.nanos() - trace.startNanos()));
            on(event);
        }
        long end = trace.dropped() > 0
                ? now + 1
                : Math.max(now + 1, time(trace.duration().toNanos()));
        tracks.forEach((goroutine, track) -> close(goroutine, track, end));
        carriers.forEach((carrier, stay) -> out.slice(CARRIERS, carrier, stay.goroutine.name(), stay.since, end));
    }

    /** Returns a time in nanoseconds; a step counts as a microsecond. */
    private long time(long at) {
        return trace.unit() == Trace.Unit.STEPS ? at * 1_000 : at;
    }

    private static long number(Goroutine goroutine) {
        return goroutine.id();
    }

    private void on(Event event) {
        Goroutine who = event.goroutine();
        if (event.kind() == Kind.START) {
            tracks.put(who, new Track(now, scheduled ? "could run" : "runs"));
            out.track(GOROUTINES, number(who), who.name());
            arrow("start", event.peer(), who, now);
            return;
        }
        Track track = tracks.get(who);
        if (track == null) {
            return; // it was started before the trace
        }
        switch (event.kind()) {
            case BLOCK -> {
                track.waits = ((Wait) Objects.requireNonNull(event.value())).phrase();
                does(who, track);
            }
            case UNBLOCK -> {
                track.waits = null;
                does(who, track);
                if (event.peer() != who) {
                    arrow("wakes", event.peer(), who, now);
                }
            }
            case MOUNT -> {
                track.mounted = true;
                does(who, track);
                mount((Integer) Objects.requireNonNull(event.value()), who);
            }
            case UNMOUNT -> {
                track.mounted = false;
                does(who, track);
                unmount((Integer) Objects.requireNonNull(event.value()));
            }
            case END, PANIC -> {
                instant(event);
                close(who, track, now);
            }
            case SEND -> {
                instant(event);
                if (event.subject() != null) {
                    underWay.computeIfAbsent(event.subject(), any -> new ArrayDeque<>())
                            .add(new Sent(event, now));
                }
            }
            case RECEIVE -> {
                instant(event);
                received(event);
            }
            case CLOSE, SELECT, LOCK, UNLOCK, CANCEL, RACE -> instant(event);
            case START, READY, RELEASE, ACQUIRE -> {}
        }
    }

    /** Begins the next slice of a track, if it is another. */
    private void does(Goroutine who, Track track) {
        String next = !scheduled
                ? track.waits == null ? "runs" : track.waits
                : track.mounted ? "runs" : track.waits == null ? "could run" : track.waits;
        if (track.over || next.equals(track.does)) {
            return;
        }
        out.slice(GOROUTINES, number(who), track.does, track.since, now);
        track.does = next;
        track.since = now;
    }

    private void close(Goroutine who, Track track, long end) {
        if (!track.over) {
            track.over = true;
            out.slice(GOROUTINES, number(who), track.does, track.since, end);
        }
    }

    private void mount(int carrier, Goroutine who) {
        if (!named.contains(carrier)) {
            if (named.isEmpty()) {
                out.group(CARRIERS, "carriers");
            }
            named.add(carrier);
            out.track(CARRIERS, carrier, "carrier " + (carrier + 1));
        }
        carriers.put(carrier, new Stay(who, now));
    }

    private void unmount(int carrier) {
        Stay stay = carriers.remove(carrier);
        if (stay != null) {
            out.slice(CARRIERS, carrier, stay.goroutine.name(), stay.since, now);
        }
    }

    private void instant(Event event) {
        out.instant(GOROUTINES, number(event.goroutine()), Trace.words(event), now);
    }

    /** Finds the send of a value: channels keep order, unless somebody from outside took part. */
    private void received(Event event) {
        Deque<Sent> sent = event.subject() == null ? null : underWay.get(event.subject());
        if (event.value() == null || sent == null || sent.stream().noneMatch(one -> carries(one.send, event))) {
            return;
        }
        Sent found = sent.remove();
        while (!carries(found.send, event)) {
            found = sent.remove();
        }
        Goroutine from = found.send.goroutine();
        if (from != event.goroutine() && tracks.containsKey(from)) {
            out.arrow(++arrows, "value", GOROUTINES, number(from), found.at, number(event.goroutine()), now);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the object itself goes through, and its equals is a user's code
    private static boolean carries(Event send, Event receive) {
        return send.value() == receive.value();
    }

    private void arrow(String what, @Nullable Goroutine from, Goroutine to, long at) {
        Track track = from == null ? null : tracks.get(from);
        if (from != null && track != null && !track.over) {
            out.arrow(++arrows, what, GOROUTINES, number(from), at, number(to), at);
        }
    }
}

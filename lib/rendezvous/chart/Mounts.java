package rendezvous.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.lab.Carriers;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Trace;

/**
 * A run on carriers: who was where, and how many could run or were blocked. Times in nanoseconds from the run's start.
 *
 * @param carriers how many there were
 * @param stays in order of their beginnings
 * @param goroutines in order of starting
 * @param counts how many did what, from each moment at which that changed
 * @param end when the run was over
 */
record Mounts(int carriers, List<Stay> stays, List<Goroutine> goroutines, List<Counts> counts, long end) {
    /** A goroutine on a carrier, from when to when. */
    record Stay(Goroutine goroutine, int carrier, long from, long to) {
        long length() {
            return to - from;
        }
    }

    /** How many goroutines were on carriers, could run and were on none, and could not run, from a moment on. */
    record Counts(long at, int running, int ready, int blocked) {}

    static Mounts of(Carriers run) {
        return new Reader(run).read();
    }

    /** Returns how long the carriers were in use, of the time that all had together; from 0 to 1. */
    double use() {
        long used = stays.stream().mapToLong(Stay::length).sum();
        return end == 0 ? 0 : Math.min(1, (double) used / end / carriers);
    }

    /** Returns how long a goroutine was on carriers. */
    long ran(Goroutine goroutine) {
        return stays.stream()
                .filter(stay -> stay.goroutine().equals(goroutine))
                .mapToLong(Stay::length)
                .sum();
    }

    long stays(Goroutine goroutine) {
        return stays.stream().filter(stay -> stay.goroutine().equals(goroutine)).count();
    }

    /** Returns the most that could run at a time and were on no carrier. */
    int mostReady() {
        return counts.stream().mapToInt(Counts::ready).max().orElse(0);
    }

    int mostBlocked() {
        return counts.stream().mapToInt(Counts::blocked).max().orElse(0);
    }

    /** Returns the stay that was longest. */
    @Nullable
    Stay longest() {
        return stays.stream().max(Comparator.comparingLong(Stay::length)).orElse(null);
    }

    /** Goes through the events once. */
    private static final class Reader {
        private final Carriers run;
        private final Trace trace;
        private final Map<Goroutine, Place> places = new LinkedHashMap<>();
        private final List<Stay> stays = new ArrayList<>();
        private final List<Counts> counts = new ArrayList<>();
        private long now;
        private int running;
        private int ready;

        /** Where a goroutine is. */
        private static final class Place {
            private int carrier = -1;
            private long since;
            private boolean ready;
        }

        private final Map<Goroutine, Place> living = new HashMap<>();

        Reader(Carriers run) {
            this.run = run;
            this.trace = run.trace();
        }

        Mounts read() {
            trace.events().forEach(this::on);
            long end = trace.dropped() > 0 ? now : trace.duration().toNanos();
            living.forEach((goroutine, place) -> leave(goroutine, place, Math.max(now, end)));
            stays.sort(Comparator.comparingLong(Stay::from));
            return new Mounts(
                    run.count(),
                    List.copyOf(stays),
                    List.copyOf(places.keySet()),
                    List.copyOf(counts),
                    Math.max(end, now));
        }

        private void on(Event event) {
            now = Math.max(now, event.nanos() - trace.startNanos());
            Goroutine goroutine = event.goroutine();
            if (event.kind() == Event.Kind.START) {
                Place place = new Place();
                places.put(goroutine, place);
                living.put(goroutine, place);
                add(place, 1);
                count();
                return;
            }
            Place place = living.get(goroutine);
            if (place == null) {
                return;
            }
            add(place, -1);
            switch (event.kind()) {
                case READY -> place.ready = true;
                case MOUNT -> {
                    place.carrier = (Integer) Objects.requireNonNull(event.value());
                    place.since = now;
                    place.ready = false;
                }
                case UNMOUNT -> leave(goroutine, place, now);
                case END, PANIC -> {
                    leave(goroutine, place, now);
                    living.remove(goroutine);
                    place.ready = false;
                }
                default -> {}
            }
            add(place, 1);
            count();
        }

        private void add(Place place, int by) {
            running += place.carrier >= 0 ? by : 0;
            ready += place.carrier < 0 && place.ready ? by : 0;
        }

        private void leave(Goroutine goroutine, Place place, long at) {
            if (place.carrier >= 0) {
                stays.add(new Stay(goroutine, place.carrier, place.since, at));
                place.carrier = -1;
            }
        }

        private void count() {
            Counts next = new Counts(now, running, ready, living.size() - running - ready);
            if (!counts.isEmpty() && counts.getLast().at() == now) {
                counts.removeLast();
            }
            counts.add(next);
        }
    }
}

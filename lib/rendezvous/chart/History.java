package rendezvous.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.InterruptedIterationException;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;
import rendezvous.trace.Stuck;
import rendezvous.trace.Trace;

/**
 * A run as lives of goroutines and values that went from one to another; times in nanoseconds from the run's start.
 *
 * @param unit what the times count: nanoseconds, unless it is steps
 * @param lives in order of starting
 * @param transfers in order of arrival
 * @param moments what is marked on a lane, in order
 * @param cancels waits that a context's end ended, in order
 * @param channels whether anybody used a channel
 * @param scheduled whether it is known when each goroutine ran, and not only when it waited
 * @param end when the last goroutine ended, or the run was stopped; if events were dropped, the last that is known
 * @param quiet when the last event happened; from then on nothing did
 * @param dropped how many events are not known
 */
record History(
        Trace.Unit unit,
        List<Life> lives,
        List<Transfer> transfers,
        List<Moment> moments,
        List<Cancel> cancels,
        boolean channels,
        boolean scheduled,
        long end,
        long quiet,
        long dropped) {
    /** How a life ended, or what it was at when the run was over. */
    enum Fate {
        ENDED,
        PANICKED,
        INTERRUPTED,
        /** It waits, and nobody is left to wake it. */
        STUCK,
        /** It waits, and somebody may wake it yet: another that can run, or the clock. */
        WAITING,
        STILL_RUNNING,
        /** Its events were dropped. */
        UNKNOWN
    }

    /** A goroutine in one state for a while; the last of a life that has not ended reaches to the run's end. */
    record Span(State state, long from, long to, @Nullable Object subject) {
        long length() {
            return to - from;
        }
    }

    /** A goroutine from start to end. */
    record Life(
            Goroutine goroutine,
            @Nullable Goroutine parent,
            long from,
            long to,
            List<Span> spans,
            Fate fate,
            @Nullable Object thrown) {
        Span last() {
            return spans.getLast();
        }

        /** Returns whether it was waiting when the run was over. */
        boolean isWaiting() {
            return fate == Fate.STUCK || fate == Fate.WAITING;
        }

        /** Returns whether it had not ended when the run was over. */
        boolean isLeft() {
            return isWaiting() || fate == Fate.STILL_RUNNING;
        }

        /** Returns whether it will go on by itself, if it is let. */
        private boolean goesOn() {
            return fate == Fate.STILL_RUNNING || (isWaiting() && last().state() == State.SLEEPS);
        }

        private Life withHope() {
            return fate == Fate.STUCK ? new Life(goroutine, parent, from, to, spans, Fate.WAITING, thrown) : this;
        }
    }

    /** A value that went through a channel. */
    record Transfer(Goroutine from, Goroutine to, Object channel, Object value, long sent, long received) {}

    /** What is marked on a lane. */
    enum Sign {
        /** A select chose. */
        SELECTS,
        /** A context was ended by the goroutine. */
        CANCELS,
        /** A wait was ended by a context whose time was over. */
        EXPIRED,
        /** A channel was closed. */
        CLOSES,
        /** One of two accesses that race. */
        RACES
    }

    /**
     * Something that happened at one moment.
     *
     * @param words what stands beside it
     */
    record Moment(Sign sign, Goroutine goroutine, long at, String words) {}

    /** A wait that ended since somebody ended a context. */
    record Cancel(Goroutine by, Goroutine reached, long from, long to) {}

    /** Returns those whose accesses race. */
    Set<Goroutine> racing() {
        return moments.stream()
                .filter(moment -> moment.sign() == Sign.RACES)
                .map(Moment::goroutine)
                .collect(Collectors.toSet());
    }

    /** Returns a time, or a number of steps, for people. */
    String words(long length) {
        return unit == Trace.Unit.STEPS ? Numbers.many(length, "step") : Numbers.duration(length);
    }

    /** Returns how long the run was, for people. */
    String length() {
        boolean left = dropped == 0 && lives.stream().anyMatch(Life::isLeft);
        return words(unit == Trace.Unit.STEPS && left ? end - 1 : end);
    }

    static History of(Recording recording) {
        return new Reader(recording).read();
    }

    /** Goes through the events once. */
    private static final class Reader {
        private final Recording recording;
        private final Map<Goroutine, OpenLife> open = new LinkedHashMap<>();
        private final Map<Object, Deque<Event>> underWay = new HashMap<>(); // by channel, first sent first
        private final List<Transfer> transfers = new ArrayList<>();
        private final Moments moments = new Moments();
        private final boolean scheduled;
        private final boolean exact;
        private long quiet;

        Reader(Recording recording) {
            this.recording = recording;
            this.scheduled = tells(Event.Kind.MOUNT);
            this.exact = tells(Event.Kind.READY);
        }

        private boolean tells(Event.Kind kind) {
            return recording.events().stream().anyMatch(event -> event.kind() == kind);
        }

        /** Whether the event tells of a channel of the program's; one of a context's carries no values. */
        private static boolean isOnChannel(Event event) {
            return switch (event.kind()) {
                case SEND, RECEIVE, CLOSE -> !Moments.isDone(event.subject());
                case BLOCK ->
                    (event.value() == Wait.SEND || event.value() == Wait.RECEIVE || event.value() == Wait.SELECT)
                            && !Moments.isDone(event.subject());
                case SELECT -> true;
                default -> false;
            };
        }

        History read() {
            recording.events().forEach(this::on);
            boolean over = recording.dropped() > 0 || open.values().stream().allMatch(OpenLife::isOver);
            long end = over ? quiet : at(recording.endNanos());
            Map<Goroutine, Stuck> stuck = new HashMap<>();
            recording.stuck().forEach(one -> stuck.put(one.goroutine(), one));
            List<Life> lives = open.values().stream()
                    .map(one -> one.close(end, stuck.get(one.goroutine())))
                    .toList();
            if (lives.stream().anyMatch(Life::goesOn)) {
                lives = lives.stream().map(Life::withHope).toList();
            }
            return new History(
                    recording.unit(),
                    lives,
                    List.copyOf(transfers),
                    moments.signs(),
                    moments.cancels(),
                    recording.events().stream().anyMatch(Reader::isOnChannel),
                    scheduled,
                    end,
                    quiet,
                    recording.dropped());
        }

        private long at(long nanos) {
            return Math.max(0, nanos - recording.startNanos());
        }

        private void on(Event event) {
            long now = Math.max(quiet, at(event.nanos())); // clocks of two cores can differ by a little
            quiet = now;
            if (event.kind() == Event.Kind.START) {
                open.put(event.goroutine(), new OpenLife(event.goroutine(), event.peer(), now, scheduled, exact));
                return;
            }
            OpenLife one = open.get(event.goroutine());
            if (one == null) {
                return; // it was started before the run, or its start was dropped
            }
            moments.on(event, now);
            switch (event.kind()) {
                case BLOCK -> one.waits(State.of((Wait) Objects.requireNonNull(event.value())), now, event.subject());
                case UNBLOCK -> one.waits(null, now, null);
                case READY -> one.ready(now);
                case MOUNT -> one.mounted(true, now);
                case UNMOUNT -> one.mounted(false, now);
                case END -> one.end(Fate.ENDED, now, null);
                case PANIC -> one.end(interrupt(event.value()) ? Fate.INTERRUPTED : Fate.PANICKED, now, event.value());
                case SEND ->
                    underWay.computeIfAbsent(channel(event), any -> new ArrayDeque<>())
                            .add(event);
                case RECEIVE -> receive(event, now);
                default -> {}
            }
        }

        /** An interrupted loop over a channel throws the unchecked one. */
        private static boolean interrupt(@Nullable Object thrown) {
            return thrown instanceof InterruptedException || thrown instanceof InterruptedIterationException;
        }

        /**
         * Finds the send of a value that was received. Channels keep order, so it is the first under way, unless somebody
         * who was not recorded sent this one or received the ones before.
         */
        private void receive(Event event, long now) {
            Object value = event.value();
            Deque<Event> sent = underWay.get(channel(event));
            if (value == null || sent == null || sent.stream().noneMatch(one -> carries(one, value))) {
                return;
            }
            Event send = sent.remove();
            while (!carries(send, value)) {
                send = sent.remove();
            }
            transfers.add(new Transfer(
                    send.goroutine(), event.goroutine(), channel(event), value, Math.min(now, at(send.nanos())), now));
        }

        @SuppressWarnings("ReferenceEquality") // the object itself goes through, and its equals is a user's code
        private static boolean carries(Event send, Object value) {
            return send.value() == value;
        }

        private static Object channel(Event event) {
            return Objects.requireNonNull(event.subject());
        }
    }
}

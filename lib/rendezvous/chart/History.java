package rendezvous.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param end when the last goroutine ended, or the run was stopped; if events were dropped, the last that is known
 * @param quiet when the last event happened; from then on nothing did
 * @param dropped how many events are not known
 */
record History(Trace.Unit unit, List<Life> lives, List<Transfer> transfers, long end, long quiet, long dropped) {
    /** How a life ended, or what it was at when the run was over. */
    enum Fate {
        ENDED,
        PANICKED,
        INTERRUPTED,
        STUCK,
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
    }

    /** A value that went through a channel. */
    record Transfer(Goroutine from, Goroutine to, Object channel, Object value, long sent, long received) {}

    /** Returns a time, or a number of steps, for people. */
    String words(long length) {
        return unit == Trace.Unit.STEPS ? Numbers.many(length, "step") : Numbers.duration(length);
    }

    /** Returns how long the run was, for people. */
    String length() {
        boolean left = dropped == 0
                && lives.stream().anyMatch(life -> life.fate() == Fate.STUCK || life.fate() == Fate.STILL_RUNNING);
        return words(unit == Trace.Unit.STEPS && left ? end - 1 : end);
    }

    static History of(Recording recording) {
        return new Reader(recording).read();
    }

    /** Goes through the events once. */
    private static final class Reader {
        private final Recording recording;
        private final Map<Goroutine, Open> open = new LinkedHashMap<>();
        private final Map<Object, Deque<Event>> underWay = new HashMap<>(); // by channel, first sent first
        private final List<Transfer> transfers = new ArrayList<>();
        private long quiet;

        Reader(Recording recording) {
            this.recording = recording;
        }

        History read() {
            recording.events().forEach(this::on);
            boolean over = recording.dropped() > 0 || open.values().stream().allMatch(one -> one.to >= 0);
            long end = over ? quiet : at(recording.endNanos());
            Map<Goroutine, Stuck> stuck = new HashMap<>();
            recording.stuck().forEach(one -> stuck.put(one.goroutine(), one));
            List<Life> lives = open.values().stream()
                    .map(one -> one.close(end, stuck.get(one.goroutine)))
                    .toList();
            return new History(recording.unit(), lives, List.copyOf(transfers), end, quiet, recording.dropped());
        }

        private long at(long nanos) {
            return Math.max(0, nanos - recording.startNanos());
        }

        private void on(Event event) {
            long now = Math.max(quiet, at(event.nanos())); // clocks of two cores can differ by a little
            quiet = now;
            if (event.kind() == Event.Kind.START) {
                open.put(event.goroutine(), new Open(event.goroutine(), event.peer(), now));
                return;
            }
            Open one = open.get(event.goroutine());
            if (one == null) {
                return; // it was started before the run, or its start was dropped
            }
            switch (event.kind()) {
                case BLOCK -> one.to(State.of((Wait) Objects.requireNonNull(event.value())), now, event.subject());
                case UNBLOCK -> one.to(State.RUNS, now, null);
                case END -> one.end(Fate.ENDED, now, null);
                case PANIC -> one.end(interrupt(event.value()) ? Fate.INTERRUPTED : Fate.PANICKED, now, event.value());
                case SEND ->
                    underWay.computeIfAbsent(channel(event), any -> new ArrayDeque<>())
                            .add(event);
                case RECEIVE -> receive(event, now);
                case START, CLOSE -> {}
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

    /** A life that is being read. */
    private static final class Open {
        private final Goroutine goroutine;
        private final @Nullable Goroutine parent;
        private final long from;
        private final List<Span> spans = new ArrayList<>();
        private State state = State.RUNS;
        private long since;
        private @Nullable Object subject;
        private Fate fate = Fate.UNKNOWN;
        private long to = -1;
        private @Nullable Object thrown;

        Open(Goroutine goroutine, @Nullable Goroutine parent, long now) {
            this.goroutine = goroutine;
            this.parent = parent;
            this.from = now;
            this.since = now;
        }

        void to(State next, long now, @Nullable Object on) {
            if (now > since) {
                spans.add(new Span(state, since, now, subject));
            }
            state = next;
            since = now;
            subject = on;
        }

        void end(Fate how, long now, @Nullable Object what) {
            spans.add(new Span(state, since, now, subject));
            fate = how;
            to = now;
            thrown = what;
        }

        Life close(long end, @Nullable Stuck stuck) {
            if (to < 0) {
                Fate how = stuck == null ? Fate.UNKNOWN : stuck.reason() == null ? Fate.STILL_RUNNING : Fate.STUCK;
                end(how, Math.max(end, since), null);
            }
            return new Life(goroutine, parent, from, to, List.copyOf(spans), fate, thrown);
        }
    }
}

package rendezvous.lab;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.context.Context;
import rendezvous.lab.HappensBefore.Edge;
import rendezvous.lab.HappensBefore.Happening;
import rendezvous.runtime.Event;
import rendezvous.runtime.Event.Kind;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.WaitGroup;
import rendezvous.trace.Trace;

/** Reads out of a run's events what happens before what, going through them once. */
final class OrderReader {
    private final Trace trace;
    private final List<Happening> events = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<BitSet> before = new ArrayList<>();
    private final Labels labels = new Labels();

    private final Map<Goroutine, Integer> last = new HashMap<>(); // number of its last event, or of its start
    private final Map<Goroutine, Kind> lastKind = new HashMap<>(); // of those that are no event of the order, too
    private final Map<Goroutine, Integer> startOf = new HashMap<>();
    private final IdentityHashMap<Object, List<Integer>> released = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Passage> passages = new IdentityHashMap<>();
    private boolean whole = true;

    /** The numbers of what went through a channel. */
    private static final class Passage {
        private final List<Integer> sent = new ArrayList<>();
        private final List<Integer> received = new ArrayList<>();
    }

    OrderReader(Trace trace) {
        this.trace = trace;
    }

    HappensBefore read() {
        for (Event event : trace.events()) {
            on(event);
            if (event.kind() != Kind.BLOCK && event.kind() != Kind.UNBLOCK && isOfProgram(event)) {
                lastKind.put(event.goroutine(), event.kind());
            }
        }
        return new HappensBefore(events, edges, before, whole && trace.dropped() == 0);
    }

    private static boolean isOfProgram(Event event) {
        return switch (event.kind()) {
            case READY, MOUNT, UNMOUNT, SELECT -> false;
            default -> true;
        };
    }

    private void on(Event event) {
        Goroutine who = event.goroutine();
        switch (event.kind()) {
            case START -> {
                if (event.peer() != null) {
                    int start = add(event, event.peer(), "starts " + who.name(), false);
                    if (start > 0) {
                        startOf.put(who, start);
                    }
                }
            }
            case SEND -> sent(event);
            case RECEIVE -> received(event);
            case CLOSE -> release(add(event, who, Trace.words(event), false), event.subject());
            case LOCK, UNLOCK -> add(event, who, held(event), false);
            case RELEASE -> {
                if (event.subject() != who) { // its own end comes next
                    release(lastKind.get(who) == Kind.UNLOCK ? last.getOrDefault(who, 0) : own(event), event.subject());
                }
            }
            case ACQUIRE -> {
                Kind before = lastKind.get(who);
                boolean locked = before == Kind.LOCK
                        || (before == Kind.ACQUIRE
                                && event.subject() instanceof Mutex
                                && isLock(who)); // the writers' part
                acquire(locked ? last.getOrDefault(who, 0) : own(event), event.subject());
            }
            case RACE -> add(event, who, String.valueOf(event.value()).replace("`", ""), true);
            case END, PANIC -> release(add(event, who, Trace.words(event), false), who);
            default -> {}
        }
    }

    /** Whether the last event of a goroutine's is that it took a lock. */
    private boolean isLock(Goroutine who) {
        int number = last.getOrDefault(who, 0);
        return number > 0 && events.get(number - 1).words().startsWith("locks");
    }

    private String held(Event event) {
        String thing = labels.of(event.subject()).strip();
        String what = thing.isEmpty() ? "a semaphore" : thing;
        if (event.value() instanceof Long amount) {
            return (event.kind() == Kind.LOCK ? "acquires " : "releases ") + amount + " of " + what;
        }
        return (event.kind() == Kind.LOCK ? "locks " : "unlocks ") + what;
    }

    /** Adds an event for something that is none but for what it orders. */
    private int own(Event event) {
        String label = labels.of(event.subject()).strip();
        boolean releases = event.kind() == Kind.RELEASE;
        String words = switch (event.subject()) {
            case Goroutine goroutine -> "knows the end of " + goroutine.name();
            case WaitGroup group -> releases ? "is done with " + label : "has waited for " + label;
            case Cond cond -> releases ? "signals " + label : "heeds " + label;
            case Context context -> releases ? "ends a context" : "sees a context's end";
            case Chan<?> chan -> "sees the close of " + chan.name().orElse("a channel");
            case null, default -> (releases ? "leaves " : "passes ") + (label.isEmpty() ? "by" : label);
        };
        return add(event, event.goroutine(), words, false);
    }

    /** Adds an event; returns its number, 0 if there are too many. */
    private int add(Event event, Goroutine who, String words, boolean race) {
        if (events.size() == HappensBefore.MOST) {
            whole = false;
            return 0;
        }
        int number = events.size() + 1;
        events.add(new Happening(number, who, words, event.nanos(), race));
        BitSet known = new BitSet();
        before.add(known);
        Integer earlier = last.put(who, number);
        if (earlier != null) {
            learn(number, earlier);
        } else if (startOf.containsKey(who)) {
            join(Objects.requireNonNull(startOf.get(who)), number, false);
        }
        return number;
    }

    /** An event comes to know another, and all that happens before that. */
    private void learn(int number, int earlier) {
        BitSet known = before.get(number - 1);
        known.or(before.get(earlier - 1));
        known.set(earlier - 1);
    }

    /** An event happens before another of another goroutine; if that is not known already, it is an edge. */
    private void join(int from, int to, boolean meets) {
        if (from > 0 && to > 0 && from != to && !before.get(to - 1).get(from - 1)) {
            learn(to, from);
            edges.add(new Edge(from, to, meets));
        }
    }

    private void release(int number, @Nullable Object subject) {
        if (number > 0 && subject != null) {
            released.computeIfAbsent(subject, any -> new ArrayList<>()).add(number);
        }
    }

    private void acquire(int number, @Nullable Object subject) {
        List<Integer> all = subject == null ? List.of() : released.getOrDefault(subject, List.of());
        for (int i = all.size() - 1; i >= 0; i--) {
            join(all.get(i), number, false); // the latest first: it may know the others
        }
    }

    private Passage passage(Event event) {
        return passages.computeIfAbsent(Objects.requireNonNull(event.subject()), any -> new Passage());
    }

    private static int capacity(Event event) {
        return event.subject() instanceof Chan<?> chan ? chan.cap() : 0;
    }

    private void sent(Event event) {
        int number = add(event, event.goroutine(), said(event), false);
        Passage passage = passage(event);
        passage.sent.add(number);
        int freed = passage.sent.size() - 1 - capacity(event); // the receive that made room for it
        if (capacity(event) > 0 && freed >= 0 && freed < passage.received.size()) {
            join(passage.received.get(freed), number, false);
        }
    }

    private void received(Event event) {
        int number = add(event, event.goroutine(), said(event), false);
        if (event.value() == null) {
            acquire(number, event.subject());
            return;
        }
        Passage passage = passage(event);
        int index = passage.received.size();
        passage.received.add(number);
        if (index >= passage.sent.size() || number == 0) {
            return; // sent by a clock, or from outside
        }
        int send = passage.sent.get(index);
        if (capacity(event) > 0 || send == 0) {
            join(send, number, false);
        } else {
            BitSet both = (BitSet) before.get(send - 1).clone();
            both.or(before.get(number - 1));
            before.get(send - 1).or(both);
            before.get(number - 1).or(both);
            before.get(send - 1).set(number - 1);
            before.get(number - 1).set(send - 1);
            edges.add(new Edge(send, number, true));
        }
    }

    /** Without the other side: the picture shows it. */
    private static String said(Event event) {
        return Trace.words(
                new Event(event.nanos(), event.kind(), event.goroutine(), event.subject(), event.value(), null));
    }
}

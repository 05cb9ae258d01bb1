package rendezvous.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Goroutine;

/**
 * What happens before what in a run of the lab: its events, numbered from 1 in the order in which they happened, and what
 * orders them. That an event came first in this run does not mean that it happens before another: in the next run it may
 * come later, unless something orders the two.
 *
 * <p>Two things do. In one goroutine, each event happens before the next. Between goroutines, what synchronizes does: a
 * start, a value that is received, a close, a lock that is given back and taken, the end of a goroutine or a group that
 * was waited for. All this is Go's memory model, and what the race detector uses.
 *
 * {@snippet :
 * HappensBefore order = HappensBefore.of(Lab.run(() -> {
 *     Chan<Integer> ch = Chan.named("ch", 1);
 *     go("sender", () -> ch.send(1));
 *     ch.receive();
 * }));
 * order.events().forEach(event -> println(event));
 * // Output: 1 main starts sender
 * // Output: 2 sender sends 1 on ch
 * // Output: 3 main receives 1 on ch
 * // Output: 4 sender ends
 * // Output: 5 main ends
 * println(order.isBefore(2, 5));   // Output: true
 * println(order.isBefore(4, 5));   // Output: false
 * println(order.explain(1, 3));    // Output: 1 happens before 3: 1 main starts sender → 3 main receives 1 on ch.
 * }
 *
 * <p>For small runs: it keeps the first 500 events.
 */
public final class HappensBefore {
    /** How many events are kept. */
    static final int MOST = 500;

    private final List<Happening> events;
    private final List<Edge> edges;
    private final List<BitSet> before; // of each event: those that happen before it
    private final boolean whole;

    HappensBefore(List<Happening> events, List<Edge> edges, List<BitSet> before, boolean whole) {
        this.events = List.copyOf(events);
        this.edges = List.copyOf(edges);
        this.before = before;
        this.whole = whole;
    }

    /**
     * One event.
     *
     * @param number from 1
     * @param goroutine whose it is
     * @param words what happened, in words that follow the goroutine's name
     * @param step in which step of the run
     * @param race whether it is one of two accesses that race
     */
    public record Happening(int number, Goroutine goroutine, String words, long step, boolean race) {
        /** Returns it as text: "2 sender sends 1 on ch". */
        @Override
        public String toString() {
            return number + " " + goroutine.name() + " " + words;
        }
    }

    /**
     * What orders events of two goroutines.
     *
     * @param from the number of the event that happens before
     * @param to the number of the other
     * @param meets whether the two are the sides of one hand-off, which complete together
     */
    public record Edge(int from, int to, boolean meets) {}

    /**
     * Reads the order of a run.
     *
     * @param run the run
     */
    public static HappensBefore of(Run run) {
        return new OrderReader(run.steps()).read();
    }

    /** Returns the events, in the order in which they happened in this run. */
    public List<Happening> events() {
        return events;
    }

    /** Returns what orders events of different goroutines; what follows from others is left out. */
    public List<Edge> edges() {
        return edges;
    }

    /** Returns whether these are all events of the run. */
    public boolean isWhole() {
        return whole;
    }

    /**
     * Returns whether an event happens before another. Of the two sides of one hand-off neither does.
     *
     * @param a the number of the one
     * @param b the number of the other
     * @throws IllegalArgumentException if there is no event of such a number
     */
    public boolean isBefore(int a, int b) {
        check(a);
        check(b);
        return a != b && knows(b, a) && !knows(a, b);
    }

    private boolean knows(int b, int a) {
        return before.get(b - 1).get(a - 1);
    }

    private void check(int number) {
        if (number < 1 || number > events.size()) {
            throw new IllegalArgumentException("event of a run: got number " + number + ", want 1 to " + events.size());
        }
    }

    /**
     * Returns a shortest way from an event to one that it happens before, both ends included; empty if it does not.
     *
     * @param a the number of the one
     * @param b the number of the other
     * @throws IllegalArgumentException if there is no event of such a number
     */
    public List<Happening> path(int a, int b) {
        if (!isBefore(a, b)) {
            return List.of();
        }
        Map<Integer, Integer> from = new HashMap<>(Map.of(a, a));
        Deque<Integer> open = new ArrayDeque<>(List.of(a));
        while (!from.containsKey(b)) {
            int here = open.remove();
            for (int next : next(here)) {
                if (from.putIfAbsent(next, here) == null) {
                    open.add(next);
                }
            }
        }
        List<Happening> path = new ArrayList<>();
        for (int at = b; at != a; at = Objects.requireNonNull(from.get(at))) {
            path.add(events.get(at - 1));
        }
        path.add(events.get(a - 1));
        Collections.reverse(path);
        return List.copyOf(path);
    }

    private List<Integer> next(int number) {
        List<Integer> next = new ArrayList<>();
        Happening following = following(number);
        if (following != null) {
            next.add(following.number());
        }
        for (Edge edge : edges) {
            if (edge.from() == number) {
                next.add(edge.to());
            } else if (edge.meets() && edge.to() == number) {
                next.add(edge.from());
            }
        }
        return next;
    }

    private @Nullable Happening following(int number) {
        Goroutine goroutine = events.get(number - 1).goroutine();
        return events.stream()
                .skip(number)
                .filter(event -> event.goroutine().equals(goroutine))
                .findFirst()
                .orElse(null);
    }

    /**
     * Answers in a sentence whether one of two events happens before the other, and by what.
     *
     * @param a the number of the one
     * @param b the number of the other
     * @throws IllegalArgumentException if there is no event of such a number
     */
    public String explain(int a, int b) {
        if (isBefore(a, b)) {
            return a + " happens before " + b + ": "
                    + path(a, b).stream().map(Happening::toString).collect(Collectors.joining(" → ")) + ".";
        }
        if (isBefore(b, a)) {
            return explain(b, a);
        }
        if (a == b) {
            return a + " and " + b + " are the same event.";
        }
        if (knows(a, b)) {
            return a + " and " + b + " are the two sides of one hand-off: they complete together.";
        }
        return "Neither of " + a + " and " + b
                + " happens before the other: another run may have them in the other order.";
    }

    /** Returns the events, one a line. */
    @Override
    public String toString() {
        return events.stream().map(Happening::toString).collect(Collectors.joining("\n"));
    }
}

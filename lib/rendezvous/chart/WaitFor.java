package rendezvous.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;
import rendezvous.trace.Stuck;
import rendezvous.trace.Trace;

/**
 * Who waits for what, and who holds that or could serve it.
 *
 * @param wants in order of starting; those in a cycle first, each followed by the one that it waits for
 * @param cycle how many of the first wants form a cycle; 0 if there is none
 */
record WaitFor(List<Want> wants, int cycle) {
    /** How it is known that somebody could end a wait. */
    enum Tie {
        /** They hold it. */
        HOLDS("held by"),
        /** They are waited for. */
        IS("end of"),
        /** They have sent on it before. */
        SENT("sent on before by"),
        /** They have received from it before. */
        RECEIVED("received from before by"),
        NONE("");

        private final String words;

        Tie(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Whether it is no more than that they did so before. */
        boolean isGuess() {
            return this == SENT || this == RECEIVED;
        }
    }

    /**
     * A goroutine that waits.
     *
     * @param who its name
     * @param verb what it does: "waits to send on"
     * @param thing what it waits on; null if that is a goroutine, or nothing
     * @param tie how those who could end the wait are known
     * @param servers the names of those who could end it
     */
    record Want(String who, String verb, @Nullable String thing, Tie tie, List<String> servers) {}

    /** Reads them from how a run ended. */
    static WaitFor of(Trace trace) {
        Things things = new Things();
        Holders holders = new Holders();
        for (Event event : trace.events()) {
            if (event.kind() == Event.Kind.LOCK || event.kind() == Event.Kind.BLOCK) {
                things.name(event.subject());
            }
            holders.on(event);
        }
        Set<Goroutine> alive =
                trace.stuck().stream().map(Stuck::goroutine).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Want> wants = new ArrayList<>();
        for (Stuck stuck : trace.stuck()) {
            Wait reason = stuck.reason();
            if (reason != null && reason != Wait.SLEEP) {
                wants.add(want(
                        stuck.goroutine().name(),
                        reason,
                        stuck.subject(),
                        things,
                        holders.of(stuck.goroutine(), reason, stuck.subject(), alive)));
            }
        }
        return ordered(wants);
    }

    /** Makes a want of which no more is known than what is waited on. */
    static Want want(String who, Wait reason, @Nullable Object subject, Things things, Set<Goroutine> servers) {
        if (subject instanceof Goroutine other) {
            return new Want(who, "waits for", null, Tie.IS, List.of(other.name()));
        }
        String verb = switch (reason) {
            case SEND, RECEIVE -> reason.phrase() + " on";
            case CLOSE -> "waits for the close of";
            case LOCK, READ_LOCK, SEMAPHORE, GROUP, COND, ONCE -> "waits for";
            case SELECT -> "waits in a select of";
            case NEVER, JOIN, SLEEP -> reason.phrase();
        };
        String thing = reason == Wait.SELECT
                ? String.valueOf(subject)
                : reason == Wait.NEVER ? "Chan.never()" : things.name(subject);
        boolean lock = reason == Wait.LOCK || reason == Wait.READ_LOCK || reason == Wait.SEMAPHORE;
        Tie other = lock ? Tie.HOLDS : reason == Wait.SEND ? Tie.RECEIVED : Tie.SENT;
        Tie tie = servers.isEmpty() ? Tie.NONE : other;
        return new Want(
                who, verb, thing, tie, servers.stream().map(Goroutine::name).toList());
    }

    /** Finds a cycle, and puts it first. */
    static WaitFor ordered(List<Want> wants) {
        Map<String, Want> byName = new HashMap<>();
        wants.forEach(want -> byName.putIfAbsent(want.who(), want));
        for (Want start : wants) {
            List<Want> way = new ArrayList<>();
            if (leadsBack(start, start, byName, way, new HashSet<>())) {
                List<Want> all = new ArrayList<>(way);
                wants.stream().filter(want -> !way.contains(want)).forEach(all::add);
                return new WaitFor(List.copyOf(all), way.size());
            }
        }
        return new WaitFor(List.copyOf(wants), 0);
    }

    private static boolean leadsBack(
            Want from, Want start, Map<String, Want> byName, List<Want> way, Set<String> seen) {
        way.add(from);
        for (String server : from.servers()) {
            Want next = byName.get(server);
            if (start.equals(next)) {
                return true;
            }
            if (next != null && seen.add(server) && leadsBack(next, start, byName, way, seen)) {
                return true;
            }
        }
        way.removeLast();
        return false;
    }

    /** Who holds locks, and who has used which side of which channel. */
    private static final class Holders {
        private final IdentityHashMap<Object, List<Goroutine>> held = new IdentityHashMap<>();
        private final IdentityHashMap<Object, Set<Goroutine>> sent = new IdentityHashMap<>();
        private final IdentityHashMap<Object, Set<Goroutine>> received = new IdentityHashMap<>();

        void on(Event event) {
            Object subject = event.subject();
            Goroutine who = event.goroutine();
            if (subject == null) {
                return;
            }
            switch (event.kind()) {
                case LOCK ->
                    held.computeIfAbsent(subject, any -> new ArrayList<>()).add(who);
                case UNLOCK -> {
                    List<Goroutine> all = held.getOrDefault(subject, List.of());
                    if (!all.isEmpty() && !all.remove(who)) {
                        all.removeFirst(); // somebody may unlock for another
                    }
                }
                case SEND ->
                    sent.computeIfAbsent(subject, any -> new LinkedHashSet<>()).add(who);
                case RECEIVE ->
                    received.computeIfAbsent(subject, any -> new LinkedHashSet<>())
                            .add(who);
                default -> {}
            }
        }

        Set<Goroutine> of(Goroutine who, Wait reason, @Nullable Object subject, Set<Goroutine> alive) {
            if (subject == null) {
                return Set.of();
            }
            Set<Goroutine> found = new LinkedHashSet<>(
                    switch (reason) {
                        case LOCK, READ_LOCK, SEMAPHORE -> held.getOrDefault(subject, List.of());
                        case SEND -> received.getOrDefault(subject, Set.of());
                        case RECEIVE, CLOSE -> sent.getOrDefault(subject, Set.of());
                        default -> Set.<Goroutine>of();
                    });
            if (reason == Wait.SEND || reason == Wait.RECEIVE || reason == Wait.CLOSE) {
                found.retainAll(alive);
                found.remove(who);
            }
            return found;
        }
    }
}

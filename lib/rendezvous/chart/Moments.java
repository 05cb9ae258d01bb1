package rendezvous.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.chart.History.Cancel;
import rendezvous.chart.History.Moment;
import rendezvous.chart.History.Sign;
import rendezvous.runtime.Chosen;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;

/** Reads out of a run what is marked on lanes: choices of selects, closes, ends of contexts and whom they reached, races. */
final class Moments {
    /** The name of a context's done channel. */
    private static final String DONE = "ctx.done()";

    /** The end of a context. */
    private record Ended(Goroutine by, long at) {}

    private final List<Moment> signs = new ArrayList<>();
    private final List<Cancel> cancels = new ArrayList<>();
    private final Map<Goroutine, Long> cancelling = new HashMap<>(); // who has just ended a context
    private final IdentityHashMap<Object, Ended> ended = new IdentityHashMap<>(); // by done channel
    private final Set<Goroutine> expired = new HashSet<>();

    void on(Event event, long now) {
        Goroutine who = event.goroutine();
        switch (event.kind()) {
            case SELECT -> {
                Chosen chosen = (Chosen) Objects.requireNonNull(event.value());
                signs.add(new Moment(Sign.SELECTS, who, now, words(chosen, event.subject())));
            }
            case CANCEL -> {
                if (cancelling.put(who, now) == null) { // those below it are ended in the same breath
                    signs.add(new Moment(Sign.CANCELS, who, now, "cancels"));
                }
            }
            case CLOSE -> {
                Long since = cancelling.get(who);
                if (since != null && event.subject() != null) {
                    ended.put(event.subject(), new Ended(who, since));
                } else if (since == null && !isDone(event.subject())) { // a deadline can close in anybody's name
                    signs.add(new Moment(Sign.CLOSES, who, now, name(event.subject())));
                }
            }
            case UNBLOCK -> unblocked(event, now);
            case RACE -> signs.add(new Moment(Sign.RACES, who, now, String.valueOf(event.value())));
            case READY, MOUNT, UNMOUNT, RELEASE, ACQUIRE -> {} // can come between a context's end and the close
            default -> cancelling.remove(who);
        }
    }

    private void unblocked(Event event, long now) {
        Goroutine who = event.goroutine();
        Ended how = event.subject() == null ? null : ended.get(event.subject());
        if (how != null && how.by() == event.peer() && how.by() != who) {
            cancels.add(new Cancel(how.by(), who, how.at(), now));
        } else if (event.peer() == null && isDone(event.subject()) && expired.add(who)) {
            signs.add(new Moment(Sign.EXPIRED, who, now, "deadline"));
        }
    }

    static boolean isDone(@Nullable Object subject) {
        return subject instanceof Chan<?> chan
                && chan.name().filter(DONE::equals).isPresent();
    }

    /** Returns what won: the channel if it has a name, else what kind of case it was. */
    private static String words(Chosen chosen, @Nullable Object subject) {
        String name = name(subject);
        return switch (chosen.way()) {
            case SEND, RECEIVE, CLOSE -> name.isEmpty() ? "case " + (chosen.index() + 1) : name;
            case TIMEOUT -> "timeout";
            case DEFAULT -> "default";
        };
    }

    private static String name(@Nullable Object subject) {
        return subject instanceof Chan<?> chan
                ? chan.name().map(given -> "`" + given + "`").orElse("")
                : "";
    }

    List<Moment> signs() {
        return List.copyOf(signs);
    }

    List<Cancel> cancels() {
        return List.copyOf(cancels);
    }
}

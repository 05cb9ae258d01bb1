package rendezvous.trace;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.runtime.Chosen;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;

/** A trace as text: one line an event. */
final class TraceTable {
    private static final int MOST = 60;

    private TraceTable() {}

    static String of(Trace trace) {
        int width = trace.goroutines().stream()
                .mapToInt(goroutine -> goroutine.name().length())
                .max()
                .orElse(4);
        StringBuilder table = new StringBuilder();
        List<Event> lines = trace.events().stream().filter(TraceTable::isLine).toList();
        lines.stream()
                .limit(MOST)
                .forEach(event -> table.append(String.format(
                        Locale.ROOT,
                        "%s  %-" + width + "s  %s%n",
                        when(trace, event),
                        event.goroutine().name(),
                        what(event))));
        long more = lines.size() - MOST + trace.dropped();
        if (more > 0) {
            table.append("… and ").append(more).append(" more events").append(System.lineSeparator());
        }
        return table.append(trace.report()).toString();
    }

    /** What a scheduler does, and what only orders memory, would hide what the program does. */
    private static boolean isLine(Event event) {
        return switch (event.kind()) {
            case READY, MOUNT, UNMOUNT, RELEASE, ACQUIRE -> false;
            default -> true;
        };
    }

    private static String when(Trace trace, Event event) {
        long since = event.nanos() - trace.startNanos();
        return trace.unit() == Trace.Unit.STEPS
                ? String.format(Locale.ROOT, "step %5d", since)
                : String.format(Locale.ROOT, "%9.3f ms", since / 1e6);
    }

    /** Returns what happened in words that follow the goroutine's name. */
    static String what(Event event) {
        return switch (event.kind()) {
            case START -> "is started" + by(event.peer());
            case END -> "ends";
            case PANIC -> "panics: " + Values.thrown((Throwable) Objects.requireNonNull(event.value()));
            case BLOCK -> ((Wait) Objects.requireNonNull(event.value())).phrase() + on(event);
            case UNBLOCK ->
                "goes on"
                        + (event.peer() == null
                                ? ""
                                : ", woken by " + event.peer().name());
            case SEND -> "sends " + Values.show(event.value()) + on(event) + to(" to ", event.peer());
            case RECEIVE ->
                "receives "
                        + (event.value() == null ? "nothing (closed)" : Values.show(event.value()))
                        + on(event)
                        + to(" from ", event.value() == null ? null : event.peer());
            case CLOSE -> "closes" + name(event.subject(), " ", "the channel");
            case SELECT -> chosen((Chosen) Objects.requireNonNull(event.value()), event.subject());
            case LOCK -> held(event, "locks", "acquires");
            case UNLOCK -> held(event, "unlocks", "releases");
            case CANCEL -> "cancels a context";
            case RELEASE -> "releases what it did to " + thing(event.subject());
            case ACQUIRE -> "acquires what was released to " + thing(event.subject());
            case READY -> "can run";
            case MOUNT -> "comes onto carrier " + event.value();
            case UNMOUNT -> "leaves carrier " + event.value();
            case RACE ->
                event.value()
                        + (event.peer() == null
                                ? ", in a race"
                                : ", in a race with " + event.peer().name());
        };
    }

    private static String chosen(Chosen chosen, @Nullable Object subject) {
        return "selects case " + (chosen.index() + 1) + " of " + chosen.cases() + ": "
                + chosen.way().phrase() + (subject == null ? "" : name(subject, " ", "a channel"));
    }

    private static String held(Event event, String lock, String semaphore) {
        String thing = " " + thing(event.subject());
        if (event.value() instanceof Long amount) {
            return semaphore + " " + amount + " of" + thing;
        }
        return lock + thing + (event.value() == Wait.READ_LOCK ? " to read" : "");
    }

    private static String thing(@Nullable Object subject) {
        return subject instanceof Goroutine goroutine ? goroutine.name() : name(subject, "", Values.show(subject));
    }

    private static String by(@Nullable Goroutine peer) {
        return peer == null ? "" : " by " + peer.name();
    }

    private static String to(String word, @Nullable Goroutine peer) {
        return peer == null ? "" : word + peer.name();
    }

    private static String on(Event event) {
        return event.subject() instanceof Goroutine goroutine
                ? ": " + goroutine.name()
                : name(event.subject(), " on ", "");
    }

    private static String name(@Nullable Object subject, String before, String unnamed) {
        String name = subject instanceof Chan<?> chan ? chan.name().orElse(unnamed) : unnamed;
        return name.isEmpty() ? "" : before + name;
    }
}

package rendezvous.trace;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
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
        trace.events().stream()
                .limit(MOST)
                .forEach(event -> table.append(String.format(
                        Locale.ROOT,
                        "%s  %-" + width + "s  %s%n",
                        when(trace, event),
                        event.goroutine().name(),
                        what(event))));
        long more = trace.events().size() - MOST + trace.dropped();
        if (more > 0) {
            table.append("… and ").append(more).append(" more events").append(System.lineSeparator());
        }
        return table.append(trace.report()).toString();
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
                        + (event.value() == null ? "nothing, closed," : Values.show(event.value()))
                        + on(event)
                        + to(" from ", event.value() == null ? null : event.peer());
            case CLOSE -> "closes" + name(event.subject(), " ", "the channel");
        };
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

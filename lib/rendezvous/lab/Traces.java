package rendezvous.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Stuck;
import rendezvous.trace.Trace;

/** The traces of a run that is over. */
final class Traces {
    private final LabWorld world;
    private final Log log;
    private final @Nullable Failure failure;

    Traces(LabWorld world, @Nullable Failure failure) {
        this.world = world;
        this.log = world.log();
        this.failure = failure;
    }

    Trace byTime() {
        return trace(Trace.Unit.VIRTUAL, events(false), world.nanoTime(), false);
    }

    Trace bySteps() {
        return trace(Trace.Unit.STEPS, events(true), log.taken(), true);
    }

    /** A step is the time up to its number: who takes it comes onto the carrier one before, and all else is at its end. */
    private List<Event> events(boolean bySteps) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < log.events().size(); i++) {
            Event event = log.events().get(i);
            int step = log.stepOf(i) - (event.kind() == Event.Kind.MOUNT ? 1 : 0);
            events.add(new Event(
                    bySteps ? step : event.nanos(),
                    event.kind(),
                    event.goroutine(),
                    event.subject(),
                    event.value(),
                    event.peer()));
        }
        Memory memory = world.scheduler().memory;
        Raced raced = memory == null ? null : memory.raced();
        if (raced != null) {
            add(events, raced.later(), raced.earlier().strand(), bySteps); // the later first: nothing before it moves
            add(events, raced.earlier(), raced.later().strand(), bySteps);
        }
        return events;
    }

    private void add(List<Event> events, Raced.By access, Strand other, boolean bySteps) {
        Goroutine goroutine = access.strand().goroutine();
        int step = log.stepAt(access.choices());
        if (goroutine == null || step == 0) {
            return; // a thread of the JDK's, or so late that it is not kept
        }
        int place = 0; // an access is the first thing in its step
        while (place < log.events().size()
                && (log.stepOf(place) < step
                        || (log.stepOf(place) == step && log.events().get(place).kind() == Event.Kind.MOUNT))) {
            place++;
        }
        long at = bySteps ? step : log.steps().get(step - 1).nanos();
        events.add(place, new Event(at, Event.Kind.RACE, goroutine, null, access.what(), other.goroutine()));
    }

    private Trace trace(Trace.Unit unit, List<Event> events, long end, boolean bySteps) {
        List<Stuck> stuck = new ArrayList<>();
        for (Strand strand : world.scheduler().threads.living()) {
            Goroutine goroutine = strand.goroutine();
            if (goroutine != null) {
                boolean waits = strand.wait != null && !strand.isReady;
                stuck.add(new Stuck(
                        goroutine,
                        waits ? strand.wait : null,
                        waits ? strand.waitsOn : null,
                        bySteps ? 0 : strand.waitsSince));
            }
        }
        Throwable thrown = failure == null ? null : failure.thrown();
        return new Trace(unit, events, log.dropped(), log.goroutines(), Duration.ofNanos(end), stuck, thrown, report());
    }

    private String report() {
        Scheduler scheduler = world.scheduler();
        String size = log.goroutines().size()
                + (log.goroutines().size() == 1 ? " goroutine, " : " goroutines, ")
                + scheduler.choices.size()
                + (scheduler.choices.size() == 1 ? " step" : " steps")
                + (world.nanoTime() == 0 ? "" : ", " + seconds(world.nanoTime()));
        return failure == null ? "All goroutines ended: " + size + "." : failure.message() + "\n(" + size + ")";
    }

    static String seconds(long nanos) {
        String text = String.format(Locale.ROOT, "%.9f", nanos / 1e9);
        return text.replaceAll("\\.?0+$", "") + " s on the run's clock";
    }
}

package rendezvous.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Probe;
import rendezvous.runtime.Wait;

/** What happens in a run: always who waits for what, and the whole of it where that was asked for. */
final class Log implements Probe {
    static final int MOST_EVENTS = 100_000;

    /**
     * A step that was taken.
     *
     * @param strand by whom
     * @param step what it was about to do there; null if it just went on
     * @param subject with what
     */
    record Step(
            Strand strand, @Nullable String step, @Nullable Object subject) {}

    private final boolean keeps;
    private final List<Event> events = new ArrayList<>();
    private final List<Integer> stepOfEvent = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Goroutine> goroutines = new ArrayList<>();
    private int chosen;
    private long dropped;
    private boolean closed;
    private @Nullable Scheduler scheduler;
    private @Nullable Goroutine announced;

    /** Creates a log that keeps events and steps, or does not. */
    Log(boolean keeps) {
        this.keeps = keeps;
    }

    void of(Scheduler theScheduler) {
        this.scheduler = theScheduler;
    }

    /** Takes no more notes: what happens from now on is only the end of threads that cannot just be left. */
    void close() {
        closed = true;
    }

    @Override
    public void on(Event event) {
        if (closed) {
            return;
        }
        Scheduler now = Objects.requireNonNull(scheduler);
        if (now.memory != null) {
            now.memory.on(event);
        }
        switch (event.kind()) {
            case START -> announced = event.goroutine();
            case BLOCK -> {
                Strand strand = now.running();
                if (strand != null) {
                    strand.wait = (Wait) event.value();
                    strand.waitsOn = event.subject();
                    strand.waitsSince = event.nanos();
                }
            }
            case PANIC -> {
                boolean isRoot = now.threads.isRoot(event.goroutine());
                if (event.value() instanceof Throwable thrown && (isRoot || !LabWorld.isHarmless(thrown))) {
                    now.panicked(event.goroutine().name(), thrown);
                }
            }
            default -> {}
        }
        if (keeps) {
            keep(event);
        }
    }

    private void keep(Event event) {
        if (event.kind() == Event.Kind.START) {
            goroutines.add(event.goroutine());
        }
        if (events.size() == MOST_EVENTS) {
            dropped++;
            return;
        }
        events.add(event);
        stepOfEvent.add(chosen);
    }

    /** Notes that a strand was chosen to go on. */
    void chose(Strand strand) {
        chosen++;
        if (keeps && steps.size() < MOST_EVENTS) {
            steps.add(new Step(strand, strand.step, strand.subject));
        }
    }

    /** Returns the goroutine whose start was told last, for whom the next thread is; null if there is none. */
    @Nullable
    Goroutine announced() {
        Goroutine last = announced;
        announced = null;
        return last;
    }

    List<Event> events() {
        return events;
    }

    /** Returns in which step the event of that index happened; the first step is 1, and 0 is before all. */
    int stepOf(int index) {
        return stepOfEvent.get(index);
    }

    List<Step> steps() {
        return steps;
    }

    List<Goroutine> goroutines() {
        return goroutines;
    }

    long dropped() {
        return dropped;
    }
}

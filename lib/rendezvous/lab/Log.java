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
     * @param choices how many choices the run had made with this one, draws among them
     * @param nanos when, on the run's clock
     */
    record Step(
            Strand strand, @Nullable String step, @Nullable Object subject, int choices, long nanos) {}

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
    private @Nullable Strand mounted; // runs, or was chosen to

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
        if (mounted != strand) {
            stopped();
        }
        chosen++;
        if (keeps && steps.size() < MOST_EVENTS) {
            Scheduler now = Objects.requireNonNull(scheduler);
            steps.add(new Step(strand, strand.step, strand.subject, now.choices.size(), now.clock.now()));
        }
        if (mounted != strand) {
            mounted = strand;
            note(Event.Kind.MOUNT, strand, null, 0);
        }
    }

    /** Notes that the strand that ran does not go on now; it may be able to. */
    void stopped() {
        Strand strand = mounted;
        if (strand != null) {
            mounted = null;
            note(Event.Kind.UNMOUNT, strand, null, 0);
            if (strand.isReady && !strand.done) {
                ready(strand);
            }
        }
    }

    /** Notes that a strand goes on that could not be taken off for the one chosen. */
    void goesOn(Strand strand) {
        stopped();
        mounted = strand;
        note(Event.Kind.MOUNT, strand, null, 0);
    }

    /** Notes that a strand can go on. */
    void ready(Strand strand) {
        note(Event.Kind.READY, strand, null, null);
    }

    /** Notes what a strand does that orders memory. */
    void orders(Event.Kind kind, Strand strand, Object subject) {
        note(kind, strand, subject, null);
    }

    private void note(Event.Kind kind, Strand strand, @Nullable Object subject, @Nullable Object value) {
        Goroutine goroutine = strand.goroutine();
        if (keeps && !closed && goroutine != null) {
            keep(new Event(Objects.requireNonNull(scheduler).clock.now(), kind, goroutine, subject, value, null));
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

    /** Returns how many steps were taken. */
    int taken() {
        return chosen;
    }

    /** Returns the step in which a run was that had made so many choices; 0 if it is not known. */
    int stepAt(int choices) {
        int step = steps.size();
        while (step > 0 && steps.get(step - 1).choices() > choices) {
            step--;
        }
        return step;
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

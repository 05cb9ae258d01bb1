package rendezvous.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Probe;

/**
 * Keeps events in memory, in the order in which it was told, and knows which goroutines live and what they wait for.
 *
 * <p>Bounded: after {@link #LIMIT} events it keeps no more but goes on counting, so a run's state stays right.
 */
final class Recorder implements Probe {
    static final int LIMIT = 100_000;

    private final List<Event> events = new ArrayList<>();
    private final List<Goroutine> goroutines = new ArrayList<>();
    private final Map<Goroutine, @Nullable Event> alive = new HashMap<>(); // to the wait it is in, or null
    private long told;

    @Override
    public synchronized void on(Event event) {
        told++;
        if (events.size() < LIMIT) {
            events.add(event);
        }
        switch (event.kind()) {
            case START -> {
                goroutines.add(event.goroutine());
                alive.put(event.goroutine(), null);
            }
            case BLOCK -> alive.replace(event.goroutine(), event);
            case UNBLOCK -> alive.replace(event.goroutine(), null);
            case END, PANIC -> {
                alive.remove(event.goroutine());
                notifyAll();
            }
            case SEND, RECEIVE, CLOSE -> {}
        }
    }

    /** Waits until every goroutine has ended, at most until the moment given; returns whether all have. */
    synchronized boolean awaitEnd(long deadlineNanos) throws InterruptedException {
        while (!alive.isEmpty()) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized long dropped() {
        return told - events.size();
    }

    synchronized List<Goroutine> goroutines() {
        return List.copyOf(goroutines);
    }

    /** Returns the goroutines that live, in order of starting, with what each waits for, null if it runs. */
    synchronized List<Stuck> alive() {
        return goroutines.stream()
                .filter(alive::containsKey)
                .map(goroutine -> Stuck.of(goroutine, alive.get(goroutine)))
                .toList();
    }
}

package rendezvous.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Probe;
import rendezvous.runtime.Spinlock;

/**
 * Keeps events in memory, in the order in which it was told, and knows which goroutines live and what they wait for.
 *
 * <p>It is called under the locks of channels, so it must not block: a virtual thread that did would leave its carrier
 * with the channel locked. Hence a spinlock here and not a monitor.
 *
 * <p>Bounded: it keeps the first {@link #LIMIT} events, and counts those that come later, so a run's state stays right. Of
 * goroutines it keeps those whose start it keeps, and those that live.
 */
final class Recorder implements Probe {
    static final int LIMIT = 100_000;

    private final Spinlock lock = new Spinlock();
    private final List<Event> events = new ArrayList<>();
    private final List<Goroutine> goroutines = new ArrayList<>();
    private final Map<Goroutine, @Nullable Event> alive = new LinkedHashMap<>(); // to the wait it is in, or null
    private long told;
    private long started;
    private @Nullable Goroutine first;
    private @Nullable Throwable failure;
    private volatile @Nullable Thread waiting;

    @Override
    public void on(Event event) {
        boolean ended;
        lock.lock(); // without a lambda: this is told of everything
        try {
            note(event);
            ended = alive.isEmpty();
        } finally {
            lock.unlock();
        }
        Thread thread = waiting;
        if (ended && thread != null) {
            LockSupport.unpark(thread);
        }
    }

    private void note(Event event) {
        told++;
        boolean keeps = events.size() < LIMIT;
        if (keeps) {
            events.add(event);
        }
        Goroutine goroutine = event.goroutine();
        switch (event.kind()) {
            case START -> {
                started++;
                first = first == null ? goroutine : first;
                if (keeps) {
                    goroutines.add(goroutine);
                }
                alive.put(goroutine, null);
            }
            case BLOCK -> alive.replace(goroutine, event);
            case UNBLOCK -> alive.replace(goroutine, null);
            case PANIC -> {
                alive.remove(goroutine);
                if (goroutine == first) {
                    failure = (Throwable) event.value();
                }
            }
            case END -> alive.remove(goroutine);
            default -> {}
        }
    }

    private <T extends @Nullable Object> T locked(Supplier<T> code) {
        lock.lock();
        try {
            return code.get();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until every goroutine has ended, at most until the moment given; returns whether all have. For one thread. */
    boolean awaitEnd(long deadlineNanos) throws InterruptedException {
        waiting = Thread.currentThread();
        try {
            while (!locked(alive::isEmpty)) {
                long left = deadlineNanos - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while a trace was recorded");
                }
                LockSupport.parkNanos(this, left);
            }
            return true;
        } finally {
            waiting = null;
        }
    }

    List<Event> events() {
        return locked(() -> List.copyOf(events));
    }

    long dropped() {
        return locked(() -> told - events.size());
    }

    List<Goroutine> goroutines() {
        return locked(() -> List.copyOf(goroutines));
    }

    /** Returns how many goroutines have started. */
    long started() {
        return locked(() -> started);
    }

    /** Returns what the first goroutine threw; null if it lives or returned. Its own panic() may be known later. */
    @Nullable
    Throwable failure() {
        return locked(() -> failure);
    }

    /** Returns the goroutines that live, in order of starting, with what each waits for, null if it runs. */
    List<Stuck> alive() {
        return locked(() -> alive.entrySet().stream()
                .map(one -> Stuck.of(one.getKey(), one.getValue()))
                .toList());
    }
}

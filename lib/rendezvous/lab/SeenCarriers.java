package rendezvous.lab;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Probe;
import rendezvous.runtime.Spinlock;

/**
 * Tells of carriers where the scheduler is the JDK's: each goroutine, at each event of its own, is where its thread says that
 * it is, and leaves that when it waits.
 */
final class SeenCarriers implements Probe {
    private final Probe probe;
    private final Spinlock lock = new Spinlock(); // as this is told under the locks of channels
    private final Map<String, Integer> numbers = new HashMap<>(); // by the carrier's name
    private final Map<Goroutine, Integer> where = new HashMap<>();

    SeenCarriers(Probe probe) {
        this.probe = probe;
    }

    /** Returns how many carriers were seen. */
    int count() {
        lock.lock();
        int count = numbers.size();
        lock.unlock();
        return count;
    }

    @Override
    public void on(Event event) {
        Goroutine goroutine = event.goroutine();
        boolean own = goroutine.equals(Goroutine.current());
        if (own) {
            seen(event, carrier(Thread.currentThread().toString()));
        }
        probe.on(event);
        if (own && event.kind() == Event.Kind.BLOCK) {
            leaves(event);
        }
    }

    private void seen(Event event, @Nullable String carrier) {
        if (carrier == null) {
            return;
        }
        Integer before;
        int number;
        lock.lock();
        try {
            Integer known = numbers.get(carrier);
            number = known == null ? numbers.size() : known;
            numbers.put(carrier, number);
            before = where.put(event.goroutine(), number);
        } finally {
            lock.unlock();
        }
        if (before == null || before != number) {
            if (before != null) {
                tell(Event.Kind.UNMOUNT, event, before);
            }
            tell(Event.Kind.MOUNT, event, number);
        }
    }

    private void leaves(Event event) {
        Integer number;
        lock.lock();
        try {
            number = where.remove(event.goroutine());
        } finally {
            lock.unlock();
        }
        if (number != null) {
            tell(Event.Kind.UNMOUNT, event, number);
        }
    }

    private void tell(Event.Kind kind, Event at, Integer number) {
        probe.on(new Event(at.nanos(), kind, at.goroutine(), null, number, null));
    }

    /** Returns the name of the carrier in {@code VirtualThread[#31,name]/runnable@ForkJoinPool-1-worker-2}; null if none. */
    static @Nullable String carrier(String thread) {
        int at = thread.lastIndexOf('@');
        return at < 0 || thread.indexOf(']') > at ? null : thread.substring(at + 1);
    }
}

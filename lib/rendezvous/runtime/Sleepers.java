package rendezvous.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All goroutines, and the threads that wait in the library, as they were found asleep.
 *
 * <p>A thread is asleep if it is parked in a {@link Waiter} that nobody has settled, that time alone will not end, and it
 * is not interrupted. It stays so until another thread acts.
 */
final class Sleepers {
    private record Sleeper(
            Thread thread, Waiter waiter, @Nullable Goroutine goroutine) {
        long id() {
            return goroutine == null ? 0 : goroutine.id();
        }

        boolean isOfEarlierPart() {
            return goroutine != null && !Host.isOfPresentPart(goroutine);
        }
    }

    private final Waiter caller;
    private final long now = System.nanoTime();
    private final Registry.Page[] pages = Registry.pages();
    private final List<Sleeper> sleepers = new ArrayList<>();
    private final List<Sleeper> strangers = new ArrayList<>();
    private final List<Goroutine> awake = new ArrayList<>();

    /**
     * Creates a list, with nobody on it.
     *
     * @param caller the wait of the calling thread
     */
    Sleepers(Waiter caller) {
        this.caller = caller;
    }

    /** Looks at the goroutines; returns whether all sleep. */
    boolean allSleep() {
        for (Registry.Page page : pages) {
            for (Goroutine goroutine : page.goroutines()) {
                Thread thread = goroutine.thread();
                Waiter waiter = thread == null ? null : asleep(thread);
                if (thread == null || waiter == null) {
                    awake.add(goroutine); // the others are looked at all the same, to note since when they wait
                } else {
                    waiter.seen(now);
                    sleepers.add(new Sleeper(thread, waiter, goroutine));
                }
            }
        }
        return awake.isEmpty();
    }

    /** Returns whether only goroutines that were started before the present part began do not sleep. */
    boolean allOfPresentPartSleep() {
        return awake.stream().noneMatch(Host::isOfPresentPart);
    }

    /** Looks at a thread that runs no goroutine; returns whether it sleeps. */
    boolean sleeps(Thread thread) {
        Waiter waiter = asleep(thread);
        if (waiter == null) {
            return false;
        }
        waiter.seen(now);
        strangers.add(new Sleeper(thread, waiter, null));
        return true;
    }

    /** Looks again; returns whether all still sleep, each where it did, and no goroutine has started or ended since. */
    boolean allSleepOn() {
        for (Sleeper sleeper : sleepers) {
            if (asleep(sleeper.thread) != sleeper.waiter) {
                return false;
            }
        }
        for (Sleeper sleeper : strangers) {
            if (asleep(sleeper.thread) != sleeper.waiter) {
                return false;
            }
        }
        return caller.isParked() && !Thread.currentThread().isInterrupted() && Registry.isAsIn(pages);
    }

    /** Returns the numbers of the threads of all goroutines, as {@link Thread#threadId} gives them, in order. */
    long[] goroutineThreads() {
        return Stream.concat(
                        sleepers.stream().map(Sleeper::thread),
                        awake.stream().map(Goroutine::thread).filter(Objects::nonNull))
                .mapToLong(Thread::threadId)
                .sorted()
                .toArray();
    }

    /** Returns who does not sleep, then who does. */
    Host.Doubt doubt() {
        return new Host.Doubt(
                awake.stream()
                        .map(one -> GoroutineState.of(one) + ", started by " + one.startedAt())
                        .toList(),
                error().asleep().stream().map(Object::toString).toList());
    }

    /** Returns the error that tells of all: the caller first, then other threads, then goroutines, the latest part's first. */
    DeadlockError error() {
        List<DeadlockError.Asleep> told = new ArrayList<>();
        told.add(tell(new Sleeper(Thread.currentThread(), caller, null)));
        Stream.concat(
                        strangers.stream(),
                        sleepers.stream()
                                .sorted(Comparator.comparing(Sleeper::isOfEarlierPart)
                                        .thenComparingLong(Sleeper::id)))
                .limit(DeadlockError.MOST)
                .map(this::tell)
                .forEach(told::add);
        return new DeadlockError(told, 1L + strangers.size() + sleepers.size() - told.size());
    }

    private DeadlockError.Asleep tell(Sleeper sleeper) {
        Waiter waiter = sleeper.waiter;
        Wait kind = waiter.kind();
        return new DeadlockError.Asleep(
                sleeper.goroutine == null ? sleeper.thread.getName() : sleeper.goroutine.name(),
                sleeper.goroutine,
                kind == null ? "waits" : kind.on(waiter.subject()),
                Duration.ofNanos(System.nanoTime() - waiter.since()),
                waiter.isMeasured(),
                kind,
                waiter.subject());
    }

    private static @Nullable Waiter asleep(Thread thread) {
        // In this order: a thread that takes notice of an interrupt leaves its waiter before it clears the flag.
        if (thread.isInterrupted()) {
            return null;
        }
        Waiter waiter = Waiter.of(thread);
        return waiter == null || waiter.endsByItself() ? null : waiter;
    }
}

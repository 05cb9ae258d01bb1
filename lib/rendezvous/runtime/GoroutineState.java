package rendezvous.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a goroutine did when somebody looked.
 *
 * @param goroutine which
 * @param doing what it did
 * @param reason what it waited for in the library; null if it did not
 * @param subject what it waited on, such as a channel; null if nothing or if it did not wait
 * @param waited how long it had waited in the library; null if it did not, or where that is not
 *     {@linkplain Goroutine#recordStarts recorded}
 */
public record GoroutineState(
        Goroutine goroutine,
        Doing doing,
        @Nullable Wait reason,
        @Nullable Object subject,
        @Nullable Duration waited) {
    private static final int MOST_LOOKS = 3;

    /** What a goroutine can do. */
    public enum Doing {
        /** It runs, or can run as soon as there is a processor for it. */
        RUNS("runs"),
        /** It waits for somebody in an operation of the library. */
        WAITS("waits"),
        /** It waits in other ways: for a monitor, a lock or a queue of the JDK. */
        BLOCKED("is blocked"),
        /** It waits until a moment comes. */
        SLEEPS("sleeps");

        private final String phrase;

        Doing(String phrase) {
            this.phrase = phrase;
        }
    }

    /** Returns the number of the goroutine. */
    public long id() {
        return goroutine.id();
    }

    /** Returns the name of the goroutine. */
    public String name() {
        return goroutine.name();
    }

    /**
     * Returns the states of the goroutines of a world that live, in order of starting. They are looked at one after
     * another, while they go on: each state was true, perhaps not all at the same moment.
     */
    public static List<GoroutineState> all(World world) {
        List<GoroutineState> states = new ArrayList<>();
        for (Goroutine goroutine : living(world)) {
            if (!goroutine.hasEnded()) {
                states.add(of(goroutine));
            }
        }
        states.sort(Comparator.comparingLong(GoroutineState::id));
        return List.copyOf(states);
    }

    /** Returns how many goroutines of a world live. */
    public static long count(World world) {
        if (!World.areOthers()) {
            return Registry.size();
        }
        return living(world).size();
    }

    private static List<Goroutine> living(World world) {
        if (world.keepsItsOwn()) {
            return world.goroutines();
        }
        List<Goroutine> living = new ArrayList<>();
        for (Registry.Page page : Registry.pages()) {
            for (Goroutine goroutine : page.goroutines()) {
                if (goroutine.world().equals(world)) {
                    living.add(goroutine);
                }
            }
        }
        return living;
    }

    /** Returns what a goroutine does. */
    static GoroutineState of(Goroutine goroutine) {
        GoroutineState state = look(goroutine);
        for (int looks = 1; looks < MOST_LOOKS && state.doing == Doing.BLOCKED; looks++) {
            state = look(goroutine); // it may have come to a wait of the library between the two halves of a look
        }
        return state;
    }

    private static GoroutineState look(Goroutine goroutine) {
        Thread thread = goroutine.thread();
        Thread.State state = thread == null ? Thread.State.NEW : thread.getState();
        Waiter waiter = thread == null ? null : Waiter.of(thread);
        if (waiter != null) {
            Duration waited = waiter.since() == 0 || !goroutine.world().isReal()
                    ? null
                    : Duration.ofNanos(System.nanoTime() - waiter.since());
            return new GoroutineState(goroutine, Doing.WAITS, waiter.kind(), waiter.subject(), waited);
        }
        Doing doing = switch (state) {
            case TIMED_WAITING -> Doing.SLEEPS;
            case WAITING, BLOCKED -> Doing.BLOCKED;
            case NEW, RUNNABLE, TERMINATED -> Doing.RUNS;
        };
        return new GoroutineState(goroutine, doing, null, null, null);
    }

    /** Returns it as a sentence without full stop: "cook waits to send on `orders` (unbuffered)". */
    @Override
    public String toString() {
        return name() + " " + (reason == null ? doing.phrase : reason.on(subject));
    }
}

package rendezvous.chan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.GoroutineState;
import rendezvous.runtime.World;

/**
 * Starts goroutines: Go's {@code go} statement, and {@code time.Sleep}.
 *
 * {@snippet :
 * Chan<String> words = Chan.make();
 * Goroutine greeter = go("greeter", () -> words.send("hello"));
 * println(words.receive());   // Output: hello
 * greeter.await();
 * println(greeter);           // Output: greeter (ended)
 * }
 *
 * <p><b>Differs from Go:</b> a goroutine has a handle, and what it throws ends it alone: see {@link Goroutine}.
 */
public final class Go {
    private Go() {}

    /**
     * Runs the code in a new goroutine and returns at once.
     *
     * <p><b>Memory consistency effects:</b> what the caller did before happens before what the goroutine does.
     *
     * <p><b>Differs from Go:</b> it returns a handle to wait for the end. The code runs on a virtual thread, which is a
     * daemon: as in Go, the program does not wait for it.
     *
     * @param body what it runs; what this throws is a panic, see {@link Goroutine}
     */
    public static Goroutine go(Body body) {
        return Goroutine.start(null, World.current(), body);
    }

    /**
     * Runs the code in a new goroutine with a name, which messages, pictures and thread dumps show.
     *
     * @param name the name
     * @param body what it runs
     */
    public static Goroutine go(String name, Body body) {
        return Goroutine.start(name, World.current(), body);
    }

    /**
     * Returns how many goroutines live: Go's {@code runtime.NumGoroutine}. One that has been awaited is not counted.
     *
     * {@snippet :
     * Chan<Signal> stop = Chan.make();
     * Goroutine clerk = go(() -> stop.await());
     * println(count());   // Output: 1
     * stop.close();
     * clerk.await();
     * println(count());   // Output: 0
     * }
     *
     * <p><b>Differs from Go:</b> the thread that runs {@code main} is no goroutine and is not counted. Goroutines of other
     * worlds, such as those of a lab run, are not counted either; in a lab run, only its own are.
     */
    public static long count() {
        World.point("counts the goroutines", null);
        return GoroutineState.count(World.current());
    }

    /**
     * Returns the goroutines that live, in order of starting, and what each does. They are looked at one after another while
     * they go on. Those of other worlds are left out, as in {@link #count}.
     *
     * {@snippet :
     * Goroutine cook = go("cook", () -> println(goroutines()));   // Output: [cook runs]
     * cook.await();
     * println(goroutines());                                       // Output: []
     * }
     */
    public static List<GoroutineState> goroutines() {
        World.point("looks at the goroutines", null);
        return GoroutineState.all(World.current());
    }

    /**
     * Returns the goroutine that calls this; empty if the calling thread is none, such as the one that runs {@code main}.
     *
     * {@snippet :
     * println(current().isPresent());   // Output: false
     * go("clerk", () -> println(current().orElseThrow().name())).await();   // Output: clerk
     * }
     */
    public static Optional<Goroutine> current() {
        return Optional.ofNullable(Goroutine.current());
    }

    /**
     * Waits for a time; returns at once if it is zero or negative.
     *
     * @param duration how long
     * @throws InterruptedException if the thread is or gets interrupted
     */
    public static void sleep(Duration duration) throws InterruptedException {
        World.current().sleep(duration);
    }

    /**
     * Returns a channel from which the time can be received, once, after a time: Go's {@code time.After}. It is the
     * channel of a {@link Timer} that nobody can stop.
     *
     * {@snippet :
     * Instant start = Instant.now();
     * Instant due = after(Duration.ofMillis(5)).receive();
     * println(due.isAfter(start));   // Output: true
     * }
     *
     * @param duration after how long; zero and negative mean at once
     * @throws NullPointerException if it is null
     */
    public static ReceiveChan<Instant> after(Duration duration) {
        return Timer.of(duration).c();
    }
}

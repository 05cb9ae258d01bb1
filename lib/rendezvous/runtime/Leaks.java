package rendezvous.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a block of code leaves behind: the goroutines that were started in it, directly or not, and have not ended.
 *
 * {@snippet :
 * import rendezvous.runtime.Leaks;
 *
 * Chan<Integer> answers = Chan.named("answers");
 * Leaks leaks = Leaks.of(ofMillis(50), () -> {
 *     for (int i = 0; i < 3; i++) {
 *         int mine = i;
 *         go("server " + mine, () -> answers.send(mine));
 *     }
 *     answers.receive();   // the first is enough
 * });
 * println(leaks.all().size());                // Output: 2
 * println(leaks.all().getFirst().doing());    // Output: waits to send on `answers` (unbuffered)
 * leaks.stop();
 * println(leaks.left());                      // Output: []
 * }
 *
 * <p>The block runs in a goroutine of its own, named {@code main}. When it has returned, its goroutines get some time to
 * end; what is there after it is a leak. That is a matter of patience and not of proof: {@link LeakProfile} tells of those
 * that can never go on.
 *
 * <p>Needs no test framework: {@link #orThrow()} throws an {@link AssertionError}, which each of them understands.
 */
public final class Leaks {
    /** How long goroutines get to end after their block if nothing else is said. */
    public static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Scope scope;
    private final List<Leak> all;

    private Leaks(Scope scope, List<Leak> all) {
        this.scope = scope;
        this.all = List.copyOf(all);
    }

    /**
     * Runs the block, waits for at most {@link #PATIENCE} until all that it started has ended, and tells what has not.
     *
     * @param body the block
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     * @throws Exception what the block throws
     * @throws IllegalStateException if the caller is part of a lab run, which reports leaks itself
     */
    public static Leaks of(Body body) throws Exception {
        return of(PATIENCE, body);
    }

    /**
     * Runs the block as {@link #of(Body)} does.
     *
     * @param patience how long its goroutines get to end after it; zero for none
     * @param body the block
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     * @throws Exception what the block throws
     * @throws IllegalStateException if the caller is part of a lab run, which reports leaks itself
     */
    public static Leaks of(Duration patience, Body body) throws Exception {
        Objects.requireNonNull(body, "a block whose leaks are wanted: got null, want what it runs");
        if (World.home() != null) {
            throw new IllegalStateException("Leaks.of inside a lab run: the run reports leaks itself");
        }
        boolean recording = StartSite.isRecording();
        StartSite.record(true);
        Scope scope = new Scope();
        try {
            @Nullable Throwable[] thrown = {null};
            Goroutine main = Goroutine.start("main", World.watched(scope), () -> {
                try {
                    body.run();
                } catch (Throwable t) {
                    thrown[0] = t; // for the caller, who asked for the block
                }
            });
            main.await();
            switch (thrown[0]) {
                case null -> {}
                case Exception e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(thrown[0]);
            }
            scope.awaitEnd(System.nanoTime() + World.nanos(patience));
            List<Leak> all = new ArrayList<>();
            for (Goroutine goroutine : scope.living()) {
                Leak leak = Leak.of(goroutine);
                if (!goroutine.hasEnded()) {
                    all.add(leak);
                }
            }
            return new Leaks(scope, all);
        } catch (InterruptedException e) {
            scope.interruptAll();
            throw e;
        } finally {
            StartSite.record(recording);
        }
    }

    /** Returns whether nothing was left. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns what was left, in order of starting. */
    public List<Leak> all() {
        return all;
    }

    /** Returns what of it is there now: later ends count too. */
    public List<Leak> left() {
        return scope.living().stream().map(Leak::of).toList();
    }

    /**
     * Interrupts what was left, and what that starts as it ends, and waits until nothing is left, at most a second.
     *
     * @return this; {@link #left} names those who ignored it
     * @throws InterruptedException if the calling thread is interrupted before that
     */
    public Leaks stop() throws InterruptedException {
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (!scope.living().isEmpty() && System.nanoTime() < deadline) {
            scope.interruptAll();
            scope.awaitEnd(Math.min(deadline, System.nanoTime() + 20_000_000));
        }
        return this;
    }

    /**
     * Does nothing if nothing was left.
     *
     * @return this
     * @throws AssertionError if something was; it tells what
     */
    public Leaks orThrow() {
        if (!isEmpty()) {
            throw new AssertionError(toString());
        }
        return this;
    }

    /** Returns what was left, a goroutine a line, and how each could be ended. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "Nothing is left of the block.";
        }
        return (all.size() == 1 ? "1 goroutine is" : all.size() + " goroutines are") + " left of the block:\n"
                + all.stream()
                        .map(leak -> "  " + leak + "\n    to end it: " + leak.advice())
                        .collect(Collectors.joining("\n"))
                + "\nstop() interrupts all of them.";
    }

    /** The goroutines of one block. Told under locks, so it blocks nobody. */
    private static final class Scope implements Probe {
        private final Spinlock lock = new Spinlock();
        private final Map<Long, Goroutine> living = new LinkedHashMap<>(); // guarded by lock
        private volatile @Nullable Thread waiting;

        @Override
        public void on(Event event) {
            switch (event.kind()) {
                case START -> changed(() -> living.put(event.goroutine().id(), event.goroutine()));
                case END, PANIC -> {
                    changed(() -> living.remove(event.goroutine().id()));
                    Thread thread = waiting;
                    if (thread != null) {
                        LockSupport.unpark(thread);
                    }
                }
                default -> {}
            }
        }

        private void changed(Runnable change) {
            lock.lock();
            try {
                change.run();
            } finally {
                lock.unlock();
            }
        }

        List<Goroutine> living() {
            List<Goroutine> copy = new ArrayList<>();
            changed(() -> copy.addAll(living.values()));
            return copy;
        }

        void interruptAll() {
            living().forEach(Goroutine::interrupt);
        }

        /** Waits until all have ended, at most until a moment. */
        void awaitEnd(long deadline) throws InterruptedException {
            waiting = Thread.currentThread();
            try {
                while (!living().isEmpty() && deadline - System.nanoTime() > 0) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException("interrupted while goroutines of a block had time to end");
                    }
                    LockSupport.parkNanos(this, deadline - System.nanoTime());
                }
            } finally {
                waiting = null;
            }
        }
    }
}

package rendezvous.lab;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Homed;
import rendezvous.runtime.Wait;

/** The threads of a run that have not ended. */
final class Threads {
    private final Scheduler scheduler;
    private final Machine machine;
    private final Limits limits;
    private final Map<Integer, Strand> living = new LinkedHashMap<>();
    private final IdentityHashMap<Runnable, Strand> adopted = new IdentityHashMap<>();
    private int started;
    private @Nullable Strand root;

    Threads(Scheduler scheduler, Machine machine, Limits limits) {
        this.scheduler = scheduler;
        this.machine = machine;
        this.limits = limits;
    }

    /** Starts a thread; the first is the root. */
    Thread start(@Nullable String name, @Nullable Goroutine goroutine, Runnable code) {
        Strand strand = admit(goroutine);
        return machine.start(strand, name, () -> {
            code.run();
            strand.done = true;
        });
    }

    /** Returns the strand of a virtual thread that a thread of the run has made by means of the JDK. */
    Strand adopt(Runnable continuation, @Nullable Thread owner) {
        Strand known = adopted.get(continuation);
        if (known == null) {
            known = admit(null);
            known.adopt(continuation, owner);
            adopted.put(continuation, known);
        }
        return known;
    }

    private Strand admit(@Nullable Goroutine goroutine) {
        if (living.size() >= limits.goroutines()) {
            scheduler.fail(new Failure(Kind.TOO_MANY, TooMuch.goroutines(limits), null));
            scheduler.point(null, null); // does not return
            throw new IllegalStateException(TooMuch.goroutines(limits));
        }
        Strand strand = Strand.ofThread(scheduler, ++started, goroutine);
        living.put(started, strand);
        if (scheduler.memory != null) {
            scheduler.memory.made(strand, scheduler.running());
        }
        if (root == null) {
            root = strand;
        }
        return strand;
    }

    void ended(Strand strand) {
        living.remove(Token.number(strand.token));
        if (strand.goroutine() == null) {
            adopted.values().remove(strand);
        }
    }

    Collection<Strand> living() {
        return living.values();
    }

    boolean isEmpty() {
        return living.isEmpty();
    }

    /** Whether one waits by means of the JDK, or for something that does not belong to the run. */
    boolean mayBeWokenFromOutside() {
        return living.values().stream()
                .anyMatch(strand -> !strand.waitsHere
                        || (strand.wait != Wait.NEVER
                                && strand.waitsOn instanceof Homed homed
                                && homed.home() == null));
    }

    boolean rootHasEnded() {
        return Objects.requireNonNull(root).done;
    }

    boolean isRoot(@Nullable Goroutine goroutine) {
        return root != null && root.goroutine() == goroutine;
    }

    int started() {
        return started;
    }
}

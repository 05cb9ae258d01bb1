package rendezvous.trace;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Probe;
import rendezvous.runtime.Wait;
import rendezvous.runtime.World;

/**
 * What goroutines did while a block of code ran, recorded through the probes of the library's own operations.
 *
 * <p>{@link #of(Body)} runs the block in a goroutine named {@code main} and records it and every goroutine started from
 * it, directly or not, until all have ended. A block that does not end is stopped at a limit: what is still there is
 * {@linkplain #stuck() listed}, then interrupted and waited for, so that nothing is left behind.
 *
 * <p>What is recorded is what goes through the library. Blocking in other ways (a {@code synchronized} block, I/O, a queue
 * of the JDK) shows as running. Times are real times, from the block's first instruction on; recording adds well under a
 * microsecond to an operation. Before the first recording of a JVM a small program is rehearsed, so that what the JVM must
 * load does not show as the block's doing.
 *
 * <p>The first 100,000 events are kept, and later ones are {@linkplain #dropped() counted}: the beginning of a long run is
 * complete, and its memory is bounded. What was stuck at the end is known in any case.
 *
 * {@snippet :
 * Trace trace = Trace.of(() -> {
 *     Chan<Integer> results = Chan.named("results", 1);
 *     go("worker", () -> results.send(42)).await();
 *     results.receive();
 * });
 * println(trace.goroutines().getLast().name());   // Output: worker
 * println(trace.stuck());                         // Output: []
 * println(trace.report());                        // Output: All 2 goroutines ended.
 * }
 */
public final class Trace {
    /** What the times of a trace count. */
    public enum Unit {
        /** Nanoseconds of the real clock. */
        TIME,
        /** Nanoseconds of a clock of the run's own, which passes only while all goroutines wait. */
        VIRTUAL,
        /** Steps of a run whose goroutines are let run one at a time. */
        STEPS
    }

    /** How long a run may take if nothing else is said. */
    public static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final List<Event> events;
    private final long dropped;
    private final List<Goroutine> goroutines;
    private final long started;
    private final long startNanos;
    private final long endNanos;
    private final List<Stuck> stuck;
    private final List<Stuck> left;
    private final Unit unit;
    private final String report;
    private final @Nullable Throwable failure;

    /**
     * Creates the trace of a run that was recorded by other means than {@link #of(Body)}.
     *
     * @param unit what its times count
     * @param events in order
     * @param dropped how many events are not among them
     * @param goroutines in order of starting
     * @param duration how long the run took; its events begin at 0
     * @param stuck what had not ended when it was over
     * @param failure what the first goroutine threw; null if it did not
     * @param report what happened at the end, as {@link #report()} says it
     */
    public Trace(
            Unit unit,
            List<Event> events,
            long dropped,
            List<Goroutine> goroutines,
            Duration duration,
            List<Stuck> stuck,
            @Nullable Throwable failure,
            String report) {
        this.unit = unit;
        this.events = List.copyOf(events);
        this.dropped = dropped;
        this.goroutines = List.copyOf(goroutines);
        this.started = goroutines.size();
        this.startNanos = 0;
        this.endNanos = duration.toNanos();
        this.stuck = List.copyOf(stuck);
        this.left = List.of();
        this.failure = failure;
        this.report = report;
    }

    private Trace(
            Recorder recorder, Goroutine main, long startNanos, long endNanos, Duration limit, List<Stuck> stuck) {
        this.events = recorder.events().stream()
                .filter(event -> event.nanos() <= endNanos)
                .map(event -> Opening.notBefore(startNanos, event))
                .toList();
        this.dropped = recorder.dropped();
        this.goroutines = recorder.goroutines();
        this.started = recorder.started();
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        this.stuck = stuck;
        this.left = recorder.alive();
        this.failure = stuck.stream().anyMatch(one -> one.goroutine() == main) ? null : recorder.failure();
        this.unit = Unit.TIME;
        this.report = report(limit);
    }

    /**
     * Runs the block and records it, for at most {@link #LIMIT}.
     *
     * @param body the block
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     */
    public static Trace of(Body body) throws InterruptedException {
        return of(LIMIT, body);
    }

    /**
     * Runs the block and records it.
     *
     * <p>If a goroutine ignores its interrupt this gives up on it after a second; {@link #left()} names it then.
     *
     * @param limit how long it may take
     * @param body the block
     * @throws IllegalArgumentException if the limit is not positive
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     */
    public static Trace of(Duration limit, Body body) throws InterruptedException {
        return of(limit, World::watched, body);
    }

    /**
     * Runs the block in a world of the caller's making, and records it as {@link #of(Duration, Body)} does.
     *
     * @param limit how long it may take
     * @param world makes the world, which tells the probe it is given
     * @param body the block
     * @throws IllegalArgumentException if the limit is not positive
     * @throws InterruptedException if the calling thread is interrupted; then the goroutines of the block are too
     */
    public static Trace of(Duration limit, Function<? super Probe, ? extends World> world, Body body)
            throws InterruptedException {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("limit of a trace: got " + limit + ", want more than zero");
        }
        Rehearsal.once();
        return record(limit, world, body);
    }

    static Trace record(Duration limit, Function<? super Probe, ? extends World> world, Body body)
            throws InterruptedException {
        Recorder recorder = new Recorder();
        World lives = world.apply(recorder);
        Opening opening = new Opening(body);
        Tidying.tidy();
        long asked = System.nanoTime();
        Goroutine main = Goroutine.start("main", lives, opening);
        List<Stuck> stuck = List.of();
        long end;
        try {
            boolean ended = recorder.awaitEnd(asked + limit.toNanos());
            end = System.nanoTime();
            if (!ended) {
                stuck = recorder.alive();
            }
        } finally {
            stop(recorder);
        }
        return new Trace(recorder, main, opening.between(asked, end), end, limit, stuck);
    }

    /** Interrupts what lives until nothing does, for the time of grace: a goroutine may start others as it ends. */
    private static void stop(Recorder recorder) throws InterruptedException {
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (System.nanoTime() < deadline) {
            List<Stuck> alive = recorder.alive();
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(one -> one.goroutine().interrupt());
            recorder.awaitEnd(Math.min(deadline, System.nanoTime() + 20_000_000));
        }
    }

    /** Returns the events in order; those after the limit, made by stopping what was stuck, are not among them. */
    public List<Event> events() {
        return events;
    }

    /** Returns how many events were not kept because there were too many; 0 as a rule. */
    public long dropped() {
        return dropped;
    }

    /** Returns the goroutines of the run whose start was kept, in order of starting; the first is {@code main}. */
    public List<Goroutine> goroutines() {
        return goroutines;
    }

    /** Returns what the times of this trace count. */
    public Unit unit() {
        return unit;
    }

    /** Returns when the run began, on the clock of the events, in nanoseconds. */
    public long startNanos() {
        return startNanos;
    }

    /** Returns how long the run took: until the last goroutine ended, or the limit. */
    public Duration duration() {
        return Duration.ofNanos(endNanos - startNanos);
    }

    /**
     * Returns how long a goroutine waited for others in all, sleep not counted; a wait that had not ended when the run was
     * over counts until then. Of several goroutines with the name, the sum.
     *
     * @param name the goroutine's name
     * @throws IllegalArgumentException if the run had no goroutine of that name; the message names those it had
     */
    public Duration waited(String name) {
        if (goroutines.stream().noneMatch(goroutine -> goroutine.name().equals(name))) {
            String names = goroutines.stream().map(Goroutine::name).distinct().collect(Collectors.joining(", "));
            throw new IllegalArgumentException("no goroutine \"" + name + "\" in this run: it had " + names);
        }
        long waited = 0;
        for (Goroutine goroutine : goroutines) {
            if (goroutine.name().equals(name)) {
                waited += waited(goroutine);
            }
        }
        return Duration.ofNanos(waited);
    }

    private long waited(Goroutine goroutine) {
        long waited = 0;
        long since = -1;
        for (Event event : events) {
            if (event.goroutine() != goroutine) {
                continue;
            }
            if (event.kind() == Event.Kind.BLOCK && event.value() != Wait.SLEEP) {
                since = event.nanos();
            } else if (event.kind() == Event.Kind.UNBLOCK && since >= 0) {
                waited += event.nanos() - since;
                since = -1;
            }
        }
        return since < 0 ? waited : waited + endNanos - since;
    }

    /** Returns what had not ended at the limit, in order of starting; empty if all ended. */
    public List<Stuck> stuck() {
        return stuck;
    }

    /** Returns what had not even ended after it was interrupted; empty as a rule. */
    public List<Stuck> left() {
        return left;
    }

    /** Returns what the block itself threw; null if it returned or was stopped. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /**
     * Returns what happened at the end in one or a few sentences: that all goroutines ended, or which did not and what
     * each waited for.
     */
    public String report() {
        return report;
    }

    private String report(Duration limit) {
        if (stuck.isEmpty()) {
            return failure == null ? "All " + started + " goroutines ended." : "The block ended with " + failure + ".";
        }
        // Who sleeps wakes up by itself, and may wake others then.
        boolean hopeless = stuck.stream().allMatch(one -> one.reason() != null && one.reason() != Wait.SLEEP);
        String head = hopeless
                ? "Stuck: nobody is left to wake " + (stuck.size() == 1 ? "it." : "them.")
                : "Not finished, with " + stuck.size()
                        + (stuck.size() == 1 ? " goroutine alive." : " goroutines alive.");
        String list = stuck.stream().map(one -> "  " + one).collect(Collectors.joining(System.lineSeparator()));
        String lines = String.join(System.lineSeparator(), head + " Stopped after " + seconds(limit) + ":", list);
        return left.isEmpty()
                ? lines
                : lines + System.lineSeparator() + "Still running, deaf to its interrupt: "
                        + left.stream().map(one -> one.goroutine().name()).collect(Collectors.joining(", "));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
    }

    /** Returns what happened in words that follow the name of the event's goroutine: "sends 3 on jobs to worker". */
    public static String words(Event event) {
        return TraceTable.what(event);
    }

    /** Returns the run as a table: a line an event with time, goroutine and what it did, then the report. */
    @Override
    public String toString() {
        return TraceTable.of(this);
    }
}

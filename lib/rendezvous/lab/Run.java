package rendezvous.lab;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.trace.Trace;

/**
 * What came of one run in the laboratory.
 *
 * <p>A run is over when all its goroutines have ended, when none of them can go on, when one has panicked, or at a limit.
 * Goroutines that are left then are never resumed: nothing of theirs runs any more, {@code finally} blocks included. In Go,
 * too, a deadlock and a panic run nothing more of the goroutines that they leave.
 *
 * {@snippet :
 * Run run = Lab.run(() -> {
 *     Chan<Integer> ch = Chan.named("ch");
 *     ch.send(1);
 * });
 * println(run.failure().orElseThrow().headline());   // Output: deadlock: all goroutines of the run are blocked
 * println(run.schedule());                           // Output: 1x2
 * println(run.preemptions());                        // Output: 0
 * }
 */
public final class Run {
    private static final int LONGEST_SCHEDULE = 1_000; // that is printed

    private final @Nullable Failure failure;
    private final @Nullable Long seed;
    private final Schedule schedule;
    private final String output;
    private final Trace trace;
    private final Trace steps;
    private final String lanes;
    private final int preemptions;

    private Run(LabWorld world, @Nullable Failure failure, @Nullable Long seed) {
        Scheduler scheduler = world.scheduler();
        Traces traces = new Traces(world, failure);
        this.failure = failure;
        this.seed = seed;
        this.schedule = Schedule.of(scheduler.choices.toArray());
        this.output = world.output();
        this.trace = traces.byTime();
        this.steps = traces.bySteps();
        this.lanes = Lanes.of(world.log());
        this.preemptions = scheduler.preemptions();
    }

    /**
     * Takes what is known of a run.
     *
     * @param failure what went wrong in it; null if nothing did
     * @param seed what chose its schedule; null if something else did
     */
    static Run of(LabWorld world, @Nullable Failure failure, @Nullable Long seed) {
        return new Run(world, failure, seed);
    }

    /** Returns what went wrong; empty if nothing did. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Returns who went on at each step. */
    public Schedule schedule() {
        return schedule;
    }

    /** Returns what the run printed, each line ended by {@code \n}; the first million characters. */
    public String output() {
        return output;
    }

    /** Returns how many steps the run took. */
    public int stepCount() {
        return schedule.length();
    }

    /** Returns how often a goroutine was stopped that could have gone on. */
    public int preemptions() {
        return preemptions;
    }

    /** Returns how long the run took on its own clock. */
    public Duration duration() {
        return trace.duration();
    }

    /** Returns what happened, at the times of the run's own clock. */
    public Trace trace() {
        return trace;
    }

    /** Returns what happened, with the numbers of the steps for times: for runs in which no time passes. */
    public Trace steps() {
        return steps;
    }

    /** Returns what happened as text: a line for a step, a column for a goroutine. */
    public String lanes() {
        return lanes;
    }

    /** Returns how the run ended, in one sentence or several lines. */
    public String report() {
        return trace.report();
    }

    /**
     * Does nothing if nothing went wrong.
     *
     * @return this
     * @throws AssertionError if something did; it tells what and how to repeat it, and its cause is what was thrown
     */
    public Run orThrow() {
        if (failure != null) {
            throw new AssertionError(toString(), failure.thrown());
        }
        return this;
    }

    /** Returns what the run printed, how it ended, and if it failed how to repeat it and its lanes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(output);
        if (!output.isEmpty() && !output.endsWith("\n")) {
            text.append('\n');
        }
        text.append(report());
        if (failure != null) {
            text.append("\n\n").append(repeat()).append("\n\n").append(lanes);
        }
        return text.toString();
    }

    /** Returns how to repeat the run, as a sentence. */
    private String repeat() {
        if (seed != null) {
            return "Repeat it by Lab.run(" + seed + ", …).";
        }
        String text = schedule.toString();
        return text.length() > LONGEST_SCHEDULE
                ? "Repeat it by Lab.replay(schedule, …); its schedule, of " + schedule.length()
                        + " steps, is too long to be shown here: see schedule()."
                : "Repeat it by Lab.replay(\"" + text + "\", …).";
    }
}

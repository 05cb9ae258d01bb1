package rendezvous.lab;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;

/**
 * The laboratory: runs a concurrent program under a scheduler and a clock of our own, so that a run can be repeated, chosen
 * and searched for.
 *
 * <p>The program is a block of code. It runs as the goroutine {@code main}; all goroutines that it starts, directly or not,
 * belong to the run. One of them runs at a time, until its next step: an operation of the library, or a print. Who goes on
 * then is chosen from a <em>seed</em>, or told by a <em>schedule</em>. The same choices make the same run, with the same
 * output.
 */
public final class Lab {
    private Lab() {}

    /**
     * Runs the block; the seed chooses the schedule.
     *
     * @param seed any number
     * @param body the block
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     * @throws IllegalStateException if the caller is part of a run itself
     */
    public static Run run(long seed, Body body) throws InterruptedException {
        return once(new RandomWalk(seed), seed, body);
    }

    /** Runs the block so that each goroutine goes on as long as it can. */
    public static Run run(Body body) throws InterruptedException {
        return once(new Replay(new int[0]), null, body);
    }

    /**
     * Repeats a run.
     *
     * @param schedule the text of a {@link Schedule}
     * @param body the block
     * @throws IllegalArgumentException if the text is no schedule
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     * @throws IllegalStateException if the caller is part of a run itself
     */
    public static Run replay(String schedule, Body body) throws InterruptedException {
        return replay(Schedule.parse(schedule), body);
    }

    /** Repeats a run, as {@link #replay(String, Body)} does. */
    public static Run replay(Schedule schedule, Body body) throws InterruptedException {
        return once(new Replay(schedule.tokens()), null, body);
    }

    /** Returns a search for a schedule in which the block fails; it begins with {@link Explorer#run()}. */
    public static Explorer explore(Body body) {
        return new Explorer(body);
    }

    /** Returns the block's run, to be taken step by step by hand. */
    public static Stepper stepper(Body body) throws InterruptedException {
        return new Stepper(body);
    }

    private static Run once(Strategy strategy, @Nullable Long seed, Body body) throws InterruptedException {
        Trials trials = new Trials(body, Limits.ONE_RUN);
        return Job.of(
                trials,
                () -> {
                    LabWorld world = trials.run(strategy, true);
                    return Run.of(world, world.scheduler().failure(), seed);
                },
                failure -> Run.of(Objects.requireNonNull(trials.now()), failure, seed));
    }
}

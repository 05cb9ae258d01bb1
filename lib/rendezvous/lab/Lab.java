package rendezvous.lab;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;
import rendezvous.runtime.World;

/**
 * The laboratory: runs a concurrent program under a scheduler and a clock of our own, so that a run can be repeated, chosen
 * and searched for.
 *
 * <p>The program is a block of code. It runs as the goroutine {@code main}; all goroutines that it starts, directly or not,
 * belong to the run. One of them runs at a time, until its next step: an operation of the library, or a print. Who goes on
 * then is chosen from a <em>seed</em>, or told by a <em>schedule</em>. The same choices make the same run, with the same
 * output.
 *
 * {@snippet :
 * Run run = Lab.run(7, () -> {
 *     Chan<Integer> ch = Chan.named("ch");
 *     go("sender", () -> {
 *         sleep(Duration.ofMinutes(10));
 *         ch.send(1);
 *     });
 *     println("received " + ch.receive());
 * });
 * print(run.output());          // Output: received 1
 * println(run.duration());      // Output: PT10M
 * println(Lab.replay(run.schedule(), () -> {}).failure().isPresent());   // Output: true
 * }
 *
 * <p>Time is the run's own: it begins with the year 2000 and passes only while all wait. A run is over when all its
 * goroutines have ended, and fails as {@link Failure.Kind} says.
 *
 * <p><b>Memory consistency effects:</b> all that a run did happens before the return of the method that ran it. In a run,
 * what one goroutine did before a step happens before what any goroutine does after it: a program that lacks
 * synchronization does not show that here.
 */
public final class Lab {
    private Lab() {}

    /**
     * Runs the block, and waits until the run is over; the seed chooses the schedule.
     *
     * @param seed any number
     * @param body the block
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     * @throws IllegalStateException if the caller is part of a run itself
     */
    public static Run run(long seed, Body body) throws InterruptedException {
        return once(new RandomWalk(seed), seed, new Trials(body, Limits.ONE_RUN), () -> null);
    }

    /**
     * Runs the block so that each goroutine goes on as long as it can, and waits until the run is over.
     *
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     * @throws IllegalStateException if the caller is part of a run itself
     */
    public static Run run(Body body) throws InterruptedException {
        return once(new Replay(new int[0]), null, new Trials(body, Limits.ONE_RUN), () -> null);
    }

    /**
     * Repeats a run, and waits until it is over.
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

    /**
     * Repeats a run, as {@link #replay(String, Body)} does, and waits until it is over. If the schedule does not fit the run and nothing else went
     * wrong, that is the run's failure.
     *
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     */
    public static Run replay(Schedule schedule, Body body) throws InterruptedException {
        return replay(schedule, new Trials(body, Limits.ONE_RUN));
    }

    static Run replay(Schedule schedule, Trials trials) throws InterruptedException {
        Replay replay = new Replay(schedule.tokens());
        return once(replay, null, trials, () -> Failure.misfit(replay.misfits(), schedule.length()));
    }

    /**
     * Returns a search for a schedule in which the block fails; it begins with {@link Explorer#run()}. A notebook does that
     * by itself where a cell ends with the search.
     */
    public static Explorer explore(Body body) {
        return new Explorer(body);
    }

    /**
     * Called by a goroutine of a run: waits until all others of the run wait for each other, for time to pass, or have
     * ended. No time passes meanwhile. It is {@code synctest.Wait} of Go.
     *
     * {@snippet :
     * Run run = Lab.run(1, () -> {
     *     Chan<String> ch = Chan.make(1);
     *     go(() -> ch.send("sent"));
     *     Lab.settle();
     *     println(ch.len());
     * });
     * print(run.output());   // Output: 1
     * }
     *
     * <p><b>Differs from Go:</b> there, waiting for a mutex does not count as waiting; here it does, as only goroutines of
     * the run can unlock it.
     *
     * @throws InterruptedException if the calling thread is interrupted
     * @throws IllegalStateException if the caller is not part of a run, or another goroutine waits so already
     */
    public static void settle() throws InterruptedException {
        if (!(World.current() instanceof LabWorld world)) {
            throw new IllegalStateException("settle: got a call from outside, want one by a goroutine of a lab run");
        }
        world.scheduler().settle(world);
    }

    /**
     * Called by a goroutine of a run: returns the others of the run that live, in order of starting.
     *
     * {@snippet :
     * Run run = Lab.run(() -> {
     *     Chan<Integer> counter = Chan.named("counter");
     *     go("cook", () -> counter.send(1));
     *     Lab.settle();
     *     println(Lab.others());
     *     counter.receive();
     * });
     * print(run.output());   // Output: [cook waits to send on `counter` (unbuffered)]
     * }
     *
     * @throws IllegalStateException if the caller is not part of a run
     */
    public static List<Member> others() {
        if (!(World.current() instanceof LabWorld world)) {
            throw new IllegalStateException("others: got a call from outside, want one by a goroutine of a lab run");
        }
        Strand me = world.scheduler().running();
        return world.scheduler().threads.living().stream()
                .filter(strand -> strand != me)
                .map(Member::of)
                .toList();
    }

    /**
     * Looks for races in a block: {@code explore(body).races().run()}.
     *
     * @param body the block
     * @return what was found
     * @throws InterruptedException if the calling thread is interrupted; the run that is on is stopped
     * @throws IllegalStateException if the caller is part of a run itself, or this JVM was started without the agent
     */
    public static Exploration race(Body body) throws InterruptedException {
        return explore(body).races().run();
    }

    /**
     * Returns the block's run, to be taken step by step by hand; waits until it has come to its first step.
     *
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     * @throws IllegalStateException if the caller is part of a run itself
     */
    public static Stepper stepper(Body body) throws InterruptedException {
        return new Stepper(body);
    }

    private static Run once(
            Strategy strategy, @Nullable Long seed, Trials trials, Supplier<@Nullable Failure> afterSuccess)
            throws InterruptedException {
        return Job.of(
                trials,
                () -> {
                    LabWorld world = trials.run(strategy, true);
                    Failure failure = world.scheduler().failure();
                    return Run.of(world, failure == null ? afterSuccess.get() : failure, seed);
                },
                failure -> Run.of(Objects.requireNonNull(trials.now()), failure, seed));
    }
}

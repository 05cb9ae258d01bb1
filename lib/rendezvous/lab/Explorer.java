package rendezvous.lab;

import java.time.Duration;
import rendezvous.runtime.Body;

/**
 * A search for a schedule in which a program fails; set up by its methods, done by {@link #run()}.
 *
 * <p>First it goes through the schedules systematically, those without preemptions before those with one, and so on; for
 * small programs that are all there are. What is left of the number of schedules is chosen at random, in turns by a random
 * walk and by PCT, which favours few switches at unlikely places. The same program and the same settings search the same
 * schedules.
 *
 * {@snippet :
 * Exploration exploration = Lab.explore(() -> {
 *     Chan<Integer> ch = Chan.named("ch", 1);
 *     go("guest", () -> ch.trySend(1));
 *     ch.trySend(2);
 *     if (ch.receive() == 1) {
 *         throw new IllegalStateException("the guest came first");
 *     }
 * }).systematically(1).run();
 * println(exploration.schedules());   // Output: 5
 * println(exploration.failed().orElseThrow().schedule());   // Output: 1x2,2x3,1x2
 * }
 */
public final class Explorer {
    private final Body body;
    private Limits limits = Limits.DEFAULT;
    private int schedules = 10_000;
    private long seed = 1;
    private int preemptions = 2;
    private int depth = 3;
    private boolean walks = true;
    private Duration time = Duration.ofSeconds(30);

    Explorer(Body body) {
        this.body = body;
    }

    /** Sets how many schedules to try at most; 10,000 if nothing is said. */
    public Explorer schedules(int most) {
        Limits.atLeastOne("schedules", most);
        schedules = most;
        return this;
    }

    /** Sets the first seed of the random walks; each walk takes the next one. 1 if nothing is said. */
    public Explorer seed(long first) {
        seed = first;
        return this;
    }

    /** Only random walks. */
    public Explorer randomly() {
        preemptions = -1;
        depth = 0;
        walks = true;
        return this;
    }

    /**
     * Only PCT, which finds a bug of the depth with a probability that can be stated: of a run with n goroutines and k
     * steps, one in n·k<sup>depth-1</sup> schedules at least shows it.
     *
     * @param ofDepth how many steps must come in a certain order for the bug to show, 1 at least
     */
    public Explorer pct(int ofDepth) {
        Limits.atLeastOne("depth of bugs", ofDepth);
        preemptions = -1;
        depth = ofDepth;
        walks = false;
        return this;
    }

    /**
     * Only the systematic search.
     *
     * @param most up to how many preemptions, 0 at least
     */
    public Explorer systematically(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("preemptions: got " + most + ", want at least 0");
        }
        preemptions = most;
        depth = 0;
        walks = false;
        return this;
    }

    /**
     * Takes a race for a failure: two accesses to the same memory, one of them a write, of which nothing says which comes
     * first. It is found whether or not the accesses came in an order that does harm.
     *
     * <p>The classes looked into are those of notebook cells and those that the agent was told of. The JVM must have been
     * started with the agent: {@code -javaagent:rendezvous.jar=com.example.}, as notebooks are.
     *
     * @throws IllegalStateException if this JVM was started without the agent
     */
    public Explorer races() {
        Instruments.need();
        limits = limits.withRaces();
        return this;
    }

    /** Sets how many steps a run may take; 100,000 if nothing is said. */
    public Explorer steps(int most) {
        limits = limits.steps(most);
        return this;
    }

    /** Sets how many goroutines a run may have at a time; 10,000 if nothing is said. */
    public Explorer goroutines(int most) {
        limits = limits.goroutines(most);
        return this;
    }

    /** Sets how long a goroutine may compute, on the real clock, without coming to a step; 5 s if nothing is said. */
    public Explorer stall(Duration longest) {
        limits = limits.stall(longest);
        return this;
    }

    /** Sets how long to look for a simpler schedule that fails, on the real clock; 2 s if nothing is said. */
    public Explorer shortening(Duration most) {
        if (most.isNegative()) {
            throw new IllegalArgumentException("time for a simpler schedule: got " + most + ", want zero or more");
        }
        limits = limits.shortening(most);
        return this;
    }

    /**
     * For a block that tries somebody else's code, as the checks of exercises do: the block is the goroutine {@code check},
     * a run is over as soon as it has returned, and who waits then is no failure. A run may take 20,000 steps, have 300
     * goroutines and compute for 1.5 s without a step; a thread of the platform that is started is a failure. Where the
     * agent is, so are calls without end, a heap that is full and an attempt to end the JVM.
     */
    public Explorer judging() {
        limits = limits.judging();
        return this;
    }

    /** Sets after how much real time the search ends; 30 s if nothing is said. */
    public Explorer time(Duration most) {
        if (most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("time to search: got " + most + ", want more than zero");
        }
        time = most;
        return this;
    }

    /**
     * Searches, and waits until a schedule fails, or the schedules or the time are used up.
     *
     * <p><b>Memory consistency effects:</b> all that the runs did happens before the return.
     *
     * @return what was found, which is a failure in a schedule that was made as simple as could be, or how much was tried
     * @throws InterruptedException if the calling thread is interrupted; the run that is on is stopped
     * @throws IllegalStateException if the caller is part of a run itself
     */
    public Exploration run() throws InterruptedException {
        Trials trials = new Trials(body, limits);
        try (Instruments _ = Instruments.take(limits)) { // for all of it: to rewrite classes takes its time
            if (limits.races()) {
                Instruments.prove();
            }
            Search search = new Search(trials, schedules, time);
            return Job.of(trials, () -> search.run(seed, preemptions, depth, walks), search::stalled);
        }
    }

    /**
     * Tries schedules up to the number or the time that was set, whether they fail or not, and waits for that. Of a small
     * program these are all there are.
     *
     * <p><b>Memory consistency effects:</b> all that the runs did happens before the return.
     *
     * @return in which ways the block can end
     * @throws InterruptedException if the calling thread is interrupted; the run that is on is stopped
     * @throws IllegalStateException if the caller is part of a run itself
     */
    public OutcomeSet outcomes() throws InterruptedException {
        Trials trials = new Trials(body, limits);
        try (Instruments _ = Instruments.take(limits)) {
            if (limits.races()) {
                Instruments.prove();
            }
            OutcomeSet.Finder finder = new OutcomeSet.Finder(trials, schedules, time);
            return Job.of(trials, () -> finder.find(seed), failure -> OutcomeSet.stalled(trials, failure));
        }
    }

    /**
     * Repeats one run under what is set here, and waits until it is over, as {@link Lab#replay(String,
     * rendezvous.runtime.Body)} does without: a
     * schedule that was found by a search for races has steps that others do not have.
     *
     * @param schedule the text of a {@link Schedule}
     * @throws IllegalArgumentException if the text is no schedule
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     * @throws IllegalStateException if the caller is part of a run itself
     */
    public Run replay(String schedule) throws InterruptedException {
        Schedule parsed = Schedule.parse(schedule);
        try (Instruments _ = Instruments.take(limits)) {
            return Lab.replay(parsed, new Trials(body, limits));
        }
    }
}

package rendezvous.lab;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Go;
import rendezvous.lab.Failure.Kind;
import rendezvous.race.Agent;
import rendezvous.race.Agent.Level;
import rendezvous.race.KnownRace;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;

/** The agent's part in runs: it rewrites the classes under study for as long as runs need it. */
final class Instruments implements AutoCloseable {
    private final @Nullable Agent agent;
    private final Level level;

    private Instruments(@Nullable Agent agent, Level level) {
        this.agent = agent;
        this.level = level;
    }

    /**
     * Rewrites what runs with these limits need.
     *
     * @throws IllegalStateException if they need the agent and it is not there
     * @throws rendezvous.race.NotInstrumentedException if they look for races and a class could not be rewritten; so does
     *     {@link #close()}, of classes that were loaded since
     */
    static Instruments take(Limits limits) {
        Agent agent = limits.races() ? need() : Agent.installed();
        Level level = limits.races() ? Level.MEMORY : Level.CONTROL;
        if (agent != null) {
            agent.begin(level);
        }
        Instruments taken = new Instruments(agent, level);
        if (level == Level.MEMORY && agent != null) {
            try {
                agent.check();
            } catch (Throwable t) {
                agent.end(level);
                throw t;
            }
        }
        return taken;
    }

    /** Returns the agent. */
    static Agent need() {
        Agent agent = Agent.installed();
        if (agent == null) {
            throw new IllegalStateException("races: this JVM was started without the agent that looks for them."
                    + " Start it with -javaagent:rendezvous.jar=com.example. where com.example. stands for the packages to"
                    + " look into");
        }
        return agent;
    }

    /**
     * Runs a program that has a race, to be sure that races are seen.
     *
     * @throws IllegalStateException if this one is not
     */
    static void prove() throws InterruptedException {
        prove(
                () -> {
                    KnownRace shared = new KnownRace();
                    Goroutine other = Go.go(shared::race);
                    shared.race();
                    other.await();
                },
                Limits.DEFAULT.withRaces());
    }

    /** Runs a program that must have a race. */
    static void prove(Body known, Limits limits) throws InterruptedException {
        Trials trials = new Trials(known, limits);
        Failure failure = Job.of(
                        trials,
                        () -> Optional.ofNullable(trials.run(new Replay(new int[0]), false)
                                .scheduler()
                                .failure()),
                        Optional::of)
                .orElse(null);
        if (failure == null || failure.kind() != Kind.RACE) {
            throw new IllegalStateException(
                    "the race detector did not see a race that is known to be there, so it would"
                            + " not see yours: got " + (failure == null ? "no failure" : failure.message()));
        }
    }

    @Override
    public void close() {
        if (agent == null) {
            return;
        }
        try {
            if (level == Level.MEMORY) {
                agent.check();
            }
        } finally {
            agent.end(level);
        }
    }
}

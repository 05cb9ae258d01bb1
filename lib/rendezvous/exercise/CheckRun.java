package rendezvous.exercise;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.platform.console.ConsoleLauncher;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import rendezvous.exercise.Verdict.Outcome;
import rendezvous.exercise.Verdict.Result;
import rendezvous.exercise.Verdict.State;
import rendezvous.lab.Exploration;
import rendezvous.lab.Explorer;
import rendezvous.lab.Failure;
import rendezvous.lab.Lab;
import rendezvous.race.Agent;
import rendezvous.race.NotInstrumentedException;
import rendezvous.runtime.World;

/** One answer going through the checks of its exercise, on JUnit's console launcher. */
final class CheckRun {
    /** The launcher's parameter that says which run it is. */
    static final String KEY = "rendezvous.check";

    /** How long a learner waits for a simple schedule to look at. */
    static final Duration SHORTENING = Duration.ofMillis(400);

    private static final long TURN_SECONDS = 8;

    /** How long all checks of an answer may search; what is on then takes two seconds more at most. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** How many schedules at least must have been tried where nothing was found. */
    private static final int ENOUGH = 20;

    /** What a check gets for its search even if those before it have used up the time. */
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private static final ReentrantLock TURN = new ReentrantLock(true);
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Map<String, CheckRun> RUNS = new ConcurrentHashMap<>();

    private final String key = Long.toString(COUNT.incrementAndGet());
    private final Exercise exercise;
    private final @Nullable Supplier<? extends @Nullable Object> answer;
    private final long seed;
    private final Duration shortening;
    private long deadline;
    // Written by the launcher's threads, one after the other, and read when the launcher has returned.
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Throwable outside;

    /** A check and what became of it; null while it has not been tried. */
    private static final class Check {
        final String name;
        final int hint;

        @Nullable
        TestExecutionResult result;

        Check(String name, int hint) {
            this.name = name;
            this.hint = hint;
        }
    }

    private CheckRun(
            Exercise exercise, @Nullable Supplier<? extends @Nullable Object> answer, long seed, Duration shortening) {
        this.exercise = exercise;
        this.answer = answer;
        this.seed = seed;
        this.shortening = shortening;
    }

    /** Checks an answer; the same answer always gets the same verdict. */
    static Verdict check(Exercise exercise, @Nullable Supplier<? extends @Nullable Object> answer) {
        return check(exercise, answer, 1, SHORTENING);
    }

    /**
     * Checks an answer.
     *
     * @param seed what the schedules that are chosen by chance begin with
     * @param shortening how long to look for a simple schedule to show
     */
    static Verdict check(
            Exercise exercise, @Nullable Supplier<? extends @Nullable Object> answer, long seed, Duration shortening) {
        CheckRun run = new CheckRun(exercise, answer, seed, shortening);
        if (World.home() != null) { // only runs of the laboratory have things of their own
            return run.notTried("A check cannot be called from within a check.");
        }
        try {
            if (!TURN.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                return run.notTried("Another check is still running. Wait for it, or restart the kernel.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return run.notTried("The check was interrupted.");
        }
        try {
            String shortage = HeapRoom.shortage();
            return shortage == null ? run.launch() : run.notTried(shortage);
        } finally {
            TURN.unlock();
        }
    }

    static @Nullable CheckRun find(String key) {
        return RUNS.get(key);
    }

    Exercise exercise() {
        return exercise;
    }

    private Verdict launch() {
        StringWriter said = new StringWriter();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JUnit loads classes and services through the thread's own loader; in a kernel that one knows neither.
        thread.setContextClassLoader(Catalog.loader());
        RUNS.put(key, this);
        try {
            warmUp();
            deadline = System.nanoTime() + MOST_NANOS;
            PrintWriter out = new PrintWriter(said);
            ConsoleLauncher.run(
                    out,
                    out,
                    "execute",
                    "--select-class=" + exercise.checks(),
                    "--include-classname=.*",
                    "--include-engine=junit-jupiter",
                    "--config=" + KEY + "=" + key,
                    "--fail-fast",
                    "--details=none",
                    "--disable-banner",
                    "--disable-ansi-colors");
        } finally {
            RUNS.remove(key);
            thread.setContextClassLoader(before);
        }
        if (checks.isEmpty() || outside != null) {
            throw new IllegalStateException(
                    "the checks of " + exercise.heading() + " (" + exercise.checks() + ") did not run: " + said,
                    outside);
        }
        return verdict();
    }

    void planned(TestPlan plan) {
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier test : plan.getDescendants(root)) {
                if (test.isTest()) {
                    checks.put(test.getUniqueId(), new Check(test.getDisplayName(), hint(test)));
                }
            }
        }
    }

    private static int hint(TestIdentifier test) {
        Method method = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .orElse(null);
        Hint hint = method == null ? null : method.getAnnotation(Hint.class);
        return hint == null ? 1 : hint.value();
    }

    void finished(TestIdentifier test, TestExecutionResult result) {
        Check check = checks.get(test.getUniqueId());
        if (check != null) {
            check.result = result;
        } else if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            outside = result.getThrowable().orElse(null);
        }
    }

    /** Has the classes under study rewritten before the time counts: the first time it takes long. */
    private static void warmUp() {
        if (Agent.installed() != null) {
            try {
                Lab.explore(() -> {}).judging().races().schedules(1).run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the first check says so
            } catch (NotInstrumentedException e) {
                return; // so does it here
            }
        }
    }

    /** Tries a check in the laboratory; throws what it finds. */
    void explore(String id, Method method, Explore wanted) {
        Explorer explorer = Lab.explore(new Trial(exercise, method, answer))
                .judging()
                .schedules(wanted.schedules())
                .seed(seed)
                .shortening(shortening)
                .time(Duration.ofNanos(Math.max(LEAST_NANOS, deadline - System.nanoTime())));
        if (Agent.installed() == null) {
            note("Races are not looked for: this JVM was started without the agent.");
        } else {
            explorer.races();
        }
        Exploration found;
        try {
            found = explorer.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailure("The check was interrupted.");
        } catch (NotInstrumentedException e) {
            throw new CheckFailure("The check cannot look into your code: " + e.getMessage());
        }
        found.failed().ifPresent(run -> {
            if (run.failure().orElseThrow().kind() == Failure.Kind.STALLED) {
                note("Your code may still be running. If the kernel is slow from now on, restart it.");
            }
            throw Findings.of(run);
        });
        if (found.isOutOfTime()) {
            boolean isEnough = found.schedules() >= ENOUGH;
            note("The time was up: of the check \"" + name(id) + "\" " + Phrases.number(found.schedules()) + " of "
                    + Phrases.number(wanted.schedules())
                    + " schedules were tried."
                    + (isEnough ? "" : " That is too few to say anything: run the check again."));
            if (!isEnough) {
                Assumptions.abort("too few schedules");
            }
        }
    }

    private String name(String id) {
        Check check = checks.get(id);
        return check == null ? id : check.name;
    }

    private void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    private Verdict notTried(String why) {
        return new Verdict(exercise, Outcome.NOT_YET, List.of(), List.of(why));
    }

    private Verdict verdict() {
        List<Result> results = new ArrayList<>();
        Outcome outcome = Outcome.PASSED;
        for (Check check : checks.values()) {
            TestExecutionResult result = check.result;
            Throwable thrown = result == null ? null : result.getThrowable().orElse(null);
            if (result == null || result.getStatus() == TestExecutionResult.Status.ABORTED) {
                results.add(new Result(check.name, State.NOT_TRIED, null, check.hint));
            } else if (thrown == null) {
                results.add(new Result(check.name, State.PASSED, null, check.hint));
            } else {
                boolean todo = Findings.within(thrown, NotSolvedYetException.class) != null;
                outcome = todo ? Outcome.NOT_SOLVED_YET : Outcome.NOT_YET;
                results.add(new Result(check.name, State.FAILED, failure(thrown), check.hint));
            }
        }
        boolean isTried = results.stream().noneMatch(result -> result.state() == State.NOT_TRIED);
        return new Verdict(exercise, outcome == Outcome.PASSED && !isTried ? Outcome.NOT_YET : outcome, results, notes);
    }

    private static CheckFailure failure(Throwable thrown) {
        CheckFailure failure = Findings.within(thrown, CheckFailure.class);
        return failure != null ? failure : Findings.threw("The check threw ", thrown);
    }
}

package rendezvous.exercise;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.console.ConsoleLauncher;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import rendezvous.exercise.Verdict.Outcome;
import rendezvous.exercise.Verdict.Result;
import rendezvous.exercise.Verdict.State;
import rendezvous.runtime.World;

/** One answer going through the checks of its exercise, on JUnit's console launcher. */
final class CheckRun {
    /** The launcher's parameter that says which run it is. */
    static final String KEY = "rendezvous.check";

    private static final long TURN_SECONDS = 30;
    private static final ReentrantLock TURN = new ReentrantLock(true);
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Map<String, CheckRun> RUNS = new ConcurrentHashMap<>();

    private final String key = Long.toString(COUNT.incrementAndGet());
    private final Exercise exercise;
    private final @Nullable Supplier<? extends @Nullable Object> answer;
    // Written by the launcher's threads, one after the other, and read when the launcher has returned.
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final List<String> leftRunning = new ArrayList<>();
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

    private CheckRun(Exercise exercise, @Nullable Supplier<? extends @Nullable Object> answer) {
        this.exercise = exercise;
        this.answer = answer;
    }

    static Verdict check(Exercise exercise, @Nullable Supplier<? extends @Nullable Object> answer) {
        CheckRun run = new CheckRun(exercise, answer);
        if (World.current() instanceof StageWorld) {
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
            return run.launch();
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

    void leftRunning(List<String> who) {
        leftRunning.addAll(who);
    }

    Object makeAnswer(Stage stage, Class<?> type) {
        String call = "check(\"" + exercise.id() + "\", " + exercise.call() + ")";
        if (answer == null) {
            throw new CheckFailure("There is no answer: want " + "`" + call + "`, got null.");
        }
        Object made = stage.make(answer);
        if (!type.isInstance(made)) {
            String got = made == null ? "null" : "`" + made.getClass().getTypeName() + "`";
            throw new CheckFailure(exercise.id() + " wants a `" + exercise.answerName() + "`, got " + got
                    + ". Hand it over like this: `" + call + "`.");
        }
        return made;
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
                boolean todo = within(thrown, NotSolvedYetException.class) != null;
                outcome = todo ? Outcome.NOT_SOLVED_YET : Outcome.NOT_YET;
                results.add(new Result(check.name, State.FAILED, failure(thrown), check.hint));
            }
        }
        return new Verdict(exercise, outcome, results, notes());
    }

    private List<String> notes() {
        return leftRunning.isEmpty()
                ? List.of()
                : List.of("Your code is still running (a loop that never ends?): interrupt or restart the kernel.");
    }

    private static CheckFailure failure(Throwable thrown) {
        CheckFailure failure = within(thrown, CheckFailure.class);
        if (failure != null) {
            return failure;
        }
        if (thrown instanceof TimeoutException) {
            return new CheckFailure("The check did not end in time.");
        }
        return Stage.threw("The check threw ", thrown);
    }

    private static <T extends Throwable> @Nullable T within(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}

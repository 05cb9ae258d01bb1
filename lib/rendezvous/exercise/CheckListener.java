package rendezvous.exercise;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells a {@link CheckRun} what became of its checks.
 *
 * <p>JUnit's launcher finds it as a service, since the console launcher takes no listener. It is therefore there in
 * every run of JUnit with the library on the class path, and does nothing in those that are not ours.
 */
public final class CheckListener implements TestExecutionListener {
    private @Nullable CheckRun run;

    /** Called by JUnit's launcher. */
    public CheckListener() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        run = plan.getConfigurationParameters()
                .get(CheckRun.KEY)
                .map(CheckRun::find)
                .orElse(null);
        if (run != null) {
            run.planned(plan);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (run != null) {
            run.finished(test, result);
        }
    }
}

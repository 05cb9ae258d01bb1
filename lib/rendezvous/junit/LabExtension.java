package rendezvous.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;
import rendezvous.lab.Exploration;
import rendezvous.lab.Explorer;
import rendezvous.lab.Failure;
import rendezvous.lab.Lab;
import rendezvous.lab.Run;
import rendezvous.runtime.Body;

/** Runs the methods of {@link LabTest}. */
final class LabExtension implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws InterruptedException {
        Optional<LabTest> found = AnnotationSupport.findAnnotation(method.getExecutable(), LabTest.class);
        LabTest test = found.orElseThrow();
        invocation.skip(); // it could proceed only once
        Body body = () -> call(method);
        if (!test.replay().isEmpty()) {
            Run run = explorer(test, body).replay(test.replay());
            run.failure().ifPresent(failure -> {
                throw failed(failure, run + "\n");
            });
            return;
        }
        Exploration exploration = explorer(test, body).run();
        exploration.failed().ifPresent(run -> {
            throw failed(run.failure().orElseThrow(), exploration + "\n" + repeat(test, exploration, run));
        });
        context.publishReportEntry("schedules", exploration.coverage());
    }

    private static void call(ReflectiveInvocationContext<Method> method) throws Exception {
        Method executable = method.getExecutable();
        executable.trySetAccessible();
        try {
            executable.invoke(
                    method.getTarget().orElse(null), method.getArguments().toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }

    private static Explorer explorer(LabTest test, Body body) {
        Explorer explorer =
                Lab.explore(body).schedules(test.schedules()).seed(test.seed()).steps(test.steps());
        if (test.race()) {
            explorer.races();
        }
        return switch (test.strategy()) {
            case ALL -> explorer;
            case RANDOM -> explorer.randomly();
            case PCT -> explorer.pct(test.depth());
            case SYSTEMATIC -> explorer.systematically(test.preemptions());
        };
    }

    private static String repeat(LabTest test, Exploration exploration, Run run) {
        String race = test.race() ? "race = true, " : "";
        String text = "Repeat it by @LabTest(" + race + "replay = \"" + run.schedule() + "\")";
        return exploration.seed().isPresent()
                ? text + ", or as it was found by @LabTest(" + race + "strategy = RANDOM, seed = "
                        + exploration.seed().getAsLong() + ", schedules = 1)."
                : text + ".";
    }

    private static RuntimeException asAborted(TestAbortedException aborted) {
        return aborted;
    }

    private static AssertionError failed(Failure failure, String message) {
        if (failure.thrown() instanceof TestAbortedException aborted) {
            throw asAborted(aborted); // an assumption that does not hold is no failure
        }
        return new AssertionError(message, failure.thrown());
    }
}

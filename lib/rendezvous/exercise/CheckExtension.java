package rendezvous.exercise;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationAwareExtension;

/** Hands a check its {@link Stage} and, made on that stage, the learner's answer. */
final class CheckExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(CheckExtension.class);

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return TestInstantiationAwareExtension.ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stage.class
                || type.getName().equals(run(context).exercise().answer());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        CheckRun run = run(context);
        Stage stage = context.getStore(NAMESPACE)
                .computeIfAbsent(Scene.class, key -> new Scene(new Stage(), run), Scene.class)
                .stage();
        Class<?> type = parameter.getParameter().getType();
        return type == Stage.class ? stage : run.makeAnswer(stage, type);
    }

    private static CheckRun run(ExtensionContext context) {
        String key = context.getConfigurationParameter(CheckRun.KEY)
                .orElseThrow(() -> new ParameterResolutionException(
                        "checks are run by Exercises.check(id, answer), not by themselves"));
        return Objects.requireNonNull(CheckRun.find(key), "the run has ended");
    }

    /** A stage that JUnit closes when the check is over. */
    private record Scene(Stage stage, CheckRun run) implements AutoCloseable {
        @Override
        public void close() {
            stage.close();
            run.leftRunning(stage.leftRunning());
        }
    }
}

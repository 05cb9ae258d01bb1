package rendezvous.exercise;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Lets the laboratory run a check in place of JUnit: many times, each on an object of its own. The object that JUnit makes
 * stands by, with an answer that nobody calls.
 */
final class CheckExtension implements ParameterResolver, InvocationInterceptor {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stage.class
                || type.getName().equals(run(context).exercise().answer());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stage.class
                ? new Stage()
                : Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("the constructor of the checks of "
                            + run(context).exercise().heading() + " calls the answer's " + method.getName()
                            + ": want it to keep the answer only, and to call it in the checks");
                });
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context) {
        invocation.skip();
        Method check = method.getExecutable();
        Optional<Explore> explore = AnnotationSupport.findAnnotation(check, Explore.class);
        run(context)
                .explore(
                        context.getUniqueId(),
                        check,
                        explore.orElseThrow(
                                () -> new IllegalStateException(check + " wants @Explore in place of @Test")));
    }

    private static CheckRun run(ExtensionContext context) {
        String key = context.getConfigurationParameter(CheckRun.KEY)
                .orElseThrow(() -> new ParameterResolutionException(
                        "checks are run by Exercises.check(id, answer), not by themselves"));
        return Objects.requireNonNull(CheckRun.find(key), "the run has ended");
    }
}

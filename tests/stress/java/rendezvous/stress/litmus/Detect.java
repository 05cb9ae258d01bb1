package rendezvous.stress.litmus;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import rendezvous.chan.Go;
import rendezvous.lab.Exploration;
import rendezvous.lab.Failure;
import rendezvous.lab.Lab;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.stress.Report;

/**
 * Runs the cases of the memory model in the laboratory and says of each whether it has a race, and what came out.
 *
 * <p>It prints {@code litmus}, the case, {@code race} or {@code none}, how many schedules, what came out in them, what is
 * wrong, and why the two tools may differ. Nothing is wrong if the verdict is the one that the case is marked with and,
 * without a race, all that came out is marked as acceptable.
 */
public final class Detect {
    private static final List<Class<?>> GROUPS =
            List.of(StoreBuffering.class, MessagePassing.class, Publication.class, OneVariable.class, HandedOver.class);
    private static final int SCHEDULES = 1000;

    private Detect() {}

    /** Runs all. */
    public static void main(String[] args) throws Exception {
        int cases = 0;
        int schedules = 0;
        int wrong = 0;
        for (Class<?> group : GROUPS) {
            Class<?>[] all = group.getDeclaredClasses();
            Arrays.sort(all, (a, b) -> a.getName().compareTo(b.getName()));
            for (Class<?> one : all) {
                if (one.isAnnotationPresent(JCStressTest.class)) {
                    Verdict verdict = judge(one);
                    cases++;
                    schedules += verdict.schedules();
                    wrong += verdict.wrong().isEmpty() ? 0 : 1;
                    Report.line(
                            "litmus",
                            one.getCanonicalName(),
                            verdict.race() ? "race" : "none",
                            String.valueOf(verdict.schedules()),
                            String.join("; ", verdict.seen()),
                            verdict.wrong(),
                            verdict.differs());
                }
            }
        }
        Report.row(
                "race detector",
                cases + " cases, " + Report.number(schedules) + " schedules",
                wrong == 0 ? "" : wrong + " of " + cases + " verdicts are not what the case is marked with");
        System.exit(wrong == 0 ? 0 : 1);
    }

    private record Verdict(boolean race, int schedules, Set<String> seen, String wrong, String differs) {}

    private static Verdict judge(Class<?> one) throws Exception {
        Litmus marked = one.getAnnotation(Litmus.class);
        if (marked == null) {
            return new Verdict(false, 0, Set.of(), "it is not marked with @Litmus", "");
        }
        Set<String> seen = new ConcurrentSkipListSet<>();
        Exploration all =
                Lab.explore(body(one, seen)).schedules(SCHEDULES).races().run();
        Optional<Failure> failure = all.failed().flatMap(run -> run.failure());
        boolean race = failure.filter(f -> f.kind() == Failure.Kind.RACE).isPresent();
        String wrong = "";
        if (failure.isPresent() && !race) {
            wrong = failure.get().headline();
        } else if (race != marked.race()) {
            wrong = marked.race()
                    ? "want a race, found none"
                    : "want no race, found: " + failure.get().headline();
        } else if (!race && !acceptable(one).containsAll(seen)) {
            wrong = "came out in the laboratory: " + seen + ", want of " + acceptable(one);
        }
        return new Verdict(race, all.schedules(), seen, wrong, marked.differs());
    }

    private static Set<String> acceptable(Class<?> one) {
        return Arrays.stream(one.getAnnotationsByType(Outcome.class))
                .filter(outcome -> outcome.expect() == Expect.ACCEPTABLE)
                .flatMap(outcome -> Arrays.stream(outcome.id()))
                .collect(Collectors.toSet());
    }

    /** What jcstress does with a case, once: a new state, both actors beside each other, then the arbiter. */
    private static Body body(Class<?> one, Set<String> seen) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> result = Arrays.stream(one.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(org.openjdk.jcstress.annotations.Actor.class)
                        || method.getName().equals("arbiter"))
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .findFirst()
                .orElseThrow();
        MethodHandle newState = lookup.findConstructor(one, MethodType.methodType(void.class));
        MethodHandle newResult = lookup.findConstructor(result, MethodType.methodType(void.class));
        MethodHandle first = method(lookup, one, result, "actor1").orElseThrow();
        MethodHandle second = method(lookup, one, result, "actor2").orElseThrow();
        Optional<MethodHandle> last = method(lookup, one, result, "arbiter");
        return () -> {
            Object state = call(newState);
            Object out = call(newResult);
            Goroutine one1 = Go.go("actor1", () -> call(first, state, out));
            Goroutine two2 = Go.go("actor2", () -> call(second, state, out));
            one1.await();
            two2.await();
            if (last.isPresent()) {
                call(last.get(), state, out);
            }
            seen.add(out.toString());
        };
    }

    /** Returns a method that takes state and result, whether it wants the result or not. */
    private static Optional<MethodHandle> method(
            MethodHandles.Lookup lookup, Class<?> one, Class<?> result, String name)
            throws ReflectiveOperationException {
        for (Method method : one.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                MethodHandle handle = lookup.unreflect(method);
                return Optional.of(
                        method.getParameterCount() == 1 ? handle : MethodHandles.dropArguments(handle, 1, result));
            }
        }
        return Optional.empty();
    }

    private static Object call(MethodHandle handle, Object... arguments) throws Exception {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }
}

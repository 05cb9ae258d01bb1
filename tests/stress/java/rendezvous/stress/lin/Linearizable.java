package rendezvous.stress.lin;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import rendezvous.stress.Report;

/**
 * Looks with Lincheck for what no order of the operations, one at a time, explains: by stress on platform threads, and by
 * its model checker, which chooses the interleavings.
 *
 * <p>What waits is in scenarios of our own, in which somebody is sure to come, at capacities of 1 and 2: a meeting of two
 * on a channel without a buffer is one event in two threads, for which Lincheck has no model.
 */
public final class Linearizable {
    private static final int THREADS = 3;
    private static final int ACTORS = 3;
    private static final int SPINS = 500; // more than any loop of the library makes before it yields: those end

    private final int scenarios;
    private final int invocations;
    private final boolean briefly;

    private Linearizable(int scenarios, int invocations, boolean briefly) {
        this.scenarios = scenarios;
        this.invocations = invocations;
        this.briefly = briefly;
    }

    /**
     * Checks; the arguments are how many scenarios, how often each, {@code all} or {@code first} for whether to go on after
     * a failure and to simplify it, and the rows, such as {@code chan} or {@code chan: capacity 1}: all if none is named.
     */
    public static void main(String[] args) {
        Linearizable check =
                new Linearizable(Integer.parseInt(args[0]), Integer.parseInt(args[1]), args[2].equals("first"));
        List<String> wanted = Arrays.asList(args).subList(3, args.length);
        boolean good = true;
        for (Row row : rows()) {
            List<Subject> subjects = row.subjects.stream()
                    .filter(subject -> wanted.isEmpty()
                            || wanted.contains(row.name)
                            || wanted.contains(row.name + ": " + subject.words))
                    .toList();
            if (!subjects.isEmpty()) {
                good &= check.row(new Row(row.name, subjects));
            }
        }
        System.exit(good ? 0 : 1);
    }

    private record Subject(String words, Class<?> operations, Class<?> model, List<ExecutionScenario> waiting) {}

    private record Row(String name, List<Subject> subjects) {}

    private static List<Row> rows() {
        Class<?> one = ChanOperations.Capacity1.class;
        Class<?> two = ChanOperations.Capacity2.class;
        return List.of(
                new Row(
                        "chan",
                        List.of(
                                new Subject(
                                        "capacity 0",
                                        ChanOperations.Capacity0.class,
                                        ChanModel.Capacity0.class,
                                        List.of()),
                                new Subject("capacity 1", one, ChanModel.Capacity1.class, pairs(one)),
                                new Subject("capacity 2", two, ChanModel.Capacity2.class, pairs(two)))),
                new Row(
                        "semaphore",
                        List.of(new Subject(
                                "size 3", SemaphoreOperations.class, SemaphoreOperations.Model.class, served()))),
                new Row(
                        "syncmap",
                        List.of(new Subject(
                                "two keys", SyncMapOperations.class, SyncMapOperations.Model.class, List.of()))));
    }

    /** As many sends as receives, each side in one thread or in two. */
    private static List<ExecutionScenario> pairs(Class<?> in) {
        Actor receive = actor(in, "receive");
        return List.of(
                scenario(List.of(send(in, 1), send(in, 2), send(in, 3)), List.of(receive, receive, receive)),
                scenario(List.of(send(in, 1), send(in, 2)), List.of(send(in, 3)), List.of(receive, receive, receive)),
                scenario(List.of(send(in, 1), send(in, 2), send(in, 3)), List.of(receive), List.of(receive, receive)),
                scenario(List.of(send(in, 1), receive), List.of(send(in, 2), receive)));
    }

    private static List<ExecutionScenario> served() {
        Class<?> in = SemaphoreOperations.class;
        List<Actor> much = List.of(number(in, "acquire", 2), number(in, "release", 2));
        List<Actor> little = List.of(number(in, "acquire", 1), number(in, "tryAcquire", 1), number(in, "release", 1));
        List<Actor> all = List.of(number(in, "acquire", 3), number(in, "tryAcquire", 1), number(in, "release", 3));
        return List.of(scenario(much, much, little), scenario(much, much, all), scenario(all, all));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read, and not kept
    private static ExecutionScenario scenario(List<Actor>... threads) {
        return new ExecutionScenario(List.of(), List.of(threads), List.of(), null);
    }

    private static Actor send(Class<?> in, int value) {
        return number(in, "send", value);
    }

    private static Actor number(Class<?> in, String name, int number) {
        return new Actor(method(in, name, int.class), List.of(number));
    }

    private static Actor actor(Class<?> in, String name) {
        return new Actor(method(in, name), List.of());
    }

    private static Method method(Class<?> in, String name, Class<?>... parameters) {
        try {
            return in.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private boolean row(Row row) {
        List<String> wrong = new ArrayList<>();
        long runs = 0;
        for (Subject subject : row.subjects) {
            for (boolean chosen : List.of(true, false)) {
                if (briefly && !wrong.isEmpty()) {
                    break;
                }
                long begin = System.nanoTime();
                String words = row.name + ", " + subject.words + (chosen ? ", chosen interleavings" : ", stress");
                String failure = check(subject, chosen);
                runs += (long) (scenarios + (chosen ? 0 : subject.waiting.size())) * invocations;
                if (!failure.isEmpty()) {
                    wrong.add(words + ": " + failure);
                }
                Report.progress(
                        words + ": " + (failure.isEmpty() ? "ok" : "failed") + " in " + Report.since(begin) + " s");
            }
        }
        Report.row(row.name, Report.number(runs) + " runs", String.join("; ", wrong));
        return wrong.isEmpty();
    }

    private String check(Subject subject, boolean chosen) {
        try {
            if (chosen) {
                options(new ModelCheckingOptions(), subject).loopBound(SPINS).check(subject.operations);
            } else {
                StressOptions options = options(new StressOptions(), subject);
                subject.waiting.forEach(options::addCustomScenario);
                options.check(subject.operations);
            }
            return "";
        } catch (LincheckAssertionError e) {
            System.out.println(e.getMessage());
            return Report.first(e);
        }
    }

    private <O extends Options<O, ?>> O options(O options, Subject subject) {
        return options.iterations(scenarios)
                .invocationsPerIteration(invocations)
                .threads(THREADS)
                .actorsPerThread(ACTORS)
                .minimizeFailedScenario(!briefly)
                .sequentialSpecification(subject.model);
    }
}

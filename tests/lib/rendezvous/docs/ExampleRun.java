package rendezvous.docs;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rendezvous.docs.ExampleCompiler.Compiled;
import rendezvous.docs.Promises.Failure;
import rendezvous.docs.Promises.Output;
import rendezvous.testing.Leftovers;

/** Runs an example and compares what it does with what it promises. One at a time: it takes {@code System.out}. */
public final class ExampleRun {
    /** How long an example may take: far more than one should. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    /** How long goroutines may take that an example told to end, and did not wait for. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Example example;
    private final Promises promises;

    private ExampleRun(Example example) {
        this.example = example;
        this.promises = Promises.of(example);
    }

    /**
     * Fails unless the example was compiled, ends, prints what it promises and throws what it promises.
     *
     * @param limit how long it may take
     */
    public static void check(Compiled compiled, Duration limit) throws InterruptedException {
        ExampleRun run = new ExampleRun(compiled.example());
        if (!compiled.problems().isEmpty()) {
            throw new AssertionError(
                    "want: javac takes it without error and warning; got:\n" + String.join("\n", compiled.problems()));
        }
        if (compiled.cell() != null) {
            run.run(compiled.cell(), limit);
        } else if (!run.promises.output().isEmpty() || run.promises.failure() != null) {
            throw new AssertionError(run.example.at(run.example.line())
                    + ": it promises what happens and only declares; want statements that make it happen");
        }
    }

    private void run(Class<?> cell, Duration limit) throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().daemon().name(example.name()).unstarted(() -> {
            try {
                statements(cell);
            } catch (Throwable t) {
                thrown.set(t);
            }
        });
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        boolean ended;
        List<StackTraceElement> where;
        Leftovers left = new Leftovers();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            thread.start();
            ended = thread.join(limit);
            where = List.of(thread.getStackTrace());
            thread.interrupt();
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
        left.awaitEnds(SETTLED); // goroutines that are about to end would be counted in the next example
        List<String> printed = lines(out);
        if (!ended) {
            throw new AssertionError(example.at(example.line()) + ": want: it ends; got: it still runs after "
                    + limit.toSeconds() + " s" + stack(where.stream()) + all(printed));
        }
        compareFailure(thrown.get(), printed);
        compareOutput(printed);
        if (err.size() > 0) {
            throw new AssertionError(example.at(example.line()) + ": want: nothing on System.err; got:\n"
                    + err.toString(StandardCharsets.UTF_8));
        }
    }

    private static void statements(Class<?> cell) throws Throwable {
        Constructor<?> constructor = cell.getDeclaredConstructor();
        Method method = cell.getDeclaredMethod(ExampleUnit.METHOD);
        constructor.setAccessible(true);
        method.setAccessible(true);
        try {
            method.invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void compareOutput(List<String> printed) {
        List<Output> wanted = promises.output();
        for (int i = 0; i < Math.max(printed.size(), wanted.size()); i++) {
            String got = i < printed.size() ? quoted(printed.get(i)) : "no such line";
            Output want = i < wanted.size() ? wanted.get(i) : null;
            if (want == null) {
                throw new AssertionError(example.at(example.line()) + ": line " + (i + 1)
                        + " of its output is not promised; got: " + got + "; want: \"// Output: …\" where it is printed"
                        + all(printed));
            }
            if (!got.equals(quoted(want.text()))) {
                throw new AssertionError(example.at(want.line()) + ": line " + (i + 1) + " of its output; got: " + got
                        + "; want: " + quoted(want.text()) + all(printed));
            }
        }
    }

    private void compareFailure(@Nullable Throwable thrown, List<String> printed) {
        Failure want = promises.failure();
        if (thrown == null && want == null) {
            return;
        }
        String got = thrown == null ? "it returned" : place(thrown) + ": " + words(thrown);
        String where = example.at(want == null ? example.line() : want.line());
        if (want == null) {
            throw new AssertionError(where + ": want: it returns; got: " + got + all(printed), thrown);
        }
        boolean right = thrown != null
                && thrown.getClass().getSimpleName().equals(want.type())
                && Objects.requireNonNullElse(thrown.getMessage(), "").startsWith(want.message())
                && line(thrown) == want.line();
        if (!right) {
            throw new AssertionError(
                    where + ": want: line " + want.line() + " throws " + want.type() + ": " + want.message() + "; got: "
                            + got + all(printed),
                    thrown);
        }
    }

    private static String words(Throwable thrown) {
        return thrown.getClass().getSimpleName() + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
    }

    private String place(Throwable thrown) {
        int line = line(thrown);
        return line == 0 ? "thrown outside of it" : "line " + line + " threw";
    }

    /** Returns the line of the example that was being run, 0 if none was. */
    private int line(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("Example"))
                .map(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(0);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return new ArrayList<>(bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::stripTrailing)
                .toList());
    }

    private static String quoted(String line) {
        return '"' + line + '"';
    }

    private static String all(List<String> printed) {
        return printed.isEmpty()
                ? "\nIt printed nothing."
                : printed.stream().collect(Collectors.joining("\n    ", "\nIt printed:\n    ", ""));
    }

    private static String stack(Stream<StackTraceElement> frames) {
        return frames.limit(12).map(frame -> "\n    at " + frame).collect(Collectors.joining());
    }
}

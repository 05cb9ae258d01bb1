package rendezvous.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.lab.Failure;
import rendezvous.lab.Run;
import rendezvous.runtime.Host;

/** What went wrong in a run of the laboratory, in the learner's words. */
final class Findings {
    private static final String STATIC =
            "it keeps something from one try to the next, in a static field or a variable of the"
                    + " notebook, or uses random numbers or the real clock";

    private Findings() {}

    /**
     * Returns the finding of a run that failed.
     *
     * @throws NotSolvedYetException if the answer came to a {@link Exercises#todo}
     */
    static CheckFailure of(Run run) {
        Failure failure = run.failure().orElseThrow();
        Throwable thrown = failure.thrown();
        NotSolvedYetException todo = within(thrown, NotSolvedYetException.class);
        if (todo != null) {
            throw todo;
        }
        CheckFailure found = within(thrown, CheckFailure.class);
        CheckFailure finding = found != null && failure.kind() == Failure.Kind.PANIC ? found : words(failure);
        return failure.isCostly() ? finding : finding.in(run);
    }

    private static CheckFailure words(Failure failure) {
        String rest = rest(failure);
        return switch (failure.kind()) {
            case PANIC -> threw("Your code threw ", failure.thrown());
            case LEAK ->
                new CheckFailure("Leak: the check is done, and somebody waits for ever.", "each goroutine ends", rest);
            case DEADLOCK ->
                new CheckFailure(
                        "Deadlock: everybody waits, and nobody is left who could wake one of them.",
                        "whoever waits is waited for by somebody who comes",
                        rest);
            case RACE ->
                new CheckFailure(
                        "Data race: two goroutines use the same memory, one of them writes, and nothing says which comes"
                                + " first.",
                        "a channel, a lock or a wait puts the two in an order",
                        failure.message()
                                .replaceFirst("^data race on ", "on ")
                                .replaceFirst("\\n *Nothing says[^\\n]*", "")
                                .replaceAll("\\s*\\n\\s*", "; "));
            case TOO_LONG ->
                new CheckFailure(
                        "Your code never comes to rest: a loop that never ends?",
                        "each goroutine ends, or waits in a send, a receive or an `await`",
                        rest.isEmpty() ? failure.headline() : rest);
            case TOO_MANY ->
                new CheckFailure(
                        "Your code starts goroutines without end.",
                        "no more than 300 at a time in a check",
                        "one more than that");
            case TOO_DEEP ->
                new CheckFailure("Your code calls itself without end.", "each call returns", failure.headline());
            case STALLED ->
                new CheckFailure(
                        "Your code never comes to rest: it computes without end, or waits where no check can see it.",
                        "each goroutine ends, or waits in a send, a receive or an `await`",
                        rest.isEmpty() ? failure.headline() : rest);
            case NO_MEMORY -> new CheckFailure("Your code fills the memory.", "a few kilobytes", failure.headline());
            case EXIT ->
                new CheckFailure(
                        "Your code would end the whole kernel: " + failure.headline() + ".",
                        "it returns, or throws",
                        "the check stopped it there");
            case REFUSED, ESCAPED ->
                new CheckFailure(
                        "Your code waits, or starts a thread, by means of the JDK, where no check can follow it.",
                        "goroutines, channels and locks of the course",
                        failure.message().replaceAll("\\s*\\n\\s*", " "));
            case DIVERGED ->
                new CheckFailure(
                        "Your code does not do the same when it is tried once more.",
                        "an answer that is made anew begins anew",
                        STATIC);
            case BROKEN -> throw new IllegalStateException(failure.message(), failure.thrown());
        };
    }

    /** The lines after the first, as a list in one line. */
    private static String rest(Failure failure) {
        return failure.message()
                .lines()
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("check waits in "))
                .collect(Collectors.joining("; "));
    }

    /** Returns a failure that says what was thrown, and where in the learner's code. */
    static CheckFailure threw(String start, @Nullable Throwable panic) {
        Throwable thrown = panic;
        while (thrown instanceof rendezvous.runtime.PanicException && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        if (thrown == null) {
            return new CheckFailure(start + "something.");
        }
        if (thrown instanceof OutOfMemoryError) {
            return new CheckFailure("Your code fills the memory: it threw `OutOfMemoryError`" + place(thrown) + ".");
        }
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return new CheckFailure(start + "`" + thrown.getClass().getSimpleName() + "`" + message + place(thrown) + ".");
    }

    private static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                // A cell's classes live in a package of the kernel's, one class around each cell.
                .filter(frame -> frame.getClassName().startsWith("REPL."))
                .findFirst()
                .map(frame -> " (" + Host.place(List.of(frame)) + ")")
                .orElse("");
    }

    static <T extends Throwable> @Nullable T within(@Nullable Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}

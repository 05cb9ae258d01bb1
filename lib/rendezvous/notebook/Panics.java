package rendezvous.notebook;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Goroutine;

/** Prints what a goroutine, or a thread, threw and nobody caught, as a cell's own failure is told. */
final class Panics implements Thread.UncaughtExceptionHandler {
    private final CellErrors errors;
    private final PrintStream err;

    Panics(CellErrors errors, PrintStream err) {
        this.errors = errors;
        this.err = err;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        @Nullable Goroutine goroutine = Goroutine.current();
        String who = goroutine == null ? "exception in thread " + thread.getName() : "panic in " + goroutine.name();
        // One call, so that panics of two goroutines do not mix.
        err.println(who + ": " + String.join("\n", errors.tell(failure).lines()));
    }
}

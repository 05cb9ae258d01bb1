package rendezvous.context;

import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;

/** Code that runs under a context and is interrupted, at most once and not after its end, when that is done. */
final class Interruption {
    private enum State {
        RUNNING,
        INTERRUPTED,
        OVER
    }

    private final Thread thread = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final Chan<Signal> delivered = Chan.make();

    private Interruption() {}

    static <R extends @Nullable Object, X extends Throwable> R call(
            Context ctx, ScopedValue.CallableOp<? extends R, X> code) throws X, ContextException {
        ContextException before = ctx.err();
        if (before != null) {
            throw before;
        }
        Interruption interruption = new Interruption();
        Context.Stop stop = Context.afterFunc(ctx, interruption::interrupt);
        R result;
        try {
            result = code.call();
        } catch (Throwable t) {
            ContextException why = interruption.endAfter(t, stop) && isInterrupt(t) ? ctx.err() : null;
            if (why != null) {
                why.addSuppressed(t);
                throw why;
            }
            throw t;
        }
        interruption.end(stop);
        return result;
    }

    private void interrupt() {
        if (state.compareAndSet(State.RUNNING, State.INTERRUPTED)) {
            try {
                thread.interrupt();
            } finally {
                delivered.close();
            }
        }
    }

    /** Ends it; returns whether the code was interrupted, in which case no trace of that is left. */
    private boolean end(Context.Stop stop) {
        stop.stop();
        if (state.compareAndSet(State.RUNNING, State.OVER)) {
            return false;
        }
        boolean waits = true;
        while (waits) {
            try {
                delivered.await();
                waits = false;
            } catch (InterruptedException e) {
                // It is on its way, or this was it.
            }
        }
        Thread.interrupted();
        return true;
    }

    /** Ends it after the code threw; what a context of somebody else's throws then must not hide that. */
    private boolean endAfter(Throwable thrown, Context.Stop stop) {
        try {
            return end(stop);
        } catch (RuntimeException | Error e) {
            if (!thrown.equals(e)) {
                thrown.addSuppressed(e);
            }
            return false;
        }
    }

    private static boolean isInterrupt(Throwable thrown) {
        return isInterruptItself(thrown) || isInterruptItself(thrown.getCause());
    }

    private static boolean isInterruptItself(@Nullable Throwable thrown) {
        return thrown instanceof InterruptedException || thrown instanceof ClosedByInterruptException;
    }
}

package rendezvous.pattern;

import static rendezvous.chan.Select.choose;
import static rendezvous.chan.Select.closed;

import java.util.Objects;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Received;
import rendezvous.chan.Select;
import rendezvous.chan.SendChan;
import rendezvous.context.Context;
import rendezvous.context.ContextException;

/** Sends and receives that end when a context is done. */
final class Passing {
    private Passing() {}

    /**
     * Receives; returns one that is not ok if the channel is closed and drained or the context is done. Once it is done
     * nothing is received any more, though a select may choose either.
     */
    static <T> Received<T> receive(Context ctx, ReceiveChan<T> in) throws InterruptedException {
        if (ctx.err() != null) {
            return none();
        }
        return choose(
                Select.receiveOk(in, (value, ok) -> ok ? new Received<>(Objects.requireNonNull(value), true) : none()),
                closed(ctx.done(), Passing::none));
    }

    /** Sends; returns false if the context is done. */
    static <T> boolean send(Context ctx, SendChan<? super T> out, T value) throws InterruptedException {
        return ctx.err() == null && choose(Select.send(out, value, () -> true), closed(ctx.done(), () -> false));
    }

    /** Sends; throws if the context is done. */
    static <T> void sendOrThrow(Context ctx, SendChan<? super T> out, T value)
            throws ContextException, InterruptedException {
        if (!send(ctx, out, value)) {
            throw why(ctx);
        }
    }

    /** Returns why a context that is done is. */
    static ContextException why(Context ctx) {
        return Objects.requireNonNull(
                ctx.err(), () -> "err() of " + ctx.getClass().getName() + ": got null, want why it is done");
    }

    static <T> Received<T> none() {
        return new Received<>(null, false);
    }

    /** Refuses no context. */
    static Context check(Context ctx, String function) {
        return Objects.requireNonNull(
                ctx,
                () -> function + ": context: got null, want the one that ends it; where there is none yet,"
                        + " Context.todo()");
    }

    /** Refuses no channel. */
    static <C> C checkChannel(C channel, String function) {
        return Objects.requireNonNull(channel, () -> function + ": channel: got null, want one to receive from");
    }
}

package rendezvous.context;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Body;
import rendezvous.runtime.World;

/**
 * What work is told by whoever wants it: that it is no longer wanted, until when it is, and values of its request.
 *
 * <p>A function that may have to stop early takes a context, as its first argument, and looks at {@link #done()} where
 * it waits and at {@link #err()} where it computes. Contexts are derived from one another, from {@link #background()}
 * down: cancelling one cancels all below it, and none above or beside it.
 *
 * {@snippet :
 * Chan<Integer> answer = Chan.make();                      // nobody answers
 * try (CancelContext ctx = Context.withTimeout(Context.background(), ofMillis(20))) {
 *     String got = choose(receive(answer, n -> "answer " + n),
 *                         closed(ctx.done(), () -> ctx.err().getMessage()));
 *     println(got);  // Output: context deadline exceeded
 * }
 * }
 *
 * <p>Work that only computes asks now and then; {@code throw ctx.err()} says why it stopped:
 *
 * {@snippet :
 * CancelContext ctx = Context.withCancel(Context.background());
 * long steps = 0;
 * while (ctx.err() == null) {
 *     if (++steps == 1_000) {
 *         ctx.cancel();
 *     }
 * }
 * println(steps);  // Output: 1000
 * }
 *
 * <p>Built-in contexts are safe for use by many threads. They start no goroutine; deriving, cancelling and forgetting
 * one take the same time under a parent of a million children as under one of none. A context derived from one that can
 * be cancelled is held by it until it is cancelled itself, so cancel what you derive, with {@code try}. One with a
 * deadline is held by the clock as well, until then.
 *
 * <p>Contexts of your own may implement this. Those derived from them are done when they are: by a call where your
 * context wraps a built-in one and passes on its {@link #done()} and {@link #value}, or is an {@link AfterFuncContext};
 * else by a goroutine that waits, until either is done. What your methods throw reaches the caller that derives; if it
 * happens in that goroutine, the derived context is cancelled, with what was thrown as its cause, and the goroutine
 * panics.
 *
 * <p><b>Differs from Go:</b> a context and its cancel function are one object, {@link CancelContext}. A key is of a type
 * made for it, {@link Key}, and knows the type of its values.
 */
public interface Context {
    /**
     * Returns when work for this context will be stopped, on the clock of its world; empty if no time is set. Always the
     * same.
     *
     * <p>A deadline is a time of day for people. Contexts measure the time until then on the monotonic clock, from the
     * moment they are made: one that is set while a context waits changes nothing.
     */
    Optional<Instant> deadline();

    /**
     * Returns a channel that is closed when work for this context should stop; each call returns the same one. It is for
     * {@code onClosed} and {@code closed} clauses and {@link ReceiveChan#await()}; nothing is ever sent on it.
     *
     * <p>A context that is never cancelled returns {@link rendezvous.chan.Chan#never()}, which is Go's nil channel: a
     * select that waits for it as well is as if it did not.
     */
    ReceiveChan<Signal> done();

    /**
     * Returns why the context is done; null as long as it is not. If this is not null, {@link #done()} is closed, and if
     * that is closed, this is not null; from then on each call returns one of the same type, with the same cause.
     *
     * <p><b>Differs from Go:</b> each call makes a new exception, so that {@code throw ctx.err()} has the stack trace of
     * that line. Compare the type, not the identity.
     */
    @Nullable
    ContextException err();

    /**
     * Returns the value for the key, set nearest above by {@link #withValue}; null if there is none.
     *
     * <p>Takes time in proportion to the number of values in between. Values are for what belongs to a request, such as
     * who asks for it, and passes through code that does not know of it; not for optional arguments.
     *
     * @param key an equal one was used to set it
     */
    <T> @Nullable T value(Key<T> key);

    /**
     * Identifies a value in a context.
     *
     * <p>{@link Context#key} makes one that equals only itself; keep it in a constant. An enum or record of yours that
     * implements this is one as well. Two keys are the same if they are {@linkplain Object#equals equal}.
     *
     * {@snippet :
     * Context.Key<String> user = Context.key("user");
     * record Shard(int number) implements Context.Key<Long> {}
     *
     * Context ctx = Context.withValue(Context.background(), user, "ann");
     * ctx = Context.withValue(ctx, new Shard(3), 40L);
     * println(ctx.value(user));              // Output: ann
     * println(ctx.value(new Shard(3)) + 2);  // Output: 42
     * println(ctx.value(new Shard(4)));      // Output: null
     * }
     *
     * @param <T> the type of the values
     */
    @SuppressWarnings("unused") // T ties a value to its key
    interface Key<T> {}

    /** Calls off a function registered with {@link Context#afterFunc}. */
    @FunctionalInterface
    interface Stop extends AutoCloseable {
        /**
         * Calls it off, and lets go of it.
         *
         * @return true if this prevented the function from running; false if it was started or called off before. It does
         *     not wait for a function that runs.
         */
        boolean stop();

        /** Calls it off: what the end of a {@code try} block calls. */
        @Override
        default void close() {
            stop();
        }
    }

    /** Returns the context at the top: never cancelled, without a deadline or values. */
    static Context background() {
        return EmptyContext.BACKGROUND;
    }

    /** Returns a context like {@link #background()} for where it is not clear yet which one to pass. */
    static Context todo() {
        return EmptyContext.TODO;
    }

    /**
     * Derives a context that its owner can cancel. It is done when that happens or the parent is done; if the parent is
     * done already, it is done when this returns.
     */
    static CancelContext withCancel(Context parent) {
        return withCancelCause(check(parent, "withCancel"));
    }

    /** Derives a context that its owner can cancel and say why; otherwise as {@link #withCancel}. */
    static CancelCauseContext withCancelCause(Context parent) {
        CancelNode node = new CancelNode(check(parent, "withCancelCause"), null);
        Lineage.connect(node, parent);
        return node;
    }

    /**
     * Derives a context that is done at the deadline, if not before by its owner or its parent. If the deadline has
     * passed, it is done when this returns.
     *
     * @param deadline when; if the parent's is earlier, that counts
     */
    static CancelContext withDeadline(Context parent, Instant deadline) {
        check(parent, "withDeadline");
        return deadline(parent, deadline, null, "withDeadline");
    }

    /**
     * Derives a context with a deadline, as {@link #withDeadline} does, and says why it would be too late.
     *
     * @param cause what {@link #cause} returns if the deadline passes, and only then; null for nothing in particular
     */
    static CancelContext withDeadlineCause(Context parent, Instant deadline, @Nullable Throwable cause) {
        check(parent, "withDeadlineCause");
        return deadline(parent, deadline, cause, "withDeadlineCause");
    }

    private static CancelContext deadline(
            Context parent, Instant deadline, @Nullable Throwable cause, String function) {
        Objects.requireNonNull(deadline, () -> function + ": deadline: got null, want when work must have ended");
        return CancelNode.until(parent, Expiry.at(deadline, cause, World.current()));
    }

    /**
     * Derives a context that is done when a time has passed, if not before by its owner or its parent.
     *
     * {@snippet :
     * try (CancelContext ctx = Context.withTimeout(Context.background(), ofMillis(10))) {
     *     ctx.done().await();
     *     println(ctx.err().timeout());  // Output: true
     * }
     * }
     *
     * @param timeout how long from now; if it is zero or negative, the context is done when this returns; one too long to
     *     be counted in nanoseconds is cut to 146 years
     */
    static CancelContext withTimeout(Context parent, Duration timeout) {
        check(parent, "withTimeout");
        return timeout(parent, timeout, null, "withTimeout");
    }

    /**
     * Derives a context with a timeout, as {@link #withTimeout} does, and says why it would be too late.
     *
     * @param cause what {@link #cause} returns if the time passes, and only then; null for nothing in particular
     */
    static CancelContext withTimeoutCause(Context parent, Duration timeout, @Nullable Throwable cause) {
        check(parent, "withTimeoutCause");
        return timeout(parent, timeout, cause, "withTimeoutCause");
    }

    private static CancelContext timeout(Context parent, Duration timeout, @Nullable Throwable cause, String function) {
        Objects.requireNonNull(timeout, () -> function + ": timeout: got null, want how long work may take");
        return CancelNode.until(parent, Expiry.in(timeout, cause, World.current()));
    }

    /**
     * Derives a context that has one value more.
     *
     * @param key its {@code equals} is used to find the value
     * @param value may be null: then the key has no value from here on
     */
    static <T> Context withValue(Context parent, Key<T> key, @Nullable T value) {
        check(parent, "withValue");
        Objects.requireNonNull(key, "withValue: key: got null, want one made by Context.key or of a type of your own");
        return new ValueContext(parent, key, value);
    }

    /**
     * Makes a key that equals only itself.
     *
     * @param name for people
     */
    static <T> Key<T> key(String name) {
        return new NamedKey<>(Objects.requireNonNull(name, "key: name: got null, want what people call it"));
    }

    /**
     * Derives a context that has the values of its parent, and nothing else of it: it is never cancelled and has no
     * deadline. For what must be finished, such as a log entry, though nobody waits for the rest.
     */
    static Context withoutCancel(Context parent) {
        return new DetachedContext(check(parent, "withoutCancel"));
    }

    /**
     * Returns why the context is done, more precisely than {@link #err()}: the cause given with the cancellation, by
     * whoever was first to cancel this context or one above it; where none was given, the same as {@code err()}. Null as
     * long as the context is not done.
     */
    static @Nullable Throwable cause(Context ctx) {
        ContextException err = check(ctx, "cause").err();
        return err == null || err.getCause() == null ? err : err.getCause();
    }

    /**
     * Arranges that the code runs once, in a goroutine of its own, when the context is done; at once if it is.
     *
     * <p>It is for what cannot wait for a channel: waking somebody who waits for a condition, closing a connection.
     *
     * {@snippet :
     * Chan<String> log = Chan.make(1);
     * CancelContext ctx = Context.withCancel(Context.background());
     * Context.Stop stop = Context.afterFunc(ctx, () -> log.send("cleaned up"));
     * ctx.cancel();
     * println(log.receive());  // Output: cleaned up
     * println(stop.stop());    // Output: false
     * }
     *
     * @param body what to run; what this throws is a panic, see {@link rendezvous.runtime.Goroutine}. The goroutine lives
     *     in the world of the caller.
     */
    static Stop afterFunc(Context ctx, Body body) {
        check(ctx, "afterFunc");
        Objects.requireNonNull(body, "afterFunc: code: got null, want what to run when the context is done");
        AfterFunc registered = new AfterFunc(World.current(), body);
        Lineage.connect(registered, ctx);
        return registered;
    }

    /**
     * Runs code that blocks and knows no contexts, such as a call into the JDK, and interrupts it when the context is
     * done.
     *
     * {@snippet :
     * var queue = new ArrayBlockingQueue<String>(1);
     * try (CancelContext ctx = Context.withTimeout(Context.background(), ofMillis(20))) {
     *     println(Context.call(ctx, queue::take));
     * } catch (DeadlineExceededException e) {
     *     println("nothing came");  // Output: nothing came
     * }
     * }
     *
     * <p>The code runs in the calling thread. Once it has ended, no interrupt of the context's is pending or comes later.
     * Only what reacts to interrupts can be ended so: computations, {@code synchronized} and most reads of files do not.
     * An interrupt by somebody else between the context's and the end of the code is taken for the same; there is no way
     * to tell them apart.
     *
     * @param code what to run; it may return null
     * @return what the code returned, also if the context was done meanwhile
     * @throws ContextException if the context is done before the code begins, or the interrupt ended the code, with an
     *     {@link InterruptedException}, a {@link java.nio.channels.ClosedByInterruptException}, or an exception with such
     *     a cause, which is {@linkplain Throwable#getSuppressed() suppressed} then
     * @throws X what else the code throws
     */
    static <R extends @Nullable Object, X extends Throwable> R call(
            Context ctx, ScopedValue.CallableOp<? extends R, X> code) throws X, ContextException {
        check(ctx, "call");
        Objects.requireNonNull(code, "call: code: got null, want what to run");
        return Interruption.call(ctx, code);
    }

    private static Context check(Context ctx, String function) {
        return Objects.requireNonNull(
                ctx,
                () -> function + ": context: got null, want one; where there is none yet, use Context.todo(),"
                        + " at the top Context.background()");
    }
}

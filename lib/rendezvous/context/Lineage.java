package rendezvous.context;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;

/**
 * What a context has from those above it, and how it learns that they are done. Nothing here recurses through built-in
 * contexts, however many there are.
 *
 * <p>A context of somebody else's may be a wrapper of a built-in one. It is found out as in Go's {@code context.go}: by
 * a key that only built-in contexts know, whose value is the nearest of them that can be cancelled; if its channel is
 * that of the wrapper, the wrapper is done when it is.
 */
final class Lineage {
    private static final Context.Key<Object> NEAREST = new NamedKey<>("nearest context that can be cancelled");

    private Lineage() {}

    /** Returns the nearest context, this included, that decides whether this one is done. */
    static Context scope(Context ctx) {
        return ctx instanceof ValueContext value ? value.scope : ctx;
    }

    /** Returns the nearest context, this included, that may know a value. */
    static Context values(Context ctx) {
        return switch (ctx) {
            case CancelNode node -> node.values;
            case DetachedContext detached -> detached.values;
            default -> ctx;
        };
    }

    /** Returns the nearest context, this included, that knows the deadline. */
    static Context limit(Context ctx) {
        return scope(ctx) instanceof CancelNode node ? node.limit() : scope(ctx);
    }

    /** Returns whether the context has a deadline before that moment. */
    static boolean endsBefore(Context ctx, Expiry expiry) {
        Context limit = limit(ctx);
        if (limit instanceof CancelNode node) {
            return Objects.requireNonNull(node.expiry()).isBefore(expiry);
        }
        Optional<Instant> deadline = Objects.requireNonNull(
                limit.deadline(),
                () -> "deadline() of " + limit.getClass().getName() + ": got null, want an Optional, empty for none");
        return deadline.isPresent() && deadline.get().isBefore(expiry.instant);
    }

    /** Returns the value that the context has for the key. */
    static <T> @Nullable T value(Context ctx, Context.Key<T> key) {
        Objects.requireNonNull(key, "value: key: got null, want one made by Context.key or of a type of your own");
        if (NEAREST.equals(key)) {
            @SuppressWarnings("unchecked") // T is Object
            T found = (T) nearest(ctx);
            return found;
        }
        Context at = values(ctx);
        while (at instanceof ValueContext here) {
            if (here.key.equals(key)) {
                @SuppressWarnings("unchecked") // set with an equal key, of the same type therefore
                T value = (T) here.value;
                return value;
            }
            at = here.next;
        }
        return at == EmptyContext.BACKGROUND || at == EmptyContext.TODO ? null : at.value(key);
    }

    private static @Nullable Object nearest(Context ctx) {
        Context scope = scope(ctx);
        return switch (scope) {
            case CancelNode node -> node;
            case EmptyContext _ -> null;
            case DetachedContext _ -> null;
            default -> scope.value(NEAREST);
        };
    }

    /** Arranges that the child is told when the context is done; at once if it is. */
    static void connect(Child child, Context ctx) {
        Context scope = scope(ctx);
        switch (scope) {
            case CancelNode node -> connect(child, node);
            case EmptyContext _ -> {}
            case DetachedContext _ -> {}
            default -> connectForeign(child, scope);
        }
    }

    private static void connect(Child child, CancelNode node) {
        if (!node.adopt(child)) {
            child.parentDone(Objects.requireNonNull(node.outcome()));
        }
    }

    private static void connectForeign(Child child, Context foreign) {
        ReceiveChan<Signal> done = Objects.requireNonNull(
                foreign.done(),
                () -> "done() of " + foreign.getClass().getName()
                        + ": got null, want a channel; that of a context that is never cancelled is Chan.never()");
        if (done == Chan.<Signal>never()) {
            return;
        }
        if (done.tryReceive().isPresent()) {
            child.parentDone(Outcome.of(foreign));
        } else if (foreign.value(NEAREST) instanceof CancelNode node && node.done() == done) {
            connect(child, node);
        } else if (foreign instanceof AfterFuncContext caller) {
            child.attach(new ForeignStop(Objects.requireNonNull(
                    caller.afterFunc(() -> tell(child, foreign)),
                    () -> "afterFunc() of " + foreign.getClass().getName() + ": got null, want what calls it off")));
        } else {
            Watch.start(child, foreign, done);
        }
    }

    /** Tells the child that the context of somebody else's is done; if that fails, the child is told of the failure. */
    static void tell(Child child, Context foreign) {
        Outcome outcome;
        try {
            outcome = Outcome.of(foreign);
        } catch (RuntimeException | Error e) {
            child.parentDone(new Outcome(false, e));
            throw e;
        }
        child.parentDone(outcome);
    }

    /** What a context of somebody else's gave to call its call off. */
    record ForeignStop(Context.Stop stop) implements Child.Attachment {
        @Override
        public void detach() {
            stop.stop();
        }
    }
}

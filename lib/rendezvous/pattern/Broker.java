package rendezvous.pattern;

import static rendezvous.chan.Select.choose;
import static rendezvous.chan.Select.closed;
import static rendezvous.pattern.Passing.check;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import rendezvous.chan.Chan;
import rendezvous.chan.ChannelClosedException;
import rendezvous.chan.Go;
import rendezvous.chan.ReceiveCase;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Select;
import rendezvous.chan.Signal;
import rendezvous.context.Context;
import rendezvous.context.ContextException;

/**
 * Brings what is published to all who subscribed.
 *
 * {@snippet :
 * Context ctx = Context.background();
 * try (Broker<String> news = new Broker<>(ctx)) {
 *     var ann = news.subscribe(ctx, 1);
 *     var bob = news.subscribe(ctx, 1);
 *     news.publish(ctx, "rain");
 *     println("ann: " + ann.receive());   // Output: ann: rain
 *     println("bob: " + bob.receive());   // Output: bob: rain
 * }
 * }
 *
 * <p>A subscriber gets all that is published after it subscribed, in order, until its context is done; all get it in the same
 * order. What nobody subscribed to is gone.
 *
 * <p>Nothing is dropped: who does not receive, and has no more room, keeps the others waiting. A subscriber for whom the
 * newest is enough does not: it makes a {@linkplain Patterns#ring ring} of its channel.
 *
 * {@snippet :
 * Context ctx = Context.background();
 * ReceiveChan<Integer> newest;
 * try (Broker<Integer> prices = new Broker<>(ctx)) {
 *     newest = Patterns.ring(ctx, prices.subscribe(ctx, 0), 1);
 *     for (int price = 1; price <= 100; price++) {
 *         prices.publish(ctx, price);
 *     }
 * }
 * int last = 0;
 * for (int price : newest) {
 *     last = price;
 * }
 * println(last);                          // Output: 100
 * }
 *
 * <p>It has one goroutine, which ends when the broker is {@linkplain #close() closed} and all is delivered, or its context is
 * done; the subscribers' channels are closed then.
 *
 * <p><b>Memory consistency effects:</b> what happened before a value was published happens before what follows its receive.
 *
 * <p>Safe for use by many threads, virtual or platform.
 *
 * @param <T> what is published
 */
public final class Broker<T> implements AutoCloseable {
    private final Context ctx;
    private final Chan<T> published = Chan.named("published");
    private final Chan<Subscription<T>> subscribed = Chan.named("subscribed");
    private final Chan<Signal> over = Chan.named("broker's end");
    private final AtomicBoolean closing = new AtomicBoolean();
    private final List<Subscription<T>> all = new ArrayList<>(); // the goroutine's own

    /**
     * Creates a broker without subscribers, and starts its goroutine.
     *
     * @param ctx when it is done the broker ends; what was published and not delivered is lost then
     */
    public Broker(Context ctx) {
        this.ctx = check(ctx, "Broker");
        Go.go("broker", this::serve);
    }

    /** Somebody who wants what is published. */
    private record Subscription<T>(Context ctx, Chan<T> out) {}

    /**
     * Returns a channel that brings what is published from now on. Waits until the broker knows of it, which may have to
     * deliver something before.
     *
     * @param ctx ends the subscription: the channel is closed then
     * @param capacity how many values the channel holds; 0 for an unbuffered one
     * @return the channel; a closed one if the broker has ended, or the context is done
     * @throws InterruptedException if the thread is interrupted before the broker knows of it; nothing was subscribed to
     */
    public ReceiveChan<T> subscribe(Context ctx, int capacity) throws InterruptedException {
        check(ctx, "subscribe");
        Subscription<T> mine = new Subscription<>(ctx, Chan.make(capacity));
        boolean known = ctx.err() == null
                && choose(
                        Select.send(subscribed, mine, () -> true),
                        closed(over, () -> false),
                        closed(ctx.done(), () -> false));
        if (!known) {
            mine.out.close();
        }
        return mine.out;
    }

    /**
     * Publishes the value: waits until the broker takes it, which it does when it has delivered the one before.
     *
     * @param ctx ends the wait
     * @throws ContextException if that context, or the broker's, is done before; the value is not published
     * @throws InterruptedException if the thread is interrupted before that; the value is not published
     * @throws ChannelClosedException if the broker is closed
     */
    public void publish(Context ctx, T value) throws ContextException, InterruptedException {
        check(ctx, "publish");
        if (ctx.err() != null) {
            throw Passing.why(ctx);
        }
        Context done = choose(
                Select.<T, Context, RuntimeException>send(published, value, Context::background),
                closed(ctx.done(), () -> ctx),
                closed(this.ctx.done(), () -> this.ctx));
        if (done.err() != null) {
            throw Passing.why(done);
        }
    }

    /**
     * Says that nothing more is published: when all is delivered, the subscribers' channels are closed. Who publishes now or
     * later gets an exception. May be called again, to no effect. Does not wait.
     */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            published.close();
        }
    }

    private void serve() throws InterruptedException {
        try {
            boolean open = true;
            while (open) {
                open = serveOne();
            }
        } finally {
            over.close();
            all.forEach(subscription -> subscription.out.close());
        }
    }

    /** Does what comes next; returns false at the end. */
    private boolean serveOne() throws InterruptedException {
        Select select = new Select();
        int done = select.closed(ctx.done()).index();
        ReceiveCase<T> value = select.receive(published);
        ReceiveCase<Subscription<T>> newcomer = select.receive(subscribed);
        for (Subscription<T> subscription : all) {
            select.closed(subscription.ctx.done());
        }
        int chosen = select.await();
        if (chosen == newcomer.index()) {
            all.add(newcomer.value()); // also at the end: who was told that it subscribed must learn of that
        } else if (chosen == value.index()) {
            if (!value.ok() || ctx.err() != null) {
                return false;
            }
            deliver(value.value());
        } else if (chosen != done) {
            dismiss();
        }
        return ctx.err() == null;
    }

    /** Delivers to all. */
    private void deliver(T value) throws InterruptedException {
        boolean complete = true;
        for (Subscription<T> subscription : all) {
            complete &= choose(
                    Select.send(subscription.out, value, () -> true),
                    closed(subscription.ctx.done(), () -> false),
                    closed(ctx.done(), () -> false));
        }
        if (!complete) {
            dismiss();
        }
    }

    /** Lets go of those whose context is done. */
    private void dismiss() {
        for (Iterator<Subscription<T>> each = all.iterator(); each.hasNext(); ) {
            Subscription<T> subscription = each.next();
            if (subscription.ctx.err() != null) {
                each.remove();
                subscription.out.close();
            }
        }
    }
}

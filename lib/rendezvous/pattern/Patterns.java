package rendezvous.pattern;

import static rendezvous.pattern.Passing.check;
import static rendezvous.pattern.Passing.checkChannel;
import static rendezvous.pattern.Passing.receive;
import static rendezvous.pattern.Passing.send;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.ReceiveCase;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Received;
import rendezvous.chan.Select;
import rendezvous.chan.SelectCase;
import rendezvous.chan.SendCase;
import rendezvous.chan.Signal;
import rendezvous.context.Context;

/**
 * Channels made of channels: what passes values on and calls no code of yours.
 *
 * {@snippet :
 * try (CancelContext ctx = Context.withCancel(Context.background())) {
 *     var evens = Patterns.of(ctx, 2, 4, 6);
 *     var odds = Patterns.of(ctx, 1, 3, 5);
 *     int sum = 0;
 *     for (int n : Patterns.fanIn(ctx, evens, odds)) {
 *         sum += n;
 *     }
 *     println(sum);   // Output: 21
 * }
 * }
 *
 * <p>Each starts one goroutine. It ends, after it has closed what was returned, when what it receives from is closed and
 * drained, or the context is done, or somebody interrupts it. A value that it holds then is lost: all that is promised after that is the end. The
 * channels returned are unbuffered.
 *
 * <p>What was returned and is not received from any more keeps its goroutine until the context is done: cancel it, with
 * {@code try}.
 *
 * <p><b>Memory consistency effects:</b> what happened before a value was sent happens before what follows its receive from
 * the channel that was returned.
 *
 * <p>All methods throw {@link NullPointerException} for null.
 */
public final class Patterns {
    private Patterns() {}

    /** A generator: returns a channel that brings the values, in order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> ReceiveChan<T> of(Context ctx, T... values) {
        check(ctx, "of");
        List<T> all = new ArrayList<>(values.length);
        for (T value : values) {
            all.add(Objects.requireNonNull(value, "of: value: got null, want values that a channel carries"));
        }
        Chan<T> out = Chan.make();
        Go.go("of", () -> {
            try {
                for (T value : all) {
                    if (!send(ctx, out, value)) {
                        return;
                    }
                }
            } finally {
                out.close();
            }
        });
        return out;
    }

    /**
     * Returns a channel that brings what comes until the context is done, so that a loop over it ends then.
     *
     * {@snippet :
     * Chan<Integer> numbers = Chan.make();      // nobody closes it
     * CancelContext ctx = Context.withCancel(Context.background());
     * go(() -> {
     *     numbers.send(1);
     *     numbers.send(2);
     *     ctx.cancel();
     * });
     * int count = 0;
     * for (int n : Patterns.orDone(ctx, numbers)) {
     *     count += n > 0 ? 1 : 0;
     * }
     * println(count <= 2);                      // Output: true
     * }
     */
    public static <T> ReceiveChan<T> orDone(Context ctx, ReceiveChan<? extends T> in) {
        return forward("orDone", ctx, in, Long.MAX_VALUE);
    }

    /**
     * Returns a channel that brings the first values that come, and is closed then. After the last it receives no more.
     *
     * {@snippet :
     * try (CancelContext ctx = Context.withCancel(Context.background())) {
     *     for (int n : Patterns.take(ctx, Patterns.of(ctx, 3, 2, 1, 0), 2)) {
     *         println(n);
     *     }
     *     // Output: 3
     *     // Output: 2
     * }
     * }
     *
     * @param count how many, at most
     * @throws IllegalArgumentException if it is negative
     */
    public static <T> ReceiveChan<T> take(Context ctx, ReceiveChan<? extends T> in, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("take: count: got " + count + ", want 0 or more");
        }
        return forward("take", ctx, in, count);
    }

    private static <T> ReceiveChan<T> forward(String name, Context ctx, ReceiveChan<? extends T> in, long count) {
        check(ctx, name);
        checkChannel(in, name);
        Chan<T> out = Chan.make();
        Go.go(name, () -> {
            try {
                pass(ctx, in, out, count);
            } finally {
                out.close();
            }
        });
        return out;
    }

    /** Passes values on; returns false if the context is done. */
    private static <T> boolean pass(Context ctx, ReceiveChan<? extends T> in, Chan<T> out, long count)
            throws InterruptedException {
        for (long passed = 0; passed < count; passed++) {
            Received<? extends T> got = receive(ctx, in);
            if (!got.ok()) {
                return ctx.err() == null;
            }
            if (!send(ctx, out, Objects.requireNonNull(got.value()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Fan-in: returns a channel that brings what comes from all of the channels, each one's values in their order. It is
     * closed when all of them are.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> ReceiveChan<T> fanIn(Context ctx, ReceiveChan<? extends T>... ins) {
        return fanIn(ctx, Arrays.asList(ins));
    }

    /**
     * Fan-in from as many channels as there are: see {@link #fanIn(Context, ReceiveChan[])}.
     *
     * @param ins the channels, 65,535 at most
     */
    public static <T> ReceiveChan<T> fanIn(Context ctx, List<? extends ReceiveChan<? extends T>> ins) {
        check(ctx, "fanIn");
        Chan<T> out = Chan.make();
        Select select = new Select();
        SelectCase done = select.closed(ctx.done());
        List<ReceiveCase<? extends T>> cases = new ArrayList<>();
        for (ReceiveChan<? extends T> in : ins) {
            cases.add(select.receive(checkChannel(in, "fanIn")));
        }
        Go.go("fanIn", () -> {
            try {
                merge(ctx, select, done, cases, out);
            } finally {
                out.close();
            }
        });
        return out;
    }

    private static <T> void merge(
            Context ctx, Select select, SelectCase done, List<ReceiveCase<? extends T>> cases, Chan<T> out)
            throws InterruptedException {
        int open = cases.size();
        while (open > 0 && ctx.err() == null) {
            int chosen = select.await();
            if (chosen == done.index()) {
                return;
            }
            ReceiveCase<? extends T> in = cases.get(chosen - 1);
            if (!in.ok()) {
                in.from(Chan.never());
                open--;
            } else if (!send(ctx, out, in.value())) {
                return;
            }
        }
    }

    /**
     * Two channels that bring the same.
     *
     * @param left one of them
     * @param right the other
     * @param <T> what they bring
     */
    public record Tee<T>(ReceiveChan<T> left, ReceiveChan<T> right) {}

    /**
     * Returns two channels, each of which brings all that comes. Both must be received from: neither is ahead of the other by
     * more than a value.
     *
     * {@snippet :
     * try (CancelContext ctx = Context.withCancel(Context.background())) {
     *     var both = Patterns.tee(ctx, Patterns.of(ctx, "a"));
     *     println(both.left().receive() + both.right().receive());   // Output: aa
     * }
     * }
     */
    public static <T> Tee<T> tee(Context ctx, ReceiveChan<? extends T> in) {
        check(ctx, "tee");
        checkChannel(in, "tee");
        Chan<T> left = Chan.make();
        Chan<T> right = Chan.make();
        Go.go("tee", () -> {
            try {
                Received<? extends T> got = receive(ctx, in);
                while (got.ok() && sendBoth(ctx, left, right, Objects.requireNonNull(got.value()))) {
                    got = receive(ctx, in);
                }
            } finally {
                left.close();
                right.close();
            }
        });
        return new Tee<>(left, right);
    }

    /** Sends to both, to whoever is ready first; returns false if the context is done. */
    private static <T> boolean sendBoth(Context ctx, Chan<T> left, Chan<T> right, T value) throws InterruptedException {
        Select select = new Select();
        SelectCase done = select.closed(ctx.done());
        SendCase<T> first = select.send(left, value);
        SendCase<T> second = select.send(right, value);
        int chosen = select.await();
        if (chosen == done.index()) {
            return false;
        }
        (chosen == first.index() ? first : second).to(Chan.never());
        return ctx.err() == null && select.await() != done.index();
    }

    /**
     * Returns a channel that brings the values of a channel of channels: all of the first that comes, then all of the next.
     *
     * {@snippet :
     * try (CancelContext ctx = Context.withCancel(Context.background())) {
     *     Chan<ReceiveChan<String>> pages = Chan.make(2);
     *     pages.send(Patterns.of(ctx, "a", "b"));
     *     pages.send(Patterns.of(ctx, "c"));
     *     pages.close();
     *     for (String word : Patterns.bridge(ctx, pages)) {
     *         println(word);
     *     }
     *     // Output: a
     *     // Output: b
     *     // Output: c
     * }
     * }
     */
    public static <T> ReceiveChan<T> bridge(Context ctx, ReceiveChan<? extends ReceiveChan<? extends T>> ins) {
        check(ctx, "bridge");
        checkChannel(ins, "bridge");
        Chan<T> out = Chan.make();
        Go.go("bridge", () -> {
            try {
                Received<? extends ReceiveChan<? extends T>> in = receive(ctx, ins);
                while (in.ok() && pass(ctx, Objects.requireNonNull(in.value()), out, Long.MAX_VALUE)) {
                    in = receive(ctx, ins);
                }
            } finally {
                out.close();
            }
        });
        return out;
    }

    /**
     * Returns a channel that is closed as soon as one of the channels is closed and drained, or the context is done. It takes
     * no values from them.
     *
     * {@snippet :
     * Chan<Signal> mine = Chan.make();
     * Chan<Signal> yours = Chan.make();
     * var either = Patterns.or(Context.background(), mine, yours);
     * yours.close();
     * either.await();
     * println(either.receiveOk().ok());   // Output: false
     * }
     *
     * @param dones the channels; without any it is closed when the context is done
     */
    public static ReceiveChan<Signal> or(Context ctx, ReceiveChan<?>... dones) {
        check(ctx, "or");
        Select select = new Select();
        select.closed(ctx.done());
        for (ReceiveChan<?> done : dones) {
            select.closed(checkChannel(done, "or"));
        }
        Chan<Signal> out = Chan.make();
        Go.go("or", () -> {
            try {
                select.await();
            } finally {
                out.close();
            }
        });
        return out;
    }

    /**
     * A ring buffer: returns a channel that brings what comes, but the newest only. It never lets the sender wait for the
     * receiver: when as many values wait as it may hold, the oldest is dropped.
     *
     * {@snippet :
     * try (CancelContext ctx = Context.withCancel(Context.background())) {
     *     Chan<Integer> temperatures = Chan.make();
     *     var newest = Patterns.ring(ctx, temperatures, 2);
     *     for (int degrees = 20; degrees < 25; degrees++) {
     *         temperatures.send(degrees);
     *     }
     *     temperatures.close();
     *     for (int degrees : newest) {
     *         println(degrees);
     *     }
     *     // Output: 23
     *     // Output: 24
     * }
     * }
     *
     * @param capacity how many values it holds; 1 or more
     * @throws IllegalArgumentException if it is less
     */
    public static <T> ReceiveChan<T> ring(Context ctx, ReceiveChan<? extends T> in, int capacity) {
        check(ctx, "ring");
        checkChannel(in, "ring");
        if (capacity < 1) {
            throw new IllegalArgumentException("ring: capacity: got " + capacity + ", want 1 or more");
        }
        Chan<T> out = Chan.make();
        Go.go("ring", () -> {
            try {
                Ring.keepNewest(ctx, in, out, capacity);
            } finally {
                out.close();
            }
        });
        return out;
    }
}

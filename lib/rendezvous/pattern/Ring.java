package rendezvous.pattern;

import java.util.ArrayDeque;
import java.util.Objects;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveCase;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Received;
import rendezvous.chan.Select;
import rendezvous.chan.SelectCase;
import rendezvous.chan.SendCase;
import rendezvous.context.Context;

/** What the goroutine of a ring buffer does. */
final class Ring {
    private Ring() {}

    /** Passes values on as long as somebody receives them in time, else the newest of them. */
    static <T> void keepNewest(Context ctx, ReceiveChan<? extends T> in, Chan<T> out, int capacity)
            throws InterruptedException {
        Received<? extends T> first = Passing.receive(ctx, in);
        if (!first.ok()) {
            return;
        }
        ArrayDeque<T> values = new ArrayDeque<>();
        values.add(Objects.requireNonNull(first.value()));
        Select select = new Select();
        SelectCase done = select.closed(ctx.done());
        ReceiveCase<? extends T> newest = select.receive(in);
        SendCase<T> oldest = select.send(out, values.getFirst());
        boolean open = true;
        while ((open || !values.isEmpty()) && ctx.err() == null) {
            offer(oldest, out, values);
            int chosen = select.await();
            if (chosen == done.index()) {
                return;
            }
            if (chosen == oldest.index()) {
                values.removeFirst();
            } else if (newest.ok()) {
                if (values.size() == capacity) {
                    values.removeFirst();
                }
                values.addLast(newest.value());
            } else {
                open = false;
                newest.from(Chan.never());
            }
        }
    }

    private static <T> void offer(SendCase<T> oldest, Chan<T> out, ArrayDeque<T> values) {
        if (values.isEmpty()) {
            oldest.to(Chan.never());
        } else {
            oldest.value(values.getFirst());
            oldest.to(out);
        }
    }
}

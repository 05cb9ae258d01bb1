package rendezvous.pattern;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.chan.ReceiveChan;
import rendezvous.context.CancelCauseContext;
import rendezvous.context.Context;
import rendezvous.runtime.GoroutineState;
import rendezvous.testing.Leftovers;
import rendezvous.testing.Until;

/** Ends what a pattern started at each of the steps that it takes, and sees that nothing is left. */
final class Leaks {
    private Leaks() {}

    /** Starts something under a context, and returns the channels that it gives. */
    @FunctionalInterface
    interface Start {
        List<ReceiveChan<?>> under(Context ctx) throws Exception;
    }

    /**
     * Receives so many values, then cancels, for each number from none to more than come. All channels must be closed then,
     * and all goroutines over that were started.
     */
    static void endsAtEachStep(int most, Start start) throws Exception {
        for (int steps = 0; steps <= most; steps++) {
            ends(steps, start, false);
            ends(steps, start, true);
        }
    }

    private static void ends(int steps, Start start, boolean settled) throws Exception {
        Leftovers left = new Leftovers();
        CancelCauseContext ctx = Context.withCancelCause(Context.background());
        List<ReceiveChan<?>> outs = start.under(ctx);
        for (int i = 0; i < steps; i++) {
            outs.get(i % outs.size()).receiveOk();
        }
        if (settled) { // all wait: none is under way to something
            Until.holds(
                    "all wait",
                    () -> left.now().stream().allMatch(state -> state.doing() != GoroutineState.Doing.RUNS));
        }
        ctx.cancel();
        AtomicInteger late = new AtomicInteger();
        for (ReceiveChan<?> out : outs) {
            while (out.receiveOk().ok()) {
                late.incrementAndGet();
            }
        }
        assertTrue(late.get() <= outs.size(), () -> late + " values came after the cancel");
        left.assertNone("after " + steps + " steps");
    }

    /** Receives all that comes. */
    static <T> List<T> all(ReceiveChan<T> in) {
        List<T> all = new ArrayList<>();
        in.forEach(all::add);
        return all;
    }
}

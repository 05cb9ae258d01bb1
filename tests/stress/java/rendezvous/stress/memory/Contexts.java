package rendezvous.stress.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import rendezvous.context.CancelCauseContext;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.stress.Sure;

/** A context that is done is done in all its parts, and who sees that sees what was written before. */
public final class Contexts {
    private Contexts() {}

    private static int ended(Context ctx) {
        return ctx.err() == null ? 0 : 1;
    }

    private static int closed(Context ctx) {
        return ctx.done().tryReceive().isPresent() ? 1 : 0;
    }

    /** A closed channel comes with an error. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    public static class DoneThenErr {
        private final CancelContext ctx = Context.withCancel(Context.background());

        @Actor
        public void actor1() {
            ctx.cancel();
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = closed(ctx);
            r.r2 = ended(ctx);
        }
    }

    /** An error comes with a closed channel. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    public static class ErrThenDone {
        private final CancelContext ctx = Context.withCancel(Context.background());

        @Actor
        public void actor1() {
            ctx.cancel();
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = ended(ctx);
            r.r2 = closed(ctx);
        }
    }

    /** The same of a channel that was asked for before. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    public static class AskedBefore {
        private final CancelContext ctx = Context.withCancel(Context.background());

        public AskedBefore() {
            ctx.done();
        }

        @Actor
        public void actor1() {
            ctx.cancel();
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = ended(ctx);
            r.r2 = closed(ctx);
        }
    }

    /** What was written before the cancel is seen by who sees the error. */
    @JCStressTest
    @Outcome(
            id = {"0, -1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    public static class WrittenBefore {
        private final CancelContext ctx = Context.withCancel(Context.background());
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            ctx.cancel();
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = ended(ctx);
            r.r2 = r.r1 == 1 ? plain : -1;
        }
    }

    /** And by who waits for the channel. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE)
    @State
    public static class Awaited {
        private final CancelContext ctx = Context.withCancel(Context.background());
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            ctx.cancel();
        }

        @Actor
        public void actor2(II_Result r) {
            Sure.run(() -> ctx.done().await());
            r.r1 = plain;
            r.r2 = ended(ctx);
        }
    }

    /** Of two causes one counts, for all. */
    @JCStressTest
    @Outcome(
            id = {"1, 1", "2, 2"},
            expect = ACCEPTABLE)
    @State
    public static class FirstCause {
        private final CancelCauseContext ctx = Context.withCancelCause(Context.background());

        private int cancel(String cause) {
            ctx.cancel(new UnsupportedOperationException(cause));
            Throwable first = Context.cause(ctx);
            return first == null ? 0 : "one".equals(first.getMessage()) ? 1 : 2;
        }

        @Actor
        public void actor1(II_Result r) {
            r.r1 = cancel("one");
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = cancel("two");
        }
    }

    /** When a cancel returns all below is done, also if another began it. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE)
    @State
    public static class AllBelow {
        private final CancelContext parent = Context.withCancel(Context.background());
        private final CancelContext child = Context.withCancel(Context.withCancel(parent));

        @Actor
        public void actor1(II_Result r) {
            parent.cancel();
            r.r1 = ended(child);
        }

        @Actor
        public void actor2(II_Result r) {
            parent.cancel();
            r.r2 = ended(child);
        }
    }

    /** A child that comes while its parent is cancelled is done, too. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    public static class LateChild {
        private final CancelContext parent = Context.withCancel(Context.background());
        private Context child = parent;

        @Actor
        public void actor1() {
            parent.cancel();
        }

        @Actor
        public void actor2() {
            child = Context.withCancel(parent);
        }

        @Arbiter
        public void arbiter(I_Result r) {
            r.r1 = ended(child);
        }
    }
}

package rendezvous.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import rendezvous.chan.Chan;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.stress.Sure;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;
import rendezvous.sync.WaitGroup;

/** Plain fields that the library orders. */
public final class HandedOver {
    private HandedOver() {}

    /** By a value in a channel. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class ByChannel {
        private final Chan<Integer> ch = Chan.make();
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            Sure.run(() -> ch.send(7));
        }

        @Actor
        public void actor2(I_Result r) {
            Sure.run(ch::receive);
            r.r1 = plain;
        }
    }

    /** Through a channel with room, which does not make the sender wait: written too late. */
    @JCStressTest
    @Outcome(
            id = {"0", "1"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = true)
    public static class AfterTheSend {
        private final Chan<Integer> ch = Chan.make(1);
        private int plain;

        @Actor
        public void actor1() {
            Sure.run(() -> ch.send(7));
            plain = 1;
        }

        @Actor
        public void actor2(I_Result r) {
            Sure.run(ch::receive);
            r.r1 = plain;
        }
    }

    /** By a close. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class ByClose {
        private final Chan<Integer> ch = Chan.make();
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            ch.close();
        }

        @Actor
        public void actor2(I_Result r) {
            Sure.run(ch::await);
            r.r1 = plain;
        }
    }

    /** By a mutex. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "1, 1"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class ByMutex {
        private final Mutex mutex = new Mutex();
        private int x;
        private int y;

        @Actor
        public void actor1() {
            Sure.run(mutex::lock);
            x = 1;
            y = 1;
            mutex.unlock();
        }

        @Actor
        public void actor2(II_Result r) {
            Sure.run(mutex::lock);
            r.r1 = x;
            r.r2 = y;
            mutex.unlock();
        }
    }

    /** By a group. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class ByGroup {
        private final WaitGroup group = new WaitGroup();
        private int plain;

        public ByGroup() {
            group.add(1);
        }

        @Actor
        public void actor1() {
            plain = 1;
            group.done();
        }

        @Actor
        public void actor2(I_Result r) {
            Sure.run(group::await);
            r.r1 = plain;
        }
    }

    /** By code that is run once. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class ByOnce {
        private final Once once = new Once();
        private int plain;

        private int get() {
            Sure.run(() -> once.run(() -> plain++));
            return plain;
        }

        @Actor
        public void actor1(II_Result r) {
            r.r1 = get();
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = get();
        }
    }

    /** By the end of a context. */
    @JCStressTest
    @Outcome(
            id = {"0, -1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class ByContext {
        private final CancelContext ctx = Context.withCancel(Context.background());
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            ctx.cancel();
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = ctx.err() == null ? 0 : 1;
            r.r2 = r.r1 == 1 ? plain : -1;
        }
    }

    /** A lock each, and not the same. */
    @JCStressTest
    @Outcome(
            id = {"1", "2"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = true)
    public static class ByTwoLocks {
        private final Mutex one = new Mutex();
        private final Mutex other = new Mutex();
        private int plain;

        private void add(Mutex mutex) {
            Sure.run(mutex::lock);
            plain++;
            mutex.unlock();
        }

        @Actor
        public void actor1() {
            add(one);
        }

        @Actor
        public void actor2() {
            add(other);
        }

        @Arbiter
        public void arbiter(I_Result r) {
            r.r1 = plain;
        }
    }
}

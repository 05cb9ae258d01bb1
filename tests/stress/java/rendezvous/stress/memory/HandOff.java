package rendezvous.stress.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import rendezvous.chan.Chan;
import rendezvous.chan.Received;
import rendezvous.chan.Select;
import rendezvous.stress.Sure;

/** What was written before a value was handed over is seen by whoever got it, and each value comes once. */
public final class HandOff {
    private HandOff() {}

    /** A send happens before the receive of its value: unbuffered. */
    @JCStressTest
    @Outcome(id = "1, 7", expect = ACCEPTABLE)
    @State
    public static class Unbuffered {
        private final Chan<Integer> ch = Chan.make();
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            Sure.run(() -> ch.send(7));
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = Sure.get(ch::receive);
            r.r1 = plain;
        }
    }

    /** A receive from an unbuffered channel happens before the end of the send. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    public static class UnbufferedBack {
        private final Chan<Integer> ch = Chan.make();
        private int plain;

        @Actor
        public void actor1(I_Result r) {
            Sure.run(() -> ch.send(7));
            r.r1 = plain;
        }

        @Actor
        public void actor2() {
            plain = 1;
            Sure.run(ch::receive);
        }
    }

    /** A send happens before the receive of its value: with a buffer. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    public static class Buffered {
        private final Chan<Integer> ch = Chan.make(1);
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

    /** The receive that makes room happens before the end of the send that takes it. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    public static class BufferedBack {
        private final Chan<Integer> ch = Chan.make(1);
        private int plain;

        @Actor
        public void actor1(I_Result r) {
            Sure.run(() -> {
                ch.send(7);
                ch.send(8);
            });
            r.r1 = plain;
        }

        @Actor
        public void actor2() {
            plain = 1;
            Sure.run(ch::receive);
        }
    }

    /** The same where nobody waits. */
    @JCStressTest
    @Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "nothing was there yet")
    @Outcome(id = "7, 1", expect = ACCEPTABLE)
    @State
    public static class Tried {
        private final Chan<Integer> ch = Chan.make(1);
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            ch.trySend(7);
        }

        @Actor
        public void actor2(II_Result r) {
            int before = plain; // a compiler that saw no order could take this for the other
            r.r1 = ch.tryReceive().map(Received::value).orElse(0);
            r.r2 = r.r1 == 0 ? -1 : plain + (before & 0);
        }
    }

    /** Two senders and room for one. */
    @JCStressTest
    @Outcome(
            id = {"1, 0, 1", "0, 1, 2"},
            expect = ACCEPTABLE)
    @State
    public static class RoomForOne {
        private final Chan<Integer> ch = Chan.make(1);

        @Actor
        public void actor1(III_Result r) {
            r.r1 = ch.trySend(1) ? 1 : 0;
        }

        @Actor
        public void actor2(III_Result r) {
            r.r2 = ch.trySend(2) ? 1 : 0;
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = Drain.of(ch);
        }
    }

    /** Two senders and room for both. */
    @JCStressTest
    @Outcome(
            id = {"1, 1, 12", "1, 1, 21"},
            expect = ACCEPTABLE)
    @State
    public static class RoomForBoth {
        private final Chan<Integer> ch = Chan.make(2);

        @Actor
        public void actor1(III_Result r) {
            r.r1 = ch.trySend(1) ? 1 : 0;
        }

        @Actor
        public void actor2(III_Result r) {
            r.r2 = ch.trySend(2) ? 1 : 0;
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = Drain.of(ch);
        }
    }

    /** Two receivers and one value. */
    @JCStressTest
    @Outcome(
            id = {"7, 0, 0", "0, 7, 0"},
            expect = ACCEPTABLE)
    @State
    public static class OneValue {
        private final Chan<Integer> ch = Chan.make(2);

        public OneValue() {
            ch.trySend(7);
        }

        @Actor
        public void actor1(III_Result r) {
            r.r1 = ch.tryReceive().map(Received::value).orElse(0);
        }

        @Actor
        public void actor2(III_Result r) {
            r.r2 = ch.tryReceive().map(Received::value).orElse(0);
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = Drain.of(ch);
        }
    }

    /** Both sides by select, of several channels. */
    @JCStressTest
    @Outcome(
            id = {"1, 7", "1, 8"},
            expect = ACCEPTABLE)
    @State
    public static class Selected {
        private final Chan<Integer> a = Chan.make();
        private final Chan<Integer> b = Chan.make();
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            Sure.run(() -> Select.select(Select.onSend(a, 7, () -> {}), Select.onSend(b, 8, () -> {})));
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = Sure.get(() ->
                    Select.<Integer, RuntimeException>choose(Select.receive(a, v -> v), Select.receive(b, v -> v)));
            r.r1 = plain;
        }
    }
}

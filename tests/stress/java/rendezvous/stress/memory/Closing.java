package rendezvous.stress.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import rendezvous.chan.Chan;
import rendezvous.chan.ChannelClosedException;
import rendezvous.chan.Received;
import rendezvous.chan.Select;
import rendezvous.stress.Sure;

/** What was written before a close is seen by whoever sees that it is closed, and it is closed once. */
public final class Closing {
    private Closing() {}

    /** Seen by one that waits for it. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    public static class Awaited {
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

    /** Seen by a receive. */
    @JCStressTest
    @Outcome(id = "0, 1", expect = ACCEPTABLE)
    @State
    public static class ByReceive {
        private final Chan<Integer> ch = Chan.make();
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            ch.close();
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = Sure.get(ch::receiveOk).ok() ? 1 : 0;
            r.r2 = plain;
        }
    }

    /** Seen without waiting. */
    @JCStressTest
    @Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "it was not closed yet")
    @Outcome(id = "1, 1", expect = ACCEPTABLE)
    @State
    public static class Tried {
        private final Chan<Integer> ch = Chan.make();
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            ch.close();
        }

        @Actor
        public void actor2(II_Result r) {
            Optional<Received<Integer>> seen = ch.tryReceive();
            r.r1 = seen.isPresent() ? 1 : 0;
            r.r2 = seen.isPresent() ? plain : -1;
        }
    }

    /** Seen by a select. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    public static class Selected {
        private final Chan<Integer> ch = Chan.make();
        private final Chan<Integer> quiet = Chan.make();
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            ch.close();
        }

        @Actor
        public void actor2(I_Result r) {
            Sure.run(() -> Select.select(Select.onReceive(quiet, v -> {}), Select.onClosed(ch, () -> {})));
            r.r1 = plain;
        }
    }

    /** Seen by a sender that it sends away. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    public static class SenderSentAway {
        private final Chan<Integer> ch = Chan.make();
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            ch.close();
        }

        @Actor
        public void actor2(I_Result r) {
            try {
                Sure.run(() -> ch.send(7));
                r.r1 = -1;
            } catch (ChannelClosedException e) {
                r.r1 = plain;
            }
        }
    }

    /** Two close it. */
    @JCStressTest
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = ACCEPTABLE)
    @State
    public static class Twice {
        private final Chan<Integer> ch = Chan.make();

        private int close() {
            try {
                ch.close();
                return 1;
            } catch (ChannelClosedException e) {
                return 0;
            }
        }

        @Actor
        public void actor1(II_Result r) {
            r.r1 = close();
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = close();
        }
    }

    /** One sends, one closes: the value is there if the send went well. */
    @JCStressTest
    @Outcome(
            id = {"1, 7", "-1, 0"},
            expect = ACCEPTABLE)
    @State
    public static class AgainstSend {
        private final Chan<Integer> ch = Chan.make(1);

        @Actor
        public void actor1(II_Result r) {
            try {
                r.r1 = ch.trySend(7) ? 1 : 0;
            } catch (ChannelClosedException e) {
                r.r1 = -1;
            }
        }

        @Actor
        public void actor2() {
            ch.close();
        }

        @Arbiter
        public void arbiter(II_Result r) {
            r.r2 = Drain.of(ch);
        }
    }
}

package rendezvous.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** One variable: what do two reads of it see, what do two counts make of it, and which race does no harm? */
public final class OneVariable {
    private OneVariable() {}

    /** Two plain reads: the later can see the older value. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE)
    @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING)
    @State
    @Litmus(race = true)
    public static class ReadTwice {
        private final Holder one = new Holder();
        private final Holder same = one;

        static final class Holder {
            int value;
        }

        @Actor
        public void actor1() {
            one.value = 1;
        }

        @Actor
        public void actor2(II_Result r) {
            Holder first = one;
            Holder second = same;
            r.r1 = first.value;
            r.r2 = second.value;
        }
    }

    /** Two volatile reads. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class ReadTwiceVolatile {
        private volatile int value;

        @Actor
        public void actor1() {
            value = 1;
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = value;
            r.r2 = value;
        }
    }

    /** Two plain counts: one can be lost, in some interleaving too. */
    @JCStressTest
    @Outcome(
            id = {"1", "2"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = true)
    public static class CountPlain {
        private int count;

        @Actor
        public void actor1() {
            count++;
        }

        @Actor
        public void actor2() {
            count++;
        }

        @Arbiter
        public void arbiter(I_Result r) {
            r.r1 = count;
        }
    }

    /** Two counts of a volatile: one can be lost, and it is no race. */
    @JCStressTest
    @Outcome(
            id = {"1", "2"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class CountVolatile {
        private volatile int count;

        @Actor
        public void actor1() {
            count++;
        }

        @Actor
        public void actor2() {
            count++;
        }

        @Arbiter
        public void arbiter(I_Result r) {
            r.r1 = count;
        }
    }

    /** Both compute the same number if they find none, as {@code String.hashCode} does: a race that does no harm. */
    @JCStressTest
    @Outcome(id = "42, 42", expect = ACCEPTABLE)
    @State
    @Litmus(race = true)
    public static class SameNumber {
        private int cached;

        private int get() {
            int seen = cached;
            if (seen == 0) {
                seen = 42;
                cached = seen;
            }
            return seen;
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
}

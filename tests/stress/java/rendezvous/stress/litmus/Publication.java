package rendezvous.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** One makes an object and stores it; the other finds it: can it see the object and miss what is in it? */
public final class Publication {
    private Publication() {}

    /** What is published, with a plain field. */
    static final class Box {
        int value;

        Box(int value) {
            this.value = value;
        }
    }

    /** What is published, with a final field. */
    record Sealed(int value) {}

    /** By a plain field. */
    @JCStressTest
    @Outcome(
            id = {"-1", "42"},
            expect = ACCEPTABLE)
    @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING)
    @State
    @Litmus(race = true)
    public static class Unsafe {
        private Box box;

        @Actor
        public void actor1() {
            box = new Box(42);
        }

        @Actor
        public void actor2(I_Result r) {
            Box seen = box;
            r.r1 = seen == null ? -1 : seen.value;
        }
    }

    /** By a volatile field. */
    @JCStressTest
    @Outcome(
            id = {"-1", "42"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class Safe {
        private volatile Box box;

        @Actor
        public void actor1() {
            box = new Box(42);
        }

        @Actor
        public void actor2(I_Result r) {
            Box seen = box;
            r.r1 = seen == null ? -1 : seen.value;
        }
    }

    /** By a plain field, of an object whose fields are final: a race on the reference, none on what is in it. */
    @JCStressTest
    @Outcome(
            id = {"-1", "42"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = true)
    public static class FinalField {
        private Sealed box;

        @Actor
        public void actor1() {
            box = new Sealed(42);
        }

        @Actor
        public void actor2(I_Result r) {
            Sealed seen = box;
            r.r1 = seen == null ? -1 : seen.value();
        }
    }

    /** Double-checked locking as it does not work. */
    @JCStressTest
    @Outcome(id = "42, 42", expect = ACCEPTABLE)
    @Outcome(
            id = {"0, 42", "42, 0"},
            expect = ACCEPTABLE_INTERESTING)
    @State
    @Litmus(race = true)
    public static class DoubleCheckedPlain {
        private Box box;

        private Box get() {
            Box seen = box;
            if (seen == null) {
                synchronized (this) {
                    seen = box;
                    if (seen == null) {
                        seen = new Box(42);
                        box = seen;
                    }
                }
            }
            return seen;
        }

        @Actor
        public void actor1(II_Result r) {
            r.r1 = get().value;
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = get().value;
        }
    }

    /** And as it does. */
    @JCStressTest
    @Outcome(id = "42, 42", expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class DoubleCheckedVolatile {
        private volatile Box box;

        private Box get() {
            Box seen = box;
            if (seen == null) {
                synchronized (this) {
                    seen = box;
                    if (seen == null) {
                        seen = new Box(42);
                        box = seen;
                    }
                }
            }
            return seen;
        }

        @Actor
        public void actor1(II_Result r) {
            r.r1 = get().value;
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = get().value;
        }
    }
}

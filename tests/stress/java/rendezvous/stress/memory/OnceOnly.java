package rendezvous.stress.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import rendezvous.stress.Sure;
import rendezvous.sync.Once;

/** Code is run once, and all who called return after it, and see what it did. */
public final class OnceOnly {
    private OnceOnly() {}

    /** Both see the effect, of one run. */
    @JCStressTest
    @Outcome(id = "1, 1, 1", expect = ACCEPTABLE)
    @State
    public static class Effects {
        private final Once once = new Once();
        private int plain;
        private int runs;

        private int run() {
            Sure.run(() -> once.run(() -> {
                plain = 1;
                runs++;
            }));
            return plain;
        }

        @Actor
        public void actor1(III_Result r) {
            r.r1 = run();
        }

        @Actor
        public void actor2(III_Result r) {
            r.r2 = run();
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = runs;
        }
    }

    /** The same if the code throws. */
    @JCStressTest
    @Outcome(id = "1, 1, 1", expect = ACCEPTABLE)
    @State
    public static class Throws {
        private final Once once = new Once();
        private int plain;
        private int runs;

        private int run() {
            try {
                once.run(() -> {
                    plain = 1;
                    runs++;
                    throw new UnsupportedOperationException();
                });
            } catch (UnsupportedOperationException e) {
                return plain;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return plain;
        }

        @Actor
        public void actor1(III_Result r) {
            r.r1 = run();
        }

        @Actor
        public void actor2(III_Result r) {
            r.r2 = run();
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = runs;
        }
    }

    /** A value is made once, and everybody gets it. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE)
    @State
    public static class Value {
        private int runs;
        private final Supplier<int[]> value = Once.value(() -> new int[] {++runs});

        @Actor
        public void actor1(II_Result r) {
            r.r1 = value.get()[0];
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = value.get()[0];
        }
    }
}

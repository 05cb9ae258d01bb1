package rendezvous.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Each writes its own variable and reads the other's: can both miss the other's write? */
public final class StoreBuffering {
    private StoreBuffering() {}

    /** Plain fields. */
    @JCStressTest
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE)
    @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING)
    @State
    @Litmus(race = true)
    public static class Plain {
        private int x;
        private int y;

        @Actor
        public void actor1(II_Result r) {
            x = 1;
            r.r1 = y;
        }

        @Actor
        public void actor2(II_Result r) {
            y = 1;
            r.r2 = x;
        }
    }

    /** Volatile fields. */
    @JCStressTest
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class Volatile {
        private volatile int x;
        private volatile int y;

        @Actor
        public void actor1(II_Result r) {
            x = 1;
            r.r1 = y;
        }

        @Actor
        public void actor2(II_Result r) {
            y = 1;
            r.r2 = x;
        }
    }

    /** Written by release, read by acquire: no race, and not sequentially consistent. */
    @JCStressTest
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE)
    @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING)
    @State
    @Litmus(race = false, differs = "acquire and release order no write before a read that follows it")
    public static class ReleaseAcquire {
        private static final VarHandle X = handle("x");
        private static final VarHandle Y = handle("y");

        @SuppressWarnings("unused") // through X
        private int x;

        @SuppressWarnings("unused") // through Y
        private int y;

        private static VarHandle handle(String name) {
            try {
                return MethodHandles.lookup().findVarHandle(ReleaseAcquire.class, name, int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        @Actor
        public void actor1(II_Result r) {
            X.setRelease(this, 1);
            r.r1 = (int) Y.getAcquire(this);
        }

        @Actor
        public void actor2(II_Result r) {
            Y.setRelease(this, 1);
            r.r2 = (int) X.getAcquire(this);
        }
    }

    /** Under a monitor. */
    @JCStressTest
    @Outcome(
            id = {"0, 1", "1, 0"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class Monitor {
        private int x;
        private int y;

        @Actor
        public void actor1(II_Result r) {
            synchronized (this) {
                x = 1;
                r.r1 = y;
            }
        }

        @Actor
        public void actor2(II_Result r) {
            synchronized (this) {
                y = 1;
                r.r2 = x;
            }
        }
    }
}

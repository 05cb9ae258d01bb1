package rendezvous.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One writes data and then a flag; the other reads the flag and then the data: can it see the flag and miss the data? */
public final class MessagePassing {
    private MessagePassing() {}

    private static VarHandle handle(MethodHandles.Lookup lookup, Class<?> type, String name) {
        try {
            return lookup.findVarHandle(type, name, int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The flag is plain. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE)
    @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING)
    @State
    @Litmus(race = true)
    public static class Plain {
        private int data;
        private int flag;

        @Actor
        public void actor1() {
            data = 1;
            flag = 1;
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = flag;
            r.r2 = data;
        }
    }

    /** The flag is volatile; the data is read only where it is set. */
    @JCStressTest
    @Outcome(
            id = {"0, -1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class Volatile {
        private int data;
        private volatile int flag;

        @Actor
        public void actor1() {
            data = 1;
            flag = 1;
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = flag;
            r.r2 = r.r1 == 1 ? data : -1;
        }
    }

    /** The flag is volatile and comes first: written before the data. */
    @JCStressTest
    @Outcome(
            id = {"0, -1", "1, 0", "1, 1"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = true)
    public static class WrongOrder {
        private int data;
        private volatile int flag;

        @Actor
        public void actor1() {
            flag = 1;
            data = 1;
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = flag;
            r.r2 = r.r1 == 1 ? data : -1;
        }
    }

    /** The flag is written by release and read by acquire. */
    @JCStressTest
    @Outcome(
            id = {"0, -1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class ReleaseAcquire {
        private static final VarHandle FLAG = handle(MethodHandles.lookup(), ReleaseAcquire.class, "flag");
        private int data;

        @SuppressWarnings("unused") // through FLAG
        private int flag;

        @Actor
        public void actor1() {
            data = 1;
            FLAG.setRelease(this, 1);
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = (int) FLAG.getAcquire(this);
            r.r2 = r.r1 == 1 ? data : -1;
        }
    }

    /** Flag and data are opaque: no race, and nothing ordered. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE)
    @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING)
    @State
    @Litmus(race = false, differs = "opaque accesses are atomic and order nothing")
    public static class Opaque {
        private static final VarHandle DATA = handle(MethodHandles.lookup(), Opaque.class, "data");
        private static final VarHandle FLAG = handle(MethodHandles.lookup(), Opaque.class, "flag");

        @SuppressWarnings("unused") // through DATA
        private int data;

        @SuppressWarnings("unused") // through FLAG
        private int flag;

        @Actor
        public void actor1() {
            DATA.setOpaque(this, 1);
            FLAG.setOpaque(this, 1);
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = (int) FLAG.getOpaque(this);
            r.r2 = (int) DATA.getOpaque(this);
        }
    }

    /** The flag is opaque, the data plain: the detector takes every use of a VarHandle for synchronization. */
    @JCStressTest
    @Outcome(
            id = {"0, -1", "1, 1"},
            expect = ACCEPTABLE)
    @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING)
    @State
    @Litmus(race = false, differs = "a race that the detector misses: to it all modes of a VarHandle order")
    public static class OpaqueFlag {
        private static final VarHandle FLAG = handle(MethodHandles.lookup(), OpaqueFlag.class, "flag");
        private int data;

        @SuppressWarnings("unused") // through FLAG
        private int flag;

        @Actor
        public void actor1() {
            data = 1;
            FLAG.setOpaque(this, 1);
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = (int) FLAG.getOpaque(this);
            r.r2 = r.r1 == 1 ? data : -1;
        }
    }

    /** The flag is an atomic. */
    @JCStressTest
    @Outcome(
            id = {"0, -1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    @Litmus(race = false)
    public static class Atomic {
        private final AtomicInteger flag = new AtomicInteger();
        private int data;

        @Actor
        public void actor1() {
            data = 1;
            flag.set(1);
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = flag.get();
            r.r2 = r.r1 == 1 ? data : -1;
        }
    }

    /** Only the writer takes the monitor. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE)
    @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING)
    @State
    @Litmus(race = true)
    public static class MonitorOnOneSide {
        private int data;
        private int flag;

        @Actor
        public void actor1() {
            synchronized (this) {
                data = 1;
                flag = 1;
            }
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = flag;
            r.r2 = data;
        }
    }
}

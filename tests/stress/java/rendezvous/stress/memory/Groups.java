package rendezvous.stress.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import rendezvous.semaphore.Weighted;
import rendezvous.stress.Sure;
import rendezvous.sync.SyncMap;
import rendezvous.sync.WaitGroup;

/** Groups, semaphores and maps order what was done before and after them. */
public final class Groups {
    private Groups() {}

    /** What was done before the count went down is seen after the wait. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    public static class Wait {
        private final WaitGroup group = new WaitGroup();
        private int plain;

        public Wait() {
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

    /** Of all who counted down. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE)
    @State
    public static class WaitForBoth {
        private final WaitGroup group = new WaitGroup();
        private int x;
        private int y;

        public WaitForBoth() {
            group.add(2);
        }

        @Actor
        public void actor1(II_Result r) {
            x = 1;
            group.done();
            Sure.run(group::await);
            r.r1 = y;
        }

        @Actor
        public void actor2(II_Result r) {
            y = 1;
            group.done();
            Sure.run(group::await);
            r.r2 = x;
        }
    }

    /** Nothing is lost under a semaphore of one. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE)
    @State
    public static class Count {
        private final Weighted semaphore = new Weighted(1);
        private int plain;

        private void add() {
            Sure.run(() -> semaphore.acquire(1));
            plain++;
            semaphore.release(1);
        }

        @Actor
        public void actor1() {
            add();
        }

        @Actor
        public void actor2() {
            add();
        }

        @Arbiter
        public void arbiter(I_Result r) {
            r.r1 = plain;
        }
    }

    /** One of two gets what there is once. */
    @JCStressTest
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = ACCEPTABLE)
    @State
    public static class TryBoth {
        private final Weighted semaphore = new Weighted(3);

        @Actor
        public void actor1(II_Result r) {
            r.r1 = semaphore.tryAcquire(2) ? 1 : 0;
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = semaphore.tryAcquire(2) ? 1 : 0;
        }
    }

    /** Who finds a value in a map sees what was written before it was stored. */
    @JCStressTest
    @Outcome(
            id = {"0, -1", "1, 1"},
            expect = ACCEPTABLE)
    @State
    public static class Stored {
        private final SyncMap<String, Integer> map = new SyncMap<>();
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            map.store("key", 7);
        }

        @Actor
        public void actor2(II_Result r) {
            r.r1 = map.load("key").ok() ? 1 : 0;
            r.r2 = r.r1 == 1 ? plain : -1;
        }
    }

    /** Of two values one is stored, and both see that. */
    @JCStressTest
    @Outcome(
            id = {"1, 1", "2, 2"},
            expect = ACCEPTABLE)
    @State
    public static class StoredOnce {
        private final SyncMap<String, Integer> map = new SyncMap<>();

        private int store(int mine) {
            Integer kept = map.loadOrStore("key", mine).value();
            return kept == null ? 0 : kept;
        }

        @Actor
        public void actor1(II_Result r) {
            r.r1 = store(1);
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = store(2);
        }
    }
}

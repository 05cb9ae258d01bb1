package rendezvous.stress.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import rendezvous.stress.Sure;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.RWMutex;

/** One has a lock at a time, and sees what those before did under it. */
public final class Locks {
    private Locks() {}

    /** Nothing is lost under a mutex. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE)
    @State
    public static class Count {
        private final Mutex mutex = new Mutex();
        private int plain;

        private void add() {
            Sure.run(mutex::lock);
            plain++;
            mutex.unlock();
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

    /** One of two gets a mutex that neither gives back. */
    @JCStressTest
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = ACCEPTABLE)
    @State
    public static class TryBoth {
        private final Mutex mutex = new Mutex();

        @Actor
        public void actor1(II_Result r) {
            r.r1 = mutex.tryLock() ? 1 : 0;
        }

        @Actor
        public void actor2(II_Result r) {
            r.r2 = mutex.tryLock() ? 1 : 0;
        }
    }

    /** What was written under a mutex is seen whole. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "1, 1", "-1, -1"},
            expect = ACCEPTABLE)
    @State
    public static class Whole {
        private final Mutex mutex = new Mutex();
        private int x;
        private int y;

        @Actor
        public void actor1() {
            Sure.run(mutex::lock);
            x = 1;
            Spinning.shortly();
            y = 1;
            mutex.unlock();
        }

        @Actor
        public void actor2(II_Result r) {
            if (mutex.tryLock()) {
                r.r1 = x;
                r.r2 = y;
                mutex.unlock();
            } else {
                r.r1 = -1;
                r.r2 = -1;
            }
        }
    }

    /** A reader sees what a writer wrote whole. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "1, 1"},
            expect = ACCEPTABLE)
    @State
    public static class Reader {
        private final RWMutex lock = new RWMutex();
        private int x;
        private int y;

        @Actor
        public void actor1() {
            Sure.run(lock::lock);
            x = 1;
            Spinning.shortly();
            y = 1;
            lock.unlock();
        }

        @Actor
        public void actor2(II_Result r) {
            Sure.run(lock::rLock);
            r.r1 = x;
            r.r2 = y;
            lock.rUnlock();
        }
    }

    /** A writer comes after what a reader did before it gave back. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "1, 1"},
            expect = ACCEPTABLE)
    @State
    public static class Writer {
        private final RWMutex lock = new RWMutex();
        private int x;
        private int y;

        @Actor
        public void actor1() {
            Sure.run(lock::rLock);
            x = 1;
            Spinning.shortly();
            y = 1;
            lock.rUnlock();
        }

        @Actor
        public void actor2(II_Result r) {
            Sure.run(lock::lock);
            r.r1 = x;
            r.r2 = y;
            lock.unlock();
        }
    }

    /** Nothing is lost under the writer's side. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE)
    @State
    public static class Writers {
        private final RWMutex lock = new RWMutex();
        private int plain;

        private void add() {
            Sure.run(lock::lock);
            plain++;
            lock.unlock();
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

    /** Who waits for a condition sees what made it true. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE)
    @State
    public static class Condition {
        private final Mutex mutex = new Mutex();
        private final Cond cond = new Cond(mutex);
        private boolean ready;
        private int plain;

        @Actor
        public void actor1() {
            plain = 1;
            Sure.run(mutex::lock);
            ready = true;
            cond.signal();
            mutex.unlock();
        }

        @Actor
        public void actor2(I_Result r) {
            Sure.run(() -> {
                mutex.lock();
                while (!ready) {
                    cond.await();
                }
                mutex.unlock();
            });
            r.r1 = plain;
        }
    }
}

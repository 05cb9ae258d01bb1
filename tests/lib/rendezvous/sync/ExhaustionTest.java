package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import rendezvous.testing.ChildJvm;

/** What is left when the stack runs out in an operation: the lock that guards the queues must not stay held. */
class ExhaustionTest {
    @Test
    void an_operation_that_finds_no_stack_leaves_the_queues_unlocked() throws Exception {
        assertEquals("usable", ChildJvm.run(NoStack.class, "-Xss512k"));
    }

    /**
     * Runs out of stack in operations that look at queues, again and again, at every depth, then uses them.
     *
     * <p>As with channels, no Java code can be quite safe from that: see their test for why a few rounds are tolerated.
     */
    static final class NoStack {
        private static final int ROUNDS = 200;
        private static final int TOLERATED = 4;
        private static int failures;

        private final Mutex mutex = new Mutex();
        private final Cond cond = new Cond(mutex);
        private final WaitGroup group = new WaitGroup();
        private final RWMutex rw = new RWMutex();

        public static void main(String[] args) throws InterruptedException {
            new NoStack().use(); // a class whose first use finds no stack stays broken
            int locked = 0;
            for (int round = 0; round < ROUNDS && locked <= TOLERATED; round++) {
                NoStack one = new NoStack();
                Thread contender = Thread.ofPlatform().daemon().start(one::contend);
                Thread deep = new Thread(null, one::recurse, "deep", 200_000);
                deep.setDaemon(true);
                deep.start();
                deep.join(3_000);
                contender.interrupt();
                Thread user = Thread.ofPlatform().daemon().start(one::use);
                user.join(deep.isAlive() ? 1 : 3_000); // it runs into the lock itself if it was left locked
                locked += deep.isAlive() || user.isAlive() ? 1 : 0;
            }
            assertEquals(true, failures > ROUNDS);
            System.out.println(locked <= TOLERATED ? "usable" : "locked");
            System.exit(0);
        }

        /** Waits again and again, so that others find somebody to wake. */
        private void contend() {
            try {
                while (true) {
                    mutex.lock();
                    cond.await();
                    mutex.unlock();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void use() {
            cond.signal();
            cond.broadcast();
            group.go(() -> {});
            mutex.tryLock();
            mutex.waiting();
            rw.tryLock();
            rw.waitingReaders();
            rw.waitingWriters();
        }

        @SuppressWarnings("InfiniteRecursion") // until the stack is used up, which is the point
        private void recurse() {
            try {
                recurse();
            } catch (StackOverflowError e) {
                failures++;
            }
            // On the way back with a little more stack left each time: one of these fails at any place.
            try {
                cond.signal();
                cond.broadcast();
                if (mutex.tryLock()) {
                    mutex.unlock();
                }
                if (rw.tryLock()) {
                    rw.unlock();
                }
                group.add(1);
                group.done();
            } catch (StackOverflowError e) {
                failures++;
            }
        }
    }
}

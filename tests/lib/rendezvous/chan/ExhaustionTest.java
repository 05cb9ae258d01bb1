package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import rendezvous.testing.ChildJvm;

/** What is left of a channel when memory or stack run out in one of its operations: it must not stay locked. */
class ExhaustionTest {
    @Test
    void a_send_that_finds_no_memory_leaves_the_channel_usable() throws Exception {
        assertEquals("usable", ChildJvm.run(NoMemory.class, "-Xmx32m"));
    }

    @Test
    void a_send_or_receive_that_finds_no_stack_leaves_the_channel_unlocked() throws Exception {
        assertEquals("usable", ChildJvm.run(NoStack.class, "-Xss512k"));
    }

    /** Fills a channel that has more room than there is memory, then uses it. */
    static final class NoMemory {
        public static void main(String[] args) throws InterruptedException {
            Chan<Integer> ch = Chan.make(Integer.MAX_VALUE - 8);
            Integer value = 1;
            int sent = 0;
            try {
                while (true) {
                    ch.send(value);
                    sent++;
                }
            } catch (OutOfMemoryError e) {
                assertEquals(sent, ch.len());
            }
            for (int i = 0; i < sent; i++) {
                assertEquals(value, ch.receive());
            }
            assertEquals(0, ch.len());
            ch.send(2);
            assertEquals(2, ch.receive());
            ch.close();
            System.out.println("usable");
        }
    }

    /**
     * Runs out of stack in the operations of a channel again and again, at every depth, then uses it.
     *
     * <p>No Java code can be quite safe from that: while the compiler replaces methods, giving the lock back can need a
     * few bytes more than taking it. About one of a thousand rounds was seen to end so; without the catch, every one.
     */
    static final class NoStack {
        private static final int ROUNDS = 200;
        private static final int TOLERATED = 4;
        private static int failures;

        public static void main(String[] args) throws InterruptedException {
            use(Chan.make(1)); // a class whose first use finds no stack stays broken
            int locked = 0;
            for (int round = 0; round < ROUNDS && locked <= TOLERATED; round++) {
                Chan<Integer> ch = Chan.make(round % 3);
                Thread deep = new Thread(null, () -> recurse(ch), "deep", 200_000);
                deep.setDaemon(true);
                deep.start();
                deep.join(3_000);
                Thread user = Thread.ofPlatform().daemon().start(() -> use(ch));
                user.join(deep.isAlive() ? 1 : 3_000); // it runs into the lock itself if it left it locked
                locked += deep.isAlive() || user.isAlive() ? 1 : 0;
            }
            assertEquals(true, failures > ROUNDS);
            System.out.println(locked <= TOLERATED ? "usable" : "locked");
            System.exit(0);
        }

        private static void use(Chan<Integer> ch) {
            while (ch.tryReceive().isPresent()) {}
            ch.trySend(1);
            ch.len();
            ch.close();
        }

        @SuppressWarnings("InfiniteRecursion") // until the stack is used up, which is the point
        private static void recurse(Chan<Integer> ch) {
            try {
                recurse(ch);
            } catch (StackOverflowError e) {
                failures++;
            }
            // On the way back with a little more stack left each time: one of these fails at any place.
            try {
                ch.trySend(1);
                ch.tryReceive();
                ch.len();
            } catch (StackOverflowError e) {
                failures++;
            }
        }
    }
}

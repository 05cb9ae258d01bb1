package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
import rendezvous.testing.ChildJvm;
import rendezvous.testing.Until;

/** States of the mutex for readers and writers that chance hardly ever finds. */
class RWMutexRacesTest {
    private final RWMutex mutex = new RWMutex();

    @Test
    void a_last_reader_that_leaves_before_the_writer_has_announced_itself_leaves_it_the_lock() throws Exception {
        mutex.rLock();
        World world = World.watched(event -> {
            if (event.kind() == Event.Kind.BLOCK) { // told after the look at the readers, and before the announcement
                mutex.rUnlock();
            }
        });
        Goroutine writer = Goroutine.start("writer", world, mutex::lock);
        Until.holds("it has locked", writer::isDone);
        assertEquals("RWMutex (locked)", mutex.toString());
        mutex.unlock();
        assertFree();
    }

    @Test
    void more_readers_than_can_be_counted_are_refused_and_those_that_are_there_may_leave() throws Exception {
        Field state = RWMutex.class.getDeclaredField("state");
        state.setAccessible(true);
        mutex.rLock();
        int one = state.getInt(mutex);
        state.setInt(mutex, Integer.MAX_VALUE / one * one - one); // all but one, who are not awaited here
        assertTrue(mutex.tryRLock());
        String message =
                "too many readers: got rLock() of RWMutex (readers: 268435455), want one rUnlock() after each rLock()";
        assertEquals(
                message, assertThrows(IllegalStateException.class, mutex::rLock).getMessage());
        assertEquals(
                message,
                assertThrows(IllegalStateException.class, mutex::tryRLock).getMessage());
        assertEquals("RWMutex (readers: 268435455)", mutex.toString());
        mutex.rUnlock();
        mutex.rLock();
        state.setInt(mutex, one);
        mutex.rUnlock();
        assertFree();
    }

    @Test
    void a_last_reader_that_comes_late_to_serve_a_writer_serves_none_behind_other_readers() throws Exception {
        assertEquals(
                "RWMutex (readers: 1, 1 waiting) RWMutex (locked)",
                ChildJvm.run(LastReaderComesLate.class, "-Djdk.virtualThreadScheduler.parallelism=1"));
    }

    /**
     * The last reader has left, and is about to serve the writer that waited. Before it can, that writer gives up, another
     * reader is let in for it, and another writer waits. On one carrier, a goroutine that spins keeps the last reader away.
     */
    static final class LastReaderComesLate {
        private static final RWMutex MUTEX = new RWMutex();
        private static volatile boolean spins;
        private static volatile boolean over;
        private static volatile boolean left;

        public static void main(String[] args) throws Exception {
            World world = new World(LastReaderComesLate::on) {
                @Override
                protected Thread start(String name, Runnable code) {
                    return Thread.ofPlatform().daemon().start(code); // the only carrier is for others
                }
            };
            MUTEX.rLock();
            Goroutine first =
                    Goroutine.start("first writer", world, () -> assertThrows(InterruptedException.class, MUTEX::lock));
            Until.holds("a writer waits", () -> MUTEX.waitingWriters() == 1);
            Goroutine reader = Goroutine.start("reader", world, MUTEX::rLock);
            Until.holds("a reader waits behind it", () -> MUTEX.waitingReaders() == 1);
            first.interrupt();
            first.await();
            reader.await();
            Goroutine second = Goroutine.start("second writer", world, MUTEX::lock);
            Until.holds("another writer waits", () -> MUTEX.waitingWriters() == 1);
            over = true;
            Until.holds("the last reader has come and gone", () -> left);
            String before = MUTEX.toString();
            MUTEX.rUnlock();
            second.await();
            System.out.println(before + " " + MUTEX);
        }

        /** Told under the guard of the mutex, when the first writer gives up. */
        @SuppressWarnings("ThreadPriorityCheck") // the order of the two on their one carrier is what it is for
        private static void on(Event event) {
            if (event.kind() == Event.Kind.UNBLOCK && !spins) {
                Goroutine.start("spinner", World.REAL, () -> {
                    Goroutine.start("last reader", World.REAL, () -> {
                        MUTEX.rUnlock();
                        left = true;
                    });
                    while (readers() > 0) {
                        Thread.yield(); // to the last reader, which then waits for the guard, and yields, too
                    }
                    spins = true;
                    while (!over) {
                        Thread.onSpinWait();
                    }
                });
                Until.holds("the last reader has left, and the carrier is taken", () -> spins);
            }
        }

        private static int readers() {
            try {
                Field state = RWMutex.class.getDeclaredField("state");
                state.setAccessible(true);
                return state.getInt(MUTEX) >> 3;
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
    }

    private void assertFree() {
        assertEquals("RWMutex (unlocked)", mutex.toString());
        assertTrue(mutex.tryLock());
        mutex.unlock();
    }
}

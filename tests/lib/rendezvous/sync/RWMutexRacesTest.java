package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
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

    private void assertFree() {
        assertEquals("RWMutex (unlocked)", mutex.toString());
        assertTrue(mutex.tryLock());
        mutex.unlock();
    }
}

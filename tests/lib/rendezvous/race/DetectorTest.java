package rendezvous.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What orders what: each test is a run, told to the detector in the order in which it happens. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class DetectorTest {
    private static final Location.Key FIELD = new Location.Key("Counter", "count");
    private static final Site SITE = new Site(null, "Counter", "add", "Counter.java", 3, "Counter", "count");

    private final Detector detector = new Detector();
    private final int main = detector.fork(-1);
    private final int one = detector.fork(main);
    private final int two = detector.fork(main);
    private final Object memory = new Object();
    private final Object sync = new Object();
    private int step;

    private Access write(int actor) {
        return detector.access(actor, memory, FIELD, 0, SITE, ++step, true);
    }

    private Access read(int actor) {
        return detector.access(actor, memory, FIELD, 0, SITE, ++step, false);
    }

    @Test
    void two_writes_race() {
        assertNull(write(one));
        Access racing = write(two);
        assertEquals(one, racing.actor());
        assertEquals(1, racing.step());
        assertTrue(racing.writes());
    }

    @Test
    void a_read_and_a_write_race_in_either_order() {
        assertNull(write(one));
        assertNotNull(read(two));
        Detector other = new Detector();
        int a = other.fork(-1);
        int b = other.fork(a);
        assertNull(other.access(a, memory, FIELD, 0, SITE, 1, false));
        Access racing = other.access(b, memory, FIELD, 0, SITE, 2, true);
        assertEquals(a, racing.actor());
        assertTrue(!racing.writes());
    }

    @Test
    void reads_do_not_race() {
        assertNull(read(one));
        assertNull(read(two));
        assertNull(read(main));
    }

    @Test
    void any_of_several_reads_races_with_a_write() {
        read(one);
        read(two);
        detector.release(two, sync);
        detector.acquire(main, sync);
        Access racing = write(main);
        assertEquals(one, racing.actor());
    }

    @Test
    void one_actor_does_not_race_with_itself() {
        assertNull(write(one));
        assertNull(read(one));
        assertNull(write(one));
    }

    @Test
    void different_memory_does_not_race() {
        write(one);
        assertNull(detector.access(two, memory, new Location.Key("Counter", "other"), 0, SITE, 2, true));
        assertNull(detector.access(two, new Object(), FIELD, 0, SITE, 3, true));
        assertNull(detector.access(one, sync, null, 1, SITE, 4, true));
        assertNull(detector.access(two, sync, null, 2, SITE, 5, true));
        assertNotNull(detector.access(two, sync, null, 1, SITE, 6, false));
    }

    @Test
    void equal_objects_are_different_memory() {
        Object a = new String("x");
        Object b = new String("x");
        assertNull(detector.access(one, a, FIELD, 0, SITE, 1, true));
        assertNull(detector.access(two, b, FIELD, 0, SITE, 2, true));
    }

    @Test
    void a_start_orders_what_came_before_it_only() {
        write(main);
        int child = detector.fork(main);
        assertNull(read(child));
        write(child);
        assertNotNull(read(main));
    }

    @Test
    void what_the_parent_does_after_the_start_is_not_ordered() {
        int child = detector.fork(main);
        write(main);
        assertNotNull(read(child));
    }

    @Test
    void one_without_a_parent_knows_all() {
        write(one);
        int child = detector.fork(-1);
        assertNull(write(child));
    }

    @Test
    void who_follows_another_knows_all_that_it_did() {
        write(one);
        detector.follow(main, one);
        assertNull(write(main));
        write(one);
        assertNotNull(read(main));
    }

    @Test
    void a_release_orders_what_came_before_it_with_what_comes_after_an_acquire() {
        write(one);
        detector.release(one, sync);
        detector.acquire(two, sync);
        assertNull(write(two));
        assertNotNull(write(one));
    }

    @Test
    void what_is_done_after_a_release_is_not_ordered() {
        detector.release(one, sync);
        write(one);
        detector.acquire(two, sync);
        assertNotNull(write(two));
    }

    @Test
    void another_object_orders_nothing() {
        write(one);
        detector.release(one, sync);
        detector.acquire(two, new Object());
        assertNotNull(write(two));
    }

    @Test
    void order_is_passed_on() {
        Object other = new Object();
        write(one);
        detector.release(one, sync);
        detector.acquire(main, sync);
        detector.release(main, other);
        detector.acquire(two, other);
        assertNull(read(two));
    }

    @Test
    void unbuffered_a_send_orders_both_ways() {
        write(one);
        detector.sent(one, sync, 0);
        detector.received(two, sync, 0);
        assertNull(write(two));
        Object before = new Object();
        Detector other = new Detector();
        int a = other.fork(-1);
        int b = other.fork(a);
        other.access(b, before, FIELD, 0, SITE, 1, true); // before it receives
        other.sent(a, sync, 0);
        other.received(b, sync, 0);
        assertNull(other.access(a, before, FIELD, 0, SITE, 2, true)); // after the send
    }

    @Test
    void unbuffered_what_the_sender_does_after_the_send_is_not_ordered() {
        detector.sent(one, sync, 0);
        detector.received(two, sync, 0);
        write(one);
        assertNotNull(read(two));
    }

    @Test
    void buffered_a_receive_does_not_order_the_send_that_filled_its_slot() {
        write(two); // before it receives
        detector.sent(one, sync, 1);
        detector.received(two, sync, 1);
        assertNotNull(write(one)); // after the send: nothing tells it that it was received
    }

    @Test
    void buffered_a_receive_orders_the_send_that_takes_its_room() {
        write(two);
        detector.sent(one, sync, 1);
        detector.received(two, sync, 1);
        detector.sent(one, sync, 1);
        assertNull(write(one));
    }

    @Test
    void buffered_values_are_ordered_one_by_one() {
        detector.sent(one, sync, 2);
        write(one);
        detector.sent(one, sync, 2);
        detector.received(two, sync, 2);
        assertNotNull(read(two)); // only the first was received, which was sent before the write
    }

    @Test
    void buffered_the_second_value_brings_the_order() {
        detector.sent(one, sync, 2);
        write(one);
        detector.sent(one, sync, 2);
        detector.received(two, sync, 2);
        detector.received(two, sync, 2);
        assertNull(read(two));
    }

    @Test
    void many_locations_are_kept_apart() {
        Object[] bases = new Object[5_000];
        for (int i = 0; i < bases.length; i++) {
            bases[i] = new Object();
            assertNull(detector.access(one, bases[i], FIELD, 0, SITE, i, true));
        }
        assertEquals(bases.length, detector.locations());
        for (Object base : bases) {
            assertNotNull(detector.access(two, base, FIELD, 0, SITE, 1, false));
        }
    }
}

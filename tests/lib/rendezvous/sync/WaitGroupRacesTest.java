package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.World;
import rendezvous.testing.Until;

/** An order of steps that chance hardly ever finds. */
class WaitGroupRacesTest {
    private final WaitGroup group = new WaitGroup();

    @Test
    void one_more_that_is_counted_while_the_last_is_about_to_let_go_is_not_lost() throws Exception {
        Thread last = Thread.ofPlatform().daemon().unstarted(group::done);
        World world = World.watched(event -> {
            // Told under the lock that the last one needs to let this waiter go.
            if (event.kind() == Event.Kind.BLOCK) {
                last.start();
                Until.holds(
                        "the last one has seen the counter at one, and waits for the lock", () -> waitsForLock(last));
                group.add(1);
            }
        });
        group.add(1);
        Goroutine waiter = Goroutine.start("waiter", world, group::await);
        Until.holds("the counter was counted down", () -> last.getState() == Thread.State.TERMINATED);
        assertEquals("WaitGroup (counter 1, 1 waiting)", group.toString());
        group.done();
        waiter.await();
        assertEquals("WaitGroup (counter 0)", group.toString());
    }

    private static boolean waitsForLock(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Spinlock.class.getName()));
    }
}

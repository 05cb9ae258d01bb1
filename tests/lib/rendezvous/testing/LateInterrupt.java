package rendezvous.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;
import rendezvous.runtime.Body;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/**
 * The one order of an interrupt and the end of a wait that chance hardly ever finds: the interrupted thread has decided
 * to give up, and finds under the lock that its wait was ended meanwhile. Then what was done counts.
 *
 * <p>A probe makes it: it is told under the lock, just before the wait is over, and interrupts the thread then.
 */
public final class LateInterrupt {
    private final Thread[] waiting = new Thread[1];
    private final boolean[] flag = new boolean[1];
    private int interrupts;

    private final World world = new World(this::on) {
        @Override
        protected Thread start(String name, Runnable code) {
            return Thread.ofPlatform().daemon().start(code); // each runs whatever the others do
        }
    };

    private void on(Event event) {
        if (event.kind() == Event.Kind.UNBLOCK && interrupts == 0) {
            interrupts++;
            waiting[0].interrupt();
            Until.holds("the thread has seen its interrupt", () -> !waiting[0].isInterrupted());
        }
    }

    /** Runs the operation in a goroutine that waits, ends its wait with the action, and sees it return normally. */
    public void run(Body operation, BooleanSupplier waits, Body action) throws Exception {
        Goroutine goroutine = Goroutine.start("late", world, () -> {
            waiting[0] = Thread.currentThread();
            operation.run();
            flag[0] = Thread.interrupted();
        });
        Until.holds("the operation waits", waits);
        Until.holds("its thread waits", () -> waiting[0] != null && waiting[0].getState() == Thread.State.WAITING);
        action.run();
        goroutine.await();
        assertEquals(1, interrupts, "interrupts at the moment in question");
        assertTrue(flag[0], "the flag is set again");
    }
}

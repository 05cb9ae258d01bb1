package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.context.Contexts.isClosed;
import static rendezvous.context.Contexts.node;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.World;
import rendezvous.testing.Until;

/** Orders of steps that chance hardly ever finds. */
class RacesTest {
    private final CancelContext ctx = Context.withCancel(Context.background());

    @Test
    void rule_83_err_is_not_told_between_the_end_and_the_close_of_done() throws Exception {
        AtomicReference<Thread> asker = new AtomicReference<>();
        AtomicReference<Boolean> closed = new AtomicReference<>();
        World world = World.watched(event -> {
            // Told under the lock of the channel, which cannot be closed meanwhile.
            if (event.kind() == Event.Kind.BLOCK && asker.get() == null) {
                Thread.ofPlatform().daemon().start(ctx::cancel);
                Until.holds("it has ended", () -> node(ctx).outcome() != null);
                asker.set(Thread.ofPlatform().daemon().start(() -> closed.set(ctx.err() != null && isClosed(ctx))));
                Until.holds(
                        "whoever asks has waited, or not cared to",
                        () -> closed.get() != null || waitsForLock(asker.get()));
            }
        });
        Goroutine waiter = Goroutine.start("waiter", world, () -> ctx.done().await());
        waiter.await();
        asker.get().join();
        assertTrue(closed.get());
    }

    private static boolean waitsForLock(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Spinlock.class.getName()));
    }

    /** A thread that is interrupted in two steps. */
    private static final class Slow extends Thread {
        private volatile boolean asked;
        private volatile boolean delivered;
        private volatile boolean returned;

        Slow(Runnable code) {
            super(code);
            setDaemon(true);
        }

        @Override
        public void interrupt() {
            if (Thread.currentThread() == this) { // the library sets the flag again
                super.interrupt();
                return;
            }
            asked = true;
            Until.holds("the call waits for its interrupt, or not", () -> getState() == State.WAITING || returned);
            super.interrupt();
            Until.holds("it has seen it", () -> returned || (!isInterrupted() && getState() == State.WAITING));
            delivered = true;
        }

        void interruptAtOnce() {
            super.interrupt();
        }
    }

    @Test
    void a_call_does_not_return_before_the_interrupt_that_is_on_its_way() throws Exception {
        assertEquals("delivered, no flag", callThatIsInterruptedAtItsEnd(false));
    }

    @Test
    void nor_does_it_leave_the_flag_of_one_that_comes_at_the_last_moment() throws Exception {
        assertEquals("delivered, no flag", callThatIsInterruptedAtItsEnd(true));
    }

    /** Says what was when the call returned. */
    private String callThatIsInterruptedAtItsEnd(boolean again) throws Exception {
        Slow[] thread = new Slow[1];
        boolean[] done = new boolean[1];
        String[] found = new String[1];
        World world =
                new World(event -> {
                    // Told under the lock of the channel by whoever ends the wait, just before it is over.
                    if (again && event.kind() == Event.Kind.UNBLOCK && thread[0].delivered && !done[0]) {
                        done[0] = true;
                        thread[0].interruptAtOnce();
                        Until.holds("the thread has seen it", () -> !thread[0].isInterrupted());
                    }
                }) {
                    @Override
                    protected Thread start(String name, Runnable code) {
                        if (thread[0] != null) {
                            return Thread.ofPlatform().daemon().start(code); // whoever interrupts
                        }
                        thread[0] = new Slow(code);
                        thread[0].start();
                        return thread[0];
                    }
                };
        Goroutine caller = Goroutine.start("caller", world, () -> {
            Context.<Boolean, RuntimeException>call(ctx, () -> {
                ctx.cancel();
                Until.holds("the interrupt is on its way", () -> thread[0].asked);
                return true;
            });
            found[0] =
                    (thread[0].delivered ? "delivered, " : "not yet, ") + (Thread.interrupted() ? "flag" : "no flag");
            thread[0].returned = true;
        });
        caller.await();
        assertEquals(again, done[0]);
        return found[0];
    }
}

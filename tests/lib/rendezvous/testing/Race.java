package rendezvous.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import rendezvous.runtime.Body;

/**
 * An interrupt of a thread that waits, against what would end its wait, in every order.
 *
 * <p>Whatever comes first, the thread must either throw, with the flag cleared, or return normally, with the flag set.
 * Some rounds have a fixed order, so that both outcomes are seen for certain; the rest leave it to chance.
 */
public final class Race {
    private final Setup setup;
    private final Random random = new Random(7);
    private volatile boolean interrupted;
    private int returned;
    private int thrown;
    private int rounds;

    /** Creates a race between threads of the kind under test. */
    public Race(Setup setup) {
        this.setup = setup;
    }

    /** Starts the operation that waits, and returns once it does; the task yields whether it returned normally. */
    public Task<Boolean> start(Body operation, BooleanSupplier waits) {
        interrupted = false;
        Task<Boolean> task = setup.call(() -> {
            boolean done;
            try {
                operation.run();
                done = true;
            } catch (InterruptedException e) {
                done = false;
            }
            boolean flag = false;
            do {
                flag |= Thread.interrupted();
                LockSupport.parkNanos(10_000);
            } while (!interrupted);
            flag |= Thread.interrupted();
            assertEquals(done, flag, "flag set, if and only if the operation was done");
            return done;
        });
        Until.holds("the operation waits", waits);
        task.untilParked();
        return task;
    }

    /** Ends the wait by the action while another thread interrupts; returns what the action returned. */
    public <R> R against(Task<Boolean> waiting, Callable<R> action) {
        int order = rounds++ % 4;
        SpinBarrier barrier = new SpinBarrier(2);
        int delay = random.nextInt(200);
        Callable<R> act = () -> {
            spin(order == 3 ? delay : 0);
            return action.call();
        };
        Body interrupt = () -> {
            spin(order == 2 ? delay : 0);
            waiting.interrupt();
            interrupted = true;
        };
        try {
            R result;
            if (order == 0) {
                result = act.call();
                interrupt.run();
            } else if (order == 1) {
                interrupt.run();
                Until.holds("the interrupted one has ended", waiting::isDone);
                result = act.call();
            } else {
                Task<Boolean> interrupter = setup.run(() -> {
                    barrier.await();
                    interrupt.run();
                });
                barrier.await();
                result = act.call();
                interrupter.get();
            }
            count(order, waiting.get());
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("the test's own action failed", e);
        }
    }

    private void count(int order, boolean done) {
        if (order < 2) {
            assertEquals(order == 0, done, "what came first decides");
        }
        if (done) {
            returned++;
        } else {
            thrown++;
        }
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    /** Fails unless both outcomes were seen. */
    public void bothHappened() {
        assertTrue(returned >= rounds / 4 && thrown >= rounds / 4, returned + " returned, " + thrown + " threw");
    }
}

package rendezvous.lab;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Wait;
import rendezvous.runtime.WaitQueue;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * The monitors of one run: what {@code synchronized}, {@code wait} and {@code notify} of rewritten code come to. The JVM's
 * own would take a thread off and bring it back by another thread, which no schedule could repeat.
 */
final class Monitors {
    /** A monitor that somebody is in, or waits for. */
    private static final class Monitor {
        private final WaitQueue entering = new WaitQueue();
        private final WaitQueue waiting = new WaitQueue();
        private @Nullable Strand owner;
        private int times; // that the owner has entered it

        private boolean isFree() {
            return owner == null && entering.isEmpty() && waiting.isEmpty();
        }
    }

    private final IdentityHashMap<Object, Monitor> monitors = new IdentityHashMap<>();
    private final World world;

    Monitors(World world) {
        this.world = world;
    }

    /** Enters; waits while another is in it. Not interruptible, as the JVM's are not. */
    void enter(Strand me, Object object) {
        enter(me, object, 1);
    }

    private void enter(Strand me, Object object, int times) {
        Monitor monitor = of(object);
        boolean interrupted = false;
        while (monitor.owner != null && monitor.owner != me) {
            Waiter waiter = new Waiter(null);
            monitor.entering.add(waiter, Wait.LOCK, object);
            while (!waiter.await(object)) {
                interrupted = true;
            }
            monitor = of(object); // another may have come, left, and taken what nobody wanted any more with it
        }
        monitor.owner = me;
        monitor.times += times;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Monitor of(Object object) {
        return monitors.computeIfAbsent(object, _ -> new Monitor());
    }

    /** Leaves. Throws nothing if the strand is in it. */
    void exit(Strand me, Object object) {
        Monitor monitor = held(me, object);
        if (--monitor.times == 0) {
            free(monitor, object);
        }
    }

    private void free(Monitor monitor, Object object) {
        monitor.owner = null;
        Waiter next = monitor.entering.poll();
        if (next != null) {
            next.unblocked(object, World.watched());
            next.settle(null);
            next.wake();
        } else if (monitor.isFree()) {
            monitors.remove(object);
        }
    }

    private Monitor held(Strand me, Object object) {
        Monitor monitor = monitors.get(object);
        if (monitor == null || monitor.owner != me) {
            throw new IllegalMonitorStateException(
                    me.name() + " is not in the monitor of " + named(object) + ": want it inside synchronized");
        }
        return monitor;
    }

    boolean isHeld(Strand me, Object object) {
        Monitor monitor = monitors.get(object);
        return monitor != null && monitor.owner == me;
    }

    boolean isHeldByAnother(Strand me, Object object) {
        Monitor monitor = monitors.get(object);
        return monitor != null && monitor.owner != null && monitor.owner != me;
    }

    /** Leaves, waits for a notification, and enters again. */
    void await(Strand me, Object object, long nanos) throws InterruptedException {
        Monitor monitor = held(me, object);
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it waits for a notification");
        }
        Waiter waiter = new Waiter(null);
        monitor.waiting.add(waiter, Wait.COND, object);
        int times = monitor.times;
        monitor.times = 0;
        free(monitor, object);
        boolean interrupted = false;
        if (nanos == 0) {
            interrupted = !waiter.await(object) && waiter.giveUp(object);
        } else {
            switch (waiter.awaitUntil(object, world.nanoTime() + nanos)) {
                case SETTLED -> {}
                case INTERRUPTED -> interrupted = waiter.giveUp(object);
                case TIMED_OUT -> timedOut(waiter, object);
            }
        }
        enter(me, object, times);
        if (interrupted) {
            throw new InterruptedException("interrupted while it waits for a notification");
        }
    }

    private static void timedOut(Waiter waiter, Object object) {
        if (waiter.isQueued()) {
            waiter.leave();
            waiter.unblocked(object, null);
        }
    }

    /** Ends the wait of the one that has waited longest, or of all. */
    void signal(Strand me, Object object, boolean all) {
        Monitor monitor = held(me, object);
        Waiter next = monitor.waiting.poll();
        while (next != null) {
            next.unblocked(object, World.watched());
            next.settle(null);
            next.wake();
            next = all ? monitor.waiting.poll() : null;
        }
    }

    private static String named(Object object) {
        return object instanceof Class<?> type
                ? type.getSimpleName() + ".class"
                : "a " + object.getClass().getSimpleName();
    }
}

package rendezvous.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Probe;
import rendezvous.runtime.World;

/** The real world, but for its carriers, which are ours and tell what they do. */
final class CarrierWorld extends World {
    private static final long GRACE_MILLIS = 200;

    private final JdkInternals internals;
    private final Announced announced;
    private final BlockingQueue<Turn> ready = new LinkedBlockingQueue<>();
    private final List<Thread> carriers = new ArrayList<>();

    private CarrierWorld(JdkInternals internals, Announced announced) {
        super(announced);
        this.internals = internals;
        this.announced = announced;
    }

    /** Makes a world and starts its carriers. */
    static CarrierWorld make(JdkInternals internals, int carriers, Probe probe) {
        CarrierWorld world = new CarrierWorld(internals, new Announced(probe));
        for (int i = 0; i < carriers; i++) {
            int number = i;
            world.carriers.add(Thread.ofPlatform()
                    .daemon()
                    .inheritInheritableThreadLocals(false)
                    .name("rendezvous-carrier-" + number)
                    .start(() -> world.carry(number)));
        }
        return world;
    }

    /** Passes all on, and keeps the goroutine whose start was told: its thread is started next, by the same thread. */
    private static final class Announced implements Probe {
        private static final ThreadLocal<@Nullable Goroutine> LAST = new ThreadLocal<>();
        private final Probe probe;

        Announced(Probe probe) {
            this.probe = probe;
        }

        @Override
        public void on(Event event) {
            if (event.kind() == Event.Kind.START) {
                LAST.set(event.goroutine());
            }
            probe.on(event);
        }

        Goroutine take() {
            Goroutine goroutine = Objects.requireNonNull(LAST.get(), "a thread that is no goroutine's");
            LAST.remove();
            return goroutine;
        }
    }

    /** A goroutine that waits for a carrier; without one, the end of the carrier that takes it. */
    private record Turn(@Nullable Carried carried, @Nullable Runnable continuation) {}

    /** A goroutine to its scheduler. */
    private final class Carried implements Executor {
        private final Goroutine goroutine;
        private int on = -1; // guarded by this, as the next is
        private long mounts;

        Carried(Goroutine goroutine) {
            this.goroutine = goroutine;
        }

        @Override
        public void execute(Runnable continuation) {
            tell(Event.Kind.READY, goroutine, null, null, null);
            ready.add(new Turn(this, continuation));
        }

        /** Another carrier can have it before the one it has left says so: then it is said by that. */
        private synchronized long mount(int carrier) {
            if (on >= 0) {
                tell(Event.Kind.UNMOUNT, goroutine, null, on, null);
            }
            on = carrier;
            tell(Event.Kind.MOUNT, goroutine, null, carrier, null);
            return ++mounts;
        }

        private synchronized void unmount(long mount) {
            if (mounts == mount && on >= 0) {
                tell(Event.Kind.UNMOUNT, goroutine, null, on, null);
                on = -1;
            }
        }
    }

    private void carry(int number) {
        try {
            for (Turn turn = ready.take(); turn.carried != null; turn = ready.take()) {
                long mount = turn.carried.mount(number);
                Objects.requireNonNull(turn.continuation).run();
                turn.carried.unmount(mount);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that but a debugger; the carrier ends
        }
    }

    @Override
    protected Thread start(@Nullable String name, Runnable code) {
        Thread thread = internals.make(new Carried(announced.take()), name, code);
        internals.launch(thread);
        return thread;
    }

    /** Ends the carriers once nobody can run any more; returns how many do not end since something runs on them. */
    int close() {
        carriers.forEach(any -> ready.add(new Turn(null, null)));
        int lost = 0;
        boolean interrupted = false;
        long deadline = System.nanoTime() + GRACE_MILLIS * 1_000_000;
        for (Thread carrier : carriers) {
            try {
                long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
                carrier.join(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            lost += carrier.isAlive() ? 1 : 0;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return lost;
    }

    @Override
    public String toString() {
        return "a run on carriers of its own";
    }
}

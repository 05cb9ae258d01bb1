package rendezvous.runtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks, from time to time, whether a wait of a thread that is no goroutine can ever end: see {@link DeadlockError}.
 *
 * <p>All of it is done by the thread that waits, which has nothing else to do. Goroutines do nothing for it: they park
 * with their {@link Waiter} as the blocker, and that is where it is found.
 *
 * <p><b>Why it is certain.</b> Somebody has to run in order to wake a thread. So it is shown that there is a moment at
 * which nobody does. First all who are known are seen asleep, each in a waiter ({@link Sleepers}). Then it is looked for
 * whoever else could act: an alarm, another thread, code that comes from outside. At last all are seen again, in the
 * same waiters, not settled and not interrupted, and no goroutine and no thread was made in between. A waiter is used
 * once. So each was asleep from the first look to the second, and so were all at the moment between; whoever else lived at
 * that moment would have been found later, or what he did would have been.
 */
final class DeadlockCheck {
    private static final boolean ON = !"off".equals(System.getProperty("rendezvous.deadlock"));

    /** How long a thread waits before it looks for the first time: most waits are over by then. */
    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(40);

    /** How long it waits from one look to the next. */
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    /** How long at most while a look is dear, since all virtual threads have to be asked for. */
    private static final long SELDOM = TimeUnit.MILLISECONDS.toNanos(400);

    /** After how long it is told that only goroutines of earlier parts are left. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    /** A look may take the share of the time that this is the inverse of. */
    private static final int SHARE = 25;

    /** One thread looks at a time; for it the others are asleep. */
    private static final AtomicBoolean LOOKING = new AtomicBoolean();

    private final Waiter waiter;
    private long next = System.nanoTime() + FIRST;
    private long pause = AGAIN;
    private boolean dear;
    private boolean doubtTold;
    private @Nullable DeadlockError error;

    DeadlockCheck(Waiter waiter) {
        this.waiter = waiter;
    }

    /** Returns whether a thread of a world looks when it waits. */
    static boolean isFor(Thread thread, World world) {
        return ON && !thread.isVirtual() && world.equals(World.REAL) && Host.hasNobodyYetToCome(thread);
    }

    /** Parks until somebody unparks the thread, or it is time to look; then looks. Returns whether it is a deadlock. */
    boolean parkAndLook() {
        LockSupport.parkNanos(waiter, next - System.nanoTime());
        long now = System.nanoTime();
        if (next - now > 0 || !waiter.isParked()) {
            return false;
        }
        if (!LOOKING.compareAndSet(false, true)) {
            next = now + AGAIN / 2;
            return false;
        }
        try {
            look();
        } finally {
            LOOKING.set(false);
        }
        long end = System.nanoTime();
        next = end + Math.max(pause, SHARE * (end - now));
        return error != null;
    }

    /** Returns the error to throw. */
    @Nullable
    DeadlockError error() {
        return error;
    }

    private void look() {
        Sleepers sleepers = new Sleepers(waiter);
        long threads = Strangers.threadsMade();
        dear = false;
        boolean all = sleepers.allSleep();
        if ((all || isTimeToTell(sleepers))
                && Alarms.REAL.areSilent()
                && nobodyElseCouldAct(sleepers)
                && Strangers.threadsMade() == threads + 1) {
            if (all) {
                error = sleepers.error();
            } else {
                doubtTold = true;
                Host.tell(sleepers.doubt());
            }
        }
        pause = dear ? Math.min(2 * pause, SELDOM) : AGAIN;
    }

    private boolean isTimeToTell(Sleepers sleepers) {
        return !doubtTold
                && Host.wantsDoubt()
                && System.nanoTime() - waiter.since() > PATIENCE
                && sleepers.allOfPresentPartSleep();
    }

    /** The cheap questions first. */
    private boolean nobodyElseCouldAct(Sleepers sleepers) {
        dear = Strangers.allSleep(sleepers);
        return dear
                && VirtualThreads.areAll(sleepers.goroutineThreads())
                && sleepers.allSleepOn()
                && Outside.isSilent()
                && sleepers.allSleepOn();
    }
}

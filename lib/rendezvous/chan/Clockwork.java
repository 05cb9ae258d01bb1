package rendezvous.chan;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Alarm;
import rendezvous.runtime.Homed;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.World;

/**
 * What drives a timer or ticker: the moment when it is due, and the alarm for that moment.
 *
 * <p>The alarm is set only while it is {@linkplain #isWanted wanted}. A timer on whose channel nobody waits needs none:
 * whoever comes to receive looks at the clock and finds out whether it is due. So it has not fired before its value is
 * received, and stopping it takes back what was not received, without a value to be discarded; it costs nothing when it
 * is stopped in time, which is what becomes of most; and nothing holds it but its users. While somebody waits, the
 * alarm holds the clockwork and the clockwork those who wait. This is how Go's runtime does it since Go 1.23.
 *
 * <p>An alarm cannot be called off for certain: it may be about to run. So it only makes the clockwork look at the clock,
 * and only if it is the one that counts; all else is judged under the lock by what the clock says then.
 */
abstract sealed class Clockwork implements Homed permits ChannelClockwork, CallClockwork {
    private static final Alarm CALLED_OFF = () -> false;

    final World world = World.current();
    private final @Nullable World home = World.home();
    final Spinlock lock = new Spinlock(); // guards what follows, and what the clockwork drives

    private boolean set;
    private long due; // while it is set
    private long period; // 0 if it is due once
    private @Nullable Ring ring; // the alarm that counts; null if there is none

    /** Whether it needs an alarm, provided that it is set. The lock is held. */
    abstract boolean isWanted();

    /** Does what is to be done when it is due, if it is. The lock is held. */
    abstract void strike();

    /** Gives the lock back after a {@link #strike}, and does what of it must not be done under the lock. */
    abstract void release();

    /**
     * Sets it, from now on.
     *
     * @param nanos in how many nanoseconds it is due
     * @param every after how many it is due again, and so on; 0 for once
     * @return whether it was set before
     */
    final boolean set(long nanos, long every) {
        World.point("sets the", this);
        long moment = world.nanoTime() + nanos;
        lock.lock();
        boolean before = set;
        set = true;
        due = moment;
        period = every;
        lock.unlock();
        adjust();
        return before;
    }

    /** Makes it never be due; returns whether it was set. */
    final boolean stop() {
        World.point("stops the", this);
        lock.lock();
        boolean before = set;
        set = false;
        lock.unlock();
        adjust();
        return before;
    }

    @Override
    public final @Nullable World home() {
        return home;
    }

    /** Returns whether it is set. */
    final boolean isSet() {
        lock.lock();
        boolean now = set;
        lock.unlock();
        return now;
    }

    /** Returns since how many nanoseconds it has been due; negative if it is not. The lock is held. */
    final long late() {
        return set ? world.nanoTime() - due : -1;
    }

    /** Returns the time of day when it was due. */
    final Instant dueSince(long late) {
        return world.now().minusNanos(late);
    }

    /** Notes that it was due, and that this had its effect. The lock is held. */
    final void done(long late) {
        if (period == 0) {
            set = false;
        } else {
            due += period + late / period * period; // what was missed stays missed, and the beat is kept
        }
    }

    /**
     * Sets or calls off the alarm as it is needed now. To be called, with no lock held, after whatever may change that:
     * setting and stopping, and that somebody begins or ceases to wait.
     */
    final void adjust() {
        Ring wrong = null;
        Ring right = null;
        lock.lock();
        try {
            boolean needed = set && isWanted();
            if (ring != null && !(needed && ring.at == due)) {
                wrong = ring;
                ring = null;
            }
            if (needed && ring == null) {
                right = new Ring(due);
                ring = right;
            }
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (wrong != null) {
            wrong.callOff();
        }
        if (right != null) {
            right.setOff();
        }
    }

    private void rung(Ring which) {
        lock.lock();
        try {
            if (ring == which) {
                ring = null;
                strike();
            }
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        release();
        adjust();
    }

    /** One alarm. */
    private final class Ring extends AtomicReference<@Nullable Alarm> implements Runnable {
        private final long at;

        Ring(long at) {
            super(null);
            this.at = at;
        }

        void setOff() {
            Alarm alarm;
            try {
                alarm = world.schedule(at - world.nanoTime(), this);
            } catch (Throwable t) {
                forget(this);
                throw t;
            }
            if (!compareAndSet(null, alarm)) {
                alarm.cancel();
            } else if (world.nanoTime() - at >= 0) {
                callOff(); // the moment came meanwhile, and the alarm was set by the time that was left before
                run();
            }
        }

        void callOff() {
            Alarm alarm = getAndSet(CALLED_OFF);
            if (alarm != null) {
                alarm.cancel();
            }
        }

        @Override
        public void run() {
            rung(this);
        }
    }

    /** Notes that the alarm could not be set, so that the next adjustment sets another. */
    private void forget(Ring failed) {
        lock.lock();
        if (ring == failed) {
            ring = null;
        }
        lock.unlock();
    }
}

package rendezvous.chan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Wait;
import rendezvous.runtime.Waiter;

/** Drives a channel from which the time can be received once it is due. */
final class ChannelClockwork extends Clockwork {
    private final String label;
    private final Chan<Instant> channel = Chan.driven(this);

    /**
     * Creates one that is not set.
     *
     * @param label what messages call the channel
     */
    ChannelClockwork(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    ReceiveChan<Instant> channel() {
        return channel;
    }

    /** Takes the value if it is due; else returns null. The lock is held. */
    @Nullable
    Instant poll() {
        long late = late();
        if (late < 0) {
            return null;
        }
        Instant value = dueSince(late);
        done(late);
        return value;
    }

    @Override
    boolean isWanted() {
        return channel.waiting(Wait.RECEIVE) > 0;
    }

    @Override
    void strike() {
        long late = late();
        if (late >= 0 && channel.offer(dueSince(late)) == ChanState.Offer.TAKEN) {
            done(late);
        }
    }

    @Override
    void release() {
        channel.release();
    }

    /** Sees to it that somebody who has queued up will be served. If that fails, they no longer wait. */
    void attend(Waiter waiter) {
        try {
            adjust();
        } catch (Throwable t) {
            lock.lock();
            waiter.leave();
            lock.unlock();
            waiter.unblocked(channel, null);
            throw t;
        }
    }
}

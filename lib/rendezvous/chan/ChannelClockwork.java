package rendezvous.chan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Drives a channel from which the time can be received once it is due. */
final class ChannelClockwork extends Clockwork {
    private final Chan<Instant> channel;

    /**
     * Creates one that is not set.
     *
     * @param label what messages call the channel
     */
    ChannelClockwork(String label) {
        channel = Chan.driven(label, this);
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
        return channel.hasReceivers();
    }

    @Override
    void strike() {
        long late = late();
        if (late >= 0 && channel.give(dueSince(late))) {
            done(late);
        }
    }

    @Override
    void release() {
        channel.releaseAndWake();
    }
}

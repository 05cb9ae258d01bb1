package rendezvous.lab;

import java.util.concurrent.TimeUnit;

/** How long runs of one body wait, on the real clock, for somebody outside who may have a part in them. */
final class Patience {
    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LATER = TimeUnit.MILLISECONDS.toNanos(2);

    private long nanos = FIRST;

    /** Returns how long to wait now, in nanoseconds. */
    long nanos() {
        return nanos;
    }

    /** Notes that nobody came: the next run of the same body need not wait for long. */
    void wasInVain() {
        nanos = LATER;
    }
}

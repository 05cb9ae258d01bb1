package rendezvous.chan;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Chosen;
import rendezvous.runtime.Wait;
import rendezvous.runtime.World;

/** One thing that a select can do: an operation on a channel, a time to wait, or the default. */
class Case {
    /** What a case is. */
    enum Kind {
        SEND(Wait.SEND, Chosen.Way.SEND),
        RECEIVE(Wait.RECEIVE, Chosen.Way.RECEIVE),
        CLOSE(Wait.CLOSE, Chosen.Way.CLOSE),
        TIMEOUT(Wait.SLEEP, Chosen.Way.TIMEOUT),
        DEFAULT(Wait.NEVER, Chosen.Way.DEFAULT);

        final Wait wait;
        final Chosen.Way way;

        Kind(Wait wait, Chosen.Way way) {
            this.wait = wait;
            this.way = way;
        }
    }

    final Kind kind;
    final Chan<?> chan; // Chan.never() if it is about none

    @Nullable
    Object value; // what to send

    final long nanos; // how long to wait

    private Case(Kind kind, @Nullable Object chan, @Nullable Object value, long nanos) {
        this.kind = kind;
        this.chan = (Chan<?>) Objects.requireNonNull(
                chan, "select case: got a null channel, want a channel; Chan.never() is never ready");
        this.value = value;
        this.nanos = nanos;
        World.checkHome(this.chan);
        if (kind == Kind.SEND && value == null) {
            throw this.chan.nullValue();
        }
    }

    /** A case that copies another. */
    Case(Case other) {
        this.kind = other.kind;
        this.chan = other.chan;
        this.value = other.value;
        this.nanos = other.nanos;
    }

    Case(Kind kind, ReceiveChan<?> chan) {
        this(kind, chan, null, 0);
    }

    Case(SendChan<?> chan, Object value) {
        this(Kind.SEND, chan, value, 0);
        this.chan.checkNotDriven("send on");
    }

    Case(Duration duration) {
        this(Kind.TIMEOUT, Chan.never(), null, nanos(duration));
    }

    /** The default. */
    Case() {
        this(Kind.DEFAULT, Chan.never(), null, 0);
    }

    /** The duration in nanoseconds; about 292 years if it is longer. */
    private static long nanos(Duration duration) {
        Objects.requireNonNull(duration, "select case: got a null duration, want how long to wait");
        try {
            return duration.toNanos();
        } catch (ArithmeticException e) {
            return duration.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }

    /** Whether it is an operation on a channel that can be ready. */
    boolean isLive() {
        return !chan.isNever();
    }

    /** Does it if that needs no waiting: returns what came of it, or null. The channel's lock is held. */
    @Nullable
    Object attempt() {
        return switch (kind) {
            case RECEIVE -> chan.poll();
            case SEND ->
                switch (chan.offer(Objects.requireNonNull(value))) {
                    case TAKEN -> this;
                    case CLOSED -> ChanState.CLOSED;
                    case REFUSED -> null;
                };
            case CLOSE -> chan.ended() ? ChanState.CLOSED : null;
            default -> null;
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SEND -> "send on " + chan.label();
            case RECEIVE -> "receive from " + chan.label();
            case CLOSE -> "close of " + chan.label();
            case TIMEOUT -> "timeout";
            case DEFAULT -> "default";
        };
    }
}

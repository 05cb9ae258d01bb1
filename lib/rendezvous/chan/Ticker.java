package rendezvous.chan;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import rendezvous.runtime.World;

/**
 * An event again and again at a fixed period: Go's {@code time.Ticker}. After each period a tick, the time, can be
 * received from its channel.
 *
 * {@snippet :
 * Ticker ticker = Ticker.of(Duration.ofMillis(5));
 * Instant first = ticker.c().receive();
 * Instant second = ticker.c().receive();
 * println(first.isBefore(second));                // Output: true
 * ticker.stop();
 * println(ticker.c().tryReceive().isPresent());   // Output: false
 * }
 *
 * <p>Ticks keep to the beat: the n-th is due n periods after the ticker was made, however late those before were
 * received. At most one tick waits to be received: it carries the moment when it was due, and those due while it waits
 * are lost.
 *
 * <p>The channel is as an unbuffered one: its length and capacity are 0. {@link #stop} and {@link #reset} take a tick
 * back that was not received yet. The channel is never closed, so that nobody takes the end for a tick: a loop over it
 * needs another way out.
 *
 * <p>A ticker that nobody refers to can be collected, and need not be stopped. While somebody waits to receive from it,
 * it is kept.
 *
 * <p>It follows the clock of the {@link World} of the goroutine that made it. Safe for use by many threads.
 *
 * <p><b>Memory consistency effects:</b> what a thread did before it made or reset the ticker happens before the receive
 * of a tick that this led to.
 *
 * <p><b>Differs from Go:</b> there, an uninitialized ticker can be declared, and stopping it does nothing; here none can
 * be made. As for a {@link Timer}, who casts the channel to send to it or to close it gets an
 * {@link IllegalStateException}.
 */
public final class Ticker {
    private final ChannelClockwork clockwork = new ChannelClockwork("channel of a ticker");

    private Ticker(long nanos) {
        clockwork.set(nanos, nanos);
    }

    /**
     * Makes a ticker: Go's {@code time.NewTicker}.
     *
     * @param period from one tick to the next, and from now to the first; more than zero
     * @throws IllegalArgumentException if it is zero or negative
     * @throws NullPointerException if it is null
     */
    public static Ticker of(Duration period) {
        return new Ticker(nanos(period));
    }

    /**
     * Returns the channel of a ticker that nobody can stop: Go's {@code time.Tick}.
     *
     * @param period from one tick to the next, and from now to the first; if it is zero or negative there is no ticker,
     *     and the channel is {@link Chan#never()}
     * @throws NullPointerException if it is null
     */
    public static ReceiveChan<Instant> tick(Duration period) {
        return isPositive(period) ? of(period).c() : Chan.never();
    }

    /** Returns the channel from which the ticks can be received: Go's {@code ticker.C}. It is always the same one. */
    public ReceiveChan<Instant> c() {
        return clockwork.channel();
    }

    /**
     * Stops the ticker: no tick can be received until it is reset. Never waits, and does not close the channel. May be
     * called again, to no effect.
     */
    public void stop() {
        clockwork.stop();
    }

    /**
     * Sets the ticker anew, whether it runs or was stopped: the next tick is due one period from now.
     *
     * @param period from one tick to the next, and from now to the first; more than zero
     * @throws IllegalArgumentException if it is zero or negative; the ticker is as it was
     * @throws NullPointerException if it is null; the ticker is as it was
     */
    public void reset(Duration period) {
        long nanos = nanos(period);
        clockwork.set(nanos, nanos);
    }

    private static long nanos(Duration period) {
        if (!isPositive(period)) {
            throw new IllegalArgumentException(
                    "non-positive interval for a ticker: got " + period + ", want more than zero");
        }
        return World.nanos(period);
    }

    private static boolean isPositive(Duration period) {
        Objects.requireNonNull(period, "period of a ticker: got null, want the time between ticks");
        return period.isPositive();
    }

    /** Returns whether it ticks, for people. */
    @Override
    public String toString() {
        return clockwork.isSet() ? "ticker (ticking)" : "ticker (stopped)";
    }
}

package rendezvous.chan;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import rendezvous.runtime.Body;
import rendezvous.runtime.World;

/**
 * One event in the future: Go's {@code time.Timer}. Once its time has passed, the time can be received from its channel,
 * once; or, if it was made by {@link #afterFunc}, a function runs.
 *
 * {@snippet :
 * Timer timer = Timer.of(Duration.ofHours(1));
 * println(timer.stop());                          // Output: true
 * println(timer.stop());                          // Output: false
 * println(timer.reset(Duration.ofMillis(5)));     // Output: false
 * Instant due = timer.c().receive();              // waits 5 ms
 * println(due.isBefore(Instant.now()));           // Output: true
 * println(timer.stop());                          // Output: false
 * }
 *
 * <p>The channel is as an unbuffered one: its length and capacity are 0. {@link #stop} and {@link #reset} take a value
 * back that was not received yet, so no receive that begins after they return yields a value of the time before. The
 * channel is never closed: a receive from it after the timer was stopped, or a second one, waits until the timer is
 * reset. It works in a select and with everything that takes a {@link ReceiveChan}.
 *
 * <p>Durations that are zero or negative mean at once; the longest, of centuries, mean that the timer is not due while
 * the program runs. Precision is that of the machine: never early, and late by what it takes to wake a thread.
 *
 * <p>A timer that nobody refers to can be collected, and need not be stopped. While somebody waits to receive from it,
 * and always if it runs a function, it is kept until then.
 *
 * <p>It follows the clock of the {@link World} of the goroutine that made it. Safe for use by many threads.
 *
 * <p><b>Memory consistency effects:</b> what a thread did before it made or reset the timer happens before the receive of
 * the value, or the run of the function, that this led to.
 *
 * <p><b>Differs from Go:</b> there, an uninitialized timer can be declared, which panics when stopped or reset; here
 * none can be made. There, nothing can be sent to the channel, as its type only receives; here a cast gets around the
 * type, and then {@code send}, {@code trySend} and {@code close} throw {@link IllegalStateException}.
 */
public final class Timer {
    private final Clockwork clockwork;
    private final ReceiveChan<Instant> channel;

    private Timer(Clockwork clockwork, ReceiveChan<Instant> channel) {
        this.clockwork = clockwork;
        this.channel = channel;
    }

    /**
     * Makes a timer that is due after a time: Go's {@code time.NewTimer}.
     *
     * @param duration after how long; zero and negative mean at once
     * @throws NullPointerException if it is null
     */
    public static Timer of(Duration duration) {
        long nanos = nanos(duration);
        ChannelClockwork clockwork = new ChannelClockwork("channel of a timer");
        clockwork.set(nanos, 0);
        return new Timer(clockwork, clockwork.channel());
    }

    /**
     * Makes a timer that runs a function after a time: Go's {@code time.AfterFunc}. The function runs in a goroutine of
     * its own; what it throws is a panic, see {@link rendezvous.runtime.Goroutine}.
     *
     * {@snippet :
     * Chan<String> said = Chan.make();
     * Timer timer = Timer.afterFunc(Duration.ofMillis(5), () -> said.send("now"));
     * println(said.receive());         // Output: now
     * println(timer.stop());           // Output: false
     * }
     *
     * @param duration after how long; zero and negative mean at once
     * @param body the function
     * @throws NullPointerException if either is null
     */
    public static Timer afterFunc(Duration duration, Body body) {
        long nanos = nanos(duration);
        Objects.requireNonNull(body, "function of a timer: got null, want what it runs");
        Clockwork clockwork = new CallClockwork(body);
        clockwork.set(nanos, 0);
        return new Timer(clockwork, Chan.never());
    }

    /**
     * Returns the channel from which the time when it was due can be received: Go's {@code timer.C}. It is always the
     * same one; for a timer that runs a function it is {@link Chan#never()}.
     */
    public ReceiveChan<Instant> c() {
        return channel;
    }

    /**
     * Stops the timer. Never waits, and does not close the channel.
     *
     * @return true if this keeps the value from being received, even if the timer was due already, or the function from
     *     being run; false if the value was received, the function's goroutine was started, or the timer was stopped
     *     before. The function may still be running: this does not wait for it.
     */
    public boolean stop() {
        return clockwork.stop();
    }

    /**
     * Sets the timer anew, whether it runs, was stopped or is over: it is due after a time from now.
     *
     * @param duration after how long; zero and negative mean at once
     * @return what {@link #stop} would have returned. A function may run in two goroutines at once, if the first has
     *     not finished when the timer is due again.
     * @throws NullPointerException if the duration is null; the timer is as it was
     */
    public boolean reset(Duration duration) {
        return clockwork.set(nanos(duration), 0);
    }

    private static long nanos(Duration duration) {
        return World.nanos(Objects.requireNonNull(duration, "duration of a timer: got null, want how long it runs"));
    }

    /** Returns whether it is set, for people. */
    @Override
    public String toString() {
        return clockwork.isSet() ? "timer (set)" : "timer (stopped or over)";
    }
}

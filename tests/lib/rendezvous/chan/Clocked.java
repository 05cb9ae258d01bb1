package rendezvous.chan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rendezvous.runtime.Body;
import rendezvous.testing.ManualClock;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Makes timers that follow a clock which stands still, and says what can be received from them. */
final class Clocked {
    final ManualClock clock;

    Clocked(ManualClock clock) {
        this.clock = clock;
    }

    Timer timer(Duration duration) throws InterruptedException {
        return clock.call(() -> Timer.of(duration));
    }

    Timer afterFunc(Duration duration, Body body) throws InterruptedException {
        return clock.call(() -> Timer.afterFunc(duration, body));
    }

    Ticker ticker(Duration period) throws InterruptedException {
        return clock.call(() -> Ticker.of(period));
    }

    /** What a receive yields that brings the moment so long after the clock was made. */
    static Optional<Received<Instant>> moment(Duration sinceStart) {
        return Optional.of(new Received<>(instant(sinceStart), true));
    }

    static Instant instant(Duration sinceStart) {
        return Instant.EPOCH.plus(sinceStart);
    }

    static int waiting(ReceiveChan<?> ch) {
        return ((Chan<?>) ch).waitingReceivers();
    }

    /**
     * Starts a receive and returns once it waits, and an alarm is set for it if the timer is. It is parked then: one that
     * is still setting its alarm when the timer is stopped calls it off itself, a moment after the stop has returned.
     */
    Task<Instant> receiver(Setup setup, ReceiveChan<Instant> ch, int alarms) {
        int before = waiting(ch);
        Task<Instant> receiver = setup.call(ch::receive);
        Until.holds("the receiver waits", () -> waiting(ch) == before + 1);
        Until.holds(alarms + " alarms are set", () -> clock.alarms() == alarms);
        return receiver.untilParked();
    }
}

package rendezvous.stress;

import static rendezvous.chan.Select.choose;
import static rendezvous.chan.Select.receive;
import static rendezvous.chan.Select.receiveOk;
import static rendezvous.chan.Select.timeout;

import java.time.Duration;
import java.util.List;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveCase;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Received;
import rendezvous.chan.Select;

/** The ways to receive from two channels until both are closed and drained. */
final class SoakReceivers {
    private static final Duration SHORT = Duration.ofNanos(50_000);
    private static final long ENDED_A = -1;
    private static final long ENDED_B = -2;
    private static final long NOTHING = -3;

    private final Chan<Long> a;
    private final Chan<Long> b;
    private final Chan<Long> quiet;

    SoakReceivers(Chan<Long> a, Chan<Long> b, Chan<Long> quiet) {
        this.a = a;
        this.b = b;
        this.quiet = quiet;
    }

    /** A way to receive all that comes. */
    interface Way {
        void receive(SoakRound.Inbox inbox) throws Exception;
    }

    List<Way> all() {
        return List.of(this::bySelect, this::withTimeout, this::trying, this::interrupted);
    }

    private void bySelect(SoakRound.Inbox inbox) throws InterruptedException {
        ReceiveChan<Long> fromA = a;
        ReceiveChan<Long> fromB = b;
        while (fromA == a || fromB == b) {
            long got = choose(
                    receiveOk(fromA, (v, ok) -> ok ? v : ENDED_A),
                    receiveOk(fromB, (v, ok) -> ok ? v : ENDED_B),
                    receive(quiet, v -> NOTHING));
            fromA = got == ENDED_A ? Chan.never() : fromA;
            fromB = got == ENDED_B ? Chan.never() : fromB;
            if (got >= 0) {
                inbox.put(got);
            }
        }
    }

    private void withTimeout(SoakRound.Inbox inbox) throws InterruptedException {
        ReceiveChan<Long> fromA = a;
        ReceiveChan<Long> fromB = b;
        while (fromA == a || fromB == b) {
            long got = choose(
                    receive(quiet, v -> NOTHING),
                    timeout(SHORT, () -> NOTHING),
                    receiveOk(fromB, (v, ok) -> ok ? v : ENDED_B),
                    receiveOk(fromA, (v, ok) -> ok ? v : ENDED_A));
            fromA = got == ENDED_A ? Chan.never() : fromA;
            fromB = got == ENDED_B ? Chan.never() : fromB;
            if (got >= 0) {
                inbox.put(got);
            }
        }
    }

    private void trying(SoakRound.Inbox inbox) throws InterruptedException {
        Select either = new Select();
        ReceiveCase<Long> fromA = either.receive(a);
        ReceiveCase<Long> fromB = either.receive(b);
        ReceiveCase<Long> never = either.receive(quiet);
        int open = 2;
        boolean aOpen = true;
        while (open > 0) {
            Received<Long> got = (aOpen ? a : b).tryReceive().orElse(null);
            if (got == null || !got.ok()) {
                int index = either.await();
                ReceiveCase<Long> chosen = index == fromA.index() ? fromA : index == fromB.index() ? fromB : never;
                got = chosen.received();
                if (!got.ok()) {
                    open--;
                    aOpen &= chosen == fromB;
                    chosen.from(Chan.never());
                }
            }
            if (got.ok()) {
                inbox.put(got.value());
            }
        }
    }

    private void interrupted(SoakRound.Inbox inbox) {
        for (Chan<Long> ch : List.of(a, b)) {
            boolean open = true;
            while (open) {
                try {
                    Received<Long> got = ch.receiveOk();
                    open = got.ok();
                    if (open) {
                        inbox.put(got.value());
                    }
                } catch (InterruptedException e) {
                    // Nothing was received: again.
                }
            }
        }
    }
}

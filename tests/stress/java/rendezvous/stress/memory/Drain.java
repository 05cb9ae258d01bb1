package rendezvous.stress.memory;

import java.util.Optional;
import rendezvous.chan.Chan;
import rendezvous.chan.Received;

/** Takes out what is left. */
final class Drain {
    private static final int MOST = 8;

    private Drain() {}

    /** Returns what is in the buffer, as the digits of a number; 0 if nothing. */
    static int of(Chan<Integer> ch) {
        int digits = 0;
        for (int i = 0; i < MOST; i++) {
            Optional<Received<Integer>> got = ch.tryReceive();
            if (got.isEmpty() || !got.get().ok()) {
                return digits;
            }
            digits = 10 * digits + got.get().value();
        }
        return -1;
    }
}

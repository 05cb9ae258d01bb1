package rendezvous.trace;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.World;
import rendezvous.sync.WaitGroup;

/**
 * A small program that is recorded before the first recording of a JVM, and thrown away.
 *
 * <p>What a JVM uses for the first time it must load and link. In the first picture that would look as if the program itself
 * had taken its time.
 */
final class Rehearsal {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final AtomicBoolean HELD = new AtomicBoolean();

    private Rehearsal() {}

    /** Holds it, if nobody has begun to. */
    static void once() throws InterruptedException {
        if (HELD.compareAndSet(false, true)) {
            Trace.record(LIMIT, World::watched, Rehearsal::play);
        }
    }

    /** Does what programs do. */
    private static void play() throws InterruptedException {
        Chan<Integer> numbers = Chan.make();
        WaitGroup group = new WaitGroup();
        group.go(() -> numbers.send(1));
        Go.go("closer", () -> {
            group.await();
            Go.sleep(Duration.ofMillis(1));
            numbers.close();
        });
        while (numbers.receiveOk().ok()) {
            // until it is closed
        }
    }
}

package rendezvous.notebook;

import java.util.concurrent.CountDownLatch;

/** Where a cell under test says how far it has come. Public, as all that cells name. */
public final class CellGate {
    private static volatile CountDownLatch reached = new CountDownLatch(1);

    private CellGate() {}

    static void close() {
        reached = new CountDownLatch(1);
    }

    /** Called by a cell. */
    public static void open() {
        reached.countDown();
    }

    static void await() {
        try {
            reached.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package rendezvous.stress.memory;

/** Keeps a thread busy between two writes, so that others can come between where nothing keeps them out. */
final class Spinning {
    private static final int TURNS = 20;

    private Spinning() {}

    static void shortly() {
        for (int i = 0; i < TURNS; i++) {
            Thread.onSpinWait();
        }
    }
}

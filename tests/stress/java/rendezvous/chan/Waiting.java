package rendezvous.chan;

/** Tells who waits at a channel, to see that nobody who stopped waiting is left in a queue. */
public final class Waiting {
    private Waiting() {}

    /** Returns how many receivers wait. */
    public static int receivers(Chan<?> ch) {
        return ch.waitingReceivers();
    }

    /** Returns how many wait in any way. */
    public static int all(Chan<?> ch) {
        return ch.waitingReceivers() + ch.waitingSenders() + ch.waitingForClose();
    }
}

package rendezvous.course.c06.mailbox;

/** A mailbox with room for two letters. Many may post, and many may collect. */
public interface Mailbox {
    /**
     * Posts a letter if there is room; never waits.
     *
     * @return whether it is in the box; if not, it is thrown away and counted
     */
    boolean post(String letter);

    /**
     * Collects the letter that was posted first of those in the box; waits while the box is empty.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    String collect() throws InterruptedException;

    /** Returns how many letters were thrown away so far. */
    int lost();
}

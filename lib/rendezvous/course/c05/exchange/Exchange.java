package rendezvous.course.c05.exchange;

/** A place where two meet and each gets what the other brought. One comes from the left, one from the right. */
public interface Exchange {
    /**
     * Gives what it brings to whoever calls {@link #right}, and returns what they brought. Waits until they come.
     *
     * <p>The place can be used again and again. On each side there is at most one at a time.
     *
     * @param mine what is brought from the left
     * @throws InterruptedException if interrupted while waiting
     */
    String left(String mine) throws InterruptedException;

    /**
     * Gives what it brings to whoever calls {@link #left}, and returns what they brought. Waits until they come.
     *
     * @param mine what is brought from the right
     * @throws InterruptedException if interrupted while waiting
     */
    String right(String mine) throws InterruptedException;
}

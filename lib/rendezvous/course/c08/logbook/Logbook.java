package rendezvous.course.c08.logbook;

/**
 * A logbook. What is added is written by a clerk: each line once, in the order in which they were added, one at a time.
 *
 * <p>One goroutine adds, and the same one closes.
 */
public interface Logbook {
    /**
     * Adds a line. While fewer than ten lines wait for the pen, it does not wait.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    void add(String line) throws InterruptedException;

    /**
     * Closes the logbook: returns when every line that was added is written, and no goroutine of it is left. It is called once,
     * and nobody adds after it.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    void close() throws InterruptedException;
}

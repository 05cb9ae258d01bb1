package rendezvous.course.c06.promise;

/** A value that is being found, and that many may wait for. */
public interface Promise {
    /**
     * Returns the value; waits until it is there. Whoever asks gets the same one, however often.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    String get() throws InterruptedException;
}

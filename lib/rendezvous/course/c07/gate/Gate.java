package rendezvous.course.c07.gate;

/** A gate that is shut at first. Once it has been opened it stays open. */
public interface Gate {
    /**
     * Returns when the gate is open; waits until then. Any number of goroutines may wait, and come later.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    void pass() throws InterruptedException;

    /** Opens the gate; never waits. Whoever opens a gate that is open does nothing. Many may open it at the same time. */
    void open();
}

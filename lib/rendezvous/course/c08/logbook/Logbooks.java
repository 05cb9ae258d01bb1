package rendezvous.course.c08.logbook;

/** Opens logbooks. */
public interface Logbooks {
    /**
     * Starts a clerk, a goroutine that writes what is added, and returns the logbook at once.
     *
     * @param pen what the clerk writes with
     */
    Logbook open(Pen pen);

    /** What a line is written with. */
    interface Pen {
        /**
         * Writes a line, which takes a while.
         *
         * @throws InterruptedException if interrupted while it writes
         */
        void write(String line) throws InterruptedException;
    }
}

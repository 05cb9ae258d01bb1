package rendezvous.course.c04.census;

/** Counts the goroutines that a program leaves behind. */
public interface Census {
    /**
     * Runs the program, and returns how many of the goroutines that it started still live when it has returned.
     *
     * <p>Others may live before, and end or go on meanwhile; they are not counted, whatever their names are. No goroutine of
     * its own is left.
     *
     * @param program what to run
     * @throws Exception what the program throws
     */
    int leftBehind(Program program) throws Exception;

    /** A program, which may start goroutines. */
    interface Program {
        /**
         * Runs it.
         *
         * @throws Exception whatever it likes
         */
        void run() throws Exception;
    }
}

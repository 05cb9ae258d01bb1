package rendezvous.course.c05.duet;

/** A song for two. */
public interface Duet {
    /**
     * Lets two singers sing a song of so many lines each, in turn: line 1 of the first, line 1 of the second, line 2 of the
     * first, and so on. Nobody begins a line before the line in front of it is over.
     *
     * <p>All lines of the first singer are sung in one goroutine, all lines of the second in another. It returns when the
     * last line is over. Then none of its goroutines is left.
     *
     * @param lines how many lines each of them has; 0 or more
     * @param first who begins
     * @param second who answers
     * @throws InterruptedException if interrupted while waiting
     */
    void sing(int lines, Singer first, Singer second) throws InterruptedException;

    /** Somebody who sings. */
    interface Singer {
        /**
         * Sings a line, which may take its time.
         *
         * @param line its number, from 1 on
         * @throws InterruptedException if interrupted while singing
         */
        void sing(int line) throws InterruptedException;
    }
}

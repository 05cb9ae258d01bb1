package rendezvous.course.c04.mosaic;

/** Workers who lay the rows of a mosaic. */
public interface Mosaic {
    /**
     * Has all rows laid, each once, and returns when the last one is.
     *
     * <p>As many goroutines as there are workers do it at the same time, and no more; each lays one row after the other. No
     * worker lays more than an equal share of the rows, rounded up. Which rows they are is left open. When this has returned
     * no goroutine of its own is left.
     *
     * @param rows how many; they are numbered from 0; may be 0
     * @param workers how many; 1 or more
     * @param row lays a row
     * @throws InterruptedException if interrupted while waiting
     */
    void layAll(int rows, int workers, Row row) throws InterruptedException;

    /** Lays a row; many rows may be laid at the same time. */
    interface Row {
        /**
         * Lays it, which takes a while.
         *
         * @param number which row
         * @throws InterruptedException if interrupted meanwhile
         */
        void lay(int number) throws InterruptedException;
    }
}

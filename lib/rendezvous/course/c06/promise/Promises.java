package rendezvous.course.c06.promise;

/** Makes promises. */
public interface Promises {
    /**
     * Begins to find a value and returns at once. The finder is called once, in a goroutine of its own, whether anybody asks
     * for the value or not. When it has returned and nobody asks, no goroutine is left.
     */
    Promise begin(Finder finder);

    /** What finds a value. */
    @FunctionalInterface
    interface Finder {
        /**
         * Finds it, which takes a while.
         *
         * @throws InterruptedException if interrupted meanwhile
         */
        String find() throws InterruptedException;
    }
}

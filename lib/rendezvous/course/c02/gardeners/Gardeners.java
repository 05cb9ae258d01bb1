package rendezvous.course.c02.gardeners;

import java.util.List;

/** Waters many beds with few gardeners. */
public interface Gardeners {
    /**
     * Waters every bed once. There are {@code gardeners} goroutines; if there are fewer beds, one for each of them will do.
     * They work at the same time, and each has a share of the beds, which it waters one after the other. No share is larger
     * than another by more than one. Nobody else waters. It returns when all is done, and no goroutine is left.
     *
     * @param gardeners how many; 1 or more
     * @param beds what to water; may be empty
     * @throws InterruptedException if interrupted while waiting
     */
    void waterAll(int gardeners, List<Bed> beds) throws InterruptedException;

    /** A bed to water. */
    interface Bed {
        /**
         * Waters it, which takes a while.
         *
         * @throws InterruptedException if interrupted meanwhile
         */
        void water() throws InterruptedException;
    }
}

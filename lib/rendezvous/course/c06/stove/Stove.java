package rendezvous.course.c06.stove;

import java.util.List;

/** A stove with a number of flames: as many dishes can be on it at a time, and no more. */
public interface Stove {
    /**
     * Cooks all dishes and returns when the last one is done.
     *
     * <p>Each dish is cooked once, by calling its {@code cook}. Never more than {@code flames} of these calls are on at the
     * same time. A flame does not stay free while a dish waits: as soon as a call has returned, the next one may begin. In
     * which order the dishes begin is left open. When {@code cookAll} has returned, no goroutine of its own is left.
     *
     * @param flames how many dishes may be cooked at the same time; 1 or more
     * @param dishes what to cook; may be empty
     * @throws InterruptedException if interrupted while waiting
     */
    void cookAll(int flames, List<Dish> dishes) throws InterruptedException;

    /** Something to cook. */
    interface Dish {
        /**
         * Cooks it, which takes a while.
         *
         * @throws InterruptedException if interrupted while it cooks
         */
        void cook() throws InterruptedException;
    }
}

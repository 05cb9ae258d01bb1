package rendezvous.course.c01.breakfast;

/** Makes a breakfast. */
public interface Breakfast {
    /**
     * Makes both at the same time, each once, by its {@code run()}; returns when both are done. No thread is left then.
     *
     * @param tea takes a while
     * @param toast takes a while
     * @throws InterruptedException if interrupted while waiting
     */
    void make(Runnable tea, Runnable toast) throws InterruptedException;
}

package rendezvous.sync;

/**
 * Something that can be locked and unlocked: Go's {@code sync.Locker}. {@link Cond} takes any.
 *
 * <p>It is locked and unlocked like this, so that whatever happens in between, it is unlocked:
 *
 * {@snippet :
 * int[] visits = {0};
 * Locker lock = new Mutex();
 * lock.lock();
 * try {
 *     visits[0]++;
 * } finally {
 *     lock.unlock();
 * }
 * println(visits[0]);   // Output: 1
 * }
 *
 * <p>Implementations of your own are welcome. Whoever waits in {@link #lock()} must leave by an interrupt, and
 * {@link #unlock()} must be allowed to every thread.
 *
 * <p><b>Memory consistency effects:</b> what happened before an {@link #unlock()} happens before what follows the next
 * return of {@link #lock()}.
 *
 * <p><b>Differs from Go:</b> a wait in {@link #lock()} ends with an exception when its thread is interrupted.
 */
public interface Locker {
    /**
     * Locks it: waits until it is the caller's.
     *
     * @throws InterruptedException if the thread is interrupted before that; then it is not the caller's
     */
    void lock() throws InterruptedException;

    /**
     * Unlocks it. Never waits.
     *
     * @throws IllegalMonitorStateException if it is not locked
     */
    void unlock();
}

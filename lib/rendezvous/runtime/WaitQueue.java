package rendezvous.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Waiters in the order in which they came. Adding, taking the first and removing any one take constant time.
 *
 * <p>Not safe for concurrent use: its owner's lock guards it.
 */
public final class WaitQueue {
    private @Nullable Waiter first;
    private @Nullable Waiter last;
    private int size;

    /** Adds the waiter at the end. */
    public void add(Waiter waiter) {
        waiter.queue = this;
        waiter.previous = last;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
        size++;
    }

    /** Takes the waiter out that has waited longest; null if nobody waits. */
    public @Nullable Waiter poll() {
        Waiter waiter = first;
        if (waiter != null) {
            remove(waiter);
        }
        return waiter;
    }

    /** Takes all waiters out, in order, chained by {@link Waiter#next()}; null if nobody waits. */
    public @Nullable Waiter drain() {
        Waiter chain = first;
        for (Waiter waiter = chain; waiter != null; waiter = waiter.next) {
            waiter.queue = null;
            waiter.previous = null;
        }
        first = null;
        last = null;
        size = 0;
        return chain;
    }

    /** Takes out a waiter that is in this queue. */
    void remove(Waiter waiter) {
        if (waiter.previous == null) {
            first = waiter.next;
        } else {
            waiter.previous.next = waiter.next;
        }
        if (waiter.next == null) {
            last = waiter.previous;
        } else {
            waiter.next.previous = waiter.previous;
        }
        waiter.previous = null;
        waiter.next = null;
        waiter.queue = null;
        size--;
    }

    /** Returns how many wait. */
    public int size() {
        return size;
    }
}

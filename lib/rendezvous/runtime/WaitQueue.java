package rendezvous.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Waiters in the order in which they came. Adding, taking the first and removing any one take constant time.
 *
 * <p>Not safe for concurrent use: its owner's lock guards it.
 *
 * {@snippet :
 * import rendezvous.runtime.*;
 *
 * WaitQueue queue = new WaitQueue();
 * queue.add(new Waiter("first"));
 * queue.add(new Waiter("second"));
 * println(queue.poll().item() + " of " + (queue.size() + 1));   // Output: first of 2
 * }
 */
public final class WaitQueue {
    private static final VarHandle FIRST;

    static {
        try {
            FIRST = MethodHandles.lookup().findVarHandle(WaitQueue.class, "first", Waiter.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

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

    /**
     * Adds the waiter at the end, and then tells the probe of its world that the wait begins: whoever hears that it waits
     * must find it here, also one who looks without the lock. If that fails it is not added: whoever is here will wait.
     *
     * @param wait what it waits for
     * @param subject what it waits on, such as a channel
     */
    public void add(Waiter waiter, Wait wait, Object subject) {
        add(waiter);
        try {
            waiter.blocks(wait, subject);
        } catch (Throwable t) {
            remove(waiter);
            throw t;
        }
    }

    /**
     * Returns the waiter that has waited longest and leaves it here, for those who must know what it wants before they
     * serve it; null if nobody waits. Of a queue with branches it may be one of a wait that is over.
     */
    public @Nullable Waiter first() {
        return first;
    }

    /** Takes the waiter out that has waited longest, to be settled; null if nobody waits. */
    public @Nullable Waiter poll() {
        Waiter waiter = first;
        while (waiter != null) {
            remove(waiter);
            if (waiter.claim()) {
                return waiter;
            }
            waiter = first; // that was a branch of a wait that is over
        }
        return null;
    }

    /** Takes all waiters out, in order, chained by {@link Waiter#next()}, to be settled; null if nobody waits. */
    public @Nullable Waiter drain() {
        Waiter chain = poll();
        Waiter end = chain;
        while (end != null) {
            end.next = poll();
            end = end.next;
        }
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

    /** Returns whether nobody waits. Without the lock that guards the queue, it was so a moment ago. */
    public boolean isEmpty() {
        return FIRST.getAcquire(this) == null;
    }

    /** Returns how many wait. */
    public int size() {
        return size;
    }
}

package rendezvous.lab;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that stands still until it is told to go to the next moment at which something is due. */
final class VirtualClock {
    private static final int MANY = 64;

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long now;
    private long sequence;
    private int cancelled;

    /** What is due at a moment: a thread to be woken or code to be run. */
    final class Entry implements Comparable<Entry> {
        final long due;
        private final long order = sequence++;
        final @Nullable Thread thread;
        final @Nullable Runnable code;
        /** Once due, the strand that will run the code. */
        @Nullable
        Strand ready;

        private boolean over;

        private Entry(long due, @Nullable Thread thread, @Nullable Runnable code) {
            this.due = due;
            this.thread = thread;
            this.code = code;
        }

        /** Returns whether it has been due or was called off. */
        boolean isOver() {
            return over;
        }

        /** Calls it off; returns whether that came in time. */
        boolean cancel() {
            if (over) {
                return false;
            }
            over = true;
            cancelled++;
            if (cancelled > MANY && cancelled > entries.size() / 2) {
                entries.removeIf(entry -> entry.over);
                cancelled = 0;
            }
            return true;
        }

        @Override
        public int compareTo(Entry other) {
            return due != other.due ? Long.compare(due, other.due) : Long.compare(order, other.order);
        }
    }

    /** Returns the time since the start of the run. */
    long now() {
        return now;
    }

    Entry wake(Thread thread, long nanos) {
        return add(new Entry(due(nanos), thread, null));
    }

    Entry run(Runnable code, long nanos) {
        return add(new Entry(due(nanos), null, code));
    }

    private Entry add(Entry entry) {
        entries.add(entry);
        return entry;
    }

    private long due(long nanos) {
        long due = now + Math.max(0, nanos);
        return due < 0 ? Long.MAX_VALUE : due; // beyond the end of time
    }

    /** Takes out what is due at the earliest moment, going there; null if nothing is to come, or no more at this moment. */
    @Nullable
    Entry next(boolean mayAdvance) {
        Entry entry = entries.peek();
        while (entry != null && entry.over) {
            entries.remove();
            cancelled = Math.max(0, cancelled - 1);
            entry = entries.peek();
        }
        if (entry == null || (entry.due > now && !mayAdvance) || entry.due == Long.MAX_VALUE) {
            return null;
        }
        entries.remove();
        entry.over = true;
        now = Math.max(now, entry.due);
        return entry;
    }
}

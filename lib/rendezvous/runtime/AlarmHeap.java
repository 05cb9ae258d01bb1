package rendezvous.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Alarms by the moment when they are due; those due at the same moment, in the order in which they were added.
 *
 * <p>A binary heap in which each entry knows its place, so that adding, taking the first and removing any one take time
 * in proportion to the logarithm of their number. It holds on to nothing that was taken out.
 *
 * <p>Not safe for concurrent use: its owner's lock guards it. What moves entries calls nothing, and memory is asked for
 * beforehand or afterwards: a caller who runs out of either stack or memory leaves the heap whole, which matters, since
 * one heap serves everybody.
 */
final class AlarmHeap {
    private static final int SMALLEST = 16;

    private Entry[] entries = new Entry[SMALLEST]; // null from the size on
    private int size;
    private long added;

    /** Something that is due at a moment. */
    static class Entry {
        /** When, on a clock without an origin: moments compare by their difference, which must be a long. */
        final long at;

        private long order;
        private int place = -1; // none

        Entry(long at) {
            this.at = at;
        }
    }

    /** Returns how many there are. */
    int size() {
        return size;
    }

    /** Returns how many there could be before it takes more memory. */
    int room() {
        return entries.length;
    }

    /** Returns the one that is due first; null if there is none. */
    @Nullable
    Entry first() {
        return size == 0 ? null : entries[0];
    }

    /** Adds an entry that was in no heap before. */
    void add(Entry entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        entry.order = added++;
        raise(entry, size);
        size++;
    }

    /** Takes an entry out; returns false if it is not there. */
    @SuppressWarnings("NullAway") // null from the size on
    boolean remove(Entry entry) {
        int place = entry.place;
        if (place < 0) {
            return false;
        }
        Entry last = entries[size - 1];
        if (place < size - 1) {
            lower(last, place, size - 1); // does nothing where it belongs above, and the other way round
            raise(last, last.place);
        }
        size--;
        entries[size] = null;
        entry.place = -1;
        if (size < entries.length / 4 && entries.length > SMALLEST) {
            shrink();
        }
        return true;
    }

    private void shrink() {
        try {
            entries = Arrays.copyOf(entries, entries.length / 2);
        } catch (OutOfMemoryError e) {
            // Then it stays as large as it is.
        }
    }

    /** Puts an entry at a free place, or as far above it as it belongs. */
    private void raise(Entry entry, int free) {
        int place = free;
        while (place > 0) {
            int above = (place - 1) >>> 1;
            Entry parent = entries[above];
            long later = entry.at - parent.at;
            if (later > 0 || (later == 0 && entry.order > parent.order)) {
                break;
            }
            entries[place] = parent;
            parent.place = place;
            place = above;
        }
        entries[place] = entry;
        entry.place = place;
    }

    /** Puts an entry at a free place, or as far below it, before the end, as it belongs. */
    private void lower(Entry entry, int free, int end) {
        int place = free;
        int below = 2 * place + 1;
        while (below < end) {
            Entry child = entries[below];
            if (below + 1 < end) {
                Entry right = entries[below + 1];
                long later = right.at - child.at;
                if (later < 0 || (later == 0 && right.order < child.order)) {
                    child = right;
                    below++;
                }
            }
            long later = child.at - entry.at;
            if (later > 0 || (later == 0 && child.order > entry.order)) {
                break;
            }
            entries[place] = child;
            child.place = place;
            place = below;
            below = 2 * place + 1;
        }
        entries[place] = entry;
        entry.place = place;
    }
}

package rendezvous.runtime;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The goroutines that live, of all worlds.
 *
 * <p>They are spread over stripes by their number, so that those who start and end goroutines at the same time seldom
 * meet at a lock. A stripe is an array, in which who leaves leaves a gap for who comes: both take constant time, allocate
 * nothing, touch no other goroutine, and nothing of an ended goroutine is kept. (In a linked list, or in an array without
 * gaps, both touch others, which at a hundred thousand goroutines means a cache miss or two.)
 */
final class Registry {
    private static final int FIRST_ROOM = 16;
    private static final Stripe[] STRIPES = stripes();

    private Registry() {}

    private static Stripe[] stripes() {
        int wanted = Math.clamp(4L * Runtime.getRuntime().availableProcessors(), 16, 64);
        Stripe[] stripes = new Stripe[Integer.highestOneBit(wanted)];
        Arrays.setAll(stripes, _ -> new Stripe());
        return stripes;
    }

    /** Adds a goroutine that is not there. */
    static void add(Goroutine goroutine) {
        stripe(goroutine).add(goroutine);
    }

    /** Takes a goroutine out; does nothing if it is not there. */
    static void remove(Goroutine goroutine) {
        stripe(goroutine).remove(goroutine);
    }

    private static Stripe stripe(Goroutine goroutine) {
        return STRIPES[(int) goroutine.id() & STRIPES.length - 1];
    }

    /** Returns how many there are. */
    static long size() {
        long size = 0;
        for (Stripe stripe : STRIPES) {
            size += stripe.size();
        }
        return size;
    }

    /** Returns whether the goroutine is there. */
    static boolean has(Goroutine goroutine) {
        return stripe(goroutine).has(goroutine);
    }

    /** Returns those of each stripe; each stripe is seen as it is at one moment, not all at the same. */
    static Page[] pages() {
        Page[] pages = new Page[STRIPES.length];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = STRIPES[i].page();
        }
        return pages;
    }

    /** Returns whether nobody has joined or left since the pages were made; asks one stripe after another. */
    static boolean isAsIn(Page[] pages) {
        for (int i = 0; i < pages.length; i++) {
            if (STRIPES[i].changes() != pages[i].changes()) {
                return false;
            }
        }
        return true;
    }

    /**
     * A stripe at a moment.
     *
     * @param goroutines who was there
     * @param changes how many had joined or left until then
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Page(Goroutine[] goroutines, long changes) {}

    private static final class Stripe {
        private static final int NONE = -1;

        private final Spinlock lock = new Spinlock(); // guards what follows

        private @Nullable Goroutine[] members = new Goroutine[FIRST_ROOM]; // null where a place is free
        private int[] nextFree = new int[FIRST_ROOM]; // of a free place below the end: another; else meaningless
        private int free = NONE;
        private int end; // where no place was ever taken
        private int size;
        private long changes;

        void add(Goroutine goroutine) {
            lock.lock();
            try {
                int place = free;
                if (place != NONE) {
                    free = nextFree[place];
                } else {
                    if (end == members.length) {
                        grow(); // first of all: it may find no memory
                    }
                    place = end++;
                }
                members[place] = goroutine;
                goroutine.place = place;
                size++;
                changes++;
                lock.unlock();
            } catch (Throwable t) {
                lock.unlockAfterFailure();
                throw t;
            }
        }

        void remove(Goroutine goroutine) {
            lock.lock();
            try {
                int place = goroutine.place;
                if (place != NONE) {
                    members[place] = null;
                    nextFree[place] = free;
                    free = place;
                    goroutine.place = NONE;
                    size--;
                    changes++;
                    if (members.length > FIRST_ROOM && size < members.length / 8) {
                        shrink();
                    }
                }
                lock.unlock();
            } catch (Throwable t) {
                lock.unlockAfterFailure();
                throw t;
            }
        }

        private void grow() {
            int[] links = Arrays.copyOf(nextFree, 2 * end);
            members = Arrays.copyOf(members, 2 * end);
            nextFree = links;
        }

        /** Moves the members together, if there is memory for it; else it stays as large as it is. */
        private void shrink() {
            @Nullable Goroutine[] moved;
            int[] links;
            try {
                moved = new Goroutine[members.length / 4];
                links = new int[moved.length];
            } catch (OutOfMemoryError e) {
                return;
            }
            end = copy(moved);
            members = moved;
            nextFree = links;
            free = NONE;
            for (int i = 0; i < end; i++) {
                Objects.requireNonNull(moved[i]).place = i;
            }
        }

        /** Copies the members to the start of an array; returns how many. */
        private int copy(@Nullable Goroutine[] to) {
            int count = 0;
            for (int i = 0; i < end; i++) {
                Goroutine goroutine = members[i];
                if (goroutine != null) {
                    to[count++] = goroutine;
                }
            }
            return count;
        }

        @SuppressWarnings("NullAway") // there are as many as there is room
        Page page() {
            lock.lock();
            try {
                Goroutine[] all = new Goroutine[size];
                copy(all);
                Page page = new Page(all, changes);
                lock.unlock();
                return page;
            } catch (Throwable t) {
                lock.unlockAfterFailure();
                throw t;
            }
        }

        long changes() {
            lock.lock();
            long now = changes;
            lock.unlock();
            return now;
        }

        int size() {
            lock.lock();
            int now = size;
            lock.unlock();
            return now;
        }

        boolean has(Goroutine goroutine) {
            lock.lock();
            boolean now = goroutine.place != NONE;
            lock.unlock();
            return now;
        }
    }
}

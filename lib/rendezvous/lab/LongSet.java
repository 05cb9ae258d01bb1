package rendezvous.lab;

/** Counts different numbers, up to a bound on its memory. */
final class LongSet {
    private static final int MOST = 1 << 21;

    private long[] table = new long[1024];
    private int size;
    private boolean full;
    private boolean hasZero;

    /** Takes note of the number. */
    void add(long number) {
        if (number == 0) {
            size += hasZero ? 0 : 1;
            hasZero = true;
            return;
        }
        if (2 * size >= table.length) {
            if (table.length == MOST) {
                full = true;
                return;
            }
            grow();
        }
        if (put(table, number)) {
            size++;
        }
    }

    private static boolean put(long[] table, long number) {
        int i = (int) Random64.mix(number) & (table.length - 1);
        while (table[i] != 0) {
            if (table[i] == number) {
                return false;
            }
            i = (i + 1) & (table.length - 1);
        }
        table[i] = number;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        for (long number : table) {
            if (number != 0) {
                put(larger, number);
            }
        }
        table = larger;
    }

    /** Returns how many different numbers there were, at least. */
    int size() {
        return size;
    }

    /** Returns whether there may have been more than {@link #size()}. */
    boolean isFull() {
        return full;
    }
}

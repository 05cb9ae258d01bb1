package rendezvous.exercise;

import org.jspecify.annotations.Nullable;

/** Whether there is so much memory that what a check finds full was filled by the answer. */
final class HeapRoom {
    /** The share of the heap that others may hold; the lab calls a heap full at three quarters. */
    private static final double MOST = 0.6;

    private HeapRoom() {}

    /**
     * Says that there is too little memory to tell what an answer takes; null if there is enough. What filled it came
     * before, such as arrays that a cell holds, and the answer would be blamed for it.
     */
    static @Nullable String shortage() {
        Runtime jvm = Runtime.getRuntime();
        if (inUse(jvm) < MOST * jvm.maxMemory()) {
            return null;
        }
        System.gc();
        long inUse = inUse(jvm);
        return inUse < MOST * jvm.maxMemory()
                ? null
                : "The kernel's memory is nearly full before your code begins: " + (inUse >> 20) + " of "
                        + (jvm.maxMemory() >> 20)
                        + " MB. Restart the kernel, run the cells that you need, and check again.";
    }

    private static long inUse(Runtime jvm) {
        return jvm.totalMemory() - jvm.freeMemory();
    }
}

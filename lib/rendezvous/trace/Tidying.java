package rendezvous.trace;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the garbage collected before a recording rather than in it.
 *
 * <p>In a small heap new objects fill their space several times a second, and each time all goroutines stand still until it
 * is collected. In a picture that looks as if they had done something. Where the space is more than half full it is filled,
 * which takes a moment, so that the collector comes now. A large space is left alone.
 */
final class Tidying {
    static final long LARGE = 64 << 20;

    private static final int PIECE = 64 << 10;
    private static final Optional<MemoryPoolMXBean> NEW_OBJECTS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().contains("Eden"))
            .findFirst();

    /** Keeps the compiler from leaving out what nobody uses. */
    @SuppressWarnings("unused")
    private static volatile byte @Nullable [] piece;

    private Tidying() {}

    static void tidy() {
        NEW_OBJECTS.ifPresent(pool -> {
            MemoryUsage before = pool.getUsage();
            long left = toFill(before.getUsed(), before.getCommitted());
            while (left > 0 && pool.getUsage().getUsed() >= before.getUsed()) {
                piece = new byte[PIECE];
                left -= PIECE;
            }
            piece = null;
        });
    }

    /** Returns how much to allocate at most so that a space of this size is collected; 0 if it need not be. */
    static long toFill(long used, long size) {
        return size > LARGE || used * 2 < size ? 0 : size - used + 4 * PIECE;
    }
}

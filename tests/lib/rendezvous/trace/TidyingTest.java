package rendezvous.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TidyingTest {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void what_is_half_empty_or_large_is_left_alone() {
        assertEquals(0, Tidying.toFill(3 * MEGABYTE, 8 * MEGABYTE));
        assertEquals(0, Tidying.toFill(2 * Tidying.LARGE, 2 * Tidying.LARGE));
    }

    @Test
    void what_is_nearly_full_is_filled_and_hardly_more() {
        long most = Tidying.toFill(7 * MEGABYTE, 8 * MEGABYTE);
        assertTrue(most > MEGABYTE && most < 2 * MEGABYTE, () -> "got " + most);
        Tidying.tidy(); // whatever the collector of this JVM is
    }
}

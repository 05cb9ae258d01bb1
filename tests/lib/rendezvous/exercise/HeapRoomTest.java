package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import rendezvous.testing.ChildJvm;

/** Where earlier cells have filled the heap, that is said, and no answer is blamed. */
class HeapRoomTest {
    /** Checks an answer beside much that somebody else holds, and once more when that is gone. */
    @SuppressWarnings("SystemOut")
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            besideOthers();
            print("free");
        }

        private static void besideOthers() {
            byte[] others = new byte[(int) (Runtime.getRuntime().maxMemory() / 20 * 13)];
            try {
                print("full");
            } finally {
                Reference.reachabilityFence(others);
            }
        }

        private static void print(String when) {
            Exercise exercise = Catalog.all().iterator().next();
            System.out.println(when + ": "
                    + CheckRun.check(exercise, () -> null, 1, Duration.ZERO).text());
        }
    }

    @Test
    void a_heap_that_was_full_before_is_not_the_answers_fault() throws Exception {
        String printed = ChildJvm.run(Program.class, "-Xmx96m");
        int next = printed.indexOf("free: ");
        assertTrue(next > 0, printed);
        String full = printed.substring(0, next);
        String free = printed.substring(next);
        assertTrue(full.contains("The kernel's memory is nearly full before your code begins"), printed);
        assertTrue(full.contains("Restart the kernel"), printed);
        assertFalse(free.contains("memory"), printed);
        assertTrue(free.contains("Not yet"), printed);
    }
}

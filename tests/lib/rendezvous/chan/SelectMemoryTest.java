package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Select.after;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.testing.ChildJvm;

/** A select that gave up leaves nothing: no waiter in a queue, no alarm, no memory. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SelectMemoryTest {
    private static final int SELECTS = 1_000_000;

    /** Less than a byte for each. */
    private static final long MOST = 500_000;

    /** Prints by how many bytes a million selects that time out let the heap grow, and how many still wait. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            Chan<Integer> quiet = Chan.make();
            Go.go(() -> timeOut(quiet, 50_000)).await();
            long before = used();
            Go.go(() -> timeOut(quiet, SELECTS)).await();
            System.out.println(Math.max(0, used() - before) + " " + quiet.waitingReceivers());
        }

        private static void timeOut(Chan<Integer> quiet, int times) throws InterruptedException {
            int[] late = new int[1];
            for (int i = 0; i < times; i++) {
                Duration timeout = Duration.ofNanos(i % 20 == 0 ? 20_000 : 1); // now and then it parks, and is woken
                select(onReceive(quiet, v -> {}), after(timeout, () -> late[0]++));
            }
            if (late[0] != times) {
                throw new AssertionError("timed out " + late[0] + " times, want " + times);
            }
        }

        private static long used() {
            long used = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
            }
            return used;
        }
    }

    @Test
    void a_million_selects_that_time_out_leave_the_heap_as_it_was() throws Exception {
        String[] printed = ChildJvm.run(Program.class, "-Xmx64m").split(" ", -1);
        assertEquals(2, printed.length, String.join(" ", printed));
        assertTrue(Long.parseLong(printed[0]) < MOST, "the heap grew by " + printed[0] + " bytes");
        assertEquals("0", printed[1], "receivers that still wait");
    }
}

package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.ChildJvm;

/** The one place that knows the JDK's inside, and the way around it. */
@SuppressWarnings("SystemOut") // of child JVMs
class InternalsTest {
    private static final String OPENED = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    /** A canary: a JDK in which this fails has moved what {@link JdkInternals} needs, and the lab is slower there. */
    @Test
    void this_jdk_has_what_the_fast_way_needs() {
        assertNull(JdkInternals.missing());
        JdkInternals internals = JdkInternals.found();
        assertNotNull(internals);
        assertEquals(Thread.currentThread(), internals.carriedBy());
        assertInstanceOf(Continuations.class, Machine.best());
    }

    /** Says why there is no way in. */
    static final class Missing {
        private Missing() {}

        public static void main(String[] args) {
            System.out.println(JdkInternals.missing());
            System.out.println(Machine.best().getClass().getSimpleName());
        }
    }

    @Test
    void without_them_it_says_why_and_takes_the_other_way() throws Exception {
        String printed = ChildJvm.run(Missing.class);
        assertTrue(printed.contains("java.base does not open java.lang"), printed);
        assertTrue(printed.endsWith("Batons"), printed);
        assertEquals("null\nContinuations", ChildJvm.run(Missing.class, OPENED));
    }

    /** What a run leaves waiting is garbage once it is over, though the JDK keeps a list of the threads it has made. */
    @Test
    void a_thread_that_a_run_leaves_behind_is_collected() throws Exception {
        List<WeakReference<Object>> left = new ArrayList<>();
        Lab.run(1, () -> leaveBehind(left));
        Lab.run(1, () -> {}); // the lab's own threads keep the run before, not the one before that
        assertEquals(1, left.size());
        for (int i = 0; i < 20 && left.getFirst().get() != null; i++) {
            System.gc();
        }
        assertNull(left.getFirst().get(), "the thread is kept");
    }

    private static void leaveBehind(List<WeakReference<Object>> left) {
        Object held = new Object();
        left.add(new WeakReference<>(held));
        CountDownLatch never = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                assertNull(e, "nobody interrupts it");
            } finally {
                Reference.reachabilityFence(held);
            }
        });
    }

    /** Programs whose reports must not depend on the way. */
    static final class Programs {
        private Programs() {}

        public static void main(String[] args) throws InterruptedException {
            for (Bugs bug : Bugs.all().toList()) {
                System.out.println(Lab.explore(bug.wrong()).run());
                System.out.println(Lab.explore(bug.wrong()).randomly().run());
                System.out.println(Lab.explore(bug.right()).schedules(200).run());
            }
            for (int seed = 0; seed < 20; seed++) {
                System.out.println(Lab.run(seed, Programs::timeAndInterrupts));
            }
            System.out.println(Lab.explore(() -> {
                        while (true) {
                            sleep(Duration.ofDays(1));
                        }
                    })
                    .steps(100)
                    .run());
            System.out.println(Lab.explore(() -> {
                        while (true) {
                            go(() -> Chan.never().receive());
                        }
                    })
                    .goroutines(10)
                    .run());
            System.out.println(Lab.stepper(LabTest::workers)
                    .step()
                    .step()
                    .step("goroutine 2")
                    .step());
        }

        private static void timeAndInterrupts() throws InterruptedException {
            Chan<Integer> ch = Chan.named("ch");
            Goroutine sleeper = go("sleeper", () -> {
                try {
                    sleep(Duration.ofHours(1));
                    System.out.println("slept");
                } catch (InterruptedException e) {
                    System.out.println("interrupted");
                }
            });
            Goroutine receiver = go("receiver", () -> {
                try {
                    System.out.println("got " + ch.receive());
                } finally {
                    System.out.println("left");
                }
            });
            go("sender", () -> ch.trySend(1));
            Lab.settle();
            sleep(Duration.ofMinutes(59));
            receiver.interrupt();
            sleeper.interrupt();
            Lab.settle();
            System.out.println(receiver.isDone());
        }
    }

    @Test
    void both_ways_make_the_same_runs() throws Exception {
        String fast = ChildJvm.run(Programs.class, OPENED);
        assertTrue(fast.contains("interrupted") && fast.contains("got 1"), fast);
        assertEquals(fast, ChildJvm.run(Programs.class));
    }

    /** What the slow way cannot control. */
    static final class Waits {
        private Waits() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println(Lab.run(() -> {
                        CountDownLatch latch = new CountDownLatch(1);
                        go(latch::countDown);
                        latch.await();
                    })
                    .failure()
                    .orElseThrow());
            System.out.println(
                    Lab.run(() -> Thread.sleep(20)).failure().orElseThrow().kind());
            System.out.println(Lab.run(2, LabTest::workers).failure().isEmpty());
        }
    }

    @Test
    void the_other_way_refuses_what_parks_by_means_of_the_jdk() throws Exception {
        String printed = ChildJvm.run(Waits.class);
        assertTrue(printed.startsWith("main waits in CountDownLatch.await, called at InternalsTest.java:"), printed);
        assertTrue(printed.endsWith("REFUSED\ntrue"), printed);
    }
}

package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.runtime.Body;
import rendezvous.runtime.Event;
import rendezvous.runtime.Event.Kind;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.WaitGroup;
import rendezvous.testing.Until;
import rendezvous.trace.Trace;

/** Runs on carriers of our own: what is told of them is exact. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@SuppressWarnings("ThreadPriorityCheck") // the scheduler is ours
class CarriersTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Body MIXED = () -> {
        WaitGroup all = new WaitGroup();
        Chan<Integer> ch = Chan.make();
        for (int i = 0; i < 4; i++) {
            int number = i;
            all.go(() -> {
                for (int k = 0; k < 20; k++) {
                    if (number % 2 == 0) {
                        ch.send(k);
                    } else {
                        ch.receive();
                    }
                    Thread.yield();
                }
                sleep(Duration.ofNanos(100_000));
            });
        }
        all.await();
    };

    /** Each goroutine is put on a carrier only when it could run and is on none, and leaves the one it is on. */
    private static void sound(Trace trace, int carriers) {
        Map<Goroutine, Integer> on = new HashMap<>();
        Map<Integer, Goroutine> by = new HashMap<>();
        Map<Goroutine, Boolean> ready = new HashMap<>();
        long last = Long.MIN_VALUE;
        for (Event event : trace.events()) {
            Goroutine who = event.goroutine();
            switch (event.kind()) {
                case READY -> ready.put(who, true);
                case MOUNT -> {
                    int carrier = (Integer) Objects.requireNonNull(event.value());
                    assertTrue(carrier >= 0 && carrier < carriers, event::toString);
                    assertEquals(true, ready.put(who, false), event::toString);
                    assertEquals(null, on.put(who, carrier), event::toString);
                    assertEquals(null, by.put(carrier, who), event::toString);
                    last = Math.max(last, event.nanos());
                }
                case UNMOUNT -> {
                    assertEquals(event.value(), on.remove(who), event::toString);
                    by.remove(event.value());
                }
                default -> {}
            }
        }
        assertTrue(last > Long.MIN_VALUE, "somebody ran");
    }

    private static long count(Trace trace, Kind kind) {
        return trace.events().stream().filter(event -> event.kind() == kind).count();
    }

    @Test
    void on_any_number_of_carriers_nobody_is_in_two_places_nor_two_in_one() throws InterruptedException {
        for (int carriers : new int[] {1, 2, 3}) {
            Carriers run = Carriers.run(carriers, LONG, MIXED);
            assertEquals("All 5 goroutines ended.", run.trace().report());
            assertTrue(run.isExact(), run::note);
            assertEquals(0, run.trace().dropped());
            sound(run.trace(), carriers);
        }
    }

    @Test
    void one_that_computes_keeps_its_carrier_and_others_could_run_all_the_while() throws InterruptedException {
        AtomicInteger meanwhile = new AtomicInteger();
        Carriers run = Carriers.run(1, LONG, () -> {
            go("greedy", () -> {
                long end = System.nanoTime() + 30_000_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                meanwhile.set(100);
            });
            go("modest", meanwhile::incrementAndGet);
        });
        assertEquals(101, meanwhile.get());
        sound(run.trace(), 1);
        List<String> order = run.trace().events().stream()
                .filter(event -> event.kind() == Kind.MOUNT)
                .map(event -> event.goroutine().name())
                .toList();
        assertEquals(List.of("main", "greedy", "modest"), order);
    }

    @Test
    void one_that_sleeps_leaves_its_carrier_to_others() throws InterruptedException {
        Chan<Integer> woken = Chan.make(1);
        Carriers run = Carriers.run(1, LONG, () -> {
            go("sleeper", () -> {
                sleep(Duration.ofMillis(20));
                woken.send(1);
            });
            go("busy", () -> {
                while (woken.tryReceive().isEmpty()) {
                    Thread.yield(); // on one carrier this ends only if the sleeper gets it
                }
            });
        });
        sound(run.trace(), 1);
        assertTrue(run.trace().stuck().isEmpty(), run::toString);
    }

    @Test
    void two_carriers_carry_two_at_once_and_one_does_not() throws InterruptedException {
        Body meet = () -> {
            AtomicInteger there = new AtomicInteger();
            WaitGroup both = new WaitGroup();
            for (int i = 0; i < 2; i++) {
                both.go(() -> {
                    there.incrementAndGet();
                    while (there.get() < 2 && !Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                });
            }
            both.await();
        };
        assertTrue(Carriers.run(2, LONG, meet).trace().stuck().isEmpty());
        assertFalse(
                Carriers.run(1, Duration.ofMillis(200), meet).trace().stuck().isEmpty());
    }

    @Test
    void its_carriers_end_with_the_run() throws InterruptedException {
        Carriers.run(3, LONG, () -> {});
        Until.holds(
                "no carrier lives",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("rendezvous-carrier")));
    }

    @Test
    void without_a_way_in_it_says_what_it_cannot_know_and_shows_the_JDKs_carriers() throws InterruptedException {
        Carriers run = Carriers.run(2, LONG, MIXED, null, "java.lang is closed");
        assertFalse(run.isExact());
        assertTrue(run.note().contains("java.lang is closed") && run.note().contains("--add-opens"), run::note);
        assertEquals("All 5 goroutines ended.", run.trace().report());
        assertTrue(count(run.trace(), Kind.MOUNT) >= 5, run::toString);
        assertEquals(0, count(run.trace(), Kind.READY), "that is not known");
        assertTrue(run.count() >= 1);
        assertEquals(
                "ForkJoinPool-1-worker-1",
                SeenCarriers.carrier("VirtualThread[#22,a@b]/runnable@ForkJoinPool-1-worker-1"));
        assertEquals(null, SeenCarriers.carrier("VirtualThread[#22,a@b]/waiting"));
    }

    @Test
    void what_cannot_be_is_refused() throws InterruptedException {
        for (int carriers : new int[] {0, -1, 257}) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> Carriers.run(carriers, () -> {}));
            assertEquals("carriers of a run: got " + carriers + ", want 1 to 256", refused.getMessage());
        }
        Run run = Lab.run(() -> Carriers.run(1, () -> {}));
        assertTrue(run.failure().orElseThrow().message().contains("carriers inside a lab run"), run::toString);
    }
}

package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.lab.HappensBefore.Happening;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.studied.Counters;
import rendezvous.sync.Mutex;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;

/** What happens before what, by the rules of the memory model, whatever the schedule. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HappensBeforeTest {
    private interface Order {
        void check(HappensBefore order);
    }

    /** Checks under many schedules. */
    private static void always(Body body, Order order) throws InterruptedException {
        for (int seed = 0; seed < 40; seed++) {
            order.check(HappensBefore.of(Lab.run(seed, body).orThrow()));
        }
    }

    private static int find(HappensBefore order, String text) {
        return order.events().stream()
                .filter(event -> (event.goroutine().name() + " " + event.words()).equals(text))
                .mapToInt(Happening::number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event \"" + text + "\" in\n" + order));
    }

    private static void before(HappensBefore order, String a, String b) {
        assertTrue(order.isBefore(find(order, a), find(order, b)), () -> a + " before " + b + "\n" + order);
        List<Happening> path = order.path(find(order, a), find(order, b));
        assertEquals(find(order, a), path.getFirst().number());
        assertEquals(find(order, b), path.getLast().number());
    }

    private static void unordered(HappensBefore order, String a, String b) {
        int one = find(order, a);
        int other = find(order, b);
        assertFalse(order.isBefore(one, other) || order.isBefore(other, one), () -> a + " and " + b + "\n" + order);
        assertTrue(order.path(one, other).isEmpty());
        assertTrue(order.explain(one, other).startsWith("Neither of "), () -> order.explain(one, other));
    }

    @Test
    void a_start_comes_before_all_of_the_goroutine_and_its_end_before_what_waited_for_it() throws InterruptedException {
        always(
                () -> {
                    Chan<Integer> box = Chan.named("box", 2);
                    Goroutine other = go("other", () -> box.send(1));
                    box.send(2);
                    other.await();
                    box.close();
                },
                order -> {
                    before(order, "main starts other", "other sends 1 on box");
                    before(order, "other sends 1 on box", "main closes box");
                    before(order, "other ends", "main closes box");
                    unordered(order, "other sends 1 on box", "main sends 2 on box");
                });
    }

    @Test
    void the_sides_of_an_unbuffered_hand_off_complete_together() throws InterruptedException {
        always(
                () -> {
                    Chan<Integer> ch = Chan.named("ch");
                    Chan<Integer> mine = Chan.named("mine", 1);
                    Chan<Integer> its = Chan.named("its", 2);
                    Goroutine sender = go("sender", () -> {
                        its.send(1);
                        ch.send(7);
                        its.send(2);
                    });
                    mine.send(1);
                    ch.receive();
                    mine.receive();
                    sender.await();
                },
                order -> {
                    before(order, "sender sends 1 on its", "main receives 1 on mine");
                    before(order, "main sends 1 on mine", "sender sends 2 on its"); // only without a buffer
                    int send = find(order, "sender sends 7 on ch");
                    int receive = find(order, "main receives 7 on ch");
                    assertFalse(order.isBefore(send, receive) || order.isBefore(receive, send));
                    assertTrue(order.explain(send, receive).contains("complete together"));
                    unordered(order, "main receives 1 on mine", "sender sends 2 on its");
                });
    }

    @Test
    void a_buffer_orders_receives_after_sends_and_sends_after_the_receive_that_made_room() throws InterruptedException {
        always(
                () -> {
                    Chan<Integer> ch = Chan.named("ch", 1);
                    Chan<Integer> its = Chan.named("its", 2);
                    Chan<Integer> mine = Chan.named("mine", 1);
                    Goroutine sender = go("sender", () -> {
                        ch.send(1);
                        its.send(10);
                        ch.send(2);
                        its.send(11);
                    });
                    mine.send(5);
                    ch.receive();
                    ch.receive();
                    sender.await();
                },
                order -> {
                    before(order, "sender sends 1 on ch", "main receives 1 on ch");
                    before(order, "main sends 5 on mine", "sender sends 11 on its");
                    unordered(order, "main sends 5 on mine", "sender sends 10 on its");
                });
    }

    @Test
    void an_unlock_comes_before_each_later_lock_and_readers_are_not_ordered() throws InterruptedException {
        always(
                () -> {
                    Mutex lock = new Mutex();
                    RWMutex rw = new RWMutex();
                    WaitGroup both = new WaitGroup();
                    both.add(2);
                    for (String name : List.of("a", "b")) {
                        go(name, () -> {
                            rw.rLock();
                            rw.rUnlock();
                            lock.lock();
                            lock.unlock();
                            both.done();
                        });
                    }
                    both.await();
                    rw.lock();
                    rw.unlock();
                },
                order -> {
                    boolean aFirst = find(order, "a locks mutex 1") < find(order, "b locks mutex 1");
                    String first = aFirst ? "a" : "b";
                    String second = aFirst ? "b" : "a";
                    before(order, first + " unlocks mutex 1", second + " locks mutex 1");
                    before(order, "a is done with group 1", "main has waited for group 1");
                    before(order, "b unlocks RWMutex 1", "main locks RWMutex 1");
                    unordered(order, "a unlocks RWMutex 1", "b locks RWMutex 1");
                });
    }

    @Test
    void a_close_and_the_end_of_a_context_come_before_what_sees_them() throws InterruptedException {
        always(
                () -> {
                    CancelContext ctx = Context.withCancel(Context.background());
                    Chan<Integer> ch = Chan.named("ch");
                    Goroutine other = go("other", () -> {
                        ctx.done().await();
                        ch.close();
                    });
                    ctx.cancel();
                    ch.receiveOk();
                    other.await();
                },
                order -> {
                    before(order, "main ends a context", "other closes ch");
                    before(order, "other closes ch", "main receives nothing (closed) on ch");
                });
    }

    @Test
    void accesses_that_race_are_not_ordered() throws InterruptedException {
        Run run = Lab.explore(Counters::unguarded)
                .schedules(500)
                .races()
                .run()
                .failed()
                .orElseThrow();
        HappensBefore order = HappensBefore.of(run);
        List<Happening> races = order.events().stream().filter(Happening::race).toList();
        assertEquals(2, races.size());
        for (Happening access : races) {
            assertTrue(
                    order.events().stream()
                            .filter(event -> event.goroutine().equals(access.goroutine()))
                            .noneMatch(event -> event.words().equals("ends") && event.number() < access.number()),
                    order::toString);
        }
        assertTrue(order.explain(races.get(0).number(), races.get(1).number()).startsWith("Neither of "));
    }

    @Test
    void it_is_a_partial_order_that_agrees_with_the_run() throws InterruptedException {
        always(
                () -> {
                    Chan<Integer> ch = Chan.make(1);
                    Mutex lock = new Mutex();
                    WaitGroup all = new WaitGroup();
                    for (int i = 0; i < 3; i++) {
                        int number = i;
                        all.go(() -> {
                            lock.lock();
                            lock.unlock();
                            if (number == 0) {
                                ch.receive();
                                ch.receive();
                            } else {
                                ch.send(number);
                            }
                        });
                    }
                    all.await();
                },
                order -> {
                    int count = order.events().size();
                    for (int a = 1; a <= count; a++) {
                        for (int b = 1; b <= count; b++) {
                            if (order.isBefore(a, b)) {
                                assertTrue(a < b, a + " before " + b + "\n" + order);
                                assertFalse(order.path(a, b).isEmpty());
                                for (int c = 1; c <= count; c++) {
                                    assertTrue(!order.isBefore(b, c) || order.isBefore(a, c), order::toString);
                                }
                            }
                        }
                    }
                });
    }

    @Test
    void a_number_without_an_event_is_refused() throws InterruptedException {
        HappensBefore order = HappensBefore.of(Lab.run(() -> {}));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> order.isBefore(1, 9));
        assertEquals("event of a run: got number 9, want 1 to 1", refused.getMessage());
    }
}

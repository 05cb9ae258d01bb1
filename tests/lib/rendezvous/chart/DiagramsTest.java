package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.lab.Carriers;
import rendezvous.lab.HappensBefore;
import rendezvous.lab.Lab;
import rendezvous.lab.Run;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Mutex;
import rendezvous.sync.RWMutex;
import rendezvous.testing.Until;
import rendezvous.trace.Trace;

/** Graphs of waits, of order, tables of goroutines and charts of carriers: their words, and where things lie. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DiagramsTest {
    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /** What holds of every sketch: nothing outside, no two texts over each other. */
    private static void sound(Sketch sketch) {
        Box picture = new Box(0, 0, sketch.width(), sketch.height());
        List<Sketch.Text> texts = sketch.texts();
        for (int i = 0; i < texts.size(); i++) {
            Sketch.Text text = texts.get(i);
            assertTrue(picture.contains(text.box()), text::toString);
            for (Sketch.Text other : texts.subList(0, i)) {
                assertFalse(
                        text.box().meets(other.box())
                                && !text.text().isEmpty()
                                && !other.text().isEmpty(),
                        () -> text + " meets " + other);
            }
        }
        for (Sketch.Shape shape : sketch.shapes()) {
            boolean inside = switch (shape) {
                case Sketch.Filled(Box box, double radius, Pattern pattern, var color) -> picture.contains(box);
                case Sketch.Plain(Box box, double radius, var color) -> picture.contains(box);
                case Sketch.Edge(Box box, double radius, var color, double width) -> picture.contains(box);
                case Sketch.Line line ->
                    picture.contains(new Box(line.x1(), line.y1(), 0, 0))
                            && picture.contains(new Box(line.x2(), line.y2(), 0, 0));
                case Sketch.Text text -> true;
            };
            assertTrue(inside, shape::toString);
        }
    }

    private static String texts(Sketch sketch) {
        return sketch.texts().stream().map(Sketch.Text::text).collect(Collectors.joining("|"));
    }

    @Test
    void two_locks_in_two_orders_are_a_cycle() throws InterruptedException {
        WaitForGraph graph = WaitForGraph.of(Lab.replay("1x4,2x2,3x3,2", DiagramsLookTest.LOCKS));
        assertEquals("A cycle of waits", graph.title());
        assertEquals(
                "left waits for mutex 2, held by right; right waits for mutex 1, held by left: a cycle, in which nobody"
                        + " can go on. 1 other goroutine waits too.",
                graph.caption());
        assertEquals(
                List.of(
                        "left waits for mutex 2, held by right   (in the cycle)",
                        "right waits for mutex 1, held by left   (in the cycle)",
                        "main waits for left"),
                graph.text().lines().limit(3).toList());
        assertTrue(graph.alt().contains("with a cycle of 2"), graph::alt);
        sound(graph.sketch());
    }

    @Test
    void a_cycle_of_any_length_is_found_whoever_else_waits() throws InterruptedException {
        for (int count = 2; count <= 9; count++) {
            Trace trace = Lab.run(DiagramsLookTest.philosophers(count)).steps();
            WaitFor waits = WaitFor.of(trace);
            assertEquals(count, waits.cycle());
            assertEquals(count + 1, waits.wants().size());
            assertEquals("main", waits.wants().getLast().who());
            for (int i = 0; i < count; i++) {
                assertEquals(
                        List.of(waits.wants().get((i + 1) % count).who()),
                        waits.wants().get(i).servers());
            }
            sound(WaitForGraph.of(trace, Made.METER).sketch());
        }
    }

    @Test
    void waits_that_are_no_cycle_are_not_called_one() throws InterruptedException {
        WaitForGraph graph = WaitForGraph.of(Lab.run(() -> {
            Chan<Integer> answers = Chan.named("answers");
            Mutex lock = new Mutex();
            lock.lock();
            go("second", lock::lock);
            answers.receive();
        }));
        assertEquals("Who waits for what", graph.title());
        assertEquals(
                "main waits to receive on `answers`; second waits for mutex 1, held by main. No cycle is known.",
                graph.caption());
        assertTrue(texts(graph.sketch()).contains("nobody is known on the other side"));
        sound(graph.sketch());
    }

    @Test
    void who_gave_a_lock_back_does_not_hold_it_and_readers_hold_together() throws InterruptedException {
        WaitFor waits = WaitFor.of(Lab.run(() -> {
                    Mutex lock = new Mutex();
                    RWMutex rw = new RWMutex();
                    lock.lock();
                    lock.unlock();
                    rw.rLock();
                    go("second", () -> {
                                lock.lock();
                                rw.rLock();
                            })
                            .await();
                    go("third", lock::lock);
                    go("writer", rw::lock);
                    Chan.never().receive();
                })
                .steps());
        Map<String, List<String>> servers =
                waits.wants().stream().collect(Collectors.toMap(WaitFor.Want::who, WaitFor.Want::servers));
        assertEquals(List.of("second"), servers.get("third"));
        assertEquals(List.of("main", "second"), servers.get("writer"));
        assertEquals(0, waits.cycle());
    }

    @Test
    void who_was_the_other_side_of_a_channel_before_may_serve_it_again() throws InterruptedException {
        WaitFor waits = WaitFor.of(Lab.run(() -> {
                    Chan<Integer> questions = Chan.named("questions");
                    Chan<Integer> answers = Chan.named("answers");
                    go("server", () -> {
                        for (int question : questions) {
                            answers.send(question);
                        }
                    });
                    questions.send(1);
                    answers.receive();
                    answers.receive();
                })
                .steps());
        assertEquals(2, waits.cycle());
        assertTrue(waits.wants().stream().allMatch(want -> want.tie() == WaitFor.Tie.SENT), waits::toString);
    }

    @Test
    void live_goroutines_are_shown_with_what_each_waits_for() throws InterruptedException {
        Chan<Integer> orders = Chan.named("orders");
        Goroutine cook = go("cook", orders::receiveOk);
        Goroutine waiter = go("waiter", cook::await);
        Until.holds("both wait", () -> WaitForGraph.live().text().contains("waiter waits for cook"));
        assertTrue(WaitForGraph.live().caption().contains("cook waits to receive on `orders`"));
        assertTrue(WaitForGraph.live().caption().contains("only known of recorded runs"));
        assertTrue(GoroutineTable.live().html().contains("<td>cook</td><td>waits to receive</td><td>`orders`</td>"));
        orders.close();
        waiter.await();
    }

    @Test
    void an_order_is_drawn_with_each_event_in_its_goroutines_column() throws InterruptedException {
        for (int seed = 0; seed < 20; seed++) {
            Run run = Lab.run(seed, DiagramsLookTest::cancelled);
            HappensBefore order = HappensBefore.of(run);
            HappensBeforeGraph graph = HappensBeforeGraph.of(order, order.explain(1, 9), order.path(1, 9), Made.METER);
            sound(graph.sketch());
            assertTrue(graph.caption().startsWith(order.explain(1, 9)), graph::caption);
        }
        HappensBeforeGraph small = HappensBeforeGraph.of(Lab.run(() -> {
            Chan<Integer> ch = Chan.named("ch");
            go("sender", () -> ch.send(1));
            ch.receive();
        }));
        assertEquals("5 events; 2 arrows order events of different goroutines, 1 of them a hand-off.", small.caption());
        List<Sketch.Text> numbers = small.sketch().texts().stream()
                .filter(text -> text.text().equals("2") || text.text().equals("3"))
                .toList();
        assertEquals(numbers.get(0).baseline(), numbers.get(1).baseline(), "the sides of a hand-off are level");
    }

    @Test
    void a_table_of_goroutines_says_state_wait_and_moment() throws InterruptedException {
        GoroutineTable table = GoroutineTable.of(Lab.run(DiagramsLookTest.philosophers(2)));
        assertEquals("3 goroutines: 2 wait for a lock, 1 waits for others.", table.caption());
        List<String> lines = table.text().lines().toList();
        assertTrue(lines.get(0).startsWith("no.") && lines.get(0).contains("started by"), table::text);
        assertTrue(lines.get(2).contains("waits for a lock") && lines.get(2).contains("mutex 2"), table::text);
        assertTrue(lines.get(2).contains("step "), table::text);
        sound(table.sketch());
        Trace hostile = Trace.of(
                ms(50), () -> go("<b>&", () -> Chan.<Integer>named("<i>").receive()));
        assertTrue(GoroutineTable.of(hostile).html().contains("<td>&lt;b&gt;&amp;</td>"));
        assertFalse(GoroutineTable.of(hostile).html().contains("<i>"));
    }

    @Test
    void carriers_have_lanes_and_their_goroutines_never_overlap() throws InterruptedException {
        Carriers one = Carriers.run(1, Duration.ofSeconds(20), DiagramsTest::three);
        Carriers two = Carriers.run(2, Duration.ofSeconds(20), DiagramsTest::three);
        CarrierChart chart = CarrierChart.of("Three", Made.METER, one, two);
        List<Sketch.Filled> stays = new ArrayList<>();
        for (Sketch.Shape shape : chart.sketch().shapes()) {
            if (shape instanceof Sketch.Filled bar && bar.box().height() > 15) {
                stays.add(bar);
            }
        }
        assertTrue(stays.size() >= 8, () -> "main and three workers, twice: " + stays);
        assertEquals(3, stays.stream().map(bar -> bar.box().y()).distinct().count(), "three lanes");
        for (int i = 1; i < stays.size(); i++) {
            Box before = stays.get(i - 1).box();
            Box here = stays.get(i).box();
            assertTrue(before.y() != here.y() || before.right() <= here.x() + 1e-6, here::toString);
        }
        assertTrue(texts(chart.sketch()).contains("could run, and waited for a carrier"));
        assertTrue(chart.caption().startsWith("1 carrier: "), chart::caption);
        assertTrue(chart.caption().contains(" 2 carriers: "), chart::caption);
        assertFalse(chart.caption().contains("Not "), chart::caption);
        assertTrue(chart.alt().contains("Not observed: whether the operating system"), chart::alt);
        assertTrue(chart.caption().endsWith(Machine.withoutCarriers() + "."), chart::caption);
        sound(chart.sketch());
        Mounts mounts = Mounts.of(one);
        assertEquals(4, mounts.goroutines().size());
        assertTrue(mounts.use() > 0 && mounts.use() <= 1);
        mounts.counts()
                .forEach(count -> assertTrue(
                        count.running() >= 0 && count.running() <= 1 && count.ready() >= 0 && count.blocked() >= 0,
                        count::toString));
        assertThrows(IllegalArgumentException.class, () -> CarrierChart.of(""));
        CarrierChart alike = CarrierChart.of("Twice", Made.METER, one, one);
        assertTrue(alike.caption().startsWith("Run 1, 1 carrier: "), alike::caption);
        assertTrue(alike.caption().contains(" Run 2, 1 carrier: "), alike::caption);
        assertTrue(texts(alike.sketch()).contains("Run 2, 1 carrier"));
    }

    private static void three() throws Exception {
        List<Goroutine> all = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            all.add(go("worker " + i, () -> {
                long end = System.nanoTime() + 5_000_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                sleep(ms(3));
            }));
        }
        for (Goroutine one : all) {
            one.await();
        }
    }
}

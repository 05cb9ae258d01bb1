package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.lab.Lab;
import rendezvous.lab.Run;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Mutex;

/** A run of the lab as a picture: its axis counts steps, and its words say so. */
class LabTimelineTest {
    private static final Body LOCKS = () -> {
        Mutex fork = new Mutex();
        Mutex spoon = new Mutex();
        Goroutine left = go("left", () -> {
            fork.lock();
            spoon.lock();
        });
        Goroutine right = go("right", () -> {
            spoon.lock();
            fork.lock();
        });
        left.await();
        right.await();
    };

    @Test
    void a_deadlock_shows_that_everybody_waits_and_counts_steps() throws InterruptedException {
        Run run = Lab.replay("1x4,2x2,3x3,2", LOCKS);
        Timeline timeline = Timeline.of(run);
        assertEquals("Deadlock: all goroutines of the run are blocked", timeline.title());
        assertTrue(timeline.caption().contains("when the run was stopped after 10 steps"), timeline::caption);
        List<Scene.Segment> segments = timeline.scene().segments();
        for (int lane = 0; lane < 3; lane++) {
            int here = lane;
            State last = segments.stream()
                    .filter(segment -> segment.lane() == here)
                    .reduce((before, after) -> after)
                    .orElseThrow()
                    .state();
            assertEquals(lane == 0 ? State.JOINS : State.LOCKS, last, "lane " + lane);
        }
        assertTrue(
                timeline.scene().words().stream().anyMatch(word -> word.text().equals("steps")));
        assertFalse(timeline.text().contains(" ms"), timeline::text);
    }

    @Test
    void a_panic_is_short_in_the_title_and_the_name_before_it_stays_as_it_is() throws InterruptedException {
        Timeline closed = Timeline.of(Lab.run(() -> go("producer", () -> {
            Chan<Integer> numbers = Chan.named("numbers", 1);
            numbers.close();
            numbers.send(1);
        })));
        assertEquals("producer panicked: send on closed channel", closed.title());
        Timeline own = Timeline.of(Lab.run(() -> {
            throw new IllegalStateException("coins: got 3, want 4");
        }));
        assertEquals("main panicked: coins: got 3, want 4", own.title());
        Timeline silent = Timeline.of(Lab.run(() -> {
            throw new IllegalStateException();
        }));
        assertEquals("main panicked: IllegalStateException", silent.title());
    }

    @Test
    void where_main_has_ended_and_others_wait_it_is_a_leak() throws InterruptedException {
        Body many = () -> {
            go(() -> Chan.make().receive());
            go(() -> Chan.make().receive());
        };
        assertEquals(
                "Leak: main has ended, others wait for ever",
                Timeline.of(Lab.run(many)).title());
    }

    @Test
    void on_a_virtual_clock_running_is_neither_drawn_nor_explained() throws InterruptedException {
        Timeline timeline =
                Timeline.of(Lab.run(() -> Go.sleep(Duration.ofSeconds(1))).trace());
        assertEquals(
                List.of(State.SLEEPS),
                timeline.scene().segments().stream().map(Scene.Segment::state).toList());
        assertTrue(
                timeline.scene().words().stream().noneMatch(word -> word.text().equals(State.RUNS.words())));
    }

    @Test
    void the_choices_of_a_lane_stand_on_one_side_of_it() throws InterruptedException {
        Scene scene = Timeline.of(Lab.run(() -> {
                            Chan<Integer> beat = Chan.named("beat", 1);
                            Goroutine worker = go("worker", () -> {
                                for (int i = 0; i < 5; i++) {
                                    Go.sleep(Duration.ofMillis(10));
                                    beat.send(i);
                                }
                            });
                            for (int i = 0; i < 5; i++) {
                                select(onReceive(beat, value -> {}));
                            }
                            worker.await();
                        })
                        .trace())
                .scene();
        assertEquals(
                1,
                scene.words().stream()
                        .filter(word -> word.text().equals("beat"))
                        .mapToDouble(Scene.Word::baseline)
                        .distinct()
                        .count(),
                scene.words()::toString);
    }

    @Test
    void a_run_that_went_well_says_so() throws InterruptedException {
        Timeline timeline = Timeline.of(Lab.run(() -> {
            Chan<Integer> ch = Chan.named("ch");
            go("sender", () -> ch.send(1));
            ch.receive();
        }));
        assertEquals("A run that went well", timeline.title());
        assertEquals(
                "1 hand-off on `ch`.",
                timeline.caption().lines().findFirst().orElseThrow().split(" The ", -1)[0]);
        assertTrue(timeline.alt().startsWith("Timeline of 7 steps with 2 lanes"), timeline::alt);
    }
}

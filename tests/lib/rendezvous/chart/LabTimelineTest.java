package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;

import java.util.List;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
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

package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.runtime.Wait;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class TimelineTest {
    private final Chan<Object> ball = Chan.named("ball");

    private static Timeline of(Recording recording) {
        return Timeline.of("", recording, Made.METER);
    }

    @Test
    void the_caption_counts_hand_offs_and_tells_the_longest_wait() {
        Timeline timeline = of(new Made()
                .main()
                .start(1_000, "producer", "main")
                .block(2_000, "main", Wait.RECEIVE, ball)
                .block(2_000, "producer", Wait.SLEEP, null)
                .go(26_000, "producer")
                .handOff(26_000, "producer", "main", ball, "ping")
                .go(26_000, "main")
                .end(27_000, "producer")
                .end(30_000, "main")
                .done());
        assertEquals("1 hand-off on `ball`. The longest wait: main, 24 ms to receive.", timeline.caption());
        assertEquals(
                "Timeline of 30 ms of real time with 2 lanes of goroutines (main and producer). " + timeline.caption(),
                timeline.alt());
        assertTrue(timeline.text().contains("producer → main: \"ping\""), timeline::text);
        assertTrue(timeline.text().lines().findFirst().orElse("").startsWith("goroutine"), timeline::text);
    }

    @Test
    void that_main_waits_for_the_end_is_the_longest_wait_only_if_nobody_else_waited() {
        String others = of(new Made()
                        .main()
                        .start(1_000, "author", "main")
                        .start(1_000, "printer", "main")
                        .block(2_000, "main", Wait.GROUP, null)
                        .block(3_000, "author", Wait.SEND, ball)
                        .handOff(9_000, "author", "printer", ball, "page")
                        .go(9_000, "author")
                        .end(10_000, "author")
                        .end(30_000, "printer")
                        .go(30_000, "main")
                        .end(30_000, "main")
                        .done())
                .caption();
        assertEquals(
                "1 hand-off on `ball`. Apart from main's for the end, the longest wait: author, 6 ms to send.", others);
        String alone = of(new Made()
                        .main()
                        .start(1_000, "printer", "main")
                        .block(2_000, "main", Wait.JOIN, null)
                        .end(30_000, "printer")
                        .go(30_000, "main")
                        .end(30_000, "main")
                        .done())
                .caption();
        assertTrue(alone.endsWith("The longest wait: main, 28 ms for a goroutine."), alone);
    }

    @Test
    void a_wait_of_main_before_others_counts() {
        String caption = of(new Made()
                        .main()
                        .start(1_000, "cook", "main")
                        .block(2_000, "main", Wait.JOIN, null)
                        .end(12_000, "cook")
                        .go(12_000, "main")
                        .start(13_000, "guest", "main")
                        .block(14_000, "main", Wait.RECEIVE, ball)
                        .handOff(20_000, "guest", "main", ball, "plate")
                        .go(20_000, "main")
                        .end(21_000, "guest")
                        .end(22_000, "main")
                        .done())
                .caption();
        assertTrue(caption.endsWith("The longest wait: main, 10 ms for a goroutine."), caption);
    }

    @Test
    void the_caption_says_who_is_stuck_and_that_nobody_can_help() {
        Made made = new Made().main().block(1, "main", Wait.SEND, ball);
        String caption =
                of(made.stuck("main", Wait.SEND, ball).until(2_000_000)).caption();
        assertEquals(
                "No values were handed over. main was still waiting to send on `ball` when the run was stopped after 2 s:"
                        + " nobody is left to wake it.",
                caption);
    }

    @Test
    void where_nobody_used_a_channel_the_caption_does_not_say_that_no_value_was_handed_over() {
        assertEquals(
                "1 goroutine in 10 µs.",
                of(new Made().main().end(10, "main").done()).caption());
        Made slept = new Made().main().block(1, "main", Wait.SLEEP, null).stuck("main", Wait.SLEEP, null);
        assertTrue(of(slept.until(100)).caption().startsWith("main was still asleep"));
    }

    @Test
    void while_somebody_runs_or_sleeps_the_caption_does_not_say_that_nobody_can_help() {
        Made made = new Made()
                .main()
                .start(1, "busy", "main")
                .block(2, "main", Wait.SEND, ball)
                .stuck("main", Wait.SEND, ball)
                .stuck("busy", null, null);
        String caption = of(made.until(100)).caption();
        assertTrue(caption.contains("busy was still running"), caption);
        assertTrue(!caption.contains("nobody"), caption);
    }

    @Test
    void the_caption_names_a_panic_without_calling_its_code() {
        IllegalStateException hostile = new IllegalStateException() {
            @Override
            public String getMessage() {
                throw new AssertionError("called");
            }
        };
        Timeline timeline = of(new Made().main().panic(5, "main", hostile).done());
        assertTrue(timeline.caption().contains("main panicked"), timeline::caption);
        assertTrue(timeline.text().contains("panicked"), timeline::text);
    }

    @Test
    void dropped_events_are_said() {
        Timeline timeline =
                of(new Made().main().block(10, "main", Wait.SEND, ball).dropped(1_234));
        assertTrue(timeline.caption().contains("the last 1 234 events were not recorded"), timeline::caption);
    }

    @Test
    void a_trace_without_goroutines_is_refused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> of(new Recording(List.of(), 0, 10, List.of(), 0)));
        assertTrue(refused.getMessage().contains("Trace.of"), refused::getMessage);
    }

    @Test
    void the_picture_is_an_opaque_panel_at_the_scale_asked_for() {
        Timeline timeline = of(new Made().main().end(10, "main").done());
        BufferedImage image = timeline.image(3);
        assertEquals(3 * timeline.width(), image.getWidth());
        assertEquals(3 * timeline.height(), image.getHeight());
        assertEquals(0, image.getRGB(0, 0) >>> 24, "the corner is round");
        for (int x = 30; x < image.getWidth() - 30; x += 7) {
            assertEquals(255, image.getRGB(x, image.getHeight() / 2) >>> 24);
        }
        assertThrows(IllegalArgumentException.class, () -> timeline.image(0));
        assertThrows(IllegalArgumentException.class, () -> timeline.image(Double.NaN));
    }
}

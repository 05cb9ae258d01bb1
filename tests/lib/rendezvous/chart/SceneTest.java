package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chart.Scene.Arrow;
import rendezvous.chart.Scene.Link;
import rendezvous.chart.Scene.Mark;
import rendezvous.chart.Scene.Segment;
import rendezvous.chart.Scene.Word;
import rendezvous.runtime.Wait;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class SceneTest {
    private static final double TINY = 1e-6;
    private final Chan<Object> ball = Chan.named("ball");

    private Recording handOff() {
        return new Made()
                .main()
                .start(10, "producer", "main")
                .block(20, "main", Wait.RECEIVE, ball)
                .block(30, "producer", Wait.SLEEP, null)
                .go(60, "producer")
                .handOff(60, "producer", "main", ball, "ping")
                .go(60, "main")
                .end(80, "producer")
                .end(100, "main")
                .done();
    }

    private static double at(Scene scene, double share) {
        return scene.left() + share * (scene.right() - scene.left());
    }

    @Test
    void time_is_linear_and_states_lie_where_they_were() {
        Scene scene = Made.scene(handOff());
        List<Segment> main =
                scene.segments().stream().filter(one -> one.lane() == 0).toList();
        assertEquals(
                List.of(State.RUNS, State.RECEIVES, State.RUNS),
                main.stream().map(Segment::state).toList());
        assertEquals(at(scene, 0), main.get(0).box().x(), TINY);
        assertEquals(at(scene, 0.2), main.get(1).box().x(), TINY);
        assertEquals(at(scene, 0.6), main.get(1).box().right(), TINY);
        assertEquals(at(scene, 1), main.get(2).box().right(), TINY);
        assertTrue(
                main.get(1).box().height() < main.get(0).box().height(), "a wait is told from a run by height as well");
    }

    @Test
    void arrows_go_from_lane_to_lane_at_their_time() {
        Scene scene = Made.scene(handOff());
        Arrow start = scene.arrows().getFirst();
        Arrow value = scene.arrows().getLast();
        assertEquals(List.of(Link.START, Link.HAND_OFF), List.of(start.link(), value.link()));
        assertEquals(List.of(0, 1, 1, 0), List.of(start.from(), start.to(), value.from(), value.to()));
        assertEquals(at(scene, 0.1), start.x1(), TINY);
        assertEquals(at(scene, 0.6), value.x2(), TINY);
        assertTrue(value.y1() > value.y2(), "it points up, to main");
        assertTrue(scene.words().stream().anyMatch(word -> word.text().equals("\"ping\"")));
    }

    @Test
    void the_legend_explains_what_occurs_and_no_more() {
        Set<String> words =
                Made.scene(handOff()).words().stream().map(Word::text).collect(Collectors.toSet());
        assertTrue(
                words.containsAll(Set.of("runs", "waits to receive", "sleeps", "passes a value", "starts")),
                words::toString);
        assertFalse(words.contains("waits to send"));
        assertFalse(words.contains("waits for a goroutine"));
    }

    @Test
    void the_same_run_gives_the_same_scene_and_the_same_pixels() {
        Recording recording = handOff();
        Timeline one = Timeline.of("twice", recording, Made.METER);
        Timeline two = Timeline.of("twice", recording, Made.METER);
        assertEquals(one.scene(), two.scene());
        assertArrayEquals(pixels(one), pixels(two));
        assertEquals(one.text(), two.text());
    }

    private static int[] pixels(Figure figure) {
        BufferedImage image = figure.image(1);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void a_crowd_of_hand_offs_stays_inside_and_no_label_hides_another() {
        Made made = new Made().main().start(1, "pong", "main");
        for (int i = 0; i < 2_000; i++) {
            long at = 1_000 + 7L * i;
            made.block(at, "main", Wait.SEND, ball)
                    .go(at + 2, "main")
                    .handOff(at + 2, "main", "pong", ball, "value " + i);
        }
        Timeline timeline =
                Timeline.of("", made.end(20_000, "main").end(20_000, "pong").done(), Made.METER);
        Scene scene = timeline.scene();
        int drawn = scene.arrows().stream()
                .filter(arrow -> arrow.link() == Link.HAND_OFF)
                .mapToInt(Arrow::count)
                .sum();
        assertEquals(2_000, drawn, "each is in an arrow, alone or in a bundle");
        assertTrue(scene.arrows().size() < 200, "bundled");
        assertTrue(scene.hidden().bundled() > 0 && scene.hidden().states() > 0);
        assertTrue(timeline.caption().contains("share an arrow"), timeline::caption);
        assertTrue(timeline.caption().contains("too short to draw"), timeline::caption);
        sound(scene);
    }

    /** What holds of every scene: nothing outside, no states over each other, no labels over each other or over states. */
    private static void sound(Scene scene) {
        Box picture = new Box(0, 0, scene.width(), scene.height());
        List<Segment> segments = scene.segments();
        for (int i = 0; i < segments.size(); i++) {
            Box box = segments.get(i).box();
            assertTrue(
                    box.width() >= 1 && box.x() >= scene.left() - TINY && box.right() <= scene.right() + TINY,
                    box::toString);
            if (i > 0 && segments.get(i - 1).lane() == segments.get(i).lane()) {
                assertTrue(segments.get(i - 1).box().right() <= box.x() + TINY);
            }
        }
        List<Word> words = scene.words();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            assertTrue(picture.contains(word.box()), word::toString);
            for (Word other : words.subList(0, i)) {
                assertFalse(word.box().meets(other.box()), () -> word + " meets " + other);
            }
            if (word.label()) {
                assertTrue(segments.stream().noneMatch(one -> one.box().meets(word.box())), word::toString);
            }
        }
        scene.arrows()
                .forEach(arrow -> assertTrue(
                        arrow.x1() >= scene.left() && arrow.x2() <= scene.width() && arrow.y1() > 0, arrow::toString));
    }

    @Test
    void a_state_too_short_to_see_is_two_pixels_wide() {
        Scene scene = Made.scene(new Made()
                .main()
                .block(50_000, "main", Wait.JOIN, null)
                .go(50_001, "main")
                .end(100_000, "main")
                .done());
        assertEquals(2, scene.segments().get(1).box().width(), TINY);
        assertEquals(State.JOINS, scene.segments().get(1).state());
    }

    @Test
    void a_long_wait_at_the_end_is_cut_and_marked_as_stuck() {
        Made made = new Made().main().block(50, "main", Wait.RECEIVE, ball);
        Scene scene = Made.scene(made.stuck("main", Wait.RECEIVE, ball).until(2_000_000));
        assertTrue(scene.cut());
        assertEquals(at(scene, 0.75), scene.segments().get(1).box().x(), 1, "the wait takes the last quarter");
        assertEquals(scene.right(), scene.segments().get(1).box().right(), TINY);
        assertEquals(
                List.of(History.Fate.STUCK),
                scene.marks().stream().map(Mark::fate).toList());
        Set<String> words = scene.words().stream().map(Word::text).collect(Collectors.toSet());
        assertTrue(words.containsAll(Set.of("stuck", "2 s", "real time in µs")), words::toString);
        sound(scene);
    }

    @Test
    void a_run_that_was_busy_to_its_limit_is_not_cut() {
        Made made = new Made().main().block(90, "main", Wait.RECEIVE, ball);
        assertFalse(
                Made.scene(made.stuck("main", Wait.RECEIVE, ball).until(100)).cut());
    }

    @Test
    void more_than_twelve_are_folded_but_those_that_went_wrong_keep_a_lane() {
        Made made = new Made().main();
        for (int i = 1; i <= 30; i++) {
            made.start(i, "w" + i, "main");
        }
        made.block(40, "w30", Wait.SEND, ball).panic(41, "w29", new IllegalStateException("boom"));
        for (int i = 1; i <= 28; i++) {
            made.handOff(50 + 5L * i, "main", "w" + i, ball, i).end(300 + i, "w" + i);
        }
        made.end(400, "main").stuck("w30", Wait.SEND, ball);
        Scene scene = Made.scene(made.until(410));
        assertEquals(12, scene.lanes().size());
        assertEquals("+ 20 more", scene.lanes().getLast().name());
        assertEquals(20, scene.lanes().getLast().goroutines());
        List<String> names = scene.lanes().stream().map(Scene.Lane::name).toList();
        assertTrue(names.containsAll(List.of("main", "w1", "w8", "w29", "w30")), names::toString);
        assertFalse(names.contains("w9"));
        assertTrue(scene.arrows().stream().anyMatch(arrow -> arrow.to() == 11 && arrow.link() == Link.HAND_OFF));
        sound(scene);
    }

    @Test
    void a_value_sent_to_oneself_is_a_loop_with_room_above() {
        Scene scene = Made.scene(new Made()
                .main()
                .send(10, "main", ball, 1)
                .receive(50, "main", ball, 1)
                .end(100, "main")
                .done());
        Arrow loop = scene.arrows().getFirst();
        assertTrue(loop.loop());
        assertTrue(loop.y1() - Arrows.LOOP > 10, loop::toString);
        assertTrue(scene.words().stream().anyMatch(word -> word.text().equals("1") && word.label()));
        sound(scene);
    }

    @Test
    void a_run_of_no_length_and_names_of_any_length_are_drawn() {
        sound(Made.scene(new Made().main().end(0, "main").done()));
        sound(Made.scene(new Made()
                .main()
                .start(5, "a goroutine whose name tells the story of its life", "main")
                .end(9, "main")
                .done()));
    }
}

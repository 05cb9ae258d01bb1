package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;
import static rendezvous.chan.Select.onClosed;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.otherwise;
import static rendezvous.chan.Select.select;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chart.History.Life;
import rendezvous.chart.History.Span;
import rendezvous.chart.Scene.Arrow;
import rendezvous.chart.Scene.Link;
import rendezvous.chart.Scene.Word;
import rendezvous.context.Context;
import rendezvous.lab.Lab;
import rendezvous.lab.Run;
import rendezvous.runtime.Body;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;
import rendezvous.studied.Counters;
import rendezvous.trace.Trace;

/** What a timeline marks: who could run, choices of selects, ends of contexts, races; and on which clock. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TimelineSignsTest {
    private static History history(Trace trace) {
        return History.of(Recording.of(trace));
    }

    private static Life life(History history, String name) {
        return history.lives().stream()
                .filter(life -> life.goroutine().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<State> states(Life life) {
        return life.spans().stream().map(Span::state).toList();
    }

    private static Set<String> words(Timeline timeline) {
        return timeline.scene().words().stream().map(Word::text).collect(Collectors.toSet());
    }

    private static int[] pixels(Figure figure) {
        BufferedImage image = figure.image(1);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void the_same_seed_draws_the_same_picture_and_another_seed_another() throws InterruptedException {
        Timeline one = Timeline.of(Lab.run(3, DiagramsLookTest::cancelled));
        Timeline again = Timeline.of(Lab.run(3, DiagramsLookTest::cancelled));
        Timeline other = Timeline.of(Lab.run(4, DiagramsLookTest::cancelled));
        assertEquals(one.scene(), again.scene());
        assertArrayEquals(pixels(one), pixels(again));
        assertEquals(one.text(), again.text());
        assertFalse(one.scene().equals(other.scene()));
    }

    @Test
    void in_a_lab_run_one_runs_at_a_time_and_the_others_could_or_wait() throws InterruptedException {
        for (int seed = 0; seed < 20; seed++) {
            History history = history(Lab.run(seed, DiagramsLookTest::cancelled).steps());
            List<Span> runs = new ArrayList<>();
            for (Life life : history.lives()) {
                life.spans().stream().filter(span -> span.state() == State.RUNS).forEach(runs::add);
            }
            runs.sort(Comparator.comparingLong(Span::from));
            for (int i = 1; i < runs.size(); i++) {
                assertTrue(runs.get(i - 1).to() <= runs.get(i).from(), runs::toString);
            }
            long ran = runs.stream().mapToLong(Span::length).sum();
            assertTrue(ran <= history.end() && ran >= history.end() * 9 / 10, ran + " of " + history.end());
        }
    }

    @Test
    void one_that_was_started_and_not_chosen_could_run() throws InterruptedException {
        History history = history(Lab.run(() -> {
                    Goroutine other = go("other", () -> {});
                    Chan<Integer> box = Chan.make(1);
                    box.send(1);
                    box.receive();
                    other.await();
                })
                .steps());
        assertEquals(State.READY, states(life(history, "other")).getFirst());
        assertTrue(life(history, "other").spans().getFirst().length() >= 2);
        assertEquals(
                List.of(State.RUNS, State.JOINS), states(life(history, "main")).subList(0, 2));
    }

    @Test
    @SuppressWarnings("LockNotBeforeTry") // the run ends if one of them throws
    void one_that_waits_for_a_lock_of_the_JDK_does_not_look_able_to_run() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        History history = history(Lab.run(() -> {
                    lock.lock();
                    Goroutine other = go("other", () -> {
                        lock.lock();
                        lock.unlock();
                    });
                    sleep(Duration.ofSeconds(1));
                    lock.unlock();
                    other.await();
                })
                .trace());
        assertEquals(
                State.ELSEWHERE,
                life(history, "other").spans().stream()
                        .max(Comparator.comparingLong(Span::length))
                        .orElseThrow()
                        .state());
    }

    @Test
    void what_selects_chose_is_marked_and_counted() throws InterruptedException {
        Timeline timeline = Timeline.of(Lab.run(() -> {
            Chan<Integer> jobs = Chan.named("jobs", 1);
            Chan<Integer> none = Chan.make();
            select(onReceive(jobs, v -> {}), otherwise(() -> {}));
            jobs.send(1);
            select(onReceive(none, v -> {}), onReceive(jobs, v -> {}));
            jobs.send(2);
            select(onReceive(jobs, v -> {}), onReceive(none, v -> {}));
        }));
        List<Scene.Sign> signs = timeline.scene().signs();
        assertEquals(3, signs.stream().mapToInt(Scene.Sign::count).sum());
        assertTrue(signs.stream().allMatch(sign -> sign.sign() == History.Sign.SELECTS && sign.lane() == 0));
        assertTrue(
                words(timeline).containsAll(Set.of("jobs", "default", "what a select chose")),
                words(timeline)::toString);
        assertTrue(
                timeline.caption().contains("3 selects chose `jobs` 2 times and default 1 time."), timeline::caption);
        assertTrue(timeline.text().contains("main selects `jobs`"), timeline::text);
    }

    @Test
    void a_close_is_marked_where_it_was_made_and_one_by_a_context_is_not() throws InterruptedException {
        Timeline timeline = Timeline.of(Lab.run(() -> {
            Chan<Integer> jobs = Chan.named("jobs");
            Goroutine worker = go("worker", jobs::await);
            jobs.close();
            worker.await();
            Context.withCancel(Context.background()).cancel();
        }));
        List<Scene.Sign> closes = timeline.scene().signs().stream()
                .filter(sign -> sign.sign() == History.Sign.CLOSES)
                .toList();
        assertEquals(1, closes.size());
        assertEquals(0, closes.getFirst().lane());
        assertTrue(words(timeline).contains("closes a channel"), words(timeline)::toString);
        assertTrue(timeline.text().contains("main closes `jobs`"), timeline::text);
    }

    @Test
    void what_comes_last_stands_last_at_the_end_of_a_lane_too() throws InterruptedException {
        Timeline timeline = Timeline.of(Lab.run(() -> {
                    Chan<Integer> numbers = Chan.named("numbers");
                    Chan<Integer> quit = Chan.named("quit");
                    Goroutine producer = go("producer", () -> {
                        select(onClosed(quit, () -> {}));
                        numbers.close();
                    });
                    sleep(Duration.ofSeconds(1));
                    quit.close();
                    producer.await();
                })
                .trace());
        List<Scene.Sign> producers = timeline.scene().signs().stream()
                .filter(sign -> sign.lane() == 1)
                .toList();
        assertEquals(
                List.of(History.Sign.SELECTS, History.Sign.CLOSES),
                producers.stream().map(Scene.Sign::sign).toList());
        assertTrue(producers.getFirst().x() < producers.getLast().x(), producers::toString);
    }

    @Test
    void a_cancel_is_marked_where_it_was_made_and_reaches_whose_wait_it_ended() throws InterruptedException {
        Timeline timeline = Timeline.of(Lab.run(3, DiagramsLookTest::cancelled));
        Scene scene = timeline.scene();
        Scene.Sign cancel = scene.signs().stream()
                .filter(sign -> sign.sign() == History.Sign.CANCELS)
                .findFirst()
                .orElseThrow();
        assertEquals(0, cancel.lane());
        List<Arrow> reached = scene.arrows().stream()
                .filter(arrow -> arrow.link() == Link.CANCEL)
                .toList();
        assertEquals(List.of(1, 2), reached.stream().map(Arrow::to).sorted().toList());
        reached.forEach(arrow -> assertEquals(0, arrow.from()));
        assertTrue(
                timeline.caption().contains("main cancelled a context, which ended the wait of left and right."),
                timeline::caption);
    }

    @Test
    void a_deadline_is_marked_where_it_ended_a_wait_also_in_real_time() throws InterruptedException {
        for (boolean lab : new boolean[] {true, false}) {
            Trace trace = null;
            // By the real clock the time can be over before main comes to its select: then it is given more.
            for (int millis = 5; trace == null || !hasWaited(trace); millis *= 4) {
                Duration time = Duration.ofMillis(millis);
                Body body = () -> {
                    Context ctx = Context.withTimeout(Context.background(), time);
                    select(onClosed(ctx.done(), () -> {}));
                };
                trace = lab ? Lab.run(body).trace() : Trace.of(body);
            }
            Timeline timeline = Timeline.of(trace);
            assertEquals(
                    1,
                    timeline.scene().signs().stream()
                            .filter(sign -> sign.sign() == History.Sign.EXPIRED)
                            .count());
            double[] places = timeline.scene().signs().stream()
                    .mapToDouble(Scene.Sign::x)
                    .sorted()
                    .toArray();
            assertEquals(2, places.length, "the choice too");
            assertTrue(!lab || places[1] - places[0] > Signs.SIZE - 1, "side by side");
            assertTrue(timeline.caption().contains("A context's time was over, which ended the wait of main."));
            String axis = lab ? "virtual time in " : "real time in ";
            assertTrue(words(timeline).stream().anyMatch(word -> word.startsWith(axis)), words(timeline)::toString);
            assertTrue(timeline.alt().contains(lab ? " of virtual time " : " of real time "), timeline::alt);
        }
    }

    private static boolean hasWaited(Trace trace) {
        return trace.events().stream()
                .anyMatch(event -> event.kind() == Event.Kind.BLOCK && event.value() == Wait.SELECT);
    }

    @Test
    void a_race_shows_its_two_accesses_in_the_steps_that_the_report_names() throws InterruptedException {
        Run run = Lab.explore(Counters::unguarded)
                .schedules(500)
                .races()
                .run()
                .failed()
                .orElseThrow();
        History history = history(run.steps());
        List<History.Moment> accesses = history.moments().stream()
                .filter(moment -> moment.sign() == History.Sign.RACES)
                .toList();
        assertEquals(2, accesses.size());
        assertEquals(
                Set.of("one", "two"),
                accesses.stream().map(one -> one.goroutine().name()).collect(Collectors.toSet()));
        Matcher step = Pattern.compile("(\\w+) wrote it before, in step (\\d+)")
                .matcher(run.failure().orElseThrow().message());
        assertTrue(step.find());
        assertEquals(Long.parseLong(step.group(2)), accesses.getFirst().at());
        assertEquals(step.group(1), accesses.getFirst().goroutine().name());
        assertEquals("writes `Counters.count`", accesses.getFirst().words());
        Timeline timeline = Timeline.of(run);
        assertEquals(
                1,
                timeline.scene().arrows().stream()
                        .filter(arrow -> arrow.link() == Link.RACE)
                        .count());
        assertTrue(timeline.caption().contains("A race: "), timeline::caption);
        assertEquals(
                2,
                run.trace().events().stream()
                        .filter(event -> event.kind() == Event.Kind.RACE)
                        .count());
    }

    @Test
    @SuppressWarnings("ReferenceEquality") // all but this label
    void signs_stand_apart_and_labels_hide_neither_them_nor_each_other() throws InterruptedException {
        for (int seed = 0; seed < 10; seed++) {
            for (Trace trace : List.of(
                    Lab.run(seed, DiagramsLookTest::cancelled).trace(),
                    Lab.run(seed, DiagramsLookTest::cancelled).steps())) {
                Scene scene = Timeline.of("", Recording.of(trace), Made.METER).scene();
                List<Word> labels = scene.words().stream().filter(Word::label).toList();
                for (Scene.Sign sign : scene.signs()) {
                    assertTrue(
                            scene.signs().stream()
                                    .noneMatch(other -> other != sign
                                            && other.lane() == sign.lane()
                                            && Math.abs(other.x() - sign.x()) < Signs.SIZE - 2),
                            sign::toString);
                }
                for (Word label : labels) {
                    assertTrue(label.box().y() > 0 && label.box().right() <= scene.width(), label::toString);
                    assertTrue(
                            scene.words().stream()
                                    .noneMatch(other ->
                                            other != label && other.box().meets(label.box())),
                            label::toString);
                    assertTrue(
                            scene.signs().stream()
                                    .noneMatch(sign -> label.box().meets(new Box(sign.x() - 4, sign.y() - 4, 8, 8))),
                            label::toString);
                }
            }
        }
    }
}

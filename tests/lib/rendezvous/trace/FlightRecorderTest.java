package rendezvous.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Select;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.runtime.Event;
import rendezvous.runtime.Wait;
import rendezvous.runtime.World;
import rendezvous.sync.Mutex;
import rendezvous.testing.Until;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FlightRecorderTest {
    @TempDir
    Path directory;

    private List<RecordedEvent> events() throws Exception {
        Path file = directory.resolve("run.jfr");
        Trace trace = FlightRecorder.record(file, Duration.ofSeconds(20), () -> {
            Chan<Integer> ch = Chan.named("ch");
            Chan<Integer> none = Chan.make();
            Mutex lock = new Mutex();
            CancelContext ctx = Context.withCancel(Context.background());
            Go.go("sender", () -> {
                untilMainWaits(Wait.RECEIVE);
                Go.sleep(Duration.ofMillis(5));
                ch.send(7);
                untilMainWaits(Wait.SELECT);
                ctx.cancel();
            });
            ch.receive();
            Select.select(Select.onReceive(none, v -> {}), Select.onClosed(ctx.done(), () -> {}));
            lock.lock();
            lock.unlock();
            none.close();
        });
        assertEquals("All 2 goroutines ended.", trace.report());
        return RecordingFile.readAllEvents(file);
    }

    private static void untilMainWaits(Wait reason) {
        Until.holds("main " + reason.phrase(), () -> Go.goroutines().getFirst().reason() == reason);
    }

    @Test
    void a_file_holds_what_goroutines_did_beside_what_the_JVM_did() throws Exception {
        List<RecordedEvent> all = events();
        Map<String, Long> ours = all.stream()
                .map(event -> event.getEventType().getName())
                .filter(name -> name.startsWith("rendezvous."))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertEquals(
                Map.of(
                        "rendezvous.Goroutine", 2L,
                        "rendezvous.Wait", 3L,
                        "rendezvous.Send", 1L,
                        "rendezvous.Receive", 1L,
                        "rendezvous.Close", 2L,
                        "rendezvous.Select", 1L,
                        "rendezvous.Lock", 2L,
                        "rendezvous.Cancel", 1L),
                ours);
        assertTrue(all.stream().anyMatch(event -> event.getEventType().getName().startsWith("jdk.")));
    }

    /** Who learns of the end may stop the recording at once. */
    @Test
    void an_end_is_in_the_file_before_anybody_learns_of_it() throws Exception {
        Path file = directory.resolve("end.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            Trace.of(
                    Duration.ofSeconds(20),
                    recorder -> World.watched(new FlightProbe(event -> {
                        if (event.kind() == Event.Kind.END) {
                            recording.stop();
                        }
                        recorder.on(event);
                    })),
                    () -> {});
            recording.dump(file);
        }
        assertEquals(
                "main",
                only(RecordingFile.readAllEvents(file), "rendezvous.Goroutine").getString("goroutine"));
    }

    @Test
    void events_say_who_with_whom_on_what_and_for_how_long() throws Exception {
        List<RecordedEvent> all = events();
        RecordedEvent send = only(all, "rendezvous.Send");
        assertEquals("sender", send.getString("goroutine"));
        assertEquals("ch", send.getString("subject"));
        assertEquals("main", send.getString("peer"));
        assertEquals("7", send.getString("value"));
        RecordedEvent wait = all.stream()
                .filter(event -> event.getEventType().getName().equals("rendezvous.Wait"))
                .filter(event -> event.getString("reason").equals("waits to receive"))
                .findFirst()
                .orElseThrow();
        assertEquals("main", wait.getString("goroutine"));
        assertEquals("sender", wait.getString("peer"));
        assertTrue(wait.getDuration().compareTo(Duration.ofMillis(4)) > 0, wait::toString);
        RecordedEvent select = only(all, "rendezvous.Select");
        assertEquals(1, select.getInt("index"));
        assertEquals("sees the close of", select.getString("way"));
        assertEquals("ctx.done()", select.getString("subject"));
        assertEquals(List.of("Rendezvous", "Channels"), send.getEventType().getCategoryNames());
    }

    @Test
    void without_a_recording_a_block_runs_all_the_same_and_nothing_else_is_told() throws Exception {
        Trace trace = FlightRecorder.of(Duration.ofSeconds(20), () -> {
            Chan<Integer> ch = Chan.make(1);
            ch.send(1);
            ch.receive();
        });
        assertEquals(4, trace.events().size());
        assertFalse(new FlightEvents.Send().shouldCommit());
    }

    private static RecordedEvent only(List<RecordedEvent> all, String name) {
        List<RecordedEvent> found = all.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }
}

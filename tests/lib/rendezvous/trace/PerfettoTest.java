package rendezvous.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.lab.Carriers;
import rendezvous.lab.Lab;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Mutex;
import rendezvous.sync.WaitGroup;
import rendezvous.trace.TraceEventFormat.End;
import rendezvous.trace.TraceEventFormat.Slice;
import rendezvous.trace.TraceEventFormat.Track;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PerfettoTest {
    private static final Body ALL = () -> {
        Chan<String> ch = Chan.named("ch");
        Chan<Integer> box = Chan.named("box", 2);
        CancelContext ctx = Context.withCancel(Context.background());
        Mutex lock = new Mutex();
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 3; i++) {
            int number = i;
            group.go(() -> {
                lock.lock();
                box.send(number);
                lock.unlock();
                ctx.done().await();
            });
        }
        Goroutine sender = Go.go("sender", () -> ch.send("say \"hi\"\n\u0001 \\ \uD83D\uDE00"));
        ch.receive();
        for (int i = 0; i < 3; i++) {
            box.receive();
        }
        ctx.cancel();
        group.await();
        sender.await();
    };

    private static TraceEventFormat checked(Trace trace) {
        return TraceEventFormat.check(Perfetto.json(trace));
    }

    private static Track track(TraceEventFormat format, String name) {
        return format.threads.entrySet().stream()
                .filter(one -> one.getValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    void every_kind_of_trace_keeps_the_rules_of_the_format() throws InterruptedException {
        checked(Trace.of(ALL));
        checked(Carriers.run(2, ALL).trace());
        for (int seed = 0; seed < 20; seed++) {
            checked(Lab.run(seed, ALL).orThrow().steps());
            checked(Lab.run(seed, ALL).orThrow().trace());
        }
        checked(Trace.of(
                Duration.ofMillis(50), () -> Chan.<Integer>named("stuck").receive()));
    }

    @Test
    void arrows_lead_from_send_to_receive_from_parent_to_child_and_from_waker_to_woken() throws InterruptedException {
        TraceEventFormat format = checked(Lab.run(() -> {
                    Chan<Integer> ch = Chan.named("ch");
                    Go.go("sender", () -> ch.send(7));
                    ch.receive();
                })
                .steps());
        Track main = track(format, "main");
        Track sender = track(format, "sender");
        List<String> arrows = format.starts.entrySet().stream()
                .map(one -> one.getValue().name() + " " + name(format, one.getValue()) + " → "
                        + name(format, format.ends.get(one.getKey())))
                .sorted()
                .toList();
        assertEquals(List.of("start main → sender", "value sender → main", "wakes sender → main"), arrows);
        assertTrue(
                format.instants.get(sender).stream().map(Slice::name).toList().contains("sends 7 on ch to main"),
                format.instants::toString);
        assertTrue(format.slices.get(main).stream().map(Slice::name).toList().contains("waits to receive"));
    }

    private static String name(TraceEventFormat format, End end) {
        return format.threads.get(end.track());
    }

    @Test
    void slices_of_a_goroutine_tile_its_life() throws InterruptedException {
        TraceEventFormat format = checked(Trace.of(ALL));
        assertEquals(5, format.threads.size());
        format.slices.forEach((track, slices) -> {
            for (int i = 1; i < slices.size(); i++) {
                assertEquals(slices.get(i - 1).to(), slices.get(i).from(), track::toString);
                assertFalse(slices.get(i - 1).name().equals(slices.get(i).name()));
            }
        });
    }

    @Test
    void carriers_are_a_group_of_their_own() throws InterruptedException {
        TraceEventFormat format = checked(Carriers.run(1, ALL).trace());
        assertEquals(Set.of("goroutines", "carriers"), Set.copyOf(format.processes.values()));
        List<Slice> carrier = format.slices.get(track(format, "carrier 1"));
        assertTrue(carrier.stream().map(Slice::name).collect(Collectors.toSet()).containsAll(Set.of("main", "sender")));
        assertTrue(format.slices.get(track(format, "main")).stream()
                .anyMatch(slice -> slice.name().equals("could run")));
    }

    @Test
    void a_file_holds_the_same_and_names_are_escaped(@TempDir Path directory) throws Exception {
        Trace trace = Trace.of(
                () -> Go.go("a \"quoted\"\\\tname\u0002\uD800", () -> {}).await());
        Path file = Perfetto.write(trace, directory.resolve("trace.json"));
        assertEquals(Perfetto.json(trace), Files.readString(file));
        assertTrue(TraceEventFormat.check(Files.readString(file))
                .threads
                .containsValue("a \"quoted\"\\\tname\u0002\uD800"));
    }

    @Test
    void the_checker_finds_what_is_wrong() throws InterruptedException {
        String json = Perfetto.json(Trace.of(ALL));
        for (String[] change : new String[][] {
            {"\"ph\":\"f\"", "\"ph\":\"s\""},
            {"\"bp\":\"e\",", ""},
            {"\"dur\":", "\"duration\":"},
            {"\"ts\":", "\"ts\":-"},
            {"\"s\":\"t\",", ""},
            {"\"process_name\"", "\"a_name\""},
            {"\"cat\":\"flow\",\"id\":1,", "\"cat\":\"flow\",\"id\":99999,"},
            {"},\n{", "}\n{"},
        }) {
            assertTrue(json.contains(change[0]), change[0]);
            String broken = json.replaceFirst(java.util.regex.Pattern.quote(change[0]), change[1]);
            assertThrows(AssertionError.class, () -> TraceEventFormat.check(broken), change[0]);
        }
    }
}

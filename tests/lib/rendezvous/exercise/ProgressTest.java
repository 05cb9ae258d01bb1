package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Signal;
import rendezvous.course.c05.kitchen.Kitchen;

/** What was tried, solved and opened is kept in a file, whoever else writes it, and whatever has happened to it. */
@Timeout(60)
@ExtendWith(Models.class)
class ProgressTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    private Path file() {
        return folder.resolve("deep").resolve("progress.txt");
    }

    private void keep() {
        Progress.keepIn(file());
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void hear() {
        System.setErr(before);
        AnswerSource.from(name -> Optional.empty());
    }

    /** As after a restart of the kernel. */
    private void restart() {
        Progress.keepIn(file());
    }

    private List<Path> beside(String what) throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.filter(path -> path.getFileName().toString().contains(what))
                    .toList();
        }
    }

    private static Kitchen good() {
        return (n, orders, counter) -> {
            Chan<Signal> done = Chan.make();
            Go.go(() -> {
                for (int i = 0; i < n; i++) {
                    counter.send("hot " + orders.receive());
                }
                done.send(Signal.SIGNAL);
            });
            return done;
        };
    }

    @Test
    void whatWasDoneIsKnownAfterARestart() {
        keep();
        AnswerSource.from(name -> Optional.of("class " + name + " {\n\t// \\n mine\r\n}"));
        assertTrue(Exercises.check("05.1", () -> Exercises.<Kitchen>todo("cook"))
                .text()
                .startsWith("05.1 · Not solved yet"));
        assertEquals(Map.of(), Progress.all());
        Exercises.check("05.1", () -> "soup");
        Exercises.hint("05.1");
        Exercises.hint("05.1");
        restart();
        Progress.Standing known = Progress.of("05.1");
        assertEquals(1, known.tries());
        assertEquals(2, known.hints());
        assertFalse(known.isSolved());
        assertEquals("class MyKitchen {\n\t// \\n mine\r\n}", known.answer());
        Exercises.check("05.1", ProgressTest::good);
        restart();
        assertTrue(Progress.of("05.1").isSolved());
        assertEquals("05.1 The kitchen · hint 3 of 3", Exercises.hint("05.1").toString());
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aWrongAnswerLaterDoesNotUnsolveIt() {
        keep();
        Exercises.check("05.1", ProgressTest::good);
        String since = Progress.of("05.1").solved();
        Exercises.check("05.1", () -> "soup");
        assertEquals(since, Progress.of("05.1").solved());
        assertEquals(2, Progress.of("05.1").tries());
    }

    @Test
    void theLastAnswerStandsBesideTheSolution() {
        keep();
        AnswerSource.from(name -> Optional.of("class MyKitchen { /* mine */ }"));
        Exercises.check("05.1", () -> "soup");
        String text = Exercises.solution("05.1", "now").text();
        assertTrue(text.contains("Your last answer, not solved yet\nclass MyKitchen { /* mine */ }"), text);
        assertTrue(text.contains("A solution\nclass MyKitchen implements Kitchen"), text);
        assertFalse(Progress.of("05.1").shown().isEmpty());
    }

    @Test
    void aDamagedFileIsSetAsideWithAMessageAndItsGoodLinesStay() throws IOException {
        keep();
        Progress.tried("05.1", true, "x");
        String damaged = Files.readString(file()) + "05.2\tmany\t\t0\t\t\t\nhalf a li";
        Files.writeString(file(), damaged);
        restart();
        assertTrue(Progress.of("05.1").isSolved());
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("is damaged"), said::toString);
        Progress.tried("05.q1", false, "b");
        restart();
        assertEquals(2, Progress.all().size());
        assertEquals(damaged, Files.readString(beside(".damaged-").getFirst()));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("The old file is now "), said::toString);
    }

    @Test
    void aFileOfALaterVersionIsLeftAloneAndTheSessionGoesOn() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "rendezvous-progress 2\nwhatever\n");
        keep();
        Progress.tried("05.1", true, null);
        assertTrue(Progress.of("05.1").isSolved(), "until the kernel ends");
        assertEquals("rendezvous-progress 2\nwhatever\n", Files.readString(file()));
        assertTrue(
                said.toString(StandardCharsets.UTF_8).contains("a later version of the course wrote it"),
                said::toString);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNextNote() throws IOException {
        keep();
        Files.createDirectories(file().getParent());
        Path lock = file().resolveSibling("progress.txt.lock");
        Files.createDirectory(lock); // so that it cannot be opened
        Progress.tried("05.1", true, null);
        assertFalse(Files.exists(file()));
        assertTrue(Progress.of("05.1").isSolved());
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("could not be kept"), said::toString);
        Files.delete(lock);
        Progress.tried("05.q1", false, "b");
        restart();
        assertTrue(Progress.of("05.1").isSolved());
        assertEquals(1, Progress.of("05.1").tries());
        assertEquals(1, Progress.of("05.q1").tries());
    }

    @Test
    void aResetByTheCommandIsNotUndoneByAKernelThatRuns() throws IOException {
        keep();
        Progress.tried("05.1", true, null);
        Progress.tried("05.q1", true, null);
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.removeIf(line -> line.startsWith("05.1\t"));
        Files.write(file(), lines);
        Progress.tried("05.q1", true, null);
        assertFalse(Progress.of("05.1").isSolved());
        assertTrue(Progress.of("05.q1").isSolved());
    }

    @Test
    void notesFromManyThreadsAreAllKept() throws InterruptedException {
        keep();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (int j = 0; j < 10; j++) {
                    Progress.tried("05.1", false, null);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        restart();
        assertEquals(80, Progress.of("05.1").tries());
    }

    @Test
    void aLockThatAnotherHoldsIsWaitedForAndThenSaid() throws IOException {
        keep();
        Files.createDirectories(file().getParent());
        Path lock = file().resolveSibling("progress.txt.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            Progress.tried("05.1", true, null);
        }
        assertTrue(Progress.of("05.1").isSolved());
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("could not be kept"), said::toString);
    }

    @Test
    void thePageCountsAndSaysWhatComesNext() throws InterruptedException {
        keep();
        String empty = Questions.progress().text();
        assertTrue(empty.startsWith("Your progress\n"), empty);
        assertTrue(
                empty.lines().anyMatch(line -> line.matches("Next: (\\d\\d)\\.\\w+ \\S.* in chapter \\1,.*")), empty);
        Questions.quiz("06.q1", "b");
        Questions.quiz("06.q2", "a");
        Exercises.hint("05.1");
        Exercises.check("05.1", ProgressTest::good);
        String all = Questions.progress().text();
        assertTrue(all.lines().anyMatch(line -> line.matches("\\s+06\\s+1\\s+1\\s+\\d+\\s+★ 0 of \\d+\\s+0")), all);
        assertTrue(all.lines().anyMatch(line -> line.matches("\\s+05\\s+1\\s+0\\s+\\d+\\s+★ 1 of \\d+\\s+1")), all);
        assertTrue(all.contains("Next: 05."), all);
        assertTrue(all.lines().noneMatch(line -> line.matches("\\s+17\\s.*")), "17 is still to come\n" + all);
        assertTrue(all.contains(file().toString()), all);
        String six = Questions.progress("6").text();
        assertTrue(six.contains("06.q1  When a send returns"), six);
        assertTrue(six.contains("✓ solved"), six);
        assertTrue(six.contains("Next: 06.q2 Where to add"), six);
        assertTrue(Questions.progress("77").text().contains("nothing to solve in a chapter \"77\""));
    }

    @Test
    void withoutAFileThePageSaysThatItIsForgotten() {
        assertTrue(Questions.progress().text().contains("forgotten when the kernel ends"));
    }
}

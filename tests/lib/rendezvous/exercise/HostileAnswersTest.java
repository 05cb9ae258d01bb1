package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Signal;
import rendezvous.course.c05.kitchen.Kitchen;
import rendezvous.exercise.Verdict.Outcome;
import rendezvous.notebook.Cells;
import rendezvous.notebook.Cells.WrongCellException;

/**
 * Whatever an answer does, a verdict comes in time, says what it was, and the next check is right. The answers are cells,
 * in {@code tests/exercises/hostile}; a test of the notebooks tries the same ones in a kernel.
 */
@Timeout(60)
class HostileAnswersTest {
    private static final Path FOLDER = Path.of("tests", "exercises", "hostile");
    private static final Pattern HEAD = Pattern.compile(
            "// hostile: (?<what>\\S.*)\\R// (?<kind>says|error): (?<says>\\S.*)\\R(// call: (?<call>\\S.*)\\R)?(// note: (?<note>\\S.*)\\R)?(// alone: (?<alone>\\S.*)\\R)?(?s:.*)");
    private static final long SMALL_HEAP = 1L << 30;
    private static final Duration MOST = Duration.ofSeconds(10);

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

    private static Verdict check(@Nullable Supplier<? extends @Nullable Object> answer) {
        return Exercises.check("05.1", answer);
    }

    @AfterEach
    void theNextCheckIsRight() {
        Verdict verdict = check(HostileAnswersTest::good);
        assertEquals(Outcome.PASSED, verdict.outcome(), verdict.text());
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_hostile_answer_gets_its_verdict_in_time(Path file) throws Exception {
        String source = Files.readString(file);
        Matcher head = HEAD.matcher(source);
        assertTrue(head.matches(), file + ": wants '// hostile: …' and '// says: …' as its first lines");
        assumeTrue(
                !source.contains("fills the memory") || Runtime.getRuntime().maxMemory() <= SMALL_HEAP,
                "the heap of this JVM is too large to be filled in time; the kernel's is tried");
        try (Cells cells = new Cells()) {
            boolean isWrong = head.group("kind").equals("error");
            if (isWrong || head.group("alone") != null) {
                Exception error = assertThrows(
                        WrongCellException.class,
                        () -> cells.run(file.getFileName().toString(), source));
                String says = isWrong ? head.group("says") : head.group("alone");
                for (String part : says.split(": ", 2)) {
                    assertTrue(String.valueOf(error.getMessage()).contains(part), error.getMessage());
                }
                return;
            }
            cells.run(file.getFileName().toString(), source);
            String call = head.group("call") == null ? "MyKitchen::new" : head.group("call");
            Supplier<?> answer = cells.value(call);
            long start = System.nanoTime();
            Verdict verdict = check(answer);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertEquals(Outcome.NOT_YET, verdict.outcome(), verdict.text());
            assertTrue(verdict.text().contains(head.group("says")), verdict.text());
            assertTrue(took.compareTo(MOST) <= 0, took + ":\n" + verdict.text());
            String note = head.group("note");
            assertEquals(
                    note != null,
                    verdict.notes().stream().anyMatch(line -> note == null || line.contains(note)),
                    verdict.notes().toString());
        }
    }

    @Test
    void no_supplier_is_named() {
        Verdict verdict = check(null);
        assertTrue(verdict.text().contains("want `check(\"05.1\", MyKitchen::new)`, got null"), verdict.text());
    }

    @Test
    void todo_anywhere_is_not_solved_yet() {
        List<Supplier<?>> unsolved = List.of(
                () -> Exercises.todo("all"),
                () -> (Kitchen) (n, orders, counter) -> Exercises.todo("open"),
                () -> (Kitchen) (n, orders, counter) -> {
                    Go.go(() -> Exercises.todo("cook"));
                    return Chan.make();
                },
                () -> (Kitchen) (n, orders, counter) -> {
                    Go.go(() -> Exercises.todo("cook")).await();
                    return Chan.make();
                });
        for (Supplier<?> answer : unsolved) {
            Verdict verdict = check(answer);
            assertEquals(Outcome.NOT_SOLVED_YET, verdict.outcome(), verdict.text());
            assertTrue(verdict.text().startsWith("05.1 · Not solved yet\n"), verdict.text());
        }
    }

    @Test
    void what_is_blocked_at_the_end_of_a_check_is_gone() {
        List<Thread> cooks = new ArrayList<>();
        Verdict verdict = check(() -> (Kitchen) (n, orders, counter) -> {
            cooks.add(Thread.currentThread());
            counter.send("nobody comes");
            return Chan.make();
        });
        assertTrue(
                verdict.text().contains("`open` has not returned: it waits to send on `counter`, and nobody is there"),
                verdict.text());
        assertEquals(List.of(), verdict.notes());
        assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(cooks::contains));
    }

    @Test
    void two_checks_at_once_run_one_after_the_other() throws InterruptedException {
        List<Integer> made = Collections.synchronizedList(new ArrayList<>());
        List<Verdict> verdicts = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch both = new CountDownLatch(2);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int who = i;
            threads.add(Thread.ofPlatform().start(() -> {
                both.countDown();
                try {
                    both.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                verdicts.add(check(() -> {
                    made.add(who);
                    return good();
                }));
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(true, true), verdicts.stream().map(Verdict::passed).toList());
        int changes = 0;
        for (int i = 1; i < made.size(); i++) {
            changes += made.get(i).equals(made.get(i - 1)) ? 0 : 1;
        }
        assertEquals(1, changes, "one began when the other had ended");
    }

    @Test
    void an_interrupt_ends_the_check_and_stays_set() {
        Thread.currentThread().interrupt();
        Verdict verdict = check(HostileAnswersTest::good);
        assertTrue(Thread.interrupted(), "the flag stays");
        assertEquals(Outcome.NOT_YET, verdict.outcome());
        assertTrue(verdict.text().contains("interrupted"), verdict.text());
    }

    @Test
    void the_callers_context_class_loader_is_given_back() {
        ClassLoader none = new ClassLoader(null) {};
        Thread.currentThread().setContextClassLoader(none);
        assertTrue(check(HostileAnswersTest::good).passed(), "whatever the loader was");
        assertSame(none, Thread.currentThread().getContextClassLoader());
        Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
}

package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import rendezvous.exercise.Verdict.Outcome;
import rendezvous.exercise.Verdict.Result;
import rendezvous.notebook.Cells;
import rendezvous.notebook.Cells.WrongCellException;

/**
 * Each exercise's starter is reported unsolved, its solutions pass and its wrong answers fail for the reason they name:
 * under each of three seeds, as cells in the kernel are.
 *
 * <p>{@code ./course test exercises} tries a hundred, and ends with the table that is written here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class ExerciseProofTest {
    private static final int SEEDS = Integer.getInteger("rendezvous.seeds", 3);
    private static final Path WRONG_ANSWERS = Path.of("tests", "exercises");
    private static final Path TABLE = Path.of("target", "exercises", "proofs.md");
    private static final int WRONG_ANSWERS_AT_LEAST = 3;
    private static final int CHECKS_AT_LEAST = 3;
    private static final int ENOUGH_TO_TIME = 100; // a few say more of the machine than of the check
    private static final double WRONG_SECONDS = 2;
    private static final double RIGHT_SECONDS = 5;
    private static final String UNWRITTEN = "to be written";
    private static final Pattern HEAD =
            Pattern.compile("// misconception: (\\S.*)\\R// fails: (\\S.*)\\R(// finds: (\\S.*)\\R)?(?s:.*)");

    private final Cells cells = new Cells();
    private final List<String> rows = new ArrayList<>();

    @BeforeAll
    void exercisesAreThere() throws IOException {
        assertTrue(!Catalog.all().isEmpty());
        Files.deleteIfExists(TABLE);
    }

    @AfterAll
    void close() throws IOException {
        cells.close();
        Files.createDirectories(TABLE.getParent());
        rows.sort(null);
        Files.writeString(
                TABLE,
                "| exercise | answer | verdict, under each of " + SEEDS + " seeds | s an answer | s at most |\n"
                        + "|---|---|---|---|---|\n" + String.join("\n", rows) + "\n");
    }

    /** The answer is judged like this, under each seed. */
    private void prove(Exercise exercise, String name, String source, String firstLine, String finding, double seconds)
            throws WrongCellException {
        cells.run(name, source);
        Supplier<?> answer = cells.value(exercise.call());
        double longest = 0;
        long begin = System.nanoTime();
        for (int seed = 1; seed <= SEEDS; seed++) {
            long start = System.nanoTime();
            Verdict verdict = CheckRun.check(exercise, answer, seed, seed == 1 ? CheckRun.SHORTENING : Duration.ZERO);
            longest = Math.max(longest, (System.nanoTime() - start) / 1e9);
            String text = verdict.text();
            assertEquals(firstLine, text.lines().findFirst().orElse(""), "seed " + seed + ":\n" + text);
            assertEquals(List.of(), verdict.notes(), "nothing runs on, all is tried");
            assertTrue(text.contains(finding), "seed " + seed + ", want '" + finding + "':\n" + text);
            assertNotTheLabs(text);
        }
        double mean = (System.nanoTime() - begin) / 1e9 / SEEDS;
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %.2f |",
                exercise.id(),
                name,
                firstLine.substring(firstLine.indexOf("· ") + 2),
                mean,
                longest);
        rows.add(row);
        if (SEEDS >= ENOUGH_TO_TIME) {
            assertTrue(mean <= seconds, "takes too long: want " + seconds + " s: " + row);
        }
    }

    /** What the laboratory says of its own failures is no verdict. */
    private static void assertNotTheLabs(String text) {
        assertTrue(!text.contains("does not do the same when it is tried once more"), text);
        assertTrue(!text.contains("The check threw"), text);
    }

    private static DynamicTest test(Exercise exercise, String what, org.junit.jupiter.api.function.Executable code) {
        return DynamicTest.dynamicTest(exercise.heading() + ": " + what, code);
    }

    @TestFactory
    Stream<DynamicTest> startersAreUnsolved() {
        return Catalog.all().stream()
                .map(exercise -> test(
                        exercise,
                        "starter",
                        () -> prove(
                                exercise, "starter", exercise.starter(), exercise.id() + " · Not solved yet", "", 2)));
    }

    @TestFactory
    Stream<DynamicTest> solutionsPass() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Exercise exercise : Catalog.all()) {
            int number = 0;
            for (String source : exercise.solutions()) {
                String name = "solution" + (number++ == 0 ? "" : "-" + number);
                tests.add(test(exercise, name, () -> {
                    assertTrue(
                            !source.contains(UNWRITTEN),
                            exercise.folder() + "/" + name + ".jsh is still to be written");
                    prove(exercise, name, source, exercise.id() + " · Passed", "", RIGHT_SECONDS);
                }));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> wrongAnswersFailForTheReasonTheyName() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Exercise exercise : Catalog.all()) {
            List<Path> files = wrongAnswers(exercise);
            tests.add(test(
                    exercise,
                    "has at least " + WRONG_ANSWERS_AT_LEAST + " wrong answers",
                    () -> assertTrue(
                            files.size() >= WRONG_ANSWERS_AT_LEAST,
                            folder(exercise) + ": want " + WRONG_ANSWERS_AT_LEAST + ", got " + files)));
            for (Path file : files) {
                tests.add(test(exercise, file.getFileName().toString(), () -> proveWrong(exercise, file)));
            }
        }
        return tests.stream();
    }

    private static Path folder(Exercise exercise) {
        return WRONG_ANSWERS.resolve(exercise.folder().replaceFirst("rendezvous/course/", ""));
    }

    private static List<Path> wrongAnswers(Exercise exercise) throws IOException {
        if (!Files.isDirectory(folder(exercise))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(exercise))) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .sorted()
                    .toList();
        }
    }

    private void proveWrong(Exercise exercise, Path file) throws IOException, WrongCellException {
        String source = Files.readString(file);
        assertTrue(!source.contains(UNWRITTEN), file + " is still to be written");
        Matcher head = HEAD.matcher(source);
        assertTrue(head.matches(), file + ": wants '// misconception: …' and '// fails: …' as its first lines");
        String name = file.getFileName().toString().replace(".jsh", "");
        String finding = head.group(4) == null ? "" : head.group(4);
        prove(exercise, name, source, exercise.id() + " · Not yet: " + head.group(2), finding, WRONG_SECONDS);
    }

    @TestFactory
    Stream<DynamicTest> everyCheckIsNamedAndRejectsSomeWrongAnswer() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Exercise exercise : Catalog.all()) {
            List<String> rejected = new ArrayList<>();
            for (Path file : wrongAnswers(exercise)) {
                Matcher head = HEAD.matcher(Files.readString(file));
                rejected.add(head.matches() ? head.group(2) : "");
            }
            tests.add(test(exercise, "checks", () -> {
                Verdict verdict = CheckRun.check(exercise, () -> null, 1, Duration.ZERO);
                List<String> checks =
                        verdict.results().stream().map(Result::check).toList();
                assertTrue(checks.size() >= CHECKS_AT_LEAST, "want " + CHECKS_AT_LEAST + " checks, got " + checks);
                assertEquals(checks.size(), checks.stream().distinct().count(), "names differ: " + checks);
                assertTrue(
                        checks.stream().noneMatch(check -> check.endsWith("()")), "each has a @DisplayName: " + checks);
                for (Result result : verdict.results()) {
                    assertTrue(result.hint() >= 1 && result.hint() <= Exercise.HINTS, result.toString());
                    assertTrue(rejected.contains(result.check()), "no wrong answer fails '" + result.check() + "'");
                }
            }));
            tests.add(test(exercise, "hints and explanation are written", () -> {
                String text = String.join("\n", exercise.hints()) + exercise.explanation();
                assertTrue(!text.contains(UNWRITTEN), exercise.folder() + "/exercise.md is still to be written");
            }));
        }
        return tests.stream();
    }

    @Test
    void aCellThatDoesNotCompileIsNoProof() {
        Exercise exercise = Catalog.find("05.1");
        String broken = exercise.starter().replaceFirst("return ", "retrun ");
        WrongCellException refused = assertThrows(WrongCellException.class, () -> cells.run("broken.jsh", broken));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("broken.jsh, line 3: "), refused.getMessage());
    }

    @Test
    void anAnswerIsAClassOfTheShell() throws WrongCellException {
        Exercise exercise = Catalog.find("05.1");
        cells.run("starter", exercise.starter());
        Object answer = cells.value(exercise.call()).get();
        assertTrue(
                answer.getClass().getName().startsWith("REPL.$JShell$"),
                answer.getClass().getName());
        assertEquals(
                Outcome.NOT_SOLVED_YET, Exercises.check("05.1", () -> answer).outcome());
    }
}

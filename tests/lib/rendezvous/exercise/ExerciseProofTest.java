package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/**
 * Each exercise's starter is reported unsolved, its solutions pass and its wrong answers fail for the reason they name:
 * every time, as cells in the kernel are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ExerciseProofTest {
    private static final int TIMES = 100;
    private static final Path WRONG_ANSWERS = Path.of("tests", "exercises");
    private static final int WRONG_ANSWERS_AT_LEAST = 3;
    private static final int CHECKS_AT_LEAST = 3;
    private static final Pattern HEAD = Pattern.compile("// misconception: (\\S.*)\\R// fails: (\\S.*)\\R(?s:.*)");

    private Cells cells;

    ExerciseProofTest() {
        this.cells = new Cells();
    }

    @BeforeAll
    void exercisesAreThere() {
        assertTrue(!Catalog.all().isEmpty());
    }

    @AfterAll
    void close() {
        cells.close();
    }

    private void prove(Exercise exercise, String source, String firstLine) {
        Supplier<?> answer = cells.answer(exercise, source);
        for (int i = 1; i <= TIMES; i++) {
            Verdict verdict = Exercises.check(exercise.id(), answer);
            String text = verdict.text();
            assertEquals(firstLine, text.lines().findFirst().orElse(""), "time " + i + " of " + TIMES + ":\n" + text);
            assertEquals(List.of(), verdict.notes(), "nothing runs on");
        }
    }

    private static String name(Exercise exercise, String what) {
        return exercise.heading() + ": " + what;
    }

    @TestFactory
    Stream<DynamicTest> startersAreUnsolved() {
        return Catalog.all().stream()
                .map(exercise -> DynamicTest.dynamicTest(
                        name(exercise, "starter"),
                        () -> prove(exercise, exercise.starter(), exercise.id() + " · Not solved yet")));
    }

    @TestFactory
    Stream<DynamicTest> solutionsPass() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Exercise exercise : Catalog.all()) {
            for (String source : exercise.solutions()) {
                tests.add(DynamicTest.dynamicTest(
                        name(exercise, "solution " + (tests.size() + 1)),
                        () -> prove(exercise, source, exercise.id() + " · Passed")));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> wrongAnswersFailForTheReasonTheyName() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Exercise exercise : Catalog.all()) {
            List<Path> files = wrongAnswers(exercise);
            tests.add(DynamicTest.dynamicTest(
                    name(exercise, "has at least " + WRONG_ANSWERS_AT_LEAST + " wrong answers"),
                    () -> assertTrue(files.size() >= WRONG_ANSWERS_AT_LEAST, files.toString())));
            for (Path file : files) {
                tests.add(DynamicTest.dynamicTest(
                        name(exercise, file.getFileName().toString()), () -> proveWrong(exercise, file)));
            }
        }
        return tests.stream();
    }

    private static List<Path> wrongAnswers(Exercise exercise) throws IOException {
        Path folder = WRONG_ANSWERS.resolve(exercise.folder().replaceFirst("rendezvous/course/", ""));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .sorted()
                    .toList();
        }
    }

    private void proveWrong(Exercise exercise, Path file) throws IOException {
        String source = Files.readString(file);
        Matcher head = HEAD.matcher(source);
        assertTrue(head.matches(), file + ": wants '// misconception: …' and '// fails: …' as its first lines");
        prove(exercise, source, exercise.id() + " · Not yet: " + head.group(2));
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
            tests.add(DynamicTest.dynamicTest(name(exercise, "checks"), () -> {
                Verdict verdict = Exercises.check(exercise.id(), () -> null);
                List<String> checks =
                        verdict.results().stream().map(Result::check).toList();
                assertTrue(checks.size() >= CHECKS_AT_LEAST, checks.toString());
                assertEquals(checks.size(), checks.stream().distinct().count(), "names differ: " + checks);
                assertTrue(
                        checks.stream().noneMatch(check -> check.endsWith("()")), "each has a @DisplayName: " + checks);
                for (Result result : verdict.results()) {
                    assertTrue(result.hint() >= 1 && result.hint() <= Exercise.HINTS, result.toString());
                    assertTrue(rejected.contains(result.check()), "no wrong answer fails '" + result.check() + "'");
                }
            }));
        }
        return tests.stream();
    }

    @Test
    void aCellThatDoesNotCompileIsNoProof() {
        Exercise exercise = Catalog.all().iterator().next();
        String broken = exercise.starter().replaceFirst("return ", "retrun ");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> cells.answer(exercise, broken));
        assertTrue(String.valueOf(refused.getMessage()).contains("REJECTED"), refused.getMessage());
    }

    @Test
    void anAnswerIsAClassOfTheShell() {
        Exercise exercise = Catalog.find("05.1");
        Object answer = cells.answer(exercise, exercise.starter()).get();
        assertTrue(
                answer.getClass().getName().startsWith("REPL.$JShell$"),
                answer.getClass().getName());
        assertEquals(
                Outcome.NOT_SOLVED_YET, Exercises.check("05.1", () -> answer).outcome());
    }
}

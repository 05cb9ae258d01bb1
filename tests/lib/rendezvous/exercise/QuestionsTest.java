package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.exercise.Models.Proof;
import rendezvous.exercise.Task.Kind;
import rendezvous.lab.OutcomeSet;

/** Every kind of question, with each answer that its author foresaw, and with nonsense. */
@Timeout(60)
@ExtendWith(Models.class)
class QuestionsTest {
    private static String firstLine(Card card) {
        return card.text().lines().findFirst().orElse("");
    }

    private static void assertJudged(Proof proof, Card card) {
        String wanted = proof.said().isEmpty() ? "Right" : "Not yet";
        assertTrue(firstLine(card).startsWith(proof.task().id() + " · " + wanted + " · "), card.text());
        assertTrue(card.text().contains(proof.said()), card.text());
        assertEquals(1, Progress.of(proof.task().id()).tries());
        assertEquals(proof.said().isEmpty(), Progress.of(proof.task().id()).isSolved());
        assertFalse(card.html().isBlank());
    }

    static Stream<Proof> parsons() {
        return Models.proofs(Kind.PARSONS).stream();
    }

    @ParameterizedTest
    @MethodSource
    void parsons(Proof proof) throws InterruptedException {
        assertJudged(proof, Questions.parsons(proof.task().id(), proof.answer()));
    }

    static Stream<Proof> fill() {
        return Models.proofs(Kind.BLANKS).stream();
    }

    @ParameterizedTest
    @MethodSource
    void fill(Proof proof) throws InterruptedException {
        String[] blanks = proof.answer().split("\\s*\\|\\s*", -1);
        assertJudged(proof, Questions.fill(proof.task().id(), blanks));
    }

    static Stream<Proof> schedule() {
        return Models.proofs(Kind.SCHEDULE).stream();
    }

    @ParameterizedTest
    @MethodSource
    void schedule(Proof proof) throws InterruptedException {
        assertJudged(proof, Questions.schedule(proof.task().id(), proof.answer()));
    }

    static Stream<Proof> outcomes() {
        return Models.proofs(Kind.OUTCOMES).stream();
    }

    @ParameterizedTest
    @MethodSource
    void outcomes(Proof proof) throws InterruptedException {
        assertJudged(proof, Questions.outcomes(proof.task().id(), proof.answer()));
    }

    static Stream<Proof> fix() {
        return Models.programs().stream();
    }

    @ParameterizedTest
    @MethodSource
    void fix(Proof proof) throws InterruptedException {
        assertJudged(proof, Questions.fix(proof.task().id(), Program.of(proof.task(), proof.answer())));
    }

    @Test
    void everyChoiceOfEveryQuizHasItsFeedback() {
        int quizzes = 0;
        for (Task task : Tasks.all()) {
            if (task.kind() != Kind.QUIZ) {
                continue;
            }
            quizzes++;
            Quiz quiz = new Quiz(task);
            StringBuilder all = new StringBuilder();
            for (Map.Entry<Character, Quiz.Choice> one : quiz.choices().entrySet()) {
                String said =
                        Questions.quiz(task.id(), String.valueOf(one.getKey())).text();
                assertTrue(said.contains(Markup.plain(one.getValue().feedback())), said);
                assertFalse(said.startsWith(task.id() + " · Not understood"), said);
                if (one.getValue().right()) {
                    all.append(one.getKey());
                } else {
                    assertTrue(said.startsWith(task.id() + " · Not yet · "), said);
                }
            }
            String right = Questions.quiz(task.id(), all.toString()).text();
            assertTrue(right.startsWith(task.id() + " · Right · "), right);
        }
        assertTrue(quizzes >= 3, "the three recall questions of a chapter");
    }

    @Test
    void ofSeveralRightChoicesOneIsNotEnoughAndTheOtherIsNotTold() {
        String text = Questions.quiz("06.q3", "a").text();
        assertTrue(text.startsWith("06.q3 · Not yet"), text);
        assertTrue(text.contains("One more is right."), text);
        assertFalse(text.contains("c)"), text);
        assertTrue(Questions.quiz("06.q3", "c, a").text().startsWith("06.q3 · Right"));
        assertTrue(Questions.quiz("06.q3", "abc").text().startsWith("06.q3 · Not yet"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "?"})
    void withoutAnAnswerTheQuestionIsShownAndNothingIsNoted(@Nullable String open) throws InterruptedException {
        for (Card card : List.of(
                Questions.quiz("06.q1", open),
                Questions.parsons("95.p1", open),
                Questions.outcomes("95.o1", open),
                Questions.fill("95.f1", open),
                Questions.schedule("95.s1", open == null ? new Object[0] : new Object[] {open}))) {
            assertTrue(firstLine(card).contains(" · Your turn · "), card.text());
            assertTrue(card.text().contains("run the cell again") || card.text().contains("Run the cell"), card.text());
        }
        assertTrue(firstLine(Questions.fix("95.x1")).startsWith("95.x1 · Your turn · "));
        assertEquals(Map.of(), Progress.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"z", "1", "a!", "aa", "b<script>", "🙂", "a b c d e f g h i j k l m n o p q r s t u v w x y z"})
    void nonsenseIsToldFromAnAnswer(String nonsense) throws InterruptedException {
        for (Card card : List.of(
                Questions.quiz("06.q1", nonsense),
                Questions.parsons("95.p1", nonsense.equals("z") ? "Z" : nonsense),
                Questions.outcomes("95.o1", nonsense))) {
            assertTrue(firstLine(card).contains(" · Not understood · "), card.text());
            assertFalse(card.html().contains("<script>"), card.html());
        }
        assertEquals(Map.of(), Progress.all());
    }

    @Test
    void twoLettersForAQuestionWithOneRightChoiceAreTooMany() {
        assertTrue(Questions.quiz("06.q1", "a b").text().contains("One choice is right here, and you gave 2."));
    }

    @Test
    void anUnknownQuestionIsNamedWithThoseThereAre() throws InterruptedException {
        for (Card card : List.of(
                Questions.quiz("77.q1", "a"),
                Questions.parsons("77.p1", "A"),
                Questions.fill("77.f1", "a"),
                Questions.fix("77.x1", () -> {}),
                Questions.fix("77.x1"),
                Questions.schedule("77.s1", 1),
                Questions.outcomes("77.o1", "a"))) {
            assertTrue(firstLine(card).endsWith(" · Not understood · There is no such question"), card.text());
            assertTrue(card.text().contains("There are: "), card.text());
        }
    }

    @Test
    void aQuestionOfAnotherKindSaysHowItIsAsked() {
        assertTrue(Questions.quiz("95.p1", "A").text().contains("95.p1 is answered by `parsons(\"95.p1\", …)`"));
    }

    @Test
    void blanksWantTheirNumberAndOneLineEach() throws InterruptedException {
        for (String[] wrong : new String[][] {
            {"orders.receive()"},
            {"a", "b", "c", "d"},
            {"a", "", "c"},
            {"a", "?", "c"},
            {"a); } { (", "b", "c"},
            {"a // b", "b", "c"},
            {"a\nb", "b", "c"},
            {"x".repeat(201), "b", "c"},
            {"System.exit(1)", "b", "c"},
            {"Runtime.getRuntime()", "b", "c"},
            {"\"", "b", "c"},
        }) {
            String text = Questions.fill("95.f1", wrong).text();
            assertTrue(text.startsWith("95.f1 · Not understood"), Arrays.toString(wrong) + text);
        }
        assertTrue(Questions.fill("95.f1", (String[]) null).text().startsWith("95.f1 · Your turn"));
        assertTrue(Questions.fill("95.f1").text().contains("▢3"));
    }

    @Test
    void aBlankThatNeverEndsIsStopped() throws InterruptedException {
        String text = Questions.fill("95.f1", "orders.receive()", "for (;;) {}", "counter.receive()")
                .text();
        assertTrue(text.startsWith("95.f1 · Not yet"), text);
        assertTrue(text.contains("does not come to an end") || text.contains("does not compile"), text);
        assertTrue(Questions.fill("95.f1", "orders.receive()", "counter.send(\"hot \" + order)", "counter.receive()")
                .text()
                .startsWith("95.f1 · Right"));
    }

    @Test
    void aWrongStepSaysWhoCouldHaveGoneOn() throws InterruptedException {
        String text = Questions.schedule("95.s1", 1, 7).text();
        assertTrue(text.startsWith("95.s1 · Not understood"), text);
        assertTrue(text.contains("Step 2 is 7, but 7 cannot go on there. These can: 1 main."), text);
        for (Object[] nonsense : new Object[][] {{-1}, {0}, {"cook"}, {3.5}, {"1x0y"}, {new int[] {1}}, {"1x9999"}}) {
            String said = Questions.schedule("95.s1", nonsense).text();
            assertTrue(said.startsWith("95.s1 · Not understood"), said);
        }
        assertTrue(Questions.schedule("95.s1", 1, null).text().contains("A step is null"));
        assertTrue(Questions.schedule("95.s1", (Object[]) null).text().contains("A step is null"));
    }

    @Test
    void stepsCanBeNumbersNamesOrManyAtOnce() throws InterruptedException {
        String byNumbers = Questions.schedule("95.s1", 1, 1, 1).text();
        assertEquals(
                byNumbers, Questions.schedule("95.s1", "main", "main", "main").text());
        assertEquals(byNumbers, Questions.schedule("95.s1", "1x3").text());
        assertEquals(byNumbers, Questions.schedule("95.s1", "1, 1", 1).text());
        assertTrue(byNumbers.contains("The run is not over: choose on."), byNumbers);
    }

    @Test
    void aProgramToScheduleHasNumbersForItsLinesAndItsGoroutines() throws InterruptedException {
        String text = Questions.schedule("93.s1").text();
        assertTrue(text.contains("\n     3      group.add(1);\n"), text);
        assertTrue(text.contains("These are the goroutines: 1 main, 2 task. At first only main can go on."), text);
        assertTrue(Questions.schedule("01.s1").text().contains("1 main, 2 ann, 3 bob"), "all of them, and in order");
    }

    @Test
    void anOrderOfLinesThatItsAuthorForesawIsExplained() throws InterruptedException {
        String told = "Nobody closes the channel.";
        assertTrue(Questions.parsons("07.p1", "D F A E").text().contains(told));
        assertFalse(Questions.parsons("07.p1", "D F E A").text().contains(told), "another order");
        assertTrue(
                Questions.parsons("08.p1", "F D B G A").text().contains("There is no line in which the sum is made."));
    }

    @Test
    void stepsAfterTheEndAreSaid() throws InterruptedException {
        String text = Questions.schedule("93.s1", "1x4,2x9").text();
        assertTrue(text.contains("The run was over after "), text);
    }

    @Test
    void aProgramOfNullIsAskedForAndOneThatThrowsIsToldSo() throws InterruptedException {
        assertTrue(Questions.fix("95.x1", null).text().startsWith("95.x1 · Not understood"));
        String text = Questions.fix("95.x1", () -> {
                    throw new IllegalStateException("no");
                })
                .text();
        assertTrue(text.contains("It can panic: `IllegalStateException: no`"), text);
    }

    @SuppressWarnings("InfiniteRecursion") // on purpose
    private static int deep(int depth) {
        return deep(depth + 1) + 1;
    }

    @Test
    void aProgramThatRecursesForEverOrWantsAllMemoryIsToldSo() throws InterruptedException {
        String deep = Questions.fix("95.x1", () -> deep(0)).text();
        assertTrue(deep.contains("It can panic: `StackOverflowError`"), deep);
        String large = Questions.fix("95.x1", () -> assertNotNull(new long[Integer.MAX_VALUE]))
                .text();
        assertTrue(large.contains("It can panic: `OutOfMemoryError"), large);
        assertTrue(Questions.quiz("06.q1", "b").text().startsWith("06.q1 · Right"));
    }

    @Test
    void aProgramThatPrintsWithoutEndOrStartsTooManyIsToldSo() throws InterruptedException {
        String prints = Questions.fix("95.x1", () -> {
                    while (true) {
                        System.out.println("on");
                    }
                })
                .text();
        assertTrue(prints.contains("does not come to an end"), prints);
        assertTrue(prints.length() < 5_000, "the card stays short");
        String many = Questions.fix("95.x1", () -> {
                    for (int i = 0; i < 1_000; i++) {
                        Go.go(() -> Chan.make().receive());
                    }
                })
                .text();
        assertTrue(many.contains("more than 50 goroutines"), many);
    }

    @Test
    void whatTheLabRefusesIsACardToo() throws InterruptedException {
        String text =
                Questions.fix("95.x1", () -> Questions.parsons("95.p1", "A")).text();
        assertTrue(text.startsWith("95.x1 · Not yet"), text);
    }

    @Test
    void theBrokenProgramIsShownWithHowItFails() throws InterruptedException {
        Card card = Questions.fix("95.x1");
        assertTrue(card.text().contains("It can leave goroutines behind"), card.text());
        assertTrue(card.text().contains("fix(\"95.x1\", () -> {\n"), card.text());
        assertTrue(card.html().contains("<img alt="), "its timeline");
    }

    @Test
    void anOutcomeTableSaysTheTruthOfTheLab() throws InterruptedException {
        OutcomeSet truth = new OutcomeTable(Tasks.find("95.o1", Kind.OUTCOMES)).explore();
        assertTrue(truth.isComplete() || truth.preemptions() >= 2, truth::toString);
        String text = Questions.outcomes("95.o1", "a").text();
        truth.all().forEach(one -> {
            assertNotNull(one.example().schedule());
            assertTrue(
                    text.contains("possible: " + Phrases.number(one.schedules()) + " of "
                            + Phrases.number(truth.schedules())),
                    text);
            assertTrue(text.contains(one.example().schedule().toString()), text);
        });
    }

    @Test
    void theSameAnswerGivesTheSameCardAgain() throws InterruptedException {
        String once = Questions.parsons("95.p1", "A B C E F G").text();
        Progress.keepIn(null);
        assertEquals(once, Questions.parsons("95.p1", "A B C E F G").text());
        assertEquals(
                Questions.outcomes("99.o1", "a").text(),
                Questions.outcomes("99.o1", "a").text());
    }
}

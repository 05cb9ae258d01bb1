package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.exercise.Exercises.predict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Body;

class PredictionTest {
    private static Prediction predicted(String answer) {
        return predict(answer, "it waits", "it prints 3", "it ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "B", " b "})
    void aLetterIsAPrediction(String letter) {
        Prediction prediction = predicted(letter);
        assertTrue(prediction.made());
        assertTrue(prediction.text().startsWith("Your prediction: b\n"), prediction.text());
        assertTrue(prediction.text().contains("▸ b) it prints 3"), prediction.text());
    }

    @Test
    void aQuestionMarkIsNoPredictionYet() {
        assertFalse(predicted("?").made());
        assertEquals("""
                What do you predict?
                  a) it waits
                  b) it prints 3
                  c) it ends
                Write a letter, a to c, in place of "?", and run this cell again.""", predicted("?").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "", "ab", "1", "it ends"})
    void anythingElseIsToldTheChoices(String answer) {
        String text = predicted(answer).text();
        assertFalse(predicted(answer).made());
        assertTrue(text.startsWith("“" + answer + "” is none of the letters a to c\n"), text);
        assertTrue(text.contains("c) it ends"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "it prints 3"})
    void aRightPredictionIsConfirmed(String actual) {
        assertEquals(
                "✓ As you predicted\nThe run gave b) it prints 3.",
                predicted("b").compare(actual).text());
    }

    @Test
    void aWrongPredictionStandsBesideWhatCame() {
        String text = predicted("a").compare("it prints 3").text();
        assertTrue(
                text.startsWith("✗ Not as you predicted\nYou said a) it waits.\nThe run gave b) it prints 3.\n"), text);
    }

    @Test
    void withoutAPredictionTheResultIsStillTold() {
        String text = predicted("?").compare("c").text();
        assertTrue(text.startsWith("No prediction yet\nThe run gave c) it ends.\n"), text);
    }

    @Test
    void aResultThatNobodyOfferedIsTold() {
        String text = predicted("a").compare(17).text();
        assertTrue(text.contains("The run gave “17”, which is none of the choices."), text);
        assertTrue(text.startsWith("✗"), text);
        assertTrue(predicted("?").compare(17).text().startsWith("No prediction yet"));
    }

    @Test
    void aChoiceThatIsItselfALetterIsMeantByItsText() {
        Prediction prediction = predict("b", "b", "a");
        assertEquals("✗", prediction.compare("b").text().substring(0, 1)); // choice a has the text "b"
        assertEquals("✓", prediction.compare("a").text().substring(0, 1));
    }

    @Test
    void oneChoiceIsNone() {
        assertThrows(IllegalArgumentException.class, () -> predict("a", "only"));
    }

    @Test
    void whatTheLearnerWroteIsNotTakenForHtml() {
        assertTrue(predicted("<b>").html().contains("&lt;b&gt;"));
        assertFalse(predicted("<b>").html().contains("“<b>”"));
    }

    @Test
    void withoutAPredictionNothingIsSaidOfOne() throws Exception {
        String none =
                predict("?", "heads", "tails").compareRuns(2, () -> "heads").text();
        assertTrue(none.contains("2 of 2") && !none.contains("you said"), none);
        String made =
                predict("a", "heads", "tails").compareRuns(2, () -> "heads").text();
        assertTrue(made.contains("you said"), made);
    }

    @Test
    void manyRunsAreCountedAndComparedWithThePrediction() throws Exception {
        int[] count = new int[1];
        String text = predict("a", "heads", "tails", "heads or tails")
                .compareRuns(1_000, () -> count[0]++ % 4 == 0 ? "heads" : "tails")
                .text();
        assertTrue(text.startsWith("✗ Sometimes as you predicted, not always\n"), text);
        assertTrue(text.contains("250 of 1 000"), text);
        assertTrue(text.contains("750 of 1 000"), text);
        assertTrue(text.contains("It was c) heads or tails."), text);
        assertEquals(
                "✓ As you predicted",
                predict("c", "heads", "tails", "heads or tails")
                        .compareRuns(2, () -> count[0]++ % 2 == 0 ? "heads" : "tails")
                        .toString());
        assertEquals(
                "✓ As you predicted",
                predict("b", "heads", "tails").compareRuns(1, () -> "tails").toString());
        assertEquals(
                "✗ Not as you predicted",
                predict("b", "heads", "tails").compareRuns(10, () -> "a").toString());
        assertEquals(
                "No prediction yet",
                predict("?", "heads", "tails").compareRuns(10, () -> "a").toString());
        assertThrows(IllegalArgumentException.class, () -> predicted("a").compareRuns(0, () -> "a"));
    }

    @Test
    void allSchedulesAreComparedWithThePrediction() throws InterruptedException {
        Body body = () -> {
            Chan<String> ch = Chan.make();
            Go.go(() -> ch.send("a"));
            Go.go(() -> ch.send("b"));
            System.out.println(ch.receive() + ch.receive());
        };
        String text =
                predict("a", "ab", "ba", "ab or ba").compareSchedules(body).text();
        assertTrue(text.startsWith("✗ Sometimes as you predicted, not always\nThe lab tried "), text);
        assertEquals(
                "✓ As you predicted",
                predict("c", "ab", "ba", "ab or ba").compareSchedules(body).toString());
        assertEquals(
                "✓ As you predicted",
                predict("b", "it ends", "deadlock")
                        .compareSchedules(() -> Chan.make().receive())
                        .toString());
    }
}

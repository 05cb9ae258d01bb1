package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExercisesTest {
    @BeforeEach
    void closeHints() {
        Exercises.forget();
    }

    private static String firstLine(Card card) {
        return card.text().lines().findFirst().orElse("");
    }

    @Test
    void hintsOpenOneAtATimeAndTheLastStays() {
        assertEquals("05.1 The kitchen · hint 1 of 3", firstLine(Exercises.hint("05.1")));
        assertEquals("05.1 The kitchen · hint 2 of 3", firstLine(Exercises.hint("05.1")));
        assertEquals("05.1 The kitchen · hint 3 of 3", firstLine(Exercises.hint("05.1")));
        assertEquals("05.1 The kitchen · hint 3 of 3", firstLine(Exercises.hint("05.1")));
    }

    @Test
    void aHintShowsItsOwnTextOnly() {
        Exercise exercise = Catalog.find("05.1");
        String first = Exercises.hint("05.1").text();
        assertTrue(first.contains(Markup.plain(exercise.hints().get(0))), first);
        assertFalse(first.contains(Markup.plain(exercise.hints().get(1))), first);
        assertTrue(first.endsWith("Try again before you open the next one: `hint(\"05.1\")`."), first);
    }

    @Test
    void theSolutionComesAfterTheHintsOrWhenItIsWantedNow() {
        Exercise exercise = Catalog.find("05.1");
        Exercises.hint("05.1");
        String closed = Exercises.solution("05.1").text();
        assertTrue(closed.contains("You have opened 1 of 3 hints"), closed);
        assertTrue(closed.contains("`solution(\"05.1\", \"now\")`"), closed);
        assertFalse(closed.contains(exercise.solutions().getFirst().strip()), closed);
        assertEquals(closed, Exercises.solution("05.1", "please").text());
        String text = Exercises.solution("05.1", "now").text();
        for (String source : exercise.solutions()) {
            source.strip().lines().forEach(line -> assertTrue(text.contains(line.strip()), text));
        }
        assertTrue(text.contains(Markup.plain(exercise.explanation())), text);
    }

    @Test
    void theSolutionSaysNothingOfHintsWhenAllAreOpen() {
        for (int i = 0; i < Exercise.HINTS; i++) {
            Exercises.hint("05.1");
        }
        String text = Exercises.solution("05.1").text();
        assertFalse(text.contains("You have opened"), text);
        assertTrue(text.contains(Markup.plain(Catalog.find("05.1").explanation())), text);
    }

    @Test
    void aHintIsShownAgainByItsNumberAndNoneBeforeThoseAheadOfIt() {
        assertTrue(Exercises.hint("05.1", 2).text().contains("Hint 2 opens after hint 1. Open so far: 0."));
        assertEquals("05.1 The kitchen · hint 1 of 3", firstLine(Exercises.hint("05.1", 1)));
        assertEquals("05.1 The kitchen · hint 2 of 3", firstLine(Exercises.hint("05.1", 2)));
        assertEquals("05.1 The kitchen · hint 1 of 3", firstLine(Exercises.hint("05.1", 1)));
        assertEquals("05.1 The kitchen · hint 3 of 3", firstLine(Exercises.hint("05.1")));
        for (int number : new int[] {0, -1, 4, 99}) {
            String said = Exercises.hint("05.1", number).text();
            assertTrue(said.contains("no hint " + number + ". Open so far: 3."), said);
        }
    }

    @Test
    void anUnknownIdIsRefusedEverywhere() {
        assertThrows(IllegalArgumentException.class, () -> Exercises.hint("5.1"));
        assertThrows(IllegalArgumentException.class, () -> Exercises.solution("5.1"));
        assertThrows(IllegalArgumentException.class, () -> Exercises.check("5.1", Object::new));
    }

    @Test
    void todoSaysWhatIsToBeDone() {
        assertEquals(
                "count",
                assertThrows(NotSolvedYetException.class, () -> Exercises.<Integer>todo("count"))
                        .getMessage());
    }
}

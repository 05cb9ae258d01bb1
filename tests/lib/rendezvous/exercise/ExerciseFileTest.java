package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExerciseFileTest {
    private static final String PATH = "rendezvous/course/c99/pump/exercise.md";
    private static final String GOOD = """
            # 99.1 The pump
            stars: 2
            answer: Pump
            checks: PumpChecks
            call: MyPump::new

            ## Hint 1
            One.

            Still one.
            ## Hint 2
            Two.
            ## Hint 3
            Three.
            ## Explanation
            Why.
            """;

    @Test
    void everyPartIsRead() {
        assertEquals(
                new Exercise(
                        "99.1",
                        "The pump",
                        2,
                        "rendezvous/course/c99/pump",
                        "rendezvous.course.c99.pump.Pump",
                        "rendezvous.course.c99.pump.PumpChecks",
                        "MyPump::new",
                        List.of("One.\n\nStill one.", "Two.", "Three."),
                        "Why."),
                ExerciseFile.read(PATH, GOOD));
    }

    @Test
    void linesMayEndAsOnWindows() {
        assertEquals(ExerciseFile.read(PATH, GOOD), ExerciseFile.read(PATH, GOOD.replace("\n", "\r\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', commentCharacter = '!', textBlock = """
                    # 99.1 The pump    | # 9.1 The pump   | line 1  | want '# 05.1 Title', got '# 9.1 The pump'
                    stars: 2           | stars: 4         | line 2  | stars are 1, 2 or 3, got '4'
                    stars: 2           | stars 2          | line 2  | want 'name: value' or '## Hint 1', got 'stars 2'
                    stars: 2           | starts: 2        | line 2  | 'starts' is none of
                    stars: 2           | answer: Pump     | line 3  | 'answer' stands here a second time
                    call: MyPump::new  | ""               | line 1  | 'call: …' is missing
                    answer: Pump       | answer: a.b.Pump | line 3  | 'answer' wants the simple name
                    ## Hint 2          | ## Hint 3        | line 11 | want Hint 2, got '## Hint 3'
                    ## Hint 2          | ""               | line 13 | want Hint 2, got '## Hint 3'
                    Two.               | ""               | line 16 | '## Hint 2' is missing or empty
                    ## Explanation     | ""               | line 16 | '## Explanation' is missing or empty
                    Why.               | ## Notes         | line 16 | want the end of the file, got '## Notes'
                    """)
    void aMistakeIsNamedWithFileAndLine(String part, String instead, String line, String what) {
        assertTrue(GOOD.contains(part), "the test replaces something");
        String wrong = assertThrows(
                        IllegalArgumentException.class, () -> ExerciseFile.read(PATH, GOOD.replaceFirst(part, instead)))
                .getMessage();
        assertTrue(wrong.startsWith(PATH + ", " + line + ": "), wrong);
        assertTrue(wrong.contains(what), wrong);
    }

    @Test
    void anEmptyFileIsNoExercise() {
        assertThrows(IllegalArgumentException.class, () -> ExerciseFile.read(PATH, ""));
    }
}

package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where to start: by the first question that was not answered right. */
@Timeout(60)
class PlacementTest {
    @BeforeEach
    void forget() {
        Progress.keepIn(null);
    }

    private static String letter(Task task, boolean right) {
        return new Quiz(task)
                .choices().entrySet().stream()
                        .filter(choice -> choice.getValue().right() == right)
                        .map(choice -> String.valueOf(choice.getKey()))
                        .reduce((first, last) -> last)
                        .orElseThrow();
    }

    private static List<String> right() {
        return Placement.questions().stream().map(task -> letter(task, true)).collect(Collectors.toList());
    }

    private static String said(List<String> letters) {
        return Questions.startAt(String.join(" ", letters)).text();
    }

    @Test
    void theQuestionsGoUpThroughTheChapters() {
        List<String> chapters = Placement.questions().stream()
                .map(task -> task.field("recalls"))
                .toList();
        assertTrue(chapters.size() >= 5, chapters.toString());
        assertEquals(chapters.stream().sorted().distinct().toList(), chapters);
    }

    @Test
    void theFirstWrongAnswerSaysWhereToStart() {
        List<Task> questions = Placement.questions();
        for (int i = 0; i < questions.size(); i++) {
            List<String> letters = new ArrayList<>(right());
            letters.set(i, letter(questions.get(i), false));
            letters.set(letters.size() - 1, letter(questions.getLast(), false));
            String text = said(letters);
            Task wrong = questions.get(i);
            assertTrue(
                    text.startsWith("Start at chapter " + wrong.field("recalls") + " · " + wrong.title() + "\n"), text);
            assertTrue(text.contains("✗ Chapter " + wrong.field("recalls")), text);
            boolean isThere = wrong.field("recalls").compareTo(Placement.last()) <= 0;
            assertEquals(!isThere, text.contains("Chapter " + wrong.field("recalls") + " is still to come."), text);
        }
    }

    @Test
    void whoKnowsAllStartsBeyond() {
        String text = said(right());
        assertTrue(text.startsWith("Start at chapter 20\n"), text);
        assertFalse(text.contains("✗"), text);
        assertEquals(Placement.questions().size(), Progress.all().size());
        assertTrue(Progress.all().values().stream().allMatch(Progress.Standing::isSolved));
    }

    @Test
    void theLastChapterIsTheLastNotebook() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            String last = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d\\d-.*\\.ipynb"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            assertEquals(last.substring(0, 2), Placement.last());
        }
    }

    @Test
    void lettersMayStandTogether() {
        String apart = said(right());
        assertEquals(apart, Questions.startAt(String.join("", right())).text());
        assertEquals(
                apart,
                Questions.startAt(String.join(", ", right()).toUpperCase(java.util.Locale.ROOT))
                        .text());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "?", "? ? ? ? ? ? ? ? ?", "?????????"})
    void withoutLettersTheyAreAskedFor(@Nullable String open) {
        String text = Questions.startAt(open).text();
        assertTrue(text.startsWith("00 · Your turn · Where to start"), text);
        assertEquals(Map.of(), Progress.all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b ?", "z z z z z z z z z", "aa b c d a b c d a", "🙂", "a!"})
    void nonsenseIsToldFromAnAnswer(String nonsense) {
        String text = Questions.startAt(nonsense).text();
        assertTrue(text.startsWith("00 · Not understood · Where to start"), text);
        assertEquals(Map.of(), Progress.all());
    }
}

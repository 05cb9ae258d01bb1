package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A question's file is read as its author meant it, or refused with the place and what is wanted. */
class TaskTest {
    private static final String PATH = "rendezvous/course/c05/p1.md";
    private static final String WHOLE = """
            # 05.p1 Title of it
            prints: a | b, c

            Asked.
            More.

            ## Lines
            ```
            A  one
            ## no heading
            ```

            ## If A
            Said.
            """;

    @Test
    void aFileIsReadWhole() {
        Task task = Task.read(PATH, WHOLE);
        assertEquals("05.p1", task.id());
        assertEquals("05", task.chapter());
        assertEquals(Task.Kind.PARSONS, task.kind());
        assertEquals("Title of it", task.title());
        assertEquals(List.of("a", "b, c"), task.alternatives("prints"));
        assertEquals("Asked.\nMore.", task.text());
        assertEquals(List.of("Lines", "If A"), List.copyOf(task.sections().keySet()));
        assertEquals("A  one\n## no heading", task.code("Lines"));
        assertEquals("Said.", task.section("If A"));
        assertEquals("", task.section("If B"));
        assertEquals("parsons(\"05.p1\", \"A\")", task.call("\"A\""));
    }

    static Stream<Arguments> whatIsNotAsItShouldBeIsNamed() {
        return Stream.of(
                Arguments.of("# 05.p1 Title", "Title", "line 1: want '# 05.q1 Title'"),
                Arguments.of("# 05.p1 Title", "# 05.z1 Title", "line 1: want '# 05.q1 Title'"),
                Arguments.of("# 05.p1 Title", "# 05.p2 Title", "want this task in the file 'c05/p2.md'"),
                Arguments.of("prints: a | b", "goal: a | b", "line 2: want each of [prints, sleeps] once"),
                Arguments.of("## no heading", "B  two", "want three lines"),
                Arguments.of("A  one", "C  one", "want lines 'A  code'"),
                Arguments.of("## If A", "## Lines", "a second '## Lines'"));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNotAsItShouldBeIsNamed(String from, String to, String why) {
        String broken = WHOLE.replace(from, to);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> {
            Task task = Task.read(PATH, broken);
            new Parsons(task);
        });
        assertTrue(String.valueOf(e.getMessage()).contains(why), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).startsWith(PATH), e.getMessage());
    }

    static Stream<Arguments> aQuizIsWholeOrRefused() {
        return Stream.of(
                Arguments.of("## b right", "## c right", "'## a', '## b' and so on"),
                Arguments.of("> No.", "No.", "wants a text, and below it lines with '> '"),
                Arguments.of("## b right", "## b", "one that is right"));
    }

    @ParameterizedTest
    @MethodSource
    void aQuizIsWholeOrRefused(String from, String to, String why) {
        String whole = "# 05.q1 Title\n\n## a\nThis.\n> No.\n\n## b right\nThat.\n> Yes.\n";
        new Quiz(Task.read("c/c05/q1.md", whole));
        Task broken = Task.read("c/c05/q1.md", whole.replace(from, to));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Quiz(broken));
        assertTrue(String.valueOf(e.getMessage()).contains(why), e.getMessage());
    }

    @Test
    void otherKindsAreWholeOrRefused() {
        Task blanks = Task.read("c/c05/f1.md", "# 05.f1 T\nprints: a\n\n## Code\n```\n__2__\n```\n");
        assertThrows(IllegalArgumentException.class, () -> new Blanks(blanks));
        Task goal = Task.read("c/c05/s1.md", "# 05.s1 T\ngoal: peace\n\n## Code\n```\nx\n```\n");
        assertThrows(IllegalArgumentException.class, () -> new Scheduling(goal));
        Task table = Task.read("c/c05/o1.md", "# 05.o1 T\n\n## Code\n```\nx\n```\n\n## a\n1\n> Why.\n");
        assertThrows(IllegalArgumentException.class, () -> new OutcomeTable(table));
        Task fix = Task.read("c/c05/x1.md", "# 05.x1 T\n\n## Code\n```\nx\n```\n");
        assertThrows(IllegalArgumentException.class, () -> new Fix(fix));
        Task fence = Task.read("c/c05/x1.md", "# 05.x1 T\nprints: a\n\n## Code\nx\n");
        assertThrows(IllegalArgumentException.class, () -> new Fix(fence));
    }
}

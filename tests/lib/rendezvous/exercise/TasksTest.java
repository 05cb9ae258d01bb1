package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions are found where they are, in a jar and in a directory; nobody lists them. */
class TasksTest {
    private static final String QUIZ = "# 05.q1 Title\n\n## a\nThis.\n> No.\n\n## b right\nThat.\n> Yes.\n";

    @TempDir
    Path folder;

    @AfterEach
    void noDrafts() {
        Tasks.drafts = null;
    }

    @Test
    void theyAreFoundInAJar() throws IOException {
        Path jar = folder.resolve("a course.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : List.of("rendezvous/", "rendezvous/course/", "rendezvous/course/c05/")) {
                entries.putNextEntry(new JarEntry(name));
            }
            for (String name : List.of("c05/q1.md", "c05/kitchen/exercise.md", "c05/notes.md")) {
                entries.putNextEntry(new JarEntry("rendezvous/course/" + name));
                entries.write(QUIZ.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertEquals(List.of("05.q1"), List.copyOf(Tasks.load(loader).keySet()));
            assertEquals("Title", Tasks.load(loader).firstEntry().getValue().title());
        }
    }

    @Test
    void theyAreFoundInADirectory() throws IOException {
        Path course = folder.resolve("rendezvous").resolve("course");
        Files.createDirectories(course.resolve("c05"));
        Files.writeString(course.resolve("c05").resolve("q1.md"), QUIZ);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertEquals(List.of("05.q1"), List.copyOf(Tasks.load(loader).keySet()));
        }
    }

    @Test
    void aDraftIsReadAnewAtEachCall() throws IOException {
        Files.createDirectories(folder.resolve("c05"));
        Path draft = folder.resolve("c05").resolve("q1.md");
        Files.writeString(draft, QUIZ);
        Tasks.drafts = folder.toString();
        assertEquals("Title", Tasks.find("05.q1", Task.Kind.QUIZ).title());
        Files.writeString(draft, QUIZ.replace("Title", "Better"));
        assertEquals("Better", Tasks.find(" 05.q1 ", Task.Kind.QUIZ).title());
        Files.writeString(draft, "nothing");
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, Tasks::all);
        assertTrue(String.valueOf(e.getMessage()).contains("c05/q1.md, line 1: want '# 05.q1 Title'"), e.getMessage());
    }

    @Test
    void allThatAreShippedAreWhole() throws InterruptedException {
        for (Task task : Tasks.all()) {
            switch (task.kind()) {
                case QUIZ ->
                    assertEquals(Sheet.Mark.OPEN, new Quiz(task).answer(null).mark());
                case PARSONS ->
                    assertEquals(Sheet.Mark.OPEN, new Parsons(task).answer(null).mark());
                case BLANKS ->
                    assertEquals(Sheet.Mark.OPEN, new Blanks(task).answer().mark());
                case FIX -> assertEquals(Sheet.Mark.OPEN, new Fix(task).show().mark());
                case SCHEDULE ->
                    assertEquals(Sheet.Mark.OPEN, new Scheduling(task).answer().mark());
                case OUTCOMES ->
                    assertEquals(
                            Sheet.Mark.OPEN, new OutcomeTable(task).answer(null).mark());
            }
        }
    }
}

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
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    private static final String FOLDER = "rendezvous/course/c99/";

    @TempDir
    Path temp;

    private static String exercise(String id) {
        return "# " + id + " Pump\nstars: 1\nanswer: Pump\nchecks: PumpChecks\ncall: MyPump::new\n"
                + "## Hint 1\na\n## Hint 2\nb\n## Hint 3\nc\n## Explanation\nd\n";
    }

    private Path directory(String name, String path, String text) throws IOException {
        Path file = temp.resolve(name).resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return temp.resolve(name);
    }

    private Path jar(String name, String path, String text) throws IOException {
        Path jar = temp.resolve(name);
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                entries.putNextEntry(new JarEntry(path.substring(0, slash + 1)));
            }
            entries.putNextEntry(new JarEntry(path));
            entries.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static Set<String> ids(Path... places) throws IOException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return Catalog.load(loader).keySet();
        }
    }

    @Test
    void exercisesAreFoundInAJarWhosePathHasSpacesAndUmlauts() throws IOException {
        assertEquals(
                Set.of("99.1"), ids(jar("Meine Übungen %20/b#c.jar", FOLDER + "pump/exercise.md", exercise("99.1"))));
    }

    @Test
    void exercisesAreFoundInADirectoryWhosePathHasSpacesAndUmlauts() throws IOException {
        assertEquals(Set.of("99.1"), ids(directory("Größe +1", FOLDER + "pump/exercise.md", exercise("99.1"))));
    }

    @Test
    void everyPlaceOnTheClassPathIsSearched() throws IOException {
        assertEquals(
                List.of("99.1", "99.2"),
                List.copyOf(ids(
                        directory("b", FOLDER + "two/exercise.md", exercise("99.2")),
                        jar("a.jar", FOLDER + "one/exercise.md", exercise("99.1")))));
    }

    @Test
    void anIdThatIsTakenIsRefused() throws IOException {
        Path one = directory("one", FOLDER + "one/exercise.md", exercise("99.1"));
        Path two = directory("two", FOLDER + "two/exercise.md", exercise("99.1"));
        String message = assertThrows(IllegalArgumentException.class, () -> ids(one, two))
                .getMessage();
        assertEquals(FOLDER + "two/exercise.md, line 1: 99.1 is taken by " + FOLDER + "one/exercise.md", message);
    }

    @Test
    void aMistakeInAFileNamesIt() throws IOException {
        Path place = directory("one", FOLDER + "one/exercise.md", "# One\n");
        String message =
                assertThrows(IllegalArgumentException.class, () -> ids(place)).getMessage();
        assertTrue(message.startsWith(FOLDER + "one/exercise.md, line 1: "), message);
    }

    @Test
    void anUnknownIdNamesThoseThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> Catalog.find("05.99"))
                .getMessage();
        assertTrue(message.startsWith("There is no exercise \"05.99\". There are: "), message);
        assertTrue(message.contains("05.1, "), message);
    }

    @Test
    void theNamesOfAllAnswersDiffer() {
        // The kernel imports each by its simple name.
        List<String> names = Catalog.all().stream().map(Exercise::answerName).toList();
        assertEquals(names.stream().distinct().toList(), names);
    }
}

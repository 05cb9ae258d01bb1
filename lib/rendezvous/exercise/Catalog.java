package rendezvous.exercise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exercises there are: every {@code exercise.md} on the class path below {@code rendezvous/course}.
 *
 * <p>Nobody keeps a list: a folder that is there is found, in a jar and in a directory of classes alike.
 */
public final class Catalog {
    static final String ROOT = "rendezvous/course";
    private static final String FILE = "exercise.md";
    private static final String CHAPTER = "chapter.md";

    private static final class Holder {
        private static final SequencedMap<String, Exercise> EXERCISES = load(loader());
    }

    private Catalog() {}

    /** Returns all exercises, by id. */
    public static Collection<Exercise> all() {
        return Holder.EXERCISES.values();
    }

    /** Returns the exercises whose chapters are there; an exercise may be ahead of its chapter. */
    static List<Exercise> ofWrittenChapters() {
        return all().stream()
                .filter(exercise ->
                        loader().getResource(exercise.folder().replaceFirst("/[^/]+$", "/" + CHAPTER)) != null)
                .toList();
    }

    /**
     * Returns the exercise with the id.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static Exercise find(String id) {
        Exercise exercise = Holder.EXERCISES.get(id.strip());
        if (exercise == null) {
            throw new IllegalArgumentException("There is no exercise \"" + id + "\". There are: "
                    + String.join(", ", Holder.EXERCISES.keySet()) + ".");
        }
        return exercise;
    }

    /** The loader that knows the course; the thread's own may be another, on a pool's thread for example. */
    static ClassLoader loader() {
        ClassLoader loader = Catalog.class.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }

    /** Finds and reads the exercises that the loader sees. */
    static SequencedMap<String, Exercise> load(ClassLoader loader) {
        SequencedMap<String, Exercise> exercises = new TreeMap<>();
        for (String path : paths(loader, name -> name.endsWith("/" + FILE))) {
            Exercise exercise = ExerciseFile.read(path, read(loader, path));
            Exercise other = exercises.putIfAbsent(exercise.id(), exercise);
            if (other != null) {
                throw new IllegalArgumentException(
                        path + ", line 1: " + exercise.id() + " is taken by " + other.folder() + "/" + FILE);
            }
        }
        return Collections.unmodifiableSequencedMap(exercises);
    }

    /** Returns the paths of the course's files that are wanted, by their names below the course's folder. */
    static Set<String> paths(ClassLoader loader, Predicate<String> wanted) {
        Set<String> paths = new TreeSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(ROOT))) {
                if (url.getProtocol().equals("jar")) {
                    URL jar = ((JarURLConnection) url.openConnection()).getJarFileURL();
                    paths.addAll(inJar(Path.of(jar.toURI()), wanted));
                } else {
                    paths.addAll(inDirectory(Path.of(url.toURI()), wanted));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the course's files on the class path", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot read an entry of the class path: " + e.getInput(), e);
        }
        return paths;
    }

    private static List<String> inJar(Path jar, Predicate<String> wanted) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(ROOT + "/") && wanted.test(name.substring(ROOT.length() + 1)))
                    .toList();
        }
    }

    private static List<String> inDirectory(Path root, Predicate<String> wanted) throws IOException {
        return below(root, wanted).stream().map(name -> ROOT + "/" + name).toList();
    }

    /** Returns the names below a directory that are wanted, in order, with slashes. */
    static List<String> below(Path root, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }

    /** Returns the text of a file on the class path. */
    static String read(String path) {
        return read(loader(), path);
    }

    /** Returns the text of a file that the loader sees. */
    static String read(ClassLoader loader, String path) {
        String text = readOrNull(loader, path);
        if (text == null) {
            throw new IllegalStateException(path + " is missing");
        }
        return text;
    }

    /** Returns the texts of {@code stem.jsh}, {@code stem-2.jsh}, {@code stem-3.jsh} …, as far as they go. */
    static List<String> readNumbered(String stem) {
        List<String> texts = new ArrayList<>(List.of(read(stem + ".jsh")));
        String next = readOrNull(loader(), stem + "-2.jsh");
        for (int n = 3; next != null; n++) {
            texts.add(next);
            next = readOrNull(loader(), stem + "-" + n + ".jsh");
        }
        return List.copyOf(texts);
    }

    private static @Nullable String readOrNull(ClassLoader loader, String path) {
        try (InputStream in = loader.getResourceAsStream(path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}

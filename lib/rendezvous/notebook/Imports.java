package rendezvous.notebook;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/**
 * What cells may name without importing it. This is the one place that says so.
 *
 * <p>The library's types are imported one by one, since {@code java.util.*} and {@code java.util.concurrent.*}, which
 * JJava and many learners import, have a Timer and a Semaphore too: two imports on demand would make them ambiguous.
 */
final class Imports {
    /** Packages of the library whose every public type is imported, and single types of the others. */
    private static final List<String> OFFERED = List.of(
            "rendezvous.chan",
            "rendezvous.sync",
            "rendezvous.context",
            "rendezvous.errgroup",
            "rendezvous.semaphore",
            "rendezvous.singleflight",
            "rendezvous.pattern",
            "rendezvous.trace",
            "rendezvous.lab",
            "rendezvous.chart",
            "rendezvous.runtime.Body",
            "rendezvous.runtime.DeadlockError",
            "rendezvous.runtime.Goroutine",
            "rendezvous.runtime.GoroutineState",
            "rendezvous.runtime.PanicException",
            "rendezvous.notebook.ChildJvm",
            "rendezvous.notebook.Crowd",
            "rendezvous.exercise.Card",
            "rendezvous.exercise.Prediction",
            "rendezvous.exercise.Verdict");

    /** What is called by its simple name. */
    private static final List<String> STATIC = List.of(
            "rendezvous.chan.Go.*",
            "rendezvous.chan.Select.*",
            "rendezvous.chan.Signal.SIGNAL",
            "rendezvous.exercise.Doctor.doctor",
            "rendezvous.exercise.Exercises.*",
            "rendezvous.exercise.Questions.*",
            // println as Java's own main files without a class have it once imported
            "java.lang.IO.*",
            "java.time.Duration.ofMillis",
            "java.time.Duration.ofSeconds");

    /** Whole packages: what is imported one by one has precedence over these, and packages over the module. */
    private static final List<String> ON_DEMAND = List.of("module java.base", "org.knowm.xchart.*");

    /** Where the types of exercises live, each exercise in a package of its own. */
    private static final String COURSE = "rendezvous.course";

    private Imports() {}

    /** The import declarations that no type of the library needs: whole packages and static members. */
    static List<String> always() {
        List<String> lines = new ArrayList<>();
        ON_DEMAND.forEach(name -> lines.add("import " + name + ";"));
        STATIC.forEach(name -> lines.add("import static " + name + ";"));
        return lines;
    }

    /** The library's types that cells may name. */
    static List<String> libraryTypes() throws IOException {
        List<String> compiled = classNames();
        List<String> types = new ArrayList<>();
        for (String offered : OFFERED) {
            List<String> found = publicTypes(
                    compiled, name -> name.equals(offered) || packageOf(name).equals(offered));
            if (found.isEmpty()) {
                throw new IOException("no public type of " + offered + " in " + home());
            }
            types.addAll(found);
        }
        return types;
    }

    /** The public types of the exercises. */
    static List<String> courseTypes() throws IOException {
        return publicTypes(classNames(), name -> name.startsWith(COURSE + "."));
    }

    /** Evaluates declarations and returns what is wrong with each that failed. */
    static List<String> evaluate(JShell shell, List<String> declarations) {
        List<String> problems = new ArrayList<>();
        for (String declaration : declarations) {
            for (SnippetEvent event : shell.eval(declaration)) {
                if (event.causeSnippet() == null && event.status() != Snippet.Status.VALID) {
                    String why = shell.diagnostics(event.snippet())
                            .map(d -> String.valueOf(d.getMessage(null))
                                    .lines()
                                    .findFirst()
                                    .orElse(""))
                            .findFirst()
                            .orElse("JShell says " + event.status());
                    problems.add("\"" + declaration + "\" failed: " + why + ".");
                }
            }
        }
        return problems;
    }

    static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    private static List<String> publicTypes(List<String> names, Predicate<String> which) throws IOException {
        List<String> types = new ArrayList<>();
        for (String name : names) {
            if (which.test(name) && isPublic(name)) {
                types.add(name);
            }
        }
        return types;
    }

    private static boolean isPublic(String name) throws IOException {
        try {
            return Modifier.isPublic(
                    Class.forName(name, false, Imports.class.getClassLoader()).getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IOException(name + " cannot be loaded (" + e + ")", e);
        }
    }

    /** All top-level types of the jar, or directory, that this class came from; sorted. */
    private static List<String> classNames() throws IOException {
        Path home = home();
        if (Files.isDirectory(home)) {
            return classNames(home);
        }
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
            return classNames(jar.getPath("/"));
        }
    }

    private static List<String> classNames(Path root) throws IOException {
        Path ours = root.resolve("rendezvous");
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ours)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .map(file -> file.replace('/', '.').replace('\\', '.'))
                    .forEach(names::add);
        }
        return List.copyOf(names);
    }

    private static Path home() throws IOException {
        CodeSource source = Imports.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("the library's jar cannot be found");
        }
        try {
            URI location = source.getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IOException("the library's jar cannot be found at " + source.getLocation(), e);
        }
    }
}

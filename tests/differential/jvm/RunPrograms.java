import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles programs of one file each and runs them one after the other in this JVM, as {@code java name.java} would run
 * each in one of its own. Prints a line of JSON for every run.
 *
 * <p>Arguments: a directory for classes, the seconds that a run may take, then for each program its file and how often
 * to run it.
 *
 * <p>Each program has a class loader of its own, and in it a library of its own: no goroutine that one leaves behind is
 * known to the next. When {@code main} has returned, the run is over, as in Go, and goroutines that still live are
 * interrupted.
 */
final class RunPrograms {
    private static final PrintStream ANSWERS = System.out;
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
    /** How long what was interrupted may take to end. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Path classes;
    private final Duration limit;

    private RunPrograms(Path classes, Duration limit) {
        this.classes = classes;
        this.limit = limit;
    }

    public static void main(String[] arguments) throws IOException {
        Map<Path, Integer> programs = new LinkedHashMap<>();
        for (int i = 2; i < arguments.length; i += 2) {
            programs.put(Path.of(arguments[i]), Integer.valueOf(arguments[i + 1]));
        }
        Duration limit = Duration.ofMillis((long) (1000 * Double.parseDouble(arguments[1])));
        new RunPrograms(Path.of(arguments[0]), limit).runAll(programs);
        Runtime.getRuntime().halt(0); // a program that hangs must not keep the others' results waiting
    }

    private void runAll(Map<Path, Integer> programs) throws IOException {
        Files.createDirectories(classes);
        Map<Path, String> broken = compile(List.copyOf(programs.keySet()));
        for (Map.Entry<Path, Integer> entry : programs.entrySet()) {
            String program = nameOf(entry.getKey());
            if (broken.containsKey(entry.getKey())) {
                answer(program, "broken", "", broken.get(entry.getKey()));
                continue;
            }
            try {
                Method main = loader().loadClass(program).getDeclaredMethod("main");
                main.setAccessible(true);
                boolean ended = true;
                for (int i = 0; ended && i < entry.getValue(); i++) {
                    ended = run(program, main);
                }
            } catch (ReflectiveOperationException e) {
                answer(program, "broken", "", "no method void main(): " + e);
            }
        }
    }

    /** Compiles what compiles without a warning; returns what is wrong with the others. */
    private Map<Path, String> compile(List<Path> sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Map<Path, String> broken = new LinkedHashMap<>();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-Xlint:all,-path",
                "-XDrawDiagnostics=false");
        List<Path> left = new ArrayList<>(sources);
        // One source with an error keeps javac from writing any class: then once more, without it.
        for (boolean again = true; again && !left.isEmpty(); ) {
            DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
            try (StandardJavaFileManager files =
                    javac.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8)) {
                again = !javac.getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(left))
                        .call();
            }
            int before = broken.size();
            for (Diagnostic<? extends JavaFileObject> each : said.getDiagnostics()) {
                if (each.getSource() != null) {
                    broken.merge(Path.of(each.getSource().toUri()), each.toString(), (a, b) -> a + "\n" + b);
                } else if (each.getKind() == Diagnostic.Kind.ERROR) {
                    throw new IllegalStateException("javac: " + each);
                }
            }
            left.removeIf(broken::containsKey);
            again &= broken.size() > before;
        }
        return broken;
    }

    /** Never closed: what a program leaves behind may still want a class. */
    private ClassLoader loader() throws MalformedURLException {
        List<URL> places = new ArrayList<>(List.of(classes.toUri().toURL()));
        for (String place : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            places.add(Path.of(place).toUri().toURL());
        }
        return new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Runs a program once; returns false if it could not be ended, so that a second run would not be alone. */
    private boolean run(String program, Method method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        Thread main = new Thread(() -> call(method), "main");
        main.setDaemon(true);
        main.start();
        String end = "ended";
        String seen = "";
        if (!ends(main, limit)) {
            end = "hung";
            seen = Arrays.stream(main.getStackTrace())
                    .map(frame -> "\n    at " + frame)
                    .collect(Collectors.joining("", "main waits:", "\n"));
        }
        System.out.flush();
        System.err.flush();
        System.setOut(NOWHERE);
        System.setErr(NOWHERE);
        answer(program, end, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8) + seen);
        main.interrupt();
        return ends(main, FAREWELL);
    }

    private static boolean ends(Thread thread, Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the runner", e);
        }
    }

    /** Runs what a program's file holds, in an object as the launcher makes one. */
    private static void call(Method method) {
        try {
            Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            method.invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            throw RunPrograms.<RuntimeException>asIs(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // what a program throws reaches the handler of its thread as it was thrown
    private static <X extends Throwable> X asIs(Throwable thrown) throws X {
        throw (X) thrown;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }

    private static void answer(String program, String end, String out, String err) {
        ANSWERS.println("{\"program\": " + quoted(program) + ", \"end\": " + quoted(end) + ", \"out\": " + quoted(out)
                + ", \"err\": " + quoted(err) + "}");
        ANSWERS.flush();
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c == '"' || c == '\\' || c < ' ' || c > '~' ? "\\u%04x".formatted(c) : "" + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}

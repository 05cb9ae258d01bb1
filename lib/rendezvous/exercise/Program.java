package rendezvous.exercise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.runtime.Body;

/**
 * The statements of a program, compiled to a block of code that the lab can run. They may name what a cell may.
 *
 * <p>The class stands in the package of the cells, so that the agent knows it for a class under study.
 */
final class Program {
    private static final String PACKAGE = "REPL";
    private static final List<String> IMPORTS = List.of(
            "module java.base",
            "rendezvous.chan.*",
            "rendezvous.sync.*",
            "rendezvous.context.*",
            "rendezvous.errgroup.*",
            "rendezvous.semaphore.*",
            "rendezvous.singleflight.*",
            "rendezvous.pattern.*",
            "rendezvous.runtime.Goroutine",
            "static rendezvous.chan.Go.*",
            "static rendezvous.chan.Select.*",
            "static rendezvous.chan.Signal.SIGNAL",
            "static java.lang.IO.*",
            "static java.time.Duration.ofMillis",
            "static java.time.Duration.ofSeconds");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Program() {}

    /** What became of the compilation: a block, or problems. */
    record Compiled(@Nullable Body body, List<Problem> problems) {}

    /**
     * What the compiler found.
     *
     * @param line the line of the statements, from 0; -1 if it is none of them
     * @param column the column in the line, from 0
     * @param text what is wrong
     */
    record Problem(int line, int column, String text) {}

    /** Compiles statements that the course itself wrote. */
    static Body of(Task task, String statements) {
        Compiled compiled = compile(statements);
        if (compiled.body() == null) {
            throw task.wrong("its program does not compile: " + compiled.problems());
        }
        return compiled.body();
    }

    static Compiled compile(String statements) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException(
                    "This Java has no compiler: start the kernel with a JDK. See ./course doctor.");
        }
        String name = "Program" + COUNT.incrementAndGet();
        String head = "package " + PACKAGE + ";\n"
                + IMPORTS.stream().map(each -> "import " + each + ";\n").collect(Collectors.joining())
                + "final class " + name
                + " implements rendezvous.runtime.Body {\npublic void run() throws Exception {\n";
        String source = head + statements + "\n}\n}\n";
        int before = (int) head.lines().count();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Map<String, byte[]> classes = new ConcurrentHashMap<>();
        boolean done;
        try (JavaFileManager standard = compiler.getStandardFileManager(found, Locale.ROOT, null);
                JavaFileManager files = new InMemory(standard, classes)) {
            List<String> options = List.of("-classpath", place(), "-proc:none", "-implicit:none", "-Xlint:none", "-g");
            done = compiler.getTask(null, files, found, options, null, List.of(new Source(name, source)))
                    .call();
        } catch (IOException e) {
            throw new IllegalStateException("the compiler's files cannot be closed", e);
        }
        List<Problem> problems = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
            if (each.getKind() == Diagnostic.Kind.ERROR) {
                int line = (int) each.getLineNumber() - 1 - before;
                int last = (int) statements.lines().count();
                problems.add(new Problem(line < last ? line : -1, (int) each.getColumnNumber() - 1, text(each)));
            }
        }
        return done ? new Compiled(load(name, classes), List.of()) : new Compiled(null, problems);
    }

    /** The message without what is said of a class that the learner does not know. */
    private static String text(Diagnostic<?> diagnostic) {
        return diagnostic
                .getMessage(Locale.ROOT)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("location:") && !line.isEmpty())
                .takeWhile(line -> !line.startsWith("method "))
                .map(line -> line.replaceFirst("^symbol:\\s+", ""))
                .collect(Collectors.joining(": "));
    }

    private static String place() {
        String name = Chan.class.getName().replace('.', '/') + ".class";
        URL here = Catalog.loader().getResource(name);
        if (here == null) {
            throw new IllegalStateException("the library's classes cannot be found");
        }
        String whole = here.toString();
        String place = whole.substring(0, whole.length() - name.length());
        boolean jar = place.startsWith("jar:") && place.endsWith("!/");
        return Path.of(URI.create(jar ? place.substring("jar:".length(), place.length() - "!/".length()) : place))
                .toString();
    }

    private static Body load(String name, Map<String, byte[]> classes) {
        ClassLoader loader = new ClassLoader("program", Catalog.loader()) {
            @Override
            protected Class<?> findClass(String wanted) throws ClassNotFoundException {
                byte[] bytes = classes.get(wanted);
                if (bytes == null) {
                    throw new ClassNotFoundException(wanted);
                }
                return defineClass(wanted, bytes, 0, bytes.length);
            }
        };
        try {
            var constructor = Class.forName(PACKAGE + "." + name, true, loader).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Body) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled program cannot be loaded", e);
        }
    }

    /** The source that is compiled. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + PACKAGE + "/" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps compiled classes in memory. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> classes;

        InMemory(JavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(className, toByteArray());
                        }
                    };
                }
            };
        }
    }
}

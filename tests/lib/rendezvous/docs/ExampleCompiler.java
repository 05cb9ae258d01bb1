package rendezvous.docs;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import rendezvous.notebook.CellImports;

/**
 * Compiles examples, each as the body of a cell: with the imports that cells have, all warnings on and as errors, and
 * all of them in one run of javac. Nothing is written to a disk.
 */
public final class ExampleCompiler {
    private static final List<String> OPTIONS = List.of("-Xlint:all", "-Werror", "-proc:none", "-implicit:none");
    private static final String NOT_OF_A_FILE = "compiler.err.warnings.and.werror";

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final String imports = String.join(" ", CellImports.all());
    private final Map<ExampleUnit, List<String>> problems = new LinkedHashMap<>();

    private ExampleCompiler() {}

    /**
     * What became of an example.
     *
     * @param example which
     * @param problems what is wrong with it, each with its place; empty if it was compiled
     * @param cell runs it; null if it was not compiled, or only declares
     */
    public record Compiled(
            Example example,
            List<String> problems,
            @Nullable Method cell) {}

    /** Compiles the examples; returns what became of each, in order. */
    public static List<Compiled> compile(List<Example> examples) {
        return new ExampleCompiler().all(examples);
    }

    private List<Compiled> all(List<Example> examples) {
        List<ExampleUnit> units = new ArrayList<>();
        for (Example example : examples) {
            units.add(new ExampleUnit(example, units.size(), imports, ExampleUnit.Form.STATEMENTS));
        }
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            units = withForms(units, files);
            units.forEach(unit -> problems.put(unit, new ArrayList<>()));
            ClassLoader loader = generate(files);
            return units.stream().map(unit -> compiled(unit, loader)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes for declarations what is no sequence of statements and is one of declarations. */
    private List<ExampleUnit> withForms(List<ExampleUnit> units, StandardJavaFileManager files) throws IOException {
        List<ExampleUnit> others = withSyntaxErrors(units, files).stream()
                .map(unit -> unit.as(ExampleUnit.Form.DECLARATIONS))
                .toList();
        List<ExampleUnit> neither = withSyntaxErrors(others, files);
        Map<Example, ExampleUnit> declaring = new LinkedHashMap<>();
        others.stream().filter(unit -> !neither.contains(unit)).forEach(unit -> declaring.put(unit.example(), unit));
        return units.stream()
                .map(unit -> declaring.getOrDefault(unit.example(), unit))
                .toList();
    }

    private List<ExampleUnit> withSyntaxErrors(List<ExampleUnit> units, StandardJavaFileManager files)
            throws IOException {
        List<ExampleUnit> found = new ArrayList<>();
        if (!units.isEmpty()) {
            task(files, units, diagnostic -> of(diagnostic, units).forEach(found::add))
                    .parse();
        }
        return found.stream().distinct().toList();
    }

    /** Compiles until nothing is wrong with what is left: javac makes no classes while something is. */
    private ClassLoader generate(StandardJavaFileManager files) throws IOException {
        while (true) {
            List<ExampleUnit> left = problems.keySet().stream()
                    .filter(unit -> Objects.requireNonNull(problems.get(unit)).isEmpty())
                    .toList();
            MemoryFiles memory = new MemoryFiles(files);
            StringWriter crash = new StringWriter();
            boolean fine = left.isEmpty()
                    || javac.getTask(crash, memory, diagnostic -> note(diagnostic, left), OPTIONS, null, left)
                            .call();
            if (fine) {
                return memory.loader();
            }
            if (left.stream()
                    .allMatch(unit -> Objects.requireNonNull(problems.get(unit)).isEmpty())) {
                throw new IllegalStateException("javac failed and named no example: " + crash);
            }
        }
    }

    private void note(Diagnostic<? extends JavaFileObject> diagnostic, List<ExampleUnit> units) {
        for (ExampleUnit unit : of(diagnostic, units).toList()) {
            Objects.requireNonNull(problems.get(unit)).add(unit.told(diagnostic));
        }
    }

    /** Returns the unit it is about; all of them if javac names none. */
    private static Stream<ExampleUnit> of(Diagnostic<? extends JavaFileObject> diagnostic, List<ExampleUnit> units) {
        JavaFileObject source = diagnostic.getSource();
        if (source == null) {
            return NOT_OF_A_FILE.equals(diagnostic.getCode()) ? Stream.of() : units.stream();
        }
        return units.stream().filter(unit -> unit.toUri().equals(source.toUri()));
    }

    private JavacTask task(
            StandardJavaFileManager files, List<ExampleUnit> units, DiagnosticListener<JavaFileObject> listener) {
        return (JavacTask) javac.getTask(null, files, listener, OPTIONS, null, units);
    }

    private Compiled compiled(ExampleUnit unit, ClassLoader loader) {
        List<String> wrong = Objects.requireNonNull(problems.get(unit));
        if (!wrong.isEmpty()) {
            return new Compiled(unit.example(), wrong.stream().distinct().toList(), null);
        }
        if (unit.form() == ExampleUnit.Form.DECLARATIONS) {
            return new Compiled(unit.example(), List.of(), null);
        }
        try {
            Method cell = Class.forName(unit.className(), true, loader).getDeclaredMethod(ExampleUnit.METHOD);
            cell.setAccessible(true);
            return new Compiled(unit.example(), List.of(), cell);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    unit.example().name() + ": compiled, and its class is not there: "
                            + problems.keySet().stream()
                                    .map(ExampleUnit::className)
                                    .collect(Collectors.joining(", ")),
                    e);
        }
    }
}

package rendezvous.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
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
     * @param cell the class that holds its statements; null if it was not compiled, or only declares
     */
    public record Compiled(
            Example example,
            List<String> problems,
            @Nullable Class<?> cell) {}

    /** Compiles the examples; returns what became of each, in order. */
    public static List<Compiled> compile(List<Example> examples) {
        return new ExampleCompiler().all(examples);
    }

    private List<Compiled> all(List<Example> examples) {
        List<ExampleUnit> units = new ArrayList<>();
        for (Example example : examples) {
            units.add(new ExampleUnit(example, units.size(), imports));
        }
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            units = divided(units, files);
            units.forEach(unit -> problems.put(unit, new ArrayList<>()));
            ClassLoader loader = generate(files);
            return units.stream().map(unit -> compiled(unit, loader)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds where the declarations end and the statements begin. */
    private List<ExampleUnit> divided(List<ExampleUnit> units, StandardJavaFileManager files) throws IOException {
        Parsed asStatements = parse(units, files);
        List<ExampleUnit> divided = units.stream()
                .map(unit -> asStatements.members.containsKey(unit.toUri())
                        ? unit.withMembersUntil(Objects.requireNonNull(asStatements.members.get(unit.toUri())))
                        : unit)
                .toList();
        Parsed asMembers = parse(divided, files);
        List<ExampleUnit> declaring = divided.stream()
                .filter(asMembers.broken::contains)
                .map(ExampleUnit::withMembersOnly)
                .toList();
        Set<ExampleUnit> neither = parse(declaring, files).broken;
        Map<Example, ExampleUnit> declarations = new HashMap<>();
        declaring.stream()
                .filter(unit -> !neither.contains(unit))
                .forEach(unit -> declarations.put(unit.example(), unit));
        return divided.stream()
                .map(unit -> declarations.getOrDefault(unit.example(), unit))
                .toList();
    }

    /**
     * What the syntax says.
     *
     * @param broken what has errors
     * @param members where the declarations of types end that a method's body begins with
     */
    private record Parsed(Set<ExampleUnit> broken, Map<URI, Long> members) {}

    private Parsed parse(List<ExampleUnit> units, StandardJavaFileManager files) throws IOException {
        Set<ExampleUnit> broken = new HashSet<>();
        Map<URI, Long> members = new HashMap<>();
        if (units.isEmpty()) {
            return new Parsed(broken, members);
        }
        JavacTask task = (JavacTask) javac.getTask(
                null, files, diagnostic -> of(diagnostic, units).forEach(broken::add), OPTIONS, null, units);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree tree : task.parse()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    List<? extends StatementTree> body = method.getBody() == null
                            ? List.of()
                            : method.getBody().getStatements();
                    body.stream()
                            .takeWhile(ClassTree.class::isInstance)
                            .forEach(type ->
                                    members.put(tree.getSourceFile().toUri(), positions.getEndPosition(tree, type)));
                    return null; // methods of the example's own types hold none of its statements
                }
            }.scan(tree, null);
        }
        return new Parsed(broken, members);
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

    private Compiled compiled(ExampleUnit unit, ClassLoader loader) {
        List<String> wrong = Objects.requireNonNull(problems.get(unit));
        if (!wrong.isEmpty()) {
            return new Compiled(unit.example(), wrong.stream().distinct().toList(), null);
        }
        if (unit.onlyDeclares()) {
            return new Compiled(unit.example(), List.of(), null);
        }
        try {
            return new Compiled(unit.example(), List.of(), loader.loadClass(unit.className()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(unit.example().name() + ": compiled, and its class is not there", e);
        }
    }
}

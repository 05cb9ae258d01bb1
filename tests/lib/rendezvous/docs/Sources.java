package rendezvous.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources as the JDK's own compiler parses them, with their documentation. */
final class Sources {
    private static final Path LIB = Path.of("lib");

    private final List<CompilationUnitTree> units;
    private final DocTrees docs;

    private Sources(List<? extends JavaFileObject> files) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) javac.getTask(
                null,
                null,
                diagnostic -> {
                    throw new AssertionError("cannot be parsed: " + diagnostic);
                },
                List.of("-proc:none"),
                null,
                files);
        try {
            this.units = new ArrayList<>();
            task.parse().forEach(units::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.docs = DocTrees.instance(task);
    }

    /** A documentation comment and what it belongs to. */
    record Comment(CompilationUnitTree unit, TreePath path, DocCommentTree doc) {}

    /** A public type that stands in a file of its own. */
    record TopType(CompilationUnitTree unit, ClassTree tree) {
        String packageName() {
            return unit.getPackageName().toString();
        }

        String name() {
            return packageName() + "." + tree.getSimpleName();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** Holds the library, parsed once for all tests. */
    private static final class Library {
        private static final Sources SOURCES = parseLibrary();
    }

    /** Returns all of the library, the layers that need JJava included. */
    static Sources ofLibrary() {
        return Library.SOURCES;
    }

    private static Sources parseLibrary() {
        try (Stream<Path> walk = Files.walk(LIB.resolve("rendezvous"))) {
            List<Path> files = walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            return new Sources(files.stream()
                    .map(file -> new Text(Example.slashes(file), read(file)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses texts, by the names of their files. */
    static Sources of(Map<String, String> texts) {
        return new Sources(texts.entrySet().stream()
                .map(file -> new Text(file.getKey(), file.getValue()))
                .toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the documentation comments of all that is declared, private things too. */
    List<Comment> comments() {
        List<Comment> found = new ArrayList<>();
        for (CompilationUnitTree unit : units) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void scan(Tree tree, Void nothing) {
                    if (tree != null && getCurrentPath() != null) {
                        TreePath path = new TreePath(getCurrentPath(), tree);
                        DocCommentTree doc = docs.getDocCommentTree(path);
                        if (doc != null) {
                            found.add(new Comment(unit, path, doc));
                        }
                    }
                    return super.scan(tree, null);
                }
            }.scan(new TreePath(unit), null);
        }
        return found;
    }

    /** Returns the public types. */
    List<TopType> types() {
        List<TopType> found = new ArrayList<>();
        for (CompilationUnitTree unit : units) {
            for (Tree tree : unit.getTypeDecls()) {
                if (tree instanceof ClassTree type && Api.isPublic(type)) {
                    found.add(new TopType(unit, type));
                }
            }
        }
        return found;
    }

    List<CompilationUnitTree> units() {
        return units;
    }

    DocTrees docs() {
        return docs;
    }

    /** A source in memory. */
    private static final class Text extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Text(String name, String text) {
            super(URI.create("source:///" + name), Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

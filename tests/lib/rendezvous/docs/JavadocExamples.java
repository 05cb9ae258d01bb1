package rendezvous.docs;

import com.sun.source.doctree.AttributeTree;
import com.sun.source.doctree.AttributeTree.ValueKind;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.SnippetTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rendezvous.docs.Sources.Comment;
import rendezvous.docs.Sources.TopType;

/** Finds the examples in documentation comments: each inline <code>{&#64;snippet :}</code>. */
final class JavadocExamples {
    private static final String OPENING = "{@snippet";
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of("lang", Set.of("java"), "id", Set.of());

    private final Sources sources;

    JavadocExamples(Sources sources) {
        this.sources = sources;
    }

    /**
     * Returns the examples in the order in which they stand.
     *
     * @throws IllegalArgumentException if there is one that cannot be taken; the message says where and why
     */
    List<Example> all() {
        List<Example> found = new ArrayList<>();
        for (Comment comment : sources.comments()) {
            found.addAll(of(comment));
        }
        checkNoneIsMissed(found);
        return List.copyOf(found);
    }

    /** Returns the types that should have an example and have none. */
    List<TopType> without(List<Example> examples) {
        Set<String> files = examples.stream().map(Example::file).collect(Collectors.toSet());
        return sources.types().stream()
                .filter(type -> Api.isForReaders(type.packageName()) && Api.isMain(type.tree()))
                .filter(type -> !files.contains(file(type.unit())))
                .toList();
    }

    private List<Example> of(Comment comment) {
        List<Example> found = new ArrayList<>();
        new DocTreeScanner<Void, Void>() {
            @Override
            public Void visitSnippet(SnippetTree snippet, Void nothing) {
                found.add(example(comment, snippet));
                return null;
            }

            @Override
            public Void visitErroneous(ErroneousTree broken, Void nothing) {
                throw new IllegalArgumentException(place(comment, broken) + ": Javadoc cannot be read: "
                        + broken.getDiagnostic().getMessage(Locale.ROOT) + ": " + broken);
            }
        }.scan(comment.doc(), null);
        return found;
    }

    private Example example(Comment comment, SnippetTree snippet) {
        for (DocTree each : snippet.getAttributes()) {
            AttributeTree attribute = (AttributeTree) each;
            String value = attribute.getValueKind() == ValueKind.EMPTY
                    ? ""
                    : attribute.getValue().stream().map(Object::toString).collect(Collectors.joining());
            Set<String> values = ATTRIBUTES.get(attribute.getName().toString());
            if (values == null || (!values.isEmpty() && !values.contains(value))) {
                throw new IllegalArgumentException(place(comment, snippet) + ": got the attribute " + attribute
                        + " of a snippet; want Java that stands in the comment, and no attribute but lang=java and id");
            }
        }
        if (snippet.getBody() == null) {
            throw new IllegalArgumentException(
                    place(comment, snippet) + ": got a snippet without code; want the code in the comment");
        }
        CompilationUnitTree unit = comment.unit();
        long begin = sources.docs().getSourcePositions().getStartPosition(unit, comment.doc(), snippet.getBody());
        int line = Math.toIntExact(unit.getLineMap().getLineNumber(begin));
        return new Example(
                simpleName(unit) + ":" + line,
                file(unit),
                line,
                snippet.getBody().getBody().lines().toList());
    }

    private String place(Comment comment, DocTree part) {
        CompilationUnitTree unit = comment.unit();
        long begin = sources.docs().getSourcePositions().getStartPosition(unit, comment.doc(), part);
        return file(unit) + ":" + unit.getLineMap().getLineNumber(begin);
    }

    /** A comment in a place where Javadoc does not look would go unnoticed. */
    private void checkNoneIsMissed(List<Example> found) {
        for (CompilationUnitTree unit : sources.units()) {
            long written = text(unit)
                    .lines()
                    .filter(line -> line.contains(OPENING) && !line.contains('"' + OPENING))
                    .count();
            long taken = found.stream()
                    .filter(example -> example.file().equals(file(unit)))
                    .count();
            if (written != taken) {
                throw new IllegalArgumentException(file(unit) + ": got " + written + " times \"" + OPENING + "\" and "
                        + taken + " examples; want each in a documentation comment that Javadoc reads");
            }
        }
    }

    private static String text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String file(CompilationUnitTree unit) {
        return unit.getSourceFile().getName();
    }

    private static String simpleName(CompilationUnitTree unit) {
        String file = Path.of(file(unit)).getFileName().toString().replace(".java", "");
        return file.equals("package-info") ? "package " + unit.getPackageName() : file;
    }
}

package rendezvous.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DocumentationTool;
import javax.tools.FileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library's documentation is built by Javadoc without a warning, and no link in it is dead. It is left in
 * {@code target/javadoc}.
 */
class JavadocTest {
    private static final Path LIB = Path.of("lib");
    private static final Path HERE = Path.of("target", "javadoc");
    // As in the build: where a first sentence says "Returns …", a tag that repeats it is not missed.
    private static final List<String> OPTIONS = List.of("-quiet", "-notimestamp", "-Xdoclint:all,-missing");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"#]+)[^\"]*\"");

    @Test
    void documentation_is_built_without_a_warning_and_its_links_lead_somewhere() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(LIB.resolve("rendezvous"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Api.isOfLibrary(
                            Example.slashes(LIB.relativize(file.getParent())).replace('/', '.')))
                    .sorted()
                    .toList();
        }
        assertTrue(!sources.isEmpty(), "sources were found");
        assertEquals("", String.join("\n", build(sources, HERE)), "got what javadoc says above, want nothing");
        assertTrue(Files.exists(HERE.resolve("rendezvous/chan/Chan.html")), "it was written");
        assertEquals(List.of(), dead(HERE), "links in " + HERE + " that lead nowhere");
    }

    @Test
    void what_is_wrong_is_found(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("A.java");
        Files.writeString(source, """
                /**
                 * See {@link Nothing}, and <a href="nowhere.html">there</a>.
                 */
                public final class A {
                    private A() {}
                    /** Has <b>too much. */
                    public static void f() {}
                }
                """);
        Path out = folder.resolve("out");
        List<String> found = build(List.of(source), out);
        assertEquals(2, found.size(), found.toString());
        assertTrue(found.getFirst().contains("A.java:2: "), found.getFirst());
        Files.writeString(source, Files.readString(source).replaceAll("\\{@link|}, |<b>", ""));
        assertEquals(List.of(), build(List.of(source), out));
        assertTrue(dead(out).contains("A.html: nowhere.html"), dead(out).toString());
    }

    /** Builds the documentation; returns what is wrong, each with its place. */
    private static List<String> build(List<Path> sources, Path into) throws IOException {
        List<String> found = new ArrayList<>();
        DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
        try (StandardJavaFileManager files = javadoc.getStandardFileManager(null, Locale.ROOT, null)) {
            List<String> options = new ArrayList<>(OPTIONS);
            options.addAll(List.of("-d", into.toString()));
            StringWriter rest = new StringWriter();
            boolean built = javadoc.getTask(
                            rest,
                            files,
                            diagnostic -> {
                                if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
                                    found.add(told(diagnostic));
                                }
                            },
                            null,
                            options,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!built && found.isEmpty()) {
                found.add("javadoc failed: " + rest);
            }
        }
        return found;
    }

    private static String told(Diagnostic<?> diagnostic) {
        String place = diagnostic.getSource() instanceof FileObject file
                ? file.getName() + ":" + diagnostic.getLineNumber() + ": "
                : "";
        return place + diagnostic.getKind() + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    /** Returns the links between pages that lead to none. */
    private static List<String> dead(Path pages) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(pages)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                Matcher link = LINK.matcher(Files.readString(page));
                while (link.find()) {
                    String target = link.group(1);
                    if (!target.contains(":") && !Files.exists(page.resolveSibling(target))) {
                        found.add(Example.slashes(pages.relativize(page)) + ": " + target);
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }
}

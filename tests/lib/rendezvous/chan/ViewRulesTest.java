package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 17: the views of a channel, as the compiler sees them. */
class ViewRulesTest {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final String LIBRARY = library();
    private static StandardJavaFileManager files; // opened once: that takes longer than to compile a snippet

    @BeforeAll
    static void open() {
        files = COMPILER.getStandardFileManager(null, null, null);
    }

    @AfterAll
    static void close() throws IOException {
        files.close();
    }

    private static String library() {
        try {
            return Path.of(Chan.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SendChan<Integer> to = ch; to.send(1); to.trySend(1); to.close(); int n = to.len() + to.cap();",
                "ReceiveChan<Integer> from = ch; int v = from.receive(); boolean ok = from.receiveOk().ok(); from.tryReceive();",
                "ReceiveChan<Integer> from = ch; for (int v : from) { assert v > 0; }",
                "SendChan<Integer> to = Chan.make(3); ReceiveChan<Integer> from = Chan.never();",
                "take(ch, ch);",
            })
    void rule_17_a_channel_converts_to_either_view(String code) {
        assertEquals(List.of(), errors(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Chan<Integer> back = out;        | compiler.err.prob.found.req
        Chan<Integer> back = in;         | compiler.err.prob.found.req
        SendChan<Integer> to = in;       | compiler.err.prob.found.req
        ReceiveChan<Integer> to = out;   | compiler.err.prob.found.req
        take(in, out);                   | compiler.err.prob.found.req
        in.close();                      | compiler.err.cant.resolve.location.args
        in.send(1);                      | compiler.err.cant.resolve.location.args
        in.trySend(1);                   | compiler.err.cant.resolve.location.args
        out.receive();                   | compiler.err.cant.resolve.location.args
        out.receiveOk();                 | compiler.err.cant.resolve.location.args
        out.tryReceive();                | compiler.err.cant.resolve.location.args
        for (int v : out) { }            | compiler.err.foreach.not.applicable.to.type
        ch.send("text");                 | compiler.err.prob.found.req
        SendChan<Object> wider = ch;     | compiler.err.prob.found.req
        class Own implements SendChan<Integer> { } | compiler.err.local.classes.cant.extend.sealed
        """)
    void rule_17_never_back_never_between_and_each_view_has_its_own_operations(String code, String error) {
        assertTrue(
                errors(code).contains(error),
                () -> "errors of `" + code + "`: got " + errors(code) + ", want " + error);
    }

    @Test
    void rule_17_differs_a_cast_turns_a_view_back_into_the_channel() {
        Chan<Integer> ch = Chan.make();
        ReceiveChan<Integer> view = ch;
        assertSame(ch, (Chan<Integer>) view);
        assertEquals(List.of(), errors("Chan<Integer> back = (Chan<Integer>) in;"));
    }

    /** Compiles the code in a method that has a channel and its two views; returns the codes of the errors. */
    private static List<String> errors(String code) {
        String source = """
                import rendezvous.chan.*;
                class Snippet {
                    void take(SendChan<Integer> out, ReceiveChan<Integer> in) {}
                    void run(Chan<Integer> ch, SendChan<Integer> out, ReceiveChan<Integer> in) throws Exception {
                        {
                %s
                        }
                    }
                }
                """.formatted(code);
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-implicit:none", "-cp", LIBRARY);
        try {
            // Analysed but not generated: no class file is written anywhere.
            ((JavacTask) COMPILER.getTask(new StringWriter(), files, found, options, null, List.of(new Source(source))))
                    .analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getCode())
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

package rendezvous.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import rendezvous.docs.ExampleCompiler.Compiled;

/** The test of the examples passes what is right, and says of what is wrong where it is and what is wrong with it. */
class ExampleProofTest {
    /** The line on which each example begins. */
    private static final int FIRST = 10;

    private static final Map<String, String> RIGHT = Map.ofEntries(
            Map.entry(
                    "prints", "println(1);   // Output: 1\nprintln();\n// Output:\nprintln(\"a b \"); // Output: a b"),
            Map.entry("prints in a loop", "for (int i = 0; i < 2; i++) println(i);\n// Output: 0\n// Output: 1"),
            Map.entry(
                    "from a goroutine",
                    "go(() -> println(Thread.currentThread().isVirtual())).await(); // Output: true"),
            Map.entry(
                    "throws",
                    "Chan<Integer> ch = Chan.make();\nch.close();\n"
                            + "ch.close();   // Throws: ChannelClosedException: close of closed"),
            Map.entry(
                    "throws above the promise",
                    "println(2); // Output: 2\nthrow new IOException(\"gone\");\n\n" + "// Throws: IOException: gone"),
            Map.entry("says nothing", "Chan<Integer> ch = Chan.make(1);\nch.send(1);"),
            Map.entry(
                    "declares a method",
                    "void twice(SendChan<Integer> to, int v) throws InterruptedException {\n"
                            + "    to.send(v);\n    to.send(v);\n}"),
            Map.entry(
                    "declares a type and uses it",
                    "record Pair(int a, int b) {}\nprintln(new Pair(1, 2));\n" + "// Output: Pair[a=1, b=2]"),
            Map.entry(
                    "imports",
                    "// Of the runtime\nimport rendezvous.runtime.World;\n\n"
                            + "println(World.current() == World.REAL);   // Output: true"),
            Map.entry(
                    "has marks of Javadoc's",
                    "int x = 1; // @highlight substring=x\n"
                            + "println(x);   // Output: 1 // @link substring=println target=IO#println"),
            Map.entry("asserts", "boolean on = false;\nassert on = true;\nprintln(on);   // Output: true"));

    /** Beside the code stand pieces of the message. */
    private static final Map<String, List<String>> WRONG = Map.ofEntries(
            wrong(
                    "println(1);\nprintln(2);\n// Output: 1\n// Output: 3",
                    "A.java:13: line 2",
                    "got: \"2\"",
                    "want: \"3\""),
            wrong("println(1);   // Output: 1\nprintln(2);", "line 2", "not promised", "got: \"2\""),
            wrong("println(1);   // Output: 1\n// Output: 2", "A.java:11: line 2", "no such line", "want: \"2\""),
            wrong("println(1);\n// Output: 1 or 2", "got: \"1\"", "want: \"1 or 2\""),
            wrong("throw new IOException(\"gone\");", "want: it returns", "line 10 threw: IOException: gone"),
            wrong("println(1);   // Throws: IOException: gone", "A.java:10:", "got: it returned"),
            wrong(
                    "throw new IOException(\"gone\");   // Throws: IOException: lost",
                    "got: line 10 threw: IOException: gone"),
            wrong("throw new IOException(\"gone\");   // Throws: Exception: gone", "throws Exception: gone"),
            wrong(
                    "Chan<Integer> ch = Chan.make();\nch.close();\nch.close();\n"
                            + "ch.close();   // Throws: ChannelClosedException: close of closed",
                    "want: line 13 throws",
                    "got: line 12 threw"),
            wrong("// Throws: A: b\n// Throws: A: b\n", "A.java:11: got a second"),
            wrong("// Throws: such things\n", "A.java:10: got \"// Throws: such things\""),
            wrong("println(1); // output: 1", "A.java:10: got", "want \"// Output: text\""),
            wrong("println(1);// Output: 1", "A.java:10: got", "want \"// Output: text\""),
            wrong("println(1); // @replace regex=1 replacement=2", "A.java:10: got \"@replace\""),
            wrong("System.err.println(\"bad\");", "want: nothing on System.err; got:\nbad"),
            wrong("go(() -> { throw new IOException(\"gone\"); }).await();", "threw: PanicException"),
            wrong("int x = 1;\nint y = z;", "A.java:11: cannot find symbol", "int y = z;"),
            wrong("List<Integer> a = new ArrayList();", "A.java:10: warning: ", "ArrayList"),
            wrong("int x = ;", "A.java:10: illegal start of expression"),
            wrong("import a.b.C;\nint x = 1;", "A.java:10: package a.b does not exist"),
            wrong("void f() { println(1); }\n// Output: 1", "A.java:10: it promises what happens and only declares"),
            wrong("record A() {}\nint y = z;", "A.java:11: cannot find symbol", "int y = z;"),
            wrong(
                    "println(1);\nsealed interface A {}",
                    "A.java:11: sealed or non-sealed local classes are not allowed"),
            wrong("println(1);\nvoid f() {}", "A.java:11: "),
            wrong("new rendezvous.runtime.Spinlock().hashCode(); new World();", "World"),
            wrong("Chan.never().receive();", "A.java:10: want: it ends", "rendezvous.chan.Chan.receive"));

    private static Map.Entry<String, List<String>> wrong(String code, String... pieces) {
        return Map.entry(code, List.of(pieces));
    }

    private static Example example(String code) {
        return new Example("A:" + FIRST, "lib/A.java", FIRST, code.lines().toList());
    }

    private static Executable check(Compiled compiled) {
        return () -> ExampleRun.check(compiled, Duration.ofSeconds(1));
    }

    @TestFactory
    Stream<DynamicTest> what_is_right_passes() {
        List<String> names = RIGHT.keySet().stream().sorted().toList();
        List<Compiled> compiled = ExampleCompiler.compile(
                names.stream().map(RIGHT::get).map(ExampleProofTest::example).toList());
        return Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        names.get(i), () -> ExampleRun.check(compiled.get(i), ExampleRun.LIMIT)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_wrong_fails_and_the_message_says_what_is() {
        List<String> codes = WRONG.keySet().stream().sorted().toList();
        List<Compiled> compiled = ExampleCompiler.compile(
                codes.stream().map(ExampleProofTest::example).toList());
        return compiled.stream()
                .map(one ->
                        DynamicTest.dynamicTest(String.join(" ⏎ ", one.example().code()), () -> {
                            String message = String.valueOf(
                                    assertThrows(Throwable.class, check(one)).getMessage());
                            String code = String.join("\n", one.example().code());
                            List<String> pieces = WRONG.entrySet().stream()
                                    .filter(entry -> entry.getKey()
                                            .lines()
                                            .toList()
                                            .equals(one.example().code()))
                                    .findFirst()
                                    .orElseThrow(() -> new AssertionError(code))
                                    .getValue();
                            for (String piece : pieces) {
                                assertTrue(message.contains(piece), () -> "got: " + message + "\nwant in it: " + piece);
                            }
                        }));
    }

    @Test
    void examples_of_comments_are_found_with_their_lines() {
        String source = """
                /** A type.
                 *
                 * {@snippet lang="java" id=first :
                 * println(1);
                 * }
                 */
                public final class A {
                    /// In Markdown
                    /// {@snippet :
                    /// println(2);
                    ///   println(3);
                    /// }
                    private int a;
                }
                """;
        List<Example> found = new JavadocExamples(
                        Sources.of(Map.of("lib/rendezvous/a/A.java", "package rendezvous.a;\n" + source)))
                .all();
        assertEquals(List.of("A:5", "A:11"), found.stream().map(Example::name).toList());
        assertEquals(List.of("println(2);", "  println(3);"), found.getLast().code());
    }

    @TestFactory
    Stream<DynamicTest> what_the_test_does_not_know_is_refused() {
        Map<String, String> comments = Map.of(
                "/** {@snippet file=\"X.java\" } */", "the attribute file=\"X.java\"",
                "/** {@snippet lang=go :\n * x := 1\n * } */", "the attribute lang=go",
                "/** {@snippet region=a :\n * int x;\n * } */", "the attribute region=a",
                "/** {@snippet : int x; } */", "cannot be read",
                "/* {@snippet :\n * int x;\n * } */", "1 times \"{@snippet\" and 0 examples");
        return comments.entrySet().stream()
                .map(comment -> DynamicTest.dynamicTest(comment.getKey(), () -> {
                    JavadocExamples javadoc =
                            new JavadocExamples(Sources.of(Map.of("A.java", comment.getKey() + "\nclass A {}")));
                    String message = String.valueOf(assertThrows(IllegalArgumentException.class, javadoc::all)
                            .getMessage());
                    assertTrue(message.startsWith("A.java"), message);
                    assertTrue(message.contains(comment.getValue()), message);
                }));
    }

    @Test
    void a_type_needs_an_example_if_it_is_public_and_does_something() {
        Map<String, String> sources = Map.of(
                "Shown.java", "package rendezvous.chan; /** Has {@snippet :\n * int x;\n * } */ public class Shown {}",
                "InAMethod.java",
                        "package rendezvous.chan; public class InAMethod { /** {@snippet :\n * int x;\n * } */ void f() {} }",
                "Bare.java", "package rendezvous.chan; public final class Bare {}",
                "Later.java", "package rendezvous.later.still; public interface Later { void f(); }",
                "Inner.java", "package rendezvous.chan; final class Inner {}",
                "Data.java", "package rendezvous.chan; public record Data(int x) {}",
                "Kind.java", "package rendezvous.chan; public enum Kind { A }",
                "Fun.java", "package rendezvous.chan; @FunctionalInterface public interface Fun { void f(); }",
                "Gone.java", "package rendezvous.chan; public final class Gone extends IllegalStateException {}",
                "Card.java", "package rendezvous.exercise; public final class Card {}");
        JavadocExamples javadoc = new JavadocExamples(Sources.of(sources));
        assertEquals(
                List.of("rendezvous.chan.Bare", "rendezvous.later.still.Later"),
                javadoc.without(javadoc.all()).stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
    }

    @Test
    void java_of_a_page_is_found(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("PAGE.md");
        Files.writeString(page, "# Page\n```java\nint x;\n\nint y;\n```\n```sh\nls\n```\n");
        List<Example> found = Example.ofMarkdown(page);
        assertAll(
                () -> assertEquals(1, found.size()),
                () -> assertEquals("PAGE.md:3", found.getFirst().name()),
                () -> assertEquals(
                        List.of("int x;", "", "int y;"), found.getFirst().code()));
        Files.writeString(page, "```java\nint x;\n");
        assertThrows(IllegalArgumentException.class, () -> Example.ofMarkdown(page));
    }
}

package rendezvous.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example in the library's documentation and in the READMEs compiles as a cell does, and does what it says. */
class ExamplesTest {
    private static final List<Path> PAGES = List.of(Path.of("README.md"), Path.of("lib/rendezvous/README.md"));

    @TestFactory
    Stream<DynamicTest> every_example_does_what_it_says() throws IOException {
        List<Example> examples = new ArrayList<>(new JavadocExamples(Sources.ofLibrary()).all());
        assertTrue(!examples.isEmpty(), "examples were found");
        for (Path page : PAGES) {
            examples.addAll(Example.ofMarkdown(page));
        }
        return ExampleCompiler.compile(examples).stream()
                .map(compiled -> DynamicTest.dynamicTest(
                        compiled.example().name(), () -> ExampleRun.check(compiled, ExampleRun.LIMIT)));
    }

    @Test
    void every_main_type_of_the_library_has_an_example() {
        JavadocExamples javadoc = new JavadocExamples(Sources.ofLibrary());
        assertEquals(List.of(), javadoc.without(javadoc.all()), "public types that show no example in their Javadoc");
    }
}

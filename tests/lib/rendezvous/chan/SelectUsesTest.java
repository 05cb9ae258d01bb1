package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rendezvous.docs.Example;
import rendezvous.docs.ExampleCompiler;
import rendezvous.docs.ExampleRun;

/**
 * What people write with select compiles without cast, error or warning, and does what it says. The same files are run
 * as cells of a notebook by {@code tests/notebooks/test_select.py}.
 */
class SelectUsesTest {
    private static final Path USES = Path.of("tests", "select");
    private static final int FEWEST = 36;

    @TestFactory
    Stream<DynamicTest> every_use_compiles_and_does_what_it_says() throws IOException {
        List<Example> uses = new ArrayList<>();
        try (Stream<Path> files = Files.list(USES)) {
            for (Path file : files.sorted().toList()) {
                uses.add(Example.ofFile(file));
            }
        }
        assertTrue(uses.size() >= FEWEST, () -> USES + ": got " + uses.size() + " uses, want at least " + FEWEST);
        return ExampleCompiler.compile(uses).stream()
                .map(use ->
                        DynamicTest.dynamicTest(use.example().name(), () -> ExampleRun.check(use, ExampleRun.LIMIT)));
    }
}

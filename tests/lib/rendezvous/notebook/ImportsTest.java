package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ImportsTest {
    private final JShell shell = JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .build();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final Shadowing shadowing = new Shadowing();

    @AfterEach
    void close() {
        shell.close();
    }

    private void run(String code) {
        for (SnippetEvent event : shell.eval(code)) {
            assertTrue(
                    event.status() == Snippet.Status.OVERWRITTEN || event.status() == Snippet.Status.VALID,
                    () -> code + ": "
                            + shell.diagnostics(event.snippet())
                                    .map(d -> d.getMessage(null))
                                    .toList());
            shadowing.after(shell, event, out);
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachImport_compiles_withJJavasOwnBeforeThem() throws IOException {
        List<String> stock = List.of("import java.util.*;", "import java.util.concurrent.*;", "import java.time.*;");
        List<String> all = new ArrayList<>(stock);
        all.addAll(Imports.always());
        Imports.libraryTypes().forEach(type -> all.add("import " + type + ";"));
        Imports.courseTypes().forEach(type -> all.add("import " + type + ";"));
        assertEquals(List.of(), Imports.evaluate(shell, all));
        run("Chan<Integer> ch = Chan.make(1);");
        run("Goroutine g = go(() -> ch.send(1));");
        run("java.util.List<Signal> signals = List.of(SIGNAL);");
        run("sleep(ofMillis(0)); println(\"\");");
        run("WaitGroup group = new WaitGroup(); Once once = new Once();");
        run("Locker lock = new Mutex(); Cond cond = new Cond(new RWMutex().rLocker());");
        run("Trace trace = Trace.of(() -> {});");
        run("Figure figure = Timeline.of(trace);");
        run("Semaphore semaphore = new Semaphore(1);");
        run("Pool<String> pool = new Pool<>(() -> \"\"); SyncMap<String, Integer> map = new SyncMap<>();");
        run("Weighted weighted = new Weighted(1); ErrGroup<IOException> errors = new ErrGroup<>();");
        run("SingleFlight<String, String, IOException> flights = new SingleFlight<>();");
        run("ReceiveChan<Integer> values = Patterns.of(Context.withTimeout(Context.background(), ofMillis(0)), 1);");
        run("Pipeline<IOException> line = new Pipeline<>(Context.background());");
        run("Broker<String> news = new Broker<>(Context.withTimeout(Context.background(), ofMillis(0)));");
        run("RateLimiter limiter = RateLimiter.tokens(ofMillis(1), 1); Pattern.compile(\"a\");");
        run("CancelContext ctx = Context.withTimeout(Context.background(), ofSeconds(1)); ctx.close();");
        run("Context.Key<String> user = Context.key(\"user\");");
        run("XYChart chart = null; Collectors.toList();");
        run("Card card = predict(\"a\", \"one\", \"two\");");
    }

    @Test
    void thePublicTypesOfThePackagesAreFound_andNoOthers() throws IOException {
        List<String> types = Imports.libraryTypes();
        assertTrue(types.contains("rendezvous.chan.Chan"));
        assertTrue(types.contains("rendezvous.trace.Trace"));
        assertFalse(types.contains("rendezvous.trace.Recorder"), "it is not public");
        assertFalse(types.contains("rendezvous.runtime.Waiter"), "no cell needs it");
        assertTrue(Imports.courseTypes().contains("rendezvous.course.c05.kitchen.Kitchen"));
        new MentionedTypes(
                Stream.concat(types.stream(), Imports.courseTypes().stream()).toList());
    }

    @Test
    void anImportOfWhatIsNotThere_isSaid() {
        List<String> problems = Imports.evaluate(shell, List.of("import rendezvous.nowhere.Nothing;"));
        assertEquals(1, problems.size());
        assertTrue(
                problems.getFirst().startsWith("\"import rendezvous.nowhere.Nothing;\" failed: "), problems::toString);
    }

    @Test
    void aType_isImportedWhenACellNamesIt() {
        MentionedTypes types = new MentionedTypes(List.of("java.util.concurrent.Phaser"));
        assertEquals(List.of(), types.importFor(shell, "int x = 1;"));
        assertEquals(0, shell.imports().count());
        assertEquals(List.of(), types.importFor(shell, "class P extends Phaser {}"));
        assertEquals(List.of("Phaser"), shell.imports().map(i -> i.name()).toList());
    }

    @Test
    void allThatWaits_canBeImportedAtOnce() {
        MentionedTypes types = new MentionedTypes(List.of("java.util.Timer", "java.util.concurrent.Phaser"));
        types.importFor(shell, "Timer timer;");
        assertEquals(List.of(), types.importAll(shell));
        assertEquals(List.of(), types.importAll(shell));
        assertEquals(
                List.of("Timer", "Phaser"), shell.imports().map(i -> i.name()).toList());
    }

    @Test
    void aType_givesWayToTheLearners() {
        run("interface Phaser {}");
        new MentionedTypes(List.of("java.util.concurrent.Phaser")).importFor(shell, "Phaser p;");
        assertEquals(0, shell.imports().count());
    }

    @Test
    void twoTypesOfOneName_areRefused() {
        List<String> types = List.of("java.util.Timer", "javax.swing.Timer");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new MentionedTypes(types));
        assertTrue(String.valueOf(refused.getMessage()).contains("javax.swing.Timer"));
    }

    @Test
    void aTypeOfTheLearners_takesAnImportedName_andLaterCellsWork() {
        run("import rendezvous.chan.Chan;");
        run("class Chan { int mine = 4; }");
        run("new Chan().mine");
        run("int unrelated = 1;");
        assertEquals(
                "Note: `Chan` now means your own type; the imported one is still there as rendezvous.chan.Chan.",
                said().strip());
    }

    @Test
    void aMethodOfTheLearners_hidesOurs_andThatIsSaidOnce() {
        run("import static rendezvous.chan.Go.*;");
        run("void go(int x) {}");
        run("void go(String x) {}");
        assertEquals(
                "Note: `go` now means your method; the library's is still there as rendezvous.chan.Go.go.",
                said().strip());
    }

    @Test
    void anImportOfTheLearners_hidesOurs_andThatIsSaid() {
        run("import rendezvous.trace.Trace;");
        run("import java.util.concurrent.Semaphore;");
        assertEquals("", said());
        run("import rendezvous.runtime.Event;");
        run("import java.awt.Event;");
        assertTrue(said().contains("`Event` now means what you imported"), said());
        run("int unrelated = 1;");
    }
}

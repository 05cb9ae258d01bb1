package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a learner reads when a cell fails, from real cells in a real JShell. */
@Timeout(60)
final class CellErrorsTest {
    private final NotebookEvaluator evaluator = new NotebookEvaluator("test", -1, _ -> {});
    private final JShell shell = JShell.builder()
            .executionEngine(evaluator.getExecControlProvider(), Map.of())
            .build();
    private final CellErrors errors = new CellErrors(shell, evaluator);
    private int cells;

    @AfterEach
    void close() {
        shell.close();
    }

    private Object run(String code) {
        evaluator.begin(new Cell(++cells));
        return evaluator.eval(shell, code);
    }

    private CellErrors.Told failing(String code) {
        return errors.tell(assertThrows(Throwable.class, () -> run(code)));
    }

    @Test
    void anException_isToldByItsMessage_thenByTheLearnersLines() {
        run("\n\n// the worker\nvoid work(int n) {\n  if (n < 0) throw new IllegalStateException(\"boom\");\n}");
        CellErrors.Told told = failing("int x = 1;\n/* now */ work(x);\nwork(-x);");
        assertEquals("IllegalStateException", told.name());
        assertEquals("boom", told.message());
        assertEquals(
                List.of("IllegalStateException: boom", "    at work (cell [1], line 5)", "    at cell [2], line 3"),
                told.lines());
    }

    @Test
    void whatTheLearnerCalled_isShown_butNotItsInsides() {
        assertEquals(
                List.of(
                        "NumberFormatException: For input string: \"x\"",
                        "    at Integer.parseInt",
                        "    at cell [1], line 1"),
                failing("Integer.parseInt(\"x\")").lines().stream()
                        .map(line -> line.replaceFirst(" \\(Integer.java:.*", ""))
                        .toList());
    }

    @Test
    void causes_areTold() {
        List<String> lines = failing("""
                try {
                    throw new IllegalArgumentException("inner");
                } catch (RuntimeException e) {
                    throw new RuntimeException("outer", e);
                }""").lines();
        assertEquals("RuntimeException: outer", lines.getFirst());
        assertTrue(lines.contains("Caused by: IllegalArgumentException: inner"), lines::toString);
    }

    @Test
    void aDeepRecursion_isShort() {
        run("int deep(int n) { return deep(n + 1) + 1; }");
        List<String> lines = failing("deep(0)").lines();
        assertTrue(lines.size() <= 15, lines::toString);
        assertTrue(lines.get(1).endsWith(" times"), lines::toString);
    }

    @Test
    void anExceptionOfTheLearnersOwn_hasItsName() {
        CellErrors.Told told = failing("class Spilt extends RuntimeException {}\nthrow new Spilt();");
        assertEquals("Spilt", told.name());
        assertEquals(List.of("Spilt", "    at cell [1], line 2"), told.lines());
    }

    @Test
    void aCompilersMessage_hasItsLineAndAMark() {
        CellErrors.Told told = failing("int fine = 1;\nString s =\n  new Object();");
        assertEquals("CompilationError", told.name());
        assertEquals(
                List.of(
                        "cell [1], line 3: incompatible types: Object cannot be converted to String",
                        "      new Object();",
                        "      ^^^^^^^^^^^^"),
                told.lines());
    }

    @Test
    void aMissingBracket_isNamed() {
        assertEquals(
                "cell [1], line 1: ')' expected",
                failing("for (int i = 0; i < 3; i++ {\n}").lines().getFirst());
        assertTrue(failing("void f() {\n  int x = 1;").message().contains("end of file"));
    }

    @Test
    void aMethodWithAMissingName_saysSoWhenCalled() {
        run("int f() { return nope(); }");
        CellErrors.Told told = failing("f()");
        assertEquals("the method `f` cannot be used before `nope()` is defined", told.message());
    }

    @Test
    void assertions_areOnInCells() {
        CellErrors.Told told = failing("assert 1 > 2 : \"so it is\";");
        assertEquals("AssertionError", told.name());
        assertEquals("so it is", told.message());
    }

    @Test
    void unresolvedNames_areSaid_andThoseResolvedInTheCellAreNot() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        UnresolvedNames names =
                new UnresolvedNames(shell, evaluator, new PrintStream(said, true, StandardCharsets.UTF_8));
        Cell cell = new Cell(1);
        evaluator.begin(cell);
        evaluator.eval(shell, "int f() { return g() + nope(); }\nint g() { return 1; }\nclass Q { Missing m; }");
        names.after(cell);
        assertEquals(
                List.of(
                        "unresolved: `nope()` is not defined; the method `f` uses it in line 1."
                                + " Define it in this cell or a later one, or correct the name.",
                        "unresolved: `Missing` is not defined; the type `Q` uses it in line 3."
                                + " Define it in this cell or a later one, or correct the name."),
                said.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void whatAnInterruptedStatementWaitedFor_isTold() throws InterruptedException {
        CellGate.close();
        Thread interrupter = Thread.ofVirtual().start(() -> {
            CellGate.await();
            evaluator.interrupt();
        });
        CellErrors.Told told = failing("""
                rendezvous.chan.Chan<Integer> orders = rendezvous.chan.Chan.named("orders");
                {
                    rendezvous.notebook.CellGate.open();
                    orders.receive();
                }
                throw new AssertionError("not reached");""");
        interrupter.join();
        assertEquals(
                "interrupted: the cell was stopped while waiting to receive on `orders` (unbuffered) (cell [1], line 4)",
                told.lines().getFirst());
    }

    @Test
    void aStatementThatDoesNotLook_isLeftBehind_andTheNextCellWorks() throws InterruptedException {
        CellGate.close();
        Thread interrupter = Thread.ofVirtual().start(() -> {
            CellGate.await();
            evaluator.interrupt();
        });
        CellErrors.Told told = failing("""
                {
                    rendezvous.notebook.CellGate.open();
                    while (System.getProperty("rendezvous.test.stop") == null) Thread.onSpinWait();
                }""");
        interrupter.join();
        assertTrue(told.message().contains("does not look whether it is interrupted"), told.message());
        assertEquals(2, run("1+1"));
        System.setProperty("rendezvous.test.stop", "now");
    }

    @Test
    void aTimeout_endsAStatement() {
        NotebookEvaluator hasty = new NotebookEvaluator("hasty", 50, _ -> {});
        try (JShell own = JShell.builder()
                .executionEngine(hasty.getExecControlProvider(), Map.of())
                .build()) {
            hasty.begin(new Cell(1));
            Throwable late = assertThrows(StoppedCell.class, () -> hasty.eval(own, "Thread.sleep(60_000);"));
            assertTrue(String.valueOf(late.getMessage()).startsWith("the cell was stopped, its time was over"));
        }
    }
}

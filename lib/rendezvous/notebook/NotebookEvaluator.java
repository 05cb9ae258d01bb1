package rendezvous.notebook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import jdk.jshell.EvalException;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.spi.ExecutionControlProvider;
import org.dflib.jjava.jupyter.telemetry.TelemetryCollector;
import org.dflib.jjava.kernel.execution.CodeEvaluator;
import org.dflib.jjava.kernel.execution.CompilationException;
import org.dflib.jjava.kernel.execution.IncompleteSourceException;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a cell's source, statement by statement, and remembers which cell each snippet came from.
 *
 * <p>JJava's evaluator turns every failure into a RuntimeException without its causes; this one hands on JShell's own
 * exceptions, whose stack traces name snippets, so that {@link CellErrors} can name the learner's lines.
 */
final class NotebookEvaluator extends CodeEvaluator {
    /** What JJava's magics return in place of nothing. */
    private static final String NO_MAGIC_RETURN = "\"__NO_MAGIC_RETURN\"";

    /** A statement's failure on its way out of the evaluator. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(JShellException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final CellExecution execution;
    private final Map<String, Cell.Place> places = new ConcurrentHashMap<>();
    private final Shadowing shadowing = new Shadowing();
    private volatile Cell cell = new Cell(0);
    private volatile Cell.Place evaluating = new Cell.Place(cell, 0);
    private volatile TelemetryCollector<?> telemetry = TelemetryCollector.DO_NOTHING;

    /**
     * Creates an evaluator.
     *
     * @param timeoutMillis how long a statement may run; not positive for ever
     * @param onStart called on each thread that runs statements, with the cell's number
     */
    NotebookEvaluator(String name, long timeoutMillis, IntConsumer onStart) {
        super(name, -1, TimeUnit.MILLISECONDS);
        this.execution = new CellExecution(new CellClasses(), timeoutMillis, onStart);
    }

    void begin(Cell next) {
        execution.begin(next.number());
        cell = next;
    }

    /** Where the snippet with this id stands; one that is not known yet is the one that is being evaluated. */
    Cell.Place place(String snippetId) {
        return places.getOrDefault(snippetId, evaluating);
    }

    /** Runs something for the cell on a thread that an interrupt can stop, as its statements are. */
    <T extends @Nullable Object> T onCellThread(Callable<T> task) throws Exception {
        return execution.call(task);
    }

    @Override
    public ExecutionControlProvider getExecControlProvider() {
        return execution;
    }

    @Override
    public ClassLoader getClassLoader() {
        return execution.loader();
    }

    @Override
    public void interrupt() {
        execution.interrupt();
    }

    @Override
    public void startThreadTelemetryCollection(TelemetryCollector<?> collector) {
        telemetry = collector;
    }

    @Override
    public void stopThreadTelemetryCollection() {
        telemetry.stop();
        telemetry = TelemetryCollector.DO_NOTHING;
    }

    @Override
    public @Nullable Object eval(JShell shell, String code) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        Object result = null;
        String rest = code;
        int lines = 0;
        while (true) {
            // JShell counts a snippet's lines from its first token, so it gets nothing before that.
            int leading = CellText.leading(rest);
            lines += CellText.lines(rest, leading);
            rest = rest.substring(leading);
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                return result;
            }
            if (!info.completeness().isComplete()) {
                // Evaluated all the same, the compiler says what is missing.
                evalOne(shell, rest, lines);
                throw new IncompleteSourceException(rest.strip());
            }
            result = evalOne(shell, info.source(), lines);
            String next = info.remaining();
            lines += CellText.lines(rest, Math.max(0, rest.length() - next.length()));
            rest = next;
        }
    }

    @Override
    protected @Nullable Object evalSingle(JShell shell, String code) {
        return evalOne(shell, code, 0);
    }

    private @Nullable Object evalOne(JShell shell, String source, int linesBefore) {
        if (execution.stopped() != CellExecution.Stop.NOT) {
            throw new StoppedCell("the cell was stopped between two statements", null);
        }
        Cell.Place place = new Cell.Place(cell, linesBefore);
        evaluating = place;
        List<SnippetEvent> events = measured(shell, source);
        Object result = null;
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            shadowing.after(shell, event, System.out);
            if (event.status() == Snippet.Status.OVERWRITTEN) {
                // An import keeps its id when it is replaced, so dropping the old one would drop the new.
                if (!(snippet instanceof ImportSnippet)) {
                    shell.drop(snippet);
                    places.remove(snippet.id());
                }
                continue;
            }
            if (event.causeSnippet() == null) {
                places.put(snippet.id(), place);
                cell.evaluated(snippet);
                result = execution.take(event.value());
                if (!Echo.wanted(snippet, result, cell) || NO_MAGIC_RETURN.equals(result)) {
                    result = null;
                }
            }
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                check(event);
            }
        }
        return result;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private List<SnippetEvent> measured(JShell shell, String source) {
        TelemetryCollector collector = telemetry;
        Object start = collector.measurementStart();
        try {
            return shell.eval(source);
        } finally {
            collector.measurementEnd(start);
        }
    }

    private void check(SnippetEvent event) {
        JShellException failure = event.exception();
        if (execution.stopped() != CellExecution.Stop.NOT) {
            throw new StoppedCell(CellErrors.whyStopped(execution.stopped(), failure, this), failure);
        }
        if (failure != null) {
            throw new Failure(failure);
        }
        Snippet.Status status = event.status();
        // What misses a name only may still get it from a later cell; UnresolvedNames says so.
        if (status != Snippet.Status.RECOVERABLE_NOT_DEFINED && !status.isDefined()) {
            throw new CompilationException(event);
        }
    }

    /** The class of the exception that a statement ended with, as the learner knows it. */
    static String className(Throwable failure) {
        return failure instanceof EvalException e
                ? e.getExceptionClassName()
                : failure.getClass().getName();
    }
}

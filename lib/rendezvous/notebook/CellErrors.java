package rendezvous.notebook;

import jdk.jshell.JShellException;
import org.jspecify.annotations.Nullable;

/** Tells failures of cells in the learner's terms. */
final class CellErrors {
    private CellErrors() {}

    static String whyStopped(CellExecution.Stop stop, @Nullable JShellException failure, NotebookEvaluator evaluator) {
        return "the cell was stopped: " + stop.name();
    }
}

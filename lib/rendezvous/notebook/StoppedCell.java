package rendezvous.notebook;

import org.jspecify.annotations.Nullable;

/** The cell was stopped from outside: by the learner's interrupt, or because its time was over. */
final class StoppedCell extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedCell(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

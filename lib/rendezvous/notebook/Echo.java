package rendezvous.notebook;

import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * Which results of a cell's last line are shown beneath it.
 *
 * <p>A picture, a verdict or whatever else draws itself always is. Of other values: a variable's always; an
 * expression's unless it ends with a semicolon, as a statement does, or is only a handle: a thread, a goroutine, the id
 * that {@code display} returns.
 */
final class Echo {
    private Echo() {}

    static boolean wanted(Snippet snippet, @Nullable Object value, Cell cell) {
        if (value == null) {
            return false;
        }
        return switch (snippet.subKind()) {
            case VAR_VALUE_SUBKIND -> true;
            case OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND ->
                Pictures.draws(value) || !(CellText.endsWithSemicolon(snippet.source()) || isHandle(value, cell));
            default -> false;
        };
    }

    private static boolean isHandle(Object value, Cell cell) {
        return value instanceof Thread
                || value.getClass().getName().equals("rendezvous.runtime.Goroutine")
                || (value instanceof String id && cell.displays().contains(id));
    }
}

package rendezvous.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a cell of a notebook may name without importing it, for tests that compile code as a cell holds it. */
public final class CellImports {
    private CellImports() {}

    /** Returns the import declarations, each ended by a semicolon. */
    public static List<String> all() {
        List<String> lines = new ArrayList<>(Imports.always());
        try {
            Imports.libraryTypes().forEach(type -> lines.add("import " + type + ";"));
            Imports.courseTypes().forEach(type -> lines.add("import " + type + ";"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}

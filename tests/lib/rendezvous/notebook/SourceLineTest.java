package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceLineTest {
    private static final Cell.Place THIRD_LINE_OF_CELL_4 = new Cell.Place(new Cell(4), 2);

    @Test
    void theMark_standsBelowThePlace() {
        String source = "int f() {\n\treturn zork;\n}";
        int at = source.indexOf("zork");
        assertEquals(
                List.of(
                        "cell [4], line 4: cannot find symbol",
                        "    \treturn zork;",
                        "    \t       ^^^^",
                        "    symbol: zork"),
                SourceLine.told(
                        source,
                        at,
                        at + 4,
                        List.of("cannot find symbol", "  symbol: zork"),
                        THIRD_LINE_OF_CELL_4::told));
    }

    @Test
    void aSpanOfManyLines_isMarkedInItsFirst() {
        List<String> told = SourceLine.told("f(\n1)", 0, 5, List.of("no"), THIRD_LINE_OF_CELL_4::told);
        assertEquals(List.of("cell [4], line 3: no", "    f(", "    ^^"), told);
    }

    @Test
    void aPlaceAtTheVeryEnd_isMarked() {
        List<String> told = SourceLine.told("f(", 2, 2, List.of("no"), THIRD_LINE_OF_CELL_4::told);
        assertEquals(List.of("cell [4], line 3: no", "    f(", "      ^"), told);
    }

    @Test
    void aMessageWithoutPlace_isAllThereIs() {
        assertEquals(List.of("no"), SourceLine.told("f()", -1, -1, List.of("no"), THIRD_LINE_OF_CELL_4::told));
    }

    @Test
    void packages_areLeftOut_unlessTwoTypesWouldLookAlike() {
        assertEquals(
                "Object cannot be converted to String",
                SourceLine.withoutPackages("java.lang.Object cannot be converted to java.lang.String"));
        String two = "rendezvous.chan.Chan cannot be converted to Chan";
        assertEquals(two, SourceLine.withoutPackages(two));
        String both = "java.util.Timer cannot be converted to javax.swing.Timer";
        assertEquals(both, SourceLine.withoutPackages(both));
    }
}

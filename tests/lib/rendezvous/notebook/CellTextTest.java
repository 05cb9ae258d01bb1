package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellTextTest {
    @Test
    void blanksAndComments_areLeading() {
        assertEquals(0, CellText.leading("x"));
        assertEquals(3, CellText.leading(" \n\tx"));
        assertEquals(10, CellText.leading("// a line\nx"));
        assertEquals(12, CellText.leading("/* a\n b */\n x"));
        assertEquals(9, CellText.leading("// no end"));
        assertEquals(0, CellText.leading("/ x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f();", "f(); // so", "f() ; /* ; */ \n", "s = \"x\" ;", "';' ;", "\"\"\"\n \" \"\"\" ;"})
    void aSemicolonAtTheEnd_isSeen(String code) {
        assertTrue(CellText.endsWithSemicolon(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f()", "f() // so;", "\";\"", "';'", "a; b", "\"\\\";\"", "", "/* ; */", "\"\"\"\n;\"\"\""})
    void noSemicolonAtTheEnd_isSeen(String code) {
        assertFalse(CellText.endsWithSemicolon(code));
    }
}

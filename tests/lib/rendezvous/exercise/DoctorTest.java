package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.exercise.Doctor.Facts;

/** What the doctor says of machines that lack something. */
@Timeout(60)
class DoctorTest {
    private static String said(
            String java, boolean races, int families, boolean paints, int cores, long megabytes, boolean kept) {
        return Doctor.report(new Facts(Runtime.Version.parse(java), races, families, paints, cores, megabytes, kept))
                .text();
    }

    @Test
    void aMachineThatHasAllIsWell() {
        String text = said("25.0.3+9", true, 12, true, 4, 256, true);
        assertTrue(text.startsWith("The doctor says: all is well\n"), text);
        assertFalse(text.contains("✗"), text);
    }

    @Test
    void whatIsMerelyLittleIsNoted() {
        String text = said("25.0.1", true, 12, true, 1, 64, false);
        assertTrue(text.startsWith("The doctor says: the course works, 4 things to note\n"), text);
        assertTrue(text.contains("JDK-8369227"), text);
        assertTrue(text.contains("One is enough"), text);
        assertTrue(text.contains("Close other notebooks"), text);
        assertFalse(text.contains("✗"), text);
    }

    @Test
    void whatIsMissingIsToBeMended() {
        String text = said("24.0.2", false, 0, false, 2, 256, true);
        assertTrue(text.startsWith("The doctor says: not well, 3 things to mend\n"), text);
        assertTrue(text.contains("✗ JDK 24.0.2"), text);
        assertTrue(text.contains("✗ Kernel"), text);
        assertTrue(text.contains("✗ Fonts"), text);
        assertTrue(text.contains("fontconfig"), text);
    }

    @Test
    void thisMachineIsExamined() {
        String text = Doctor.doctor().text();
        assertTrue(text.contains("JDK " + Runtime.version()), text);
        assertTrue(text.contains("Java can paint text"), text);
    }
}

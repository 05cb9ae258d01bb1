package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
    @Test
    void anEmptyEnvironment_meansDefaults() {
        Settings settings = Settings.of(Map.of());
        assertEquals(List.of(), settings.compilerOptions());
        assertEquals(-1, settings.timeoutMillis());
        assertTrue(settings.extensions());
        assertEquals(List.of(), settings.startupScripts());
        assertEquals(List.of(), settings.complaints());
    }

    @Test
    void options_areSplitAtBlanksOutsideQuotes() {
        Settings settings = Settings.of(Map.of("JJAVA_COMPILER_OPTS", " -Xlint:all  \"-A key=two words\" "));
        assertEquals(List.of("-Xlint:all", "-A key=two words"), settings.compilerOptions());
    }

    @Test
    void aTimeout_hasAUnitOrMeansMilliseconds() {
        assertEquals(250, Settings.of(Map.of("JJAVA_TIMEOUT", "250")).timeoutMillis());
        assertEquals(30_000, Settings.of(Map.of("JJAVA_TIMEOUT", "30 seconds")).timeoutMillis());
    }

    @Test
    void aTimeoutThatIsNone_isSaid_andMeansNone() {
        for (String wrong : List.of("soon", "3 fortnights")) {
            Settings settings = Settings.of(Map.of("JJAVA_TIMEOUT", wrong));
            assertEquals(-1, settings.timeoutMillis());
            assertTrue(settings.complaints().getFirst().contains("\"" + wrong + "\""));
        }
    }

    @Test
    void extensions_areOffWhenTurnedOff() {
        for (String off : List.of("0", "false", " False ", "")) {
            assertFalse(Settings.of(Map.of("JJAVA_LOAD_EXTENSIONS", off)).extensions(), off);
        }
        assertTrue(Settings.of(Map.of("JJAVA_LOAD_EXTENSIONS", "1")).extensions());
    }

    @Test
    void scripts_areReadInOrder(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("first.jshell"), "int a = 1;");
        Settings settings = Settings.of(
                Map.of("JJAVA_STARTUP_SCRIPTS_PATH", file.toString(), "JJAVA_STARTUP_SCRIPT", "int b = 2;"));
        assertEquals(List.of("int a = 1;", "int b = 2;"), settings.startupScripts());
    }
}

package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chart.Figure;

@Timeout(120)
class CrowdTest {
    @Test
    void bothCrowdsGrowAndAreMeasured() throws Exception {
        Crowd crowd = Crowd.gather(20_000, 300);
        assertEquals(
                List.of(0, 100, 1_000, 10_000, 20_000),
                crowd.rows().stream()
                        .filter(row -> row.kind().equals(Crowd.GOROUTINES))
                        .map(Crowd.Row::count)
                        .toList());
        assertEquals(300, crowd.reached(Crowd.THREADS));
        assertTrue(crowd.rows().stream().allMatch(row -> row.bytes() > 1_000_000), crowd.toString());
        assertTrue(crowd.bytesEach(Crowd.GOROUTINES) < crowd.bytesEach(Crowd.THREADS), crowd.toString());
        assertTrue(crowd.nanosEach(Crowd.GOROUTINES) > 0, crowd.toString());
        for (Figure figure : List.of(crowd.memory(), crowd.start())) {
            assertTrue(figure.text().contains("20 000") || figure.text().contains("20000"), figure.text());
        }
    }

    @Test
    void itSaysWhenMemoryRunsOut() throws Exception {
        Crowd crowd = Crowd.gather(1_000_000, 100, 40);
        assertTrue(crowd.reached(Crowd.GOROUTINES) < 1_000_000, crowd.toString());
        assertTrue(crowd.toString().contains("more do not fit into a heap of 40 MB"), crowd.toString());
        assertEquals(100, crowd.reached(Crowd.THREADS));
    }

    @Test
    void aCrowdOfNobodyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Crowd.gather(0, 1));
    }
}

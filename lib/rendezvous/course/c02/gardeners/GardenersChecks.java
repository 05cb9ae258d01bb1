package rendezvous.course.c02.gardeners;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The beds are the check's: each takes ten minutes, and notes who waters it. */
@Checks
final class GardenersChecks {
    private static final Duration EACH = Duration.ofMinutes(10);

    private final Gardeners gardeners;
    private final Stage stage;
    private final Map<Long, Integer> shares = new TreeMap<>(); // of goroutines, by their number
    private final List<Integer> watered = new ArrayList<>();

    GardenersChecks(Gardeners gardeners, Stage stage) {
        this.gardeners = gardeners;
        this.stage = stage;
    }

    private List<Gardeners.Bed> beds(int count, Bound garden) {
        List<Gardeners.Bed> beds = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            int bed = i;
            beds.add(() -> {
                garden.inside(() -> Go.sleep(EACH));
                watered.add(bed);
                shares.merge(Go.current().map(who -> who.id()).orElse(0L), 1, Integer::sum);
            });
        }
        return beds;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("every bed is watered once")
    void everyBedOnce() throws InterruptedException {
        gardeners.waterAll(2, beds(5, stage.atMost(100, "beds")));
        stage.pass(Duration.ofHours(3));
        stage.equal(
                "Two gardeners and beds 1 to 5. Watered were, in any order:",
                List.of(1, 2, 3, 4, 5),
                watered.stream().sorted().toList());
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("all gardeners work at the same time, and nobody else")
    void allAtTheSameTime() throws InterruptedException {
        Bound garden = stage.atMost(2, "gardeners");
        stage.go("owner", () -> gardeners.waterAll(2, beds(4, garden)));
        stage.pass(Duration.ofHours(3));
        garden.reached();
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("each gardener has a share, as large as the others'")
    void eachHasAShare() throws InterruptedException {
        gardeners.waterAll(3, beds(5, stage.atMost(100, "beds")));
        stage.pass(Duration.ofHours(3));
        stage.equal(
                "Three gardeners and five beds. The shares of those who watered, the smallest first:",
                List.of(1, 2, 2),
                shares.values().stream().sorted().toList());
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("returns when all is done")
    void returnsWhenAllIsDone() throws InterruptedException {
        gardeners.waterAll(2, beds(3, stage.atMost(100, "beds")));
        if (watered.size() < 3) {
            throw new CheckFailure(
                    "Two gardeners and three beds, and `waterAll` returned.",
                    "it returns when all three are watered",
                    "it returned when " + watered.size() + " of 3 were watered");
        }
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("more gardeners than beds, or no beds")
    void moreGardenersThanBeds() throws InterruptedException {
        gardeners.waterAll(3, beds(1, stage.atMost(100, "beds")));
        stage.equal("Three gardeners and one bed. Watered were:", List.of(1), watered);
        gardeners.waterAll(3, beds(0, stage.atMost(100, "beds")));
        stage.equal("Three gardeners and no bed. Watered were, in all:", List.of(1), watered);
    }
}

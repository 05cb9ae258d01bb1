package rendezvous.course.c04.mosaic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The rows are the check's: each takes a minute or more on the run's clock. */
@Checks
final class MosaicChecks {
    private final Mosaic mosaic;
    private final Stage stage;

    MosaicChecks(Mosaic mosaic, Stage stage) {
        this.mosaic = mosaic;
        this.stage = stage;
    }

    private static Mosaic.Row minute(Bound room) {
        return number -> room.inside(() -> Go.sleep(Duration.ofMinutes(1)));
    }

    private void once(int rows, int workers) throws InterruptedException {
        List<Integer> laid = new ArrayList<>();
        mosaic.layAll(rows, workers, laid::add);
        stage.settle();
        stage.equal(
                rows + " rows, and " + workers + " workers to lay them.",
                IntStream.range(0, rows).boxed().toList(),
                laid.stream().sorted().toList());
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("each row is laid once")
    void eachRowIsLaidOnce() throws InterruptedException {
        once(5, 2);
        once(2, 3);
        once(0, 2);
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("all workers work at the same time")
    void allWorkersWorkAtTheSameTime() throws InterruptedException {
        Bound room = stage.atMost(3, "rows");
        stage.go("lays", () -> mosaic.layAll(3, 3, minute(room)));
        stage.pass(Duration.ofHours(1));
        room.reached();
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("never more rows at a time than workers")
    void neverMoreRowsAtATimeThanWorkers() throws InterruptedException {
        mosaic.layAll(4, 2, minute(stage.atMost(2, "rows")));
        stage.pass(Duration.ofHours(1));
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("nobody lays more than an equal share")
    void nobodyLaysMoreThanAnEqualShare() throws InterruptedException {
        Map<Long, Integer> laid = new HashMap<>();
        mosaic.layAll(8, 3, number -> {
            laid.merge(Go.current().orElseThrow().id(), 1, Integer::sum);
            Go.sleep(Duration.ofMinutes(number == 0 ? 10 : 1));
        });
        stage.settle();
        int most = laid.values().stream().max(Integer::compare).orElse(0);
        if (most > 3) {
            throw new CheckFailure(
                    "8 rows, the first of which takes longer than the others, and 3 workers.",
                    "nobody lays more than 3",
                    "somebody laid " + most);
        }
    }

    @Explore
    @Order(5)
    @Hint(2)
    @DisplayName("returns when the last row is laid")
    void returnsWhenTheLastRowIsLaid() throws InterruptedException {
        Bound room = stage.atMost(2, "rows");
        mosaic.layAll(3, 2, minute(room));
        if (room.times() < 3) {
            throw new CheckFailure(
                    "`layAll` returned too early.",
                    "it returns when the last of 3 rows is laid",
                    "it returned when " + room.times() + " of 3 were laid");
        }
    }

    @Explore
    @Order(6)
    @Hint(2)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        mosaic.layAll(3, 2, minute(stage.atMost(2, "rows")));
        stage.noLeak("when `layAll` had returned");
    }
}

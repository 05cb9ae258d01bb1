package rendezvous.course.c03.caves;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The caves are the check's: to visit one takes time on the run's clock. */
@Checks
final class CavesChecks {
    private final Caves caves;
    private final Stage stage;
    private int visited; // goroutines of a run come between each other at steps only

    CavesChecks(Caves caves, Stage stage) {
        this.caves = caves;
        this.stage = stage;
    }

    private Caves.Cave cave(int minutes, Caves.Cave... behind) {
        return () -> {
            Go.sleep(Duration.ofMinutes(minutes));
            visited++;
            return List.of(behind);
        };
    }

    private void takes(String what, int most) {
        long minutes = stage.time().toMinutes();
        if (minutes > most) {
            throw new CheckFailure(
                    what, "all is explored after " + most + " minutes", "it took " + minutes + " minutes");
        }
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("all caves are counted")
    void allCavesAreCounted() throws InterruptedException {
        stage.equal("A cave with nothing behind it.", 1, caves.explore(cave(0)));
        int count = caves.explore(cave(0, cave(0, cave(0)), cave(0)));
        stage.equal("Behind the entrance are two caves, and behind one of these is another.", 4, count);
        stage.equal("Five caves were to be visited once each. So many visits were made:", 5, visited);
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("a cave that is found late is counted too")
    void aCaveThatIsFoundLateIsCountedToo() throws InterruptedException {
        int count = caves.explore(cave(20, cave(20, cave(20)), cave(1)));
        stage.equal(
                "Behind the entrance are two caves, and behind one of these is another, an hour from the start.",
                4,
                count);
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("neighbours are explored at the same time")
    void neighboursAreExploredAtTheSameTime() throws InterruptedException {
        caves.explore(cave(5, cave(10), cave(10), cave(10)));
        takes("To visit the entrance takes 5 minutes, the three caves behind it 10 minutes each.", 15);
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("no cave waits for another branch")
    void noCaveWaitsForAnotherBranch() throws InterruptedException {
        caves.explore(cave(0, cave(30, cave(1)), cave(1, cave(30))));
        takes("Two branches begin at the entrance: caves of 30 minutes and 1 minute, and of 1 and 30.", 31);
    }

    @Explore
    @Order(5)
    @Hint(2)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        caves.explore(cave(1, cave(2)));
        stage.noLeak("when `explore` had returned");
    }
}

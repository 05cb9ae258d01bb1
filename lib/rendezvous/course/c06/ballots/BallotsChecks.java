package rendezvous.course.c06.ballots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** The stations are the check's: each takes time on the run's clock, and says how often it was asked. */
@Checks
final class BallotsChecks {
    private final Ballots ballots;
    private final Stage stage;
    private int asked; // goroutines of a run come between each other at steps only

    BallotsChecks(Ballots ballots, Stage stage) {
        this.ballots = ballots;
        this.stage = stage;
    }

    private Ballots.Station station(int votes, int minutes) {
        return () -> {
            asked++;
            Go.sleep(Duration.ofMinutes(minutes));
            return votes;
        };
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("the sum of all votes")
    void theSumOfAllVotes() throws InterruptedException {
        int sum = ballots.count(List.of(station(3, 0), station(40, 0), station(500, 0)));
        stage.equal("Three stations have 3, 40 and 500 votes.", 543, sum);
        stage.equal("Three stations were to be asked once each.", 3, asked);
        stage.equal("No station was open.", 0, ballots.count(List.of()));
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("a slow station is waited for")
    void aSlowStationIsWaitedFor() throws InterruptedException {
        int sum = ballots.count(List.of(station(3, 30), station(40, 1), station(500, 0)));
        stage.equal("The station with 3 votes takes half an hour, those with 40 and 500 are quick.", 543, sum);
    }

    @Explore
    @Order(3)
    @Hint(1)
    @DisplayName("all stations count at the same time")
    void allStationsCountAtTheSameTime() throws InterruptedException {
        Bound counting = stage.atMost(3, "stations");
        List<Ballots.Station> stations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            stations.add(() -> {
                counting.inside(() -> Go.sleep(Duration.ofMinutes(10)));
                return 1;
            });
        }
        stage.equal("Three stations have one vote each.", 3, ballots.count(stations));
        counting.reached();
        long minutes = stage.time().toMinutes();
        if (minutes > 10) {
            throw new CheckFailure(
                    "Three stations take 10 minutes each.",
                    "all is counted after 10 minutes",
                    "it took " + minutes + " minutes");
        }
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        ballots.count(List.of(station(1, 1), station(2, 2)));
        stage.noLeak("when `count` had returned");
    }
}

package rendezvous.course.c03.weather;

import java.io.IOException;
import java.time.Duration;
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
final class WeatherChecks {
    private final Weather weather;
    private final Stage stage;
    private int asked; // goroutines of a run come between each other at steps only

    WeatherChecks(Weather weather, Stage stage) {
        this.weather = weather;
        this.stage = stage;
    }

    private Weather.Station station(String answer, int minutes) {
        return () -> {
            asked++;
            Go.sleep(Duration.ofMinutes(minutes));
            return answer;
        };
    }

    private static Weather.Station broken(int minutes) {
        return () -> {
            Go.sleep(Duration.ofMinutes(minutes));
            throw new IOException("the line is dead");
        };
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("the answers, in the order of the stations")
    void theAnswersInTheOrderOfTheStations() throws InterruptedException {
        List<String> answers = weather.ask(List.of(station("snow", 0), station("sun", 0), station("fog", 0)));
        stage.equal("The stations answer snow, sun and fog.", List.of("snow", "sun", "fog"), answers);
        stage.equal("Three stations were to be asked once each. They were asked:", 3, asked);
        stage.equal("There are no stations.", List.of(), weather.ask(List.of()));
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("a slow station is waited for")
    void aSlowStationIsWaitedFor() throws InterruptedException {
        List<String> answers = weather.ask(List.of(station("snow", 30), station("sun", 1), station("fog", 20)));
        stage.equal("The stations need 30, 1 and 20 minutes.", List.of("snow", "sun", "fog"), answers);
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("all stations are asked at the same time")
    void allStationsAreAskedAtTheSameTime() throws InterruptedException {
        Bound room = stage.atMost(3, "requests");
        Weather.Station slow = () -> {
            room.inside(() -> Go.sleep(Duration.ofMinutes(10)));
            return "rain";
        };
        weather.ask(List.of(slow, slow, slow));
        room.reached();
        long minutes = stage.time().toMinutes();
        if (minutes > 10) {
            throw new CheckFailure(
                    "Three stations need 10 minutes each.",
                    "`ask` returns after 10 minutes",
                    "it returned after " + minutes + " minutes");
        }
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("a station that fails disturbs nobody")
    void aStationThatFailsDisturbsNobody() throws InterruptedException {
        List<String> answers = weather.ask(List.of(station("snow", 10), broken(0), station("fog", 20)));
        stage.equal(
                "The second of three stations fails at once, the others need 10 and 20 minutes.",
                List.of("snow", "no answer", "fog"),
                answers);
        stage.equal("The only station fails.", List.of("no answer"), weather.ask(List.of(broken(5))));
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        weather.ask(List.of(station("snow", 1), broken(2)));
        stage.noLeak("when `ask` had returned");
    }
}

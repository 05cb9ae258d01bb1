package rendezvous.course.c05.duet;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Go;
import rendezvous.exercise.Bound;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Sequence;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;

/** The singers are the check's: they say when they sing, and in which goroutine. */
@Checks
final class DuetChecks {
    private final Duet duet;
    private final Stage stage;

    DuetChecks(Duet duet, Stage stage) {
        this.duet = duet;
        this.stage = stage;
    }

    /** Has the song sung in a goroutine of its own, so that a song without end is reported and not waited for. */
    private Goroutine song(int lines, Duet.Singer first, Duet.Singer second) {
        return stage.go("caller of sing", () -> duet.sing(lines, first, second));
    }

    private void returned(Goroutine song, String what) {
        if (!song.isDone()) {
            throw new CheckFailure(what, "`sing` returns when the last line is over", "it has not returned");
        }
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("the lines come in turn")
    void theLinesComeInTurn() throws InterruptedException {
        Sequence song = stage.inOrder("Ann 1", "Bob 1", "Ann 2", "Bob 2");
        song(2, line -> song.at("Ann " + line), line -> song.at("Bob " + line));
        stage.pass(Duration.ofHours(1));
        song.complete();
    }

    @Explore
    @Order(2)
    @Hint(1)
    @DisplayName("one sings at a time")
    void oneSingsAtATime() throws InterruptedException {
        Bound voices = stage.atMost(1, "singers");
        Duet.Singer slow = line -> voices.inside(() -> Go.sleep(Duration.ofMinutes(1)));
        song(2, slow, slow);
        stage.pass(Duration.ofHours(1));
        stage.equal("Two singers have two lines each. So many were sung:", 4, voices.times());
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("each singer has a goroutine")
    void eachSingerHasAGoroutine() throws InterruptedException {
        Set<Optional<Goroutine>> anns = new HashSet<>();
        Set<Optional<Goroutine>> bobs = new HashSet<>();
        song(2, line -> anns.add(Go.current()), line -> bobs.add(Go.current()));
        stage.pass(Duration.ofHours(1));
        stage.equal("Ann sang two lines. So many goroutines sang them:", 1, anns.size());
        stage.equal("Bob sang two lines. So many goroutines sang them:", 1, bobs.size());
        if (anns.equals(bobs)) {
            throw new CheckFailure(
                    "Ann and Bob sang two lines each.",
                    "Ann sings in one goroutine, Bob in another",
                    "one goroutine sang all lines");
        }
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("returns when the last line is over")
    void returnsWhenTheLastLineIsOver() throws InterruptedException {
        Bound voices = stage.atMost(1, "singers");
        Duet.Singer slow = line -> voices.inside(() -> Go.sleep(Duration.ofMinutes(1)));
        Goroutine song = song(1, slow, slow);
        stage.pass(Duration.ofSeconds(90));
        if (song.isDone()) {
            throw new CheckFailure(
                    "Each of two singers sings one line, for a minute.",
                    "`sing` returns after two minutes",
                    "after a minute and a half it had returned");
        }
        stage.pass(Duration.ofMinutes(1));
        returned(song, "Each of two singers sang one line.");
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("a song without lines")
    void aSongWithoutLines() throws InterruptedException {
        Bound voices = stage.atMost(1, "singers");
        Duet.Singer singer = line -> voices.inside(() -> {});
        Goroutine song = song(0, singer, singer);
        stage.pass(Duration.ofMinutes(1));
        stage.equal("The song has no lines. So many were sung:", 0, voices.times());
        returned(song, "The song has no lines.");
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("leaves no goroutine behind")
    void leavesNoGoroutineBehind() throws InterruptedException {
        Goroutine song = song(2, line -> {}, line -> {});
        stage.settle();
        returned(song, "Two singers sang two lines each.");
        stage.noLeak("when `sing` had returned");
    }
}

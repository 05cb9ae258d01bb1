package rendezvous.course.c10.editor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.exercise.CheckFailure;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;
import rendezvous.runtime.Goroutine;

/** The writer and the disk are the check's; the disk notes after how many seconds it got what. */
@Checks
final class EditorChecks {
    private static final Duration REST = Duration.ofSeconds(5);

    private final Editor editor;
    private final Stage stage;
    private final Chan<String> texts;
    private final Chan<String> saved;
    private final List<String> disk = new ArrayList<>();
    private boolean ended;

    EditorChecks(Editor editor, Stage stage) {
        this.editor = editor;
        this.stage = stage;
        this.texts = stage.channel("texts");
        this.saved = stage.channel("saved");
    }

    private Goroutine start() {
        stage.go("disk", () -> {
            for (String text : saved) {
                disk.add(text + " at " + stage.time().toSeconds() + " s");
            }
            ended = true;
        });
        return Go.go("run", () -> editor.run(texts, saved, REST));
    }

    private void write(String text, int thenSeconds) throws InterruptedException {
        if (!stage.give(texts, text)) {
            throw new CheckFailure("The writer changed the text.", "`run` receives it", stage.whoLives());
        }
        stage.pass(Duration.ofSeconds(thenSeconds));
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("saves when the writer rests")
    void savesWhenTheWriterRests() throws InterruptedException {
        start();
        write("H", 20);
        stage.equal("A change at 0 s, then none; the rest is 5 s.", List.of("H at 5 s"), disk);
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("does not save while the writer writes")
    void doesNotSaveWhileTheWriterWrites() throws InterruptedException {
        start();
        write("H", 3);
        write("He", 3);
        write("Hey", 20);
        stage.equal("Changes at 0, 3 and 6 s; the rest is 5 s.", List.of("Hey at 11 s"), disk);
    }

    @Explore
    @Order(3)
    @Hint(2)
    @DisplayName("saves again after the next change, and each text once")
    void savesAgainAfterTheNextChange() throws InterruptedException {
        start();
        write("H", 20);
        write("He", 20);
        stage.equal("Changes at 0 and 20 s; the rest is 5 s.", List.of("H at 5 s", "He at 25 s"), disk);
    }

    @Explore
    @Order(4)
    @Hint(3)
    @DisplayName("saves what is left when the writer ends")
    void savesWhatIsLeft() throws InterruptedException {
        start();
        write("H", 20);
        write("He", 2);
        texts.close();
        stage.settle();
        stage.equal(
                "Changes at 0 and 20 s, and the end at 22 s; the rest is 5 s.",
                List.of("H at 5 s", "He at 22 s"),
                disk);
    }

    @Explore
    @Order(5)
    @Hint(3)
    @DisplayName("saves nothing twice at the end")
    void savesNothingTwice() throws InterruptedException {
        start();
        write("H", 20);
        texts.close();
        stage.settle();
        stage.equal("A change at 0 s, and the end at 20 s; the rest is 5 s.", List.of("H at 5 s"), disk);
    }

    @Explore
    @Order(6)
    @Hint(3)
    @DisplayName("closes saved, and returns")
    void closesSavedAndReturns() throws InterruptedException {
        Goroutine run = start();
        write("H", 2);
        texts.close();
        stage.settle();
        if (!ended || !run.isDone()) {
            throw new CheckFailure(
                    "The writer has ended.",
                    "`saved` is closed, and `run` returns, at once",
                    (ended ? "`saved` is closed" : "`saved` is open") + ", and `run` "
                            + (run.isDone() ? "has returned" : "has not returned"));
        }
        stage.noLeak("when `run` had returned");
    }
}
